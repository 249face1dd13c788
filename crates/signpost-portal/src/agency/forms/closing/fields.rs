//! Days that are different: closed, other hours, or nobody knows.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{Exception, ExceptionId, ExceptionKind, NeedCode, Site, Text};
use signpost_hours::{HoursText, HoursWarning};

use super::days::{Days, add_days};
use crate::agency::form::{fields::Fields, reader::FormReader};
use crate::agency::forms::{clock, reasons};

/// When somebody looks again at what lasts until further notice, when nobody said.
///
/// # Units
/// Days.
pub(crate) const LOOK_AGAIN_DAYS: i32 = 7;

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

/// Reads the form into an exception of a site. What is typed counts or is refused: a time, a day or a reason whose choice is not made is asked
/// about.
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
    if kind != Some(ExceptionKind::Open) {
        not_chosen(reader, "from", "fault-times-not-chosen");
        not_chosen(reader, "to", "fault-times-not-chosen");
    }
    let first = reader.day("first");
    let open_end = reader.fields.text("end") == "review";
    if open_end {
        not_chosen(reader, "last", "fault-last-not-chosen");
    } else {
        not_chosen(reader, "review", "fault-review-not-chosen");
    }
    let until = if open_end {
        review(reader, first).map(|day| (None, Some(day)))
    } else {
        reader.day("last").map(|day| (Some(day), None))
    };
    let need = need(reader, site);
    let reason = reason(reader);
    let hours = match kind {
        Some(ExceptionKind::Open) => hours(reader),
        _ => None,
    };
    let (Some(kind), Some(first), Some((last, review_by))) = (kind, first, until) else {
        return;
    };
    let days = Days {
        kind,
        first,
        last,
        need,
        items: vec![],
        hours,
        reason,
        review_by,
    };
    let field = if open_end { "review" } else { "last" };
    add_days(reader, site, days, (field, today));
}

/// Refuses what is typed in a field that does not count.
pub(crate) fn not_chosen(reader: &mut FormReader<'_>, field: &str, key: &str) {
    if !reader.fields.text(field).is_empty() {
        reader.fault(field, key);
    }
}

/// The day on which somebody looks again; a week after it begins when nobody said.
pub(crate) fn review(reader: &mut FormReader<'_>, first: Option<Date>) -> Option<Date> {
    if reader.fields.text("review").is_empty() {
        return first.map(|first| first.saturating_add(LOOK_AGAIN_DAYS.days()));
    }
    reader.day("review")
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
    let mut own = Text::default();
    match reader.fields.text("why") {
        "own" => {
            reader.text("reason", &mut own);
            if own.is_empty() {
                reader.fault("reason.en", "fault-reason");
            }
            return own;
        }
        "" => {}
        key => match reasons::reason(key) {
            Some(reason) => own = reason,
            None => reader.fault("why", "fault-choice"),
        },
    }
    for field in ["reason.en", "reason.fr"] {
        not_chosen(reader, field, "fault-reason-not-chosen");
    }
    own
}

/// Hours on the days that are different. 9 to 5 in the morning is asked about.
fn hours(reader: &mut FormReader<'_>) -> Option<String> {
    let mut time = |field: &str| {
        let minutes = clock::minutes(reader.fields.text(field));
        if minutes.is_none() {
            reader.fault(field, "fault-times");
        }
        minutes
    };
    let (from, to) = (time("from"), time("to"));
    let (from, to) = (from?, to?);
    let end = if to == 0 {
        "24:00".to_owned()
    } else {
        clock::typed(to)
    };
    let text = format!("{}-{end}", clock::typed(from));
    let Ok(hours) = HoursText::parse(&text) else {
        reader.fault("from", "fault-times");
        return None;
    };
    let long = |warning: &HoursWarning| matches!(warning, HoursWarning::LongNight { .. });
    if hours.warnings().iter().any(long) && !reader.fields.holds("sure", "long-night") {
        reader.fault("sure", "fault-long-night");
    }
    Some(text)
}

/// Takes an exception away, and what followed it. Whether it was there.
pub(crate) fn remove(site: &mut Site, id: &ExceptionId) -> bool {
    let gone = site.exceptions.iter().find(|one| one.id == *id).cloned();
    let Some(gone) = gone else {
        return false;
    };
    let follows = |other: &Exception| {
        other.kind == ExceptionKind::Unknown
            && other.is_open_ended()
            && other.review_by == gone.review_by
            && other.need == gone.need
            && gone.last.and_then(|last| last.tomorrow().ok()) == Some(other.first)
    };
    site.exceptions
        .retain(|other| other.id != *id && !follows(other));
    true
}

/// Ends an exception on a day. Whether it was there and the day is one of its days.
pub(crate) fn shorten(site: &mut Site, id: &ExceptionId, last: Date) -> bool {
    let found = site
        .exceptions
        .iter_mut()
        .find(|exception| exception.id == *id)
        .filter(|exception| exception.covers(last));
    match found {
        Some(exception) => {
            if exception.last.is_none() {
                exception.review_by = None;
            }
            exception.last = Some(last);
            true
        }
        None => false,
    }
}

/// What lasts until further notice is still so: somebody looks again on another day. Whether it was there.
pub(crate) fn still_so(site: &mut Site, id: &ExceptionId, review: Date) -> bool {
    let found = site
        .exceptions
        .iter_mut()
        .find(|exception| exception.id == *id)
        .filter(|exception| exception.last.is_none() && exception.first <= review);
    match found {
        Some(exception) => {
            exception.review_by = Some(review);
            true
        }
        None => false,
    }
}
