//! Hours that differ, day by day where a text is simple enough.

use jiff::civil::{Date, date};
use signpost_domain::{HolidayChoice, NeedCode};
use signpost_hours::{Calendar, HoursText, Schedule, Zone, words};

use super::Speaker;
use crate::{ServicePart, Value};

/// A Monday; with no holiday kept and no exception, every week looks like this one.
const MONDAY: Date = date(2026, 11, 23);

impl Speaker<'_> {
    /// "Supplies, Monday to Friday: 9 am to 4 pm becomes 9 am to 6 pm"; whole texts where days cannot tell the difference.
    pub(super) fn hours(
        &self,
        needs: &[&NeedCode],
        before: Option<&Value>,
        after: Option<&Value>,
    ) -> Vec<String> {
        let names = self.names(needs);
        let (before, after) = (hours_text(before), hours_text(after));
        if let (Some(before), Some(after)) = (before, after) {
            let days = self.days(before, after);
            if !days.is_empty() {
                return days
                    .into_iter()
                    .flat_map(|day| {
                        let label = self.part_of_service(&names, &day.which);
                        self.becomes(&label, Some(&day.before), Some(&day.after))
                    })
                    .collect();
            }
        }
        let label = self.service_label(ServicePart::Hours, needs);
        let words = |text: Option<&str>| text.map(|text| self.whole(text));
        self.becomes(&label, words(before).as_deref(), words(after).as_deref())
    }

    /// A whole text: in words when it is simple, else as it was typed.
    fn whole(&self, text: &str) -> String {
        HoursText::parse(text)
            .ok()
            .and_then(|hours| words::text_in_words(&hours, self.lang))
            .unwrap_or_else(|| self.quoted(text))
    }

    /// The days that differ, neighbours with the same change together; empty when a text says more than a week can show.
    fn days(&self, before: &str, after: &str) -> Vec<Days> {
        let (Some(before), Some(after)) = (self.week(before), self.week(after)) else {
            return vec![];
        };
        let mut found: Vec<Days> = Vec::new();
        let mut last_differed = false;
        for (before, after) in before.into_iter().zip(after) {
            let differs = before.hours != after.hours;
            match found.last_mut() {
                Some(last)
                    if differs
                        && last_differed
                        && last.before == before.hours
                        && last.after == after.hours =>
                {
                    last.last = Some(after.day);
                }
                _ if differs => found.push(Days {
                    which: after.day,
                    last: None,
                    before: before.hours,
                    after: after.hours,
                }),
                _ => {}
            }
            last_differed = differs;
        }
        for days in &mut found {
            if let Some(last) = days.last.take() {
                let args = [("first", days.which.as_str()), ("last", &last)];
                days.which = self.words.say("first-to-last", &args);
            }
        }
        found
    }

    fn week(&self, text: &str) -> Option<Vec<words::DayLine>> {
        let hours = HoursText::parse(text).ok()?;
        // What has no words says more than a week can show: months, first Tuesdays.
        words::text_in_words(&hours, self.lang).filter(|_| hours.is_every_week())?;
        let zone = Zone::named("America/Winnipeg").ok()?;
        let always = HolidayChoice::ClosedOn(vec![]);
        let schedule = Schedule::new(zone, Some(hours), &[], &always, Calendar::ontario()).ok()?;
        Some(words::week(&schedule, MONDAY, self.lang))
    }
}

/// Days with one change.
struct Days {
    which: String,
    last: Option<String>,
    before: String,
    after: String,
}

fn hours_text(value: Option<&Value>) -> Option<&str> {
    match value {
        Some(Value::Maybe(text)) => text.as_deref(),
        _ => None,
    }
}
