//! The language check over a whole directory: every text that is prose, and none that is a name.

use std::collections::HashMap;

use signpost_domain::{
    Directory, FaultSubject, Lang, ProseText, Text, prose_of_plan, prose_of_site,
};
use signpost_editing::wording::is_named;
use signpost_exchange::{Fault, SourceSpans};
use signpost_wording::{Finding, Lexicon, Severity};

/// A term found in a directory, with the place where it stands.
pub(crate) struct Wording {
    /// Such as `nwhu-kenora supplies, description (en)`.
    place: String,
    /// The row it stands in, where it can stand in one, and the column.
    row: Option<FaultSubject>,
    column: String,
    finding: Finding,
}

impl Wording {
    /// Whether a text with this term is not published.
    pub(crate) fn blocks(&self) -> bool {
        self.finding.severity == Severity::Block
    }

    /// The same as a fault, with the line and column of the file it stands in.
    pub(crate) fn placed(&self, spans: &SourceSpans, otherwise: &str) -> Fault {
        let message = self.in_words();
        match &self.row {
            Some(row) => spans.fault(row, &self.column, &message, otherwise),
            None => Fault::of_file(otherwise, &message),
        }
    }

    /// One line: where, what, why, and what to write instead.
    pub(crate) fn in_words(&self) -> String {
        let Finding {
            words,
            why,
            alternatives,
            ..
        } = &self.finding;
        let instead = alternatives.join(", or: ");
        format!("{}: {words:?}. {why}. Write instead: {instead}", self.place)
    }
}

/// Every term that blocks or should be changed, of the words that do not stand in `before` already. Plainer words that would do are not
/// told here: they are for one who is writing.
pub(crate) fn of(directory: &Directory, before: Option<&Directory>) -> Vec<Wording> {
    let old: HashMap<(String, &str), &Text> = before
        .into_iter()
        .flat_map(prose)
        .map(|placed| ((placed.place, placed.field), placed.text))
        .collect();
    let mut found = Vec::new();
    // Many places say the same of themselves: each text is looked through once.
    let mut looked_through: HashMap<(Lang, &str), Vec<Finding>> = HashMap::new();
    for Placed {
        place,
        row,
        field,
        text,
    } in prose(directory)
    {
        let place = (place, field);
        let earlier = old.get(&place);
        for (lang, words) in text.iter() {
            if earlier.is_some_and(|earlier| earlier.exactly(lang) == Some(words)) {
                continue;
            }
            let findings = looked_through.entry((lang, words)).or_insert_with(|| {
                let all = Lexicon::shipped().check(words, lang);
                all.into_iter()
                    .filter(|finding| finding.severity >= Severity::Warn)
                    .filter(|finding| !is_named(words, finding, directory))
                    .collect()
            });
            found.extend(findings.iter().cloned().map(|finding| Wording {
                place: format!("{}, {field} ({lang})", place.0),
                row: row.clone(),
                column: format!("{field}_{lang}"),
                finding,
            }));
        }
    }
    found
}

/// A text, where it stands and what it is called there.
struct Placed<'d> {
    place: String,
    row: Option<FaultSubject>,
    field: &'static str,
    text: &'d Text,
}

/// Every text of a directory that is prose.
fn prose(directory: &Directory) -> Vec<Placed<'_>> {
    let own = |place: &str, row, field, text| Placed {
        place: place.to_owned(),
        row,
        field,
        text,
    };
    let mut texts = vec![own("directory", None, "banner", &directory.banner)];
    let sites = directory.sites.iter().flat_map(prose_of_site);
    let plans = directory.plans.iter().flat_map(prose_of_plan);
    texts.extend(sites.chain(plans).map(|one| Placed {
        place: place_of(&one),
        row: Some(one.subject),
        field: one.field,
        text: one.text,
    }));
    for line in &directory.lines {
        let row = FaultSubject::Line(line.id.to_string());
        texts.push(own(line.id.as_str(), Some(row), "sentence", &line.sentence));
    }
    for need in &directory.needs {
        texts.push(own(need.code.as_str(), None, "name", &need.name));
        texts.push(own(need.code.as_str(), None, "hint", &need.hint));
    }
    texts
}

/// Where it stands, for who looks it up by hand: `nwhu-kenora supplies`.
fn place_of(one: &ProseText<'_>) -> String {
    match (&one.subject, one.target) {
        (FaultSubject::Site(slug), _) => slug.clone(),
        (FaultSubject::Service(slug, part) | FaultSubject::Exception(slug, part), _) => {
            format!("{slug} {part}")
        }
        (FaultSubject::Plan(version), _) => format!("plan {version}"),
        (FaultSubject::Rule(version, rule), None) => format!("plan {version} {rule}"),
        (FaultSubject::Rule(version, rule), Some(nth)) => {
            format!("plan {version} {rule}, target {nth}")
        }
        (other, _) => format!("{other:?}"),
    }
}
