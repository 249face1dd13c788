//! What people enter, laid over what stands there already: the same rule as at every other door, see [`signpost_domain::entry`].

use signpost_domain::{Lang, LonLat, Phone, Text, WordsFault, entry};

use crate::{columns::ENDINGS, fault::Faults, manifest::nowhere, row::SourceRow, value};

impl SourceRow {
    /// A text in every language it has.
    pub(crate) fn text(&self, faults: &mut Faults, field: &str) -> Text {
        self.words(faults, field, entry::prose)
    }

    /// A text that has to have words in some language.
    pub(crate) fn need_text(&self, faults: &mut Faults, field: &str) -> Text {
        self.text_is_there(faults, field);
        self.text(faults, field)
    }

    /// A name, in one language at least.
    pub(crate) fn need_name(&self, faults: &mut Faults, field: &str) -> Text {
        self.text_is_there(faults, field);
        self.words(faults, field, entry::name)
    }

    fn words(
        &self,
        faults: &mut Faults,
        field: &str,
        enter: fn(&mut Text, Lang, &str) -> Result<(), WordsFault>,
    ) -> Text {
        let mut text = Text::default();
        for (lang, ending) in ENDINGS {
            let field = format!("{field}{ending}");
            text.set(lang, self.stored(&field).unwrap_or_default());
            if let Err(fault) = enter(&mut text, lang, self.word(&field)) {
                self.fault(faults, &field, &value::words_fault(fault));
            }
        }
        text
    }

    fn text_is_there(&self, faults: &mut Faults, field: &str) {
        let there = |(_, ending): &(Lang, &str)| !self.word(&format!("{field}{ending}")).is_empty();
        if !ENDINGS.iter().any(there) {
            let field = format!("{field}_en");
            let message = format!("{field} is empty; it is needed here");
            self.fault(faults, &field, &message);
        }
    }

    /// One line of plain words; empty when there are none.
    pub(crate) fn line(&self, faults: &mut Faults, field: &str) -> String {
        let mut line = self.stored(field).unwrap_or_default().to_owned();
        if let Err(fault) = entry::line(&mut line, self.word(field)) {
            self.fault(faults, field, &value::words_fault(fault));
        }
        line
    }

    /// The address of a page.
    pub(crate) fn web_address(&self, faults: &mut Faults, field: &str) -> Option<String> {
        let mut address = self.stored(field).map(str::to_owned);
        if let Err(fault) = entry::web_address(&mut address, self.word(field)) {
            let message = format!(
                "{} is not a web address: {fault}",
                value::quoted(self.word(field))
            );
            self.fault(faults, field, &message);
        }
        address
    }

    /// A phone number.
    pub(crate) fn phone(&self, faults: &mut Faults, field: &str) -> Option<Phone> {
        let mut phone = self.stored(field).and_then(|stored| stored.parse().ok());
        if let Err(fault) = entry::phone(&mut phone, self.word(field)) {
            self.fault(faults, field, &fault.to_string());
        }
        phone
    }

    /// A point; `centre` is that of the directory, or [`nowhere`].
    pub(crate) fn placed(&self, faults: &mut Faults, centre: LonLat) -> Option<LonLat> {
        let degrees = |field: &str| self.stored(field)?.parse::<f64>().ok();
        let mut point = degrees("lon")
            .zip(degrees("lat"))
            .and_then(|(lon, lat)| LonLat::new(lon, lat).ok());
        let typed = self.point(faults);
        // Where the middle itself could not be read there is a fault already, and nothing is far from it.
        if centre != nowhere()
            && let Err(fault) = entry::point(&mut point, typed, centre)
        {
            self.fault(faults, "lat", &fault.to_string());
        }
        typed
    }

    /// The languages spoken at a place.
    pub(crate) fn language_tags(&self, faults: &mut Faults, field: &str) -> Vec<String> {
        let mut tags: Vec<String> = self
            .stored(field)
            .map(|stored| stored.split_whitespace().map(str::to_owned).collect())
            .unwrap_or_default();
        if let Err(fault) = entry::language_tags(&mut tags, self.members(field)) {
            self.fault(faults, field, &fault.to_string());
        }
        tags
    }
}
