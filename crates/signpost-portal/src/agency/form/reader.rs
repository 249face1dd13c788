//! Fields read as what they mean; every fault is named beside its field, in the reader's language, and none hides another.

use jiff::civil::Date;
use signpost_domain::{
    Age, AgeError, Lang, LonLat, Misplaced, Phone, PhoneError, Prose, Text, WebAddressFault,
    WordsFault, entry,
};

use super::fields::{Fields, WRITTEN};
use signpost_answers::messages::words_of;
use signpost_editing::FieldFault;
use signpost_forms::map_address::point_of;
use signpost_messages::Words;

/// What a choice holds when nobody said.
pub(crate) const NOT_SAID: &str = "not-said";

/// What somebody said, as a choice holds it.
pub(crate) const fn said_word(said: Option<bool>) -> &'static str {
    match said {
        Some(true) => "yes",
        Some(false) => "no",
        None => NOT_SAID,
    }
}

/// A form that is being read.
pub(crate) struct FormReader<'a> {
    /// What was sent.
    pub fields: &'a Fields,
    words: &'static Words,
    faults: Vec<FieldFault>,
}

impl<'a> FormReader<'a> {
    /// Begins to read, for a person who reads `lang`.
    pub(crate) fn of(fields: &'a Fields, lang: Lang) -> Self {
        Self {
            fields,
            words: words_of(lang),
            faults: Vec::new(),
        }
    }

    /// Notes what a key says as the fault of a field.
    pub(crate) fn fault(&mut self, field: &str, key: &str) {
        self.fault_with(field, key, &[]);
    }

    /// The same with things put in.
    pub(crate) fn fault_with(&mut self, field: &str, key: &str, args: &[(&str, &str)]) {
        self.faults.push(FieldFault {
            field: field.to_owned(),
            detail: self.words.say(key, args),
        });
    }

    /// The end: all of it could be read, or these could not.
    pub(crate) fn finish(self) -> Result<(), Vec<FieldFault>> {
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(self.faults)
        }
    }

    /// Whether words can be shown as they are; notes it when not.
    pub(crate) fn fit(&mut self, field: &str, words: &str) -> bool {
        let taken = Prose::new(words).map(|_words| ());
        self.entered(field, taken)
    }

    /// Notes why words were not taken.
    fn entered(&mut self, field: &str, taken: Result<(), WordsFault>) -> bool {
        match taken {
            Ok(()) => return true,
            Err(WordsFault::TooLong { most }) => {
                let most = most.to_string();
                self.fault_with(field, "fault-too-long", &[("most", &most)]);
            }
            Err(WordsFault::Control(_) | WordsFault::Unseen(_) | WordsFault::Disguised { .. }) => {
                self.fault(field, "fault-control");
            }
            Err(WordsFault::SecondLine) => self.fault(field, "fault-one-line"),
        }
        false
    }

    /// Words in each language we write in. A field that was not sent leaves its words as they were.
    pub(crate) fn text(&mut self, name: &str, into: &mut Text) {
        self.words(name, into, entry::prose);
    }

    /// A name in each language we write in, read like [`Self::text`].
    pub(crate) fn name(&mut self, name: &str, into: &mut Text) {
        self.words(name, into, entry::name);
    }

    fn words(
        &mut self,
        name: &str,
        into: &mut Text,
        enter: fn(&mut Text, Lang, &str) -> Result<(), WordsFault>,
    ) {
        for lang in WRITTEN {
            let field = format!("{name}.{lang}");
            if self.fields.has(&field) {
                let taken = enter(into, lang, self.fields.text(&field));
                self.entered(&field, taken);
            }
        }
    }

    /// A text of one line. A field that was not sent leaves it as it was.
    pub(crate) fn line(&mut self, name: &str, into: &mut String) {
        if self.fields.has(name) {
            let taken = entry::line(into, self.fields.text(name));
            self.entered(name, taken);
        }
    }

    /// A phone number; none when the field is empty.
    pub(crate) fn phone(&mut self, name: &str, into: &mut Option<Phone>) {
        if let Err(fault) = entry::phone(into, self.fields.text(name)) {
            let key = match fault {
                PhoneError::NotANumber { .. } => "fault-phone",
                PhoneError::Digits { .. } => "fault-phone-digits",
                PhoneError::Part { .. } => "fault-phone-part",
                PhoneError::Spreadsheet { .. } => "fault-phone-spreadsheet",
                PhoneError::Extension { .. } => "fault-phone-extension",
            };
            self.fault(name, key);
        }
    }

    /// An age in years; none when the field is empty. A field that was not sent leaves it as it was.
    pub(crate) fn age(&mut self, name: &str, into: &mut Option<Age>) {
        if !self.fields.has(name) {
            return;
        }
        match self.fields.text(name) {
            "" => *into = None,
            typed => match typed.parse() {
                Ok(age) => *into = Some(age),
                Err(AgeError) => self.fault(name, "fault-age"),
            },
        }
    }

    /// Yes, no, or that nobody said. A field that was not sent leaves it as it was.
    pub(crate) fn said(&mut self, name: &str, into: &mut Option<bool>) {
        if !self.fields.has(name) {
            return;
        }
        match self.fields.text(name) {
            "yes" => *into = Some(true),
            "no" => *into = Some(false),
            NOT_SAID => *into = None,
            _ => self.fault(name, "fault-choice"),
        }
    }

    /// The address of a page.
    pub(crate) fn website(&mut self, name: &str, into: &mut Option<String>) {
        if let Err(fault) = entry::web_address(into, self.fields.text(name)) {
            let key = match fault {
                WebAddressFault::Email => "fault-website-email",
                _ => "fault-website",
            };
            self.fault(name, key);
        }
    }

    /// "49.76955, -94.48821", or the address of a map's page; none when the field is empty. `centre` is that of the directory.
    pub(crate) fn point(&mut self, name: &str, into: &mut Option<LonLat>, centre: LonLat) {
        let typed = match point_of(self.fields.text(name)) {
            Ok(typed) => typed,
            Err(key) => return self.fault(name, key),
        };
        let key = match entry::point(into, typed, centre) {
            Ok(()) => return,
            Err(Misplaced::Zero) => "fault-point-zero",
            Err(Misplaced::Swapped) => "fault-point-swapped",
            Err(Misplaced::East | Misplaced::South) => "fault-point-sign",
            Err(Misplaced::Far { km }) => {
                let km = km.to_string();
                return self.fault_with(name, "fault-point-far", &[("km", &km)]);
            }
        };
        self.fault(name, key);
    }

    /// A day, or none when the field is empty; what is no day is noted.
    pub(crate) fn maybe_day(&mut self, name: &str) -> Option<Date> {
        if self.fields.text(name).is_empty() {
            return None;
        }
        self.day(name)
    }

    /// A day; `None` when the field is empty or holds none, and then it is noted.
    pub(crate) fn day(&mut self, name: &str) -> Option<Date> {
        let day = self.fields.text(name).parse().ok();
        if day.is_none() {
            self.fault(name, "fault-day");
        }
        day
    }
}
