//! Dated exceptions that came, went or changed.

use signpost_domain::{Exception, ExceptionKind};
use signpost_hours::{
    HoursText,
    words::{date, times_in_words},
};

use super::Speaker;
use crate::Value;

impl Speaker<'_> {
    pub(super) fn exception(&self, before: Option<&Value>, after: Option<&Value>) -> Vec<String> {
        let one = |value: Option<&Value>| match value {
            Some(Value::Exception(Some(exception))) => Some(self.dated(exception)),
            _ => None,
        };
        let line = match (one(before), one(after)) {
            (None, None) => return vec![],
            (None, Some(new)) => self.words.say("exception-new", &[("exception", &new)]),
            (Some(old), None) => self.words.say("exception-gone", &[("exception", &old)]),
            (Some(old), Some(new)) => {
                let args = [("before", old.as_str()), ("after", &new)];
                self.words.say("exception-becomes", &args)
            }
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

    /// "closed from December 24, 2026 to January 2, 2027 (Supplies), “Holiday”".
    pub(super) fn dated(&self, exception: &Exception) -> String {
        let words = self.words;
        let mut line = self.state_and_days(exception);
        if let Some(need) = &exception.need {
            let items = exception.items.iter().map(|item| self.item(item.as_str()));
            let items = items.collect::<Vec<_>>().join(", ");
            let mut names = self.names(&[need]);
            if !items.is_empty() {
                let args = [("need", names.as_str()), ("items", &items)];
                names = words.say("exception-items", &args);
            }
            let args = [("exception", line.as_str()), ("names", &names)];
            line = words.say("exception-for-need", &args);
        }
        let hours = exception.hours.as_deref().map(|hours| self.times(hours));
        let reason = exception.reason.words(self.lang);
        let reason = (!reason.is_empty()).then(|| self.quoted(reason));
        for more in hours.into_iter().chain(reason) {
            let args = [("exception", line.as_str()), ("more", &more)];
            line = words.say("exception-and-more", &args);
        }
        if let Some(day) = exception.review_by {
            let args = [("exception", line.as_str()), ("day", &date(day, self.lang))];
            line = words.say("exception-to-review", &args);
        }
        line
    }

    /// "closed on December 24, 2026", "open from December 24, 2026 to January 2, 2027".
    fn state_and_days(&self, exception: &Exception) -> String {
        let state = self.words.plain(match exception.kind {
            ExceptionKind::Closed => "exception-closed",
            ExceptionKind::Open => "exception-open",
            ExceptionKind::Unknown => "exception-unknown",
            ExceptionKind::OutOfStock if exception.leaves_no_room() => "exception-full",
            ExceptionKind::OutOfStock => "exception-out-of-stock",
        });
        let first = date(exception.first, self.lang);
        let Some(last) = exception.last else {
            let args = [("state", state), ("first", &*first)];
            return self.words.say("exception-open-ended", &args);
        };
        if exception.first == last {
            let args = [("state", state), ("day", &first)];
            return self.words.say("exception-on-day", &args);
        }
        let last = date(last, self.lang);
        let args = [("state", state), ("first", &first), ("last", &last)];
        self.words.say("exception-on-days", &args)
    }
}
