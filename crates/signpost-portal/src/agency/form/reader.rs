//! Fields read as what they mean; every fault is named beside its field, in the reader's language, and none hides another.

use jiff::civil::Date;
use signpost_domain::{Lang, Phone, Text};

use super::fields::{Fields, WRITTEN};
use signpost_answers::messages::words_of;
use signpost_editing::{
    FieldFault,
    rules::{self, LONGEST_TEXT, Unfit},
};
use signpost_messages::Words;

/// The longest text of a field of one line, in characters.
pub(crate) const LONGEST_LINE: usize = 120;

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
        match rules::unfit(words) {
            None => true,
            Some(Unfit::TooLong) => {
                let most = LONGEST_TEXT.to_string();
                self.fault_with(field, "fault-too-long", &[("most", &most)]);
                false
            }
            Some(Unfit::Control) => {
                self.fault(field, "fault-control");
                false
            }
        }
    }

    /// Words in each language we write in. A field that was not sent leaves its words as they were.
    pub(crate) fn text(&mut self, name: &str, into: &mut Text) {
        for lang in WRITTEN {
            let field = format!("{name}.{lang}");
            if !self.fields.has(&field) {
                continue;
            }
            let words = self.fields.text(&field);
            if self.fit(&field, words) {
                into.set(lang, words);
            }
        }
    }

    /// A text of one line.
    pub(crate) fn line(&mut self, name: &str) -> String {
        let words = self.fields.text(name).replace('\n', " ");
        if words.chars().count() > LONGEST_LINE {
            let most = LONGEST_LINE.to_string();
            self.fault_with(name, "fault-too-long", &[("most", &most)]);
        } else {
            self.fit(name, &words);
        }
        words
    }

    /// A phone number; none when the field is empty.
    pub(crate) fn phone(&mut self, name: &str, into: &mut Option<Phone>) {
        match self.fields.text(name) {
            "" => *into = None,
            text => match text.parse() {
                Ok(phone) => *into = Some(phone),
                Err(_) => self.fault(name, "fault-phone"),
            },
        }
    }

    /// The address of a page. Nobody has to know what `https://` is for.
    pub(crate) fn website(&mut self, name: &str, into: &mut Option<String>) {
        let typed = self.fields.text(name);
        if typed.is_empty() {
            *into = None;
            return;
        }
        let rest = typed
            .strip_prefix("https://")
            .or_else(|| typed.strip_prefix("http://"))
            .unwrap_or(typed);
        let address = format!("https://{rest}");
        if rules::is_web_address(&address) {
            *into = Some(address);
        } else {
            self.fault(name, "fault-website");
        }
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
