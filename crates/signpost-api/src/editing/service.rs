//! The members of a service that its own people may change.

use jiff::civil::Date;
use serde_json::{Map, Value};
use signpost_domain::{Confirmation, HolidayCode, ItemCode, Need, Service, entry};
use signpost_hours::Calendar;

use signpost_editing::rules::LONGEST_CONFIRMATION_DAYS;

use super::values::{Faults, merge_hours, merge_text};

const SERVICE: &[&str] = &[
    "offer",
    "hours",
    "closed_on",
    "hours_note",
    "description",
    "bring",
    "items",
    "confirmation",
];
const CONFIRMATION: &[&str] = &["by", "on", "review_by"];

/// Merges the members given into a service; faults are noted under `path`, which ends with a full stop.
pub(crate) fn merge(
    service: &mut Service,
    given: &Map<String, Value>,
    path: &str,
    need: Option<&Need>,
    today: Date,
    faults: &mut Faults,
) {
    faults.only(given, path, SERVICE);
    for (name, value) in given {
        let path = format!("{path}{name}");
        match name.as_str() {
            "offer" => {
                let wanted = "\"offered\", \"not_offered\" or \"unknown\"";
                if let Some(offer) = faults.read(value, &path, wanted) {
                    service.offer = offer;
                }
            }
            "hours" => {
                merge_hours(&mut service.hours, value, &path, faults);
            }
            "closed_on" => closed_on(service, value, &path, faults),
            "hours_note" => merge_text(&mut service.hours_note, value, &path, faults),
            "description" => merge_text(&mut service.description, value, &path, faults),
            "bring" => merge_text(&mut service.bring, value, &path, faults),
            "items" => items(service, value, &path, need, faults),
            "confirmation" => confirmation(service, value, &path, today, faults),
            _ => {}
        }
    }
}

/// A list of holidays; null means as the organization.
fn closed_on(service: &mut Service, value: &Value, path: &str, faults: &mut Faults) {
    if value.is_null() {
        service.closed_on = None;
        return;
    }
    let calendar = Calendar::ontario();
    let names: Vec<&str> = calendar.codes().map(HolidayCode::as_str).collect();
    let wanted = format!(
        "a list of these, [] for usual hours on all holidays, or null for those of the organization: {}",
        names.join(", ")
    );
    let codes: Option<Vec<HolidayCode>> = faults.read(value, path, &wanted);
    match codes {
        Some(mut codes) if codes.iter().all(|code| names.contains(&code.as_str())) => {
            codes.sort();
            codes.dedup();
            service.closed_on = Some(codes);
        }
        Some(_) => faults.add(path, format!("write {wanted}")),
        None => {}
    }
}

fn items(
    service: &mut Service,
    value: &Value,
    path: &str,
    need: Option<&Need>,
    faults: &mut Faults,
) {
    let known: Vec<&ItemCode> = need
        .iter()
        .flat_map(|need| &need.items)
        .map(|item| &item.code)
        .collect();
    let names: Vec<&str> = known.iter().map(|code| code.as_str()).collect();
    let wanted = format!("a list of these: {}", names.join(", "));
    let codes: Option<Vec<ItemCode>> = faults.read(value, path, &wanted);
    match codes {
        Some(codes) if codes.iter().all(|code| known.contains(&code)) => service.items = codes,
        Some(_) => faults.add(path, format!("write {wanted}")),
        None => {}
    }
}

fn confirmation(
    service: &mut Service,
    value: &Value,
    path: &str,
    today: Date,
    faults: &mut Faults,
) {
    let given = match value {
        Value::Null => {
            service.confirmation = None;
            return;
        }
        Value::Object(given) => given,
        _ => {
            faults.add(
                path,
                "write {\"by\": \"…\", \"on\": \"2026-11-22\", \"review_by\": \"2027-05-22\"}, or null",
            );
            return;
        }
    };
    let within = format!("{path}.");
    faults.only(given, &within, CONFIRMATION);
    let old = service.confirmation.as_ref();
    let by = match given.get("by") {
        None => old.map(|old| old.by.clone()),
        Some(Value::String(by)) => {
            let mut line = old.map(|old| old.by.clone()).unwrap_or_default();
            let taken = entry::line(&mut line, by).is_ok() && !line.is_empty();
            taken.then_some(line)
        }
        Some(_) => None,
    };
    let day = |name: &str, old: Option<Date>| match given.get(name) {
        None => old,
        Some(value) => value.as_str().and_then(|text| text.parse::<Date>().ok()),
    };
    let on = day("on", old.map(|old| old.on));
    let review_by = day("review_by", old.map(|old| old.review_by));
    for (name, wanted, missing) in [
        (
            "by",
            "who confirmed it: a role or an organization",
            by.is_none(),
        ),
        (
            "on",
            "the day it was confirmed, such as 2026-11-22",
            on.is_none(),
        ),
        (
            "review_by",
            "the last day it may be relied on, such as 2027-05-22",
            review_by.is_none(),
        ),
    ] {
        if missing {
            faults.add(format!("{within}{name}"), format!("write {wanted}"));
        }
    }
    let (Some(by), Some(on), Some(review_by)) = (by, on, review_by) else {
        return;
    };
    if on > today {
        faults.add(format!("{within}on"), "that day has not come yet");
    } else if review_by < on {
        faults.add(
            format!("{within}review_by"),
            "the review is before the confirmation",
        );
    } else if (review_by - on).get_days() > LONGEST_CONFIRMATION_DAYS {
        faults.add(
            format!("{within}review_by"),
            format!("a confirmation counts for at most {LONGEST_CONFIRMATION_DAYS} days"),
        );
    } else {
        service.confirmation = Some(Confirmation { by, on, review_by });
    }
}
