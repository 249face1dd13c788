//! Organizations.

use signpost_domain::{Lang, Organization};

use super::{Import, NewRow, names::ORGANIZATION};
use crate::{
    row::{Cells, SourceRow},
    tables::organizations,
};

/// How our export marks ids of ours.
pub(super) const OURS: &str = "Signpost";

impl Import<'_> {
    /// Every organization that says something new, as rows of our table.
    pub(super) fn organizations(&mut self) -> Vec<SourceRow> {
        let mut rows = Vec::new();
        for from in self.tables.all("organization") {
            let uuid = from.word("id");
            let mut identifiers =
                self.tables
                    .of("organization_identifier", "organization_id", uuid);
            let own = identifiers
                .find(|one| one.word("identifier_type") == OURS)
                .map(|one| one.word("identifier"));
            let id = self.names.name(ORGANIZATION, uuid, own, from.word("name"));
            let known = self
                .base
                .organizations
                .iter()
                .find(|one| one.id.as_str() == id);
            let mut new = NewRow::of(from, told(known, self.lang()));
            new.put(&self.text("name"), "name", from.word("name"));
            new.put(
                "alternate_name",
                "alternate_name",
                from.word("alternate_name"),
            );
            new.put("website", "website", from.word("website"));
            for code in ["former_name", "indigenous_led", "closed_on", "example"] {
                if let Some(word) = self.tables.fact("organization", from, code) {
                    new.put(code, "attributes", word);
                }
            }
            if known.is_some() && new.cells.is_empty() {
                continue;
            }
            self.source(&mut new, "organization");
            rows.push(new.row(&[("id", &id)]));
        }
        rows
    }

    /// The language of the file's words.
    pub(super) fn lang(&self) -> Lang {
        let ending = self.tables.ending;
        let mut all = crate::columns::ENDINGS.iter();
        all.find(|(_, own)| *own == ending)
            .map_or(Lang::En, |(lang, _)| *lang)
    }

    /// The column of a text in the language of the file.
    pub(super) fn text(&self, field: &str) -> String {
        format!("{field}{}", self.tables.ending)
    }
}

fn told(known: Option<&Organization>, lang: Lang) -> Cells {
    let Some(known) = known else {
        return Cells::new();
    };
    let mut told = organizations::write(known);
    retell(&mut told, "name", &known.name, lang);
    told
}

/// Our export says words in a language, or the nearest there are: who says the same says nothing new.
pub(super) fn retell(told: &mut Cells, field: &str, text: &signpost_domain::Text, lang: Lang) {
    for (own, ending) in crate::columns::ENDINGS {
        if own == lang {
            told.insert(format!("{field}{ending}"), text.words(lang).to_owned());
        }
    }
}
