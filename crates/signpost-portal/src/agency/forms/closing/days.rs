//! Days that are different, brought into a site: the last word on the same days counts, and closed is closed.

use jiff::civil::Date;
use signpost_domain::{Exception, ExceptionKind, ItemCode, NeedCode, Site, Text};
use signpost_editing::rules::{self, LONGEST_EXCEPTION_DAYS, MOST_EXCEPTIONS, WrongDays};

use crate::agency::form::reader::FormReader;

/// An exception without its id.
pub(crate) struct Days {
    pub kind: ExceptionKind,
    pub first: Date,
    pub last: Option<Date>,
    pub need: Option<NeedCode>,
    /// Some things of the need only; empty for all of it.
    pub items: Vec<ItemCode>,
    pub hours: Option<String>,
    pub reason: Text,
    pub review_by: Option<Date>,
}

/// Adds days that are different; what is wrong with them is noted at `field`.
///
/// The same days said twice are one entry, and so is a closing within a longer one. What would stay open beside a closing is ended by it: at
/// once where one day is closed, and else when the form says so. What would stay closed beside an opening is asked about.
pub(crate) fn add_days(
    reader: &mut FormReader<'_>,
    site: &mut Site,
    days: Days,
    (field, today): (&str, Date),
) {
    if site.exceptions.len() >= MOST_EXCEPTIONS {
        let most = MOST_EXCEPTIONS.to_string();
        reader.fault_with(field, "fault-too-many-days", &[("most", &most)]);
    }
    check(reader, &days, field, today);
    let Some(new) = entered(site, days) else {
        return;
    };
    let still: Vec<Exception> = rules::still_counts(site, &new)
        .into_iter()
        .cloned()
        .collect();
    let opens = new.kind == ExceptionKind::Open;
    let one_day = new.last == Some(new.first) && !opens;
    match reader.fields.text("overlap") {
        _ if still.is_empty() => {}
        "keep" => {}
        "end" => end(site, &still, &new),
        _ if one_day => end(site, &still, &new),
        _ if opens => reader.fault("overlap", "fault-overlap-open"),
        _ => reader.fault("overlap", "fault-overlap"),
    }
    rules::put_exception(site, new);
}

fn check(reader: &mut FormReader<'_>, days: &Days, field: &str, today: Date) {
    let last = days.last.or(days.review_by).unwrap_or(days.first);
    match rules::wrong_days(days.first, last, today) {
        None => {}
        Some(WrongDays::Backwards) => reader.fault(field, "fault-backwards"),
        Some(WrongDays::Over) => reader.fault(field, "fault-over"),
        Some(WrongDays::TooMany) => {
            let most = LONGEST_EXCEPTION_DAYS.to_string();
            reader.fault_with(field, "fault-too-long-closed", &[("most", &most)]);
        }
    }
}

/// The exception with its id: that of what it takes the place of, or a free one.
fn entered(site: &Site, days: Days) -> Option<Exception> {
    let taken = |id: &str| site.exceptions.iter().any(|one| one.id.as_str() == id);
    let about = (days.need.as_ref(), days.items.as_slice());
    let same = rules::same_days(site, days.kind, (days.first, days.last), about);
    // Of one thing that is out of stock the last word counts, whatever day it names.
    let stock = || {
        site.exceptions.iter().find(|one| {
            days.kind == ExceptionKind::OutOfStock
                && one.kind == days.kind
                && one.need == days.need
                && one.items == days.items
                && !one.is_over(days.first)
        })
    };
    let id = match same.or_else(stock) {
        Some(old) => old.id.clone(),
        None => rules::free_exception_id(days.kind, days.first, taken)?,
    };
    Some(Exception {
        id,
        need: days.need,
        items: days.items,
        kind: days.kind,
        first: days.first,
        last: days.last,
        hours: days.hours,
        reason: days.reason,
        review_by: days.review_by,
    })
}

/// Takes the days of a new entry out of what would count on them; what lies before and after stays.
fn end(site: &mut Site, still: &[Exception], new: &Exception) {
    for other in still {
        site.exceptions.retain(|one| one.id != other.id);
        if other.first < new.first {
            let mut before = other.clone();
            before.last = new.first.yesterday().ok();
            if other.is_open_ended() {
                before.review_by = None;
            }
            site.exceptions.push(before);
        }
        let after = new.last.and_then(|last| last.tomorrow().ok());
        if let Some(first) = after.filter(|first| !other.is_over(*first)) {
            let taken = |id: &str| site.exceptions.iter().any(|one| one.id.as_str() == id);
            let Some(id) = rules::free_exception_id(other.kind, first, taken) else {
                continue;
            };
            site.exceptions.push(Exception {
                id,
                first,
                review_by: other.review_by.map(|day| day.max(first)),
                ..other.clone()
            });
        }
    }
}
