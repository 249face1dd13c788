//! Dated exceptions that came, went or changed.

use signpost_domain::{Exception, ExceptionKind};
use signpost_hours::{
    HoursText,
    words::{date, times_in_words},
};

use super::{Speaker, tongue::Tongue};
use crate::Value;

impl Speaker<'_> {
    pub(super) fn exception(&self, before: Option<&Value>, after: Option<&Value>) -> Vec<String> {
        let one = |value: Option<&Value>| match value {
            Some(Value::Exception(Some(exception))) => Some(self.dated(exception)),
            _ => None,
        };
        let line = match (self.tongue, one(before), one(after)) {
            (_, None, None) => return vec![],
            (Tongue::English, None, Some(new)) => format!("New: {new}"),
            (Tongue::French, None, Some(new)) => format!("Nouveau\u{a0}: {new}"),
            (Tongue::English, Some(old), None) => format!("Taken out: {old}"),
            (Tongue::French, Some(old), None) => format!("Retiré\u{a0}: {old}"),
            (Tongue::English, Some(old), Some(new)) => format!("{old} becomes: {new}"),
            (Tongue::French, Some(old), Some(new)) => format!("{old} devient\u{a0}: {new}"),
        };
        vec![line]
    }

    /// Hours in words, or as they were typed where they say more than words can.
    fn times(&self, hours: &str) -> String {
        HoursText::parse(hours)
            .ok()
            .and_then(|hours| times_in_words(&hours, self.lang))
            .unwrap_or_else(|| self.quoted(hours))
    }

    /// "closed December 24, 2026 to January 2, 2027 (Supplies), “Holiday”".
    fn dated(&self, exception: &Exception) -> String {
        let state = match exception.kind {
            ExceptionKind::Closed => self.say("closed", "fermé"),
            ExceptionKind::Open => self.say("open", "ouvert"),
            ExceptionKind::Unknown => self.say("call first", "appelez d’abord"),
            ExceptionKind::OutOfStock => self.say("out of stock", "en rupture de stock"),
        };
        let (first, last) = (
            date(exception.first, self.lang),
            date(exception.last, self.lang),
        );
        let days = match self.tongue {
            Tongue::English if first == last => format!(" on {first}"),
            Tongue::English => format!(" from {first} to {last}"),
            Tongue::French if first == last => format!(" le {first}"),
            Tongue::French => format!(" du {first} au {last}"),
        };
        let need = exception
            .need
            .as_ref()
            .map_or_else(String::new, |need| format!(" ({})", self.names(&[need])));
        let hours = exception
            .hours
            .as_deref()
            .map_or_else(String::new, |hours| format!(", {}", self.times(hours)));
        let reason = exception.reason.words(self.lang);
        let reason = if reason.is_empty() {
            String::new()
        } else {
            format!(", {}", self.quoted(reason))
        };
        let review = exception.review_by.map_or_else(String::new, |day| {
            let day = date(day, self.lang);
            match self.tongue {
                Tongue::English => format!(", to be looked at again by {day}"),
                Tongue::French => format!(", à revoir d’ici le {day}"),
            }
        });
        format!("{state}{days}{need}{hours}{reason}{review}")
    }
}
