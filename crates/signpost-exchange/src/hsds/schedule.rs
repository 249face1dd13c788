//! Hours as schedules: rules that repeat where a text is no more than that, words where it is more, and nothing where nobody knows.

use serde_json::Value;
use signpost_domain::{Exception, ExceptionKind, Offer, Service, Site};
use signpost_hours::{
    HoursText,
    weekly::{Range, Weekly},
};

use super::{Hsds, Object, hsds_id};

/// The days as rules name them, Monday first.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A rule: how often, on what days, from when to when.
#[derive(Debug, Default, PartialEq, Eq)]
struct Rule {
    freq: &'static str,
    interval: Option<u8>,
    byday: String,
    dtstart: Option<String>,
    at: (String, String),
    notes: Vec<&'static str>,
}

impl Hsds<'_> {
    /// The schedules of a service. One that is not offered has none; one whose offer nobody knows has words and no times, whatever its hours
    /// were: times are for what one may rely on.
    pub(super) fn schedules(&self, site: &Site, service: &Service, link: &str) -> Vec<Value> {
        let offer = service.offer_on(self.day);
        let Some(hours) = service.hours.as_deref() else {
            return Vec::new();
        };
        let mut all = match offer {
            Offer::NotOffered => return Vec::new(),
            Offer::Unknown => {
                let words =
                    format!("These were its hours. Nobody has confirmed them: call first. {hours}");
                vec![worded(link, hours, &words).value()]
            }
            Offer::Offered => told(link, hours, None),
        };
        let note = service.hours_note.words(self.lang);
        if !note.is_empty() {
            for one in &mut all {
                one["description"] = note.into();
            }
        }
        if offer == Offer::Offered {
            let others = site.exceptions.iter().filter(|one| {
                one.kind == ExceptionKind::Open
                    && !one.is_over(self.day)
                    && one.concerns(&service.need)
            });
            for exception in others {
                if let Some(hours) = exception.hours.as_deref() {
                    all.extend(told(link, hours, Some(exception)));
                }
            }
        }
        all
    }
}

/// An hours text as schedules; of the days of an exception, when it is one.
fn told(link: &str, hours: &str, of: Option<&Exception>) -> Vec<Value> {
    let week = HoursText::parse(hours)
        .ok()
        .and_then(|text| Weekly::read(&text));
    let Some(week) = week else {
        return vec![days_of(worded(link, hours, hours), of).value()];
    };
    let rules = rules(&week).into_iter().enumerate();
    rules
        .map(|(ix, rule)| {
            let first = of.map(|one| one.id.to_string()).unwrap_or_default();
            let id = hsds_id("schedule", &format!("{link}/{first}/{ix}/{hours}"));
            let mut notes: Vec<String> = rule.notes.iter().map(|&words| words.to_owned()).collect();
            if of.is_some() {
                notes.push("On these days instead of the usual hours.".to_owned());
            }
            let schedule = Object::of(&id)
                .with("service_at_location_id", link)
                .with("freq", rule.freq)
                .with("interval", rule.interval)
                .with("byday", rule.byday)
                .with("dtstart", rule.dtstart)
                .with("opens_at", rule.at.0)
                .with("closes_at", rule.at.1)
                .with("notes", notes.join(" "));
            days_of(schedule, of).value()
        })
        .collect()
}

/// A schedule of words alone.
fn worded(link: &str, hours: &str, words: &str) -> Object {
    Object::of(&hsds_id("schedule", &format!("{link}/words/{hours}")))
        .with("service_at_location_id", link)
        .with("notes", words)
}

/// With the days of an exception, when it is one.
fn days_of(schedule: Object, of: Option<&Exception>) -> Object {
    let (first, last) = of.map_or((None, None), |one| (Some(one.first), one.last));
    schedule
        .with("valid_from", first.map(|day| day.to_string()))
        .with("valid_to", last.map(|day| day.to_string()))
}

/// A usual week as rules; days with the same times stand in one.
fn rules(week: &Weekly) -> Vec<Rule> {
    let notes = |range: Range| {
        let mut notes = Vec::new();
        if range.is_a_night() {
            notes.push("It closes on the day after.");
        }
        if week.by_appointment {
            notes.push("By appointment: call first.");
        }
        if week.closed_on_holidays {
            notes.push("Closed on public holidays.");
        }
        notes
    };
    let weekly = week.alike(DAYS).into_iter().map(|(range, days)| Rule {
        freq: "WEEKLY",
        byday: days.join(","),
        at: times(range),
        notes: notes(range),
        ..Rule::default()
    });
    let name = |day: u8| DAYS.get(usize::from(day)).copied().unwrap_or("MO");
    let monthly = week.monthly.iter().map(|one| Rule {
        freq: "MONTHLY",
        byday: match one.nth {
            0 => format!("-1{}", name(one.day)),
            nth => format!("{nth}{}", name(one.day)),
        },
        at: times(one.at),
        notes: notes(one.at),
        ..Rule::default()
    });
    let every_second = week.fortnightly.iter().map(|one| Rule {
        freq: "WEEKLY",
        interval: Some(2),
        byday: name(one.from.weekday().to_monday_zero_offset().unsigned_abs()).to_owned(),
        dtstart: Some(one.from.to_string()),
        at: times(one.at),
        notes: notes(one.at),
    });
    weekly.chain(monthly).chain(every_second).collect()
}

fn times(range: Range) -> (String, String) {
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    (time(range.from), time(range.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(hours: &str) -> Vec<(String, String, String)> {
        let words = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
        let all = told("link", hours, None);
        all.iter()
            .map(|one| {
                (
                    words(one, "byday"),
                    words(one, "opens_at"),
                    words(one, "closes_at"),
                )
            })
            .collect()
    }

    #[test]
    fn a_week_becomes_rules_and_what_is_more_stays_words() {
        let rule =
            |days: &str, from: &str, to: &str| (days.to_owned(), from.to_owned(), to.to_owned());
        assert_eq!(
            read("Mo-Fr 09:00-12:00,13:00-16:00"),
            [
                rule("MO,TU,WE,TH,FR", "09:00", "12:00"),
                rule("MO,TU,WE,TH,FR", "13:00", "16:00")
            ]
        );
        assert_eq!(
            read("24/7"),
            [rule("MO,TU,WE,TH,FR,SA,SU", "00:00", "24:00")]
        );
        assert_eq!(read("Fr 22:00-02:00"), [rule("FR", "22:00", "02:00")]);
        assert_eq!(read("Tu[1] 10:00-12:00"), [rule("1TU", "10:00", "12:00")]);
        let dated = "2026 Dec 24 09:00-12:00";
        let all = told("link", dated, None);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0]["notes"], dated);
        assert!(all[0].get("opens_at").is_none() && all[0].get("freq").is_none());
    }
}
