//! Days that are different: closed, other hours, or nobody knows.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{Exception, ExceptionId, ExceptionKind, NeedCode, Site, Text};

use crate::agency::form::{fields::Fields, reader::FormReader};
use crate::agency::forms::reasons;
use signpost_editing::rules::{self, LONGEST_EXCEPTION_DAYS, MOST_EXCEPTIONS, WrongDays};

/// How long "call first" follows a closing whose end nobody knew, when nobody came back to it.
///
/// # Units
/// Days.
const CALL_FIRST_DAYS: i32 = 30;

/// The form for one day, or for the days from here on.
pub(crate) fn fields(first: Date, last: Option<Date>) -> Fields {
    let mut fields = Fields::default();
    fields.put("kind", "closed");
    fields.put("first", first.to_string());
    fields.put("end", "last");
    fields.put("last", last.map(|day| day.to_string()).unwrap_or_default());
    fields.put("need", "");
    fields.put("why", "");
    fields
}

/// Reads the form into exceptions of a site: one, and a second one for the days after when nobody knows the end.
pub(crate) fn read_days(reader: &mut FormReader<'_>, site: &mut Site, today: Date) {
    let kind = match reader.fields.text("kind") {
        "closed" => Some(ExceptionKind::Closed),
        "open" => Some(ExceptionKind::Open),
        "unknown" => Some(ExceptionKind::Unknown),
        _ => {
            reader.fault("kind", "fault-choice");
            None
        }
    };
    let first = reader.day("first");
    let open_end = reader.fields.text("end") == "review";
    let last = reader.day(if open_end { "review" } else { "last" });
    let need = need(reader, site);
    let reason = reason(reader);
    let hours = match kind {
        Some(ExceptionKind::Open) => hours(reader),
        _ => None,
    };
    let (Some(kind), Some(first), Some(last)) = (kind, first, last) else {
        return;
    };
    let days = Days {
        kind,
        first,
        last,
        need,
        hours,
        reason,
        review_by: open_end.then_some(last),
    };
    let field = if open_end { "review" } else { "last" };
    add_days(reader, site, days, (field, today));
}

/// Adds days that are different; what is wrong with them is noted at `field`. When nobody knows their end, "call first" follows them.
pub(crate) fn add_days(
    reader: &mut FormReader<'_>,
    site: &mut Site,
    days: Days,
    (field, today): (&str, Date),
) {
    let follows = days.review_by.is_some() && days.kind != ExceptionKind::Unknown;
    let room = if follows { 2 } else { 1 };
    if site.exceptions.len() + room > MOST_EXCEPTIONS {
        let most = MOST_EXCEPTIONS.to_string();
        reader.fault_with(field, "fault-too-many-days", &[("most", &most)]);
    }
    check(reader, &days, field, today);
    let after = Days {
        kind: ExceptionKind::Unknown,
        first: days.last.saturating_add(1.day()),
        last: days.last.saturating_add(CALL_FIRST_DAYS.days()),
        need: days.need.clone(),
        hours: None,
        reason: Text::default(),
        review_by: days.review_by,
    };
    add(site, days);
    if follows {
        add(site, after);
    }
}

/// An exception without its id.
pub(crate) struct Days {
    pub kind: ExceptionKind,
    pub first: Date,
    pub last: Date,
    pub need: Option<NeedCode>,
    pub hours: Option<String>,
    pub reason: Text,
    pub review_by: Option<Date>,
}

fn check(reader: &mut FormReader<'_>, days: &Days, field: &str, today: Date) {
    match rules::wrong_days(days.first, days.last, today) {
        None => {}
        Some(WrongDays::Backwards) => reader.fault(field, "fault-backwards"),
        Some(WrongDays::Over) => reader.fault(field, "fault-over"),
        Some(WrongDays::TooMany) => {
            let most = LONGEST_EXCEPTION_DAYS.to_string();
            reader.fault_with(field, "fault-too-long-closed", &[("most", &most)]);
        }
    }
}

fn need(reader: &mut FormReader<'_>, site: &Site) -> Option<NeedCode> {
    let text = reader.fields.text("need");
    if text.is_empty() {
        return None;
    }
    let need = text
        .parse::<NeedCode>()
        .ok()
        .filter(|need| site.service(need).is_some());
    if need.is_none() {
        reader.fault("need", "fault-choice");
    }
    need
}

/// A reason of the list, or own words.
fn reason(reader: &mut FormReader<'_>) -> Text {
    match reader.fields.text("why") {
        "" => Text::default(),
        "own" => {
            let mut own = Text::default();
            reader.text("reason", &mut own);
            if own.is_empty() {
                reader.fault("reason.en", "fault-reason");
            }
            own
        }
        key => reasons::reason(key).unwrap_or_else(|| {
            reader.fault("why", "fault-choice");
            Text::default()
        }),
    }
}

/// Hours on the days that are different: none when it is open all day.
fn hours(reader: &mut FormReader<'_>) -> Option<String> {
    let (from, to) = (reader.fields.text("from"), reader.fields.text("to"));
    if from.is_empty() && to.is_empty() {
        reader.fault("from", "fault-times");
        return None;
    }
    let text = format!("{from}-{to}");
    if signpost_hours::HoursText::parse(&text).is_err() {
        reader.fault("from", "fault-times");
    }
    Some(text)
}

fn add(site: &mut Site, days: Days) {
    // A form that came twice adds nothing.
    let there = site.exceptions.iter().any(|one| {
        (one.kind, one.first, one.last) == (days.kind, days.first, days.last)
            && one.need == days.need
            && one.reason == days.reason
            && one.hours == days.hours
    });
    if there {
        return;
    }
    let taken = |id: &str| site.exceptions.iter().any(|one| one.id.as_str() == id);
    let Some(id) = rules::free_exception_id(days.kind, days.first, taken) else {
        return;
    };
    site.exceptions.push(Exception {
        id,
        need: days.need,
        kind: days.kind,
        first: days.first,
        last: days.last,
        hours: days.hours,
        reason: days.reason,
        review_by: days.review_by,
    });
}

/// Takes an exception away. Whether it was there.
pub(crate) fn remove(site: &mut Site, id: &ExceptionId) -> bool {
    let before = site.exceptions.len();
    site.exceptions.retain(|exception| exception.id != *id);
    site.exceptions.len() < before
}

/// Ends an exception on an earlier day. Whether it was there and the day is one of its days.
pub(crate) fn shorten(site: &mut Site, id: &ExceptionId, last: Date) -> bool {
    let found = site
        .exceptions
        .iter_mut()
        .find(|exception| exception.id == *id)
        .filter(|exception| exception.first <= last && last <= exception.last);
    match found {
        Some(exception) => {
            exception.last = last;
            true
        }
        None => false,
    }
}
