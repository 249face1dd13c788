//! The members of a service that its own people may change.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value};
use signpost_domain::{
    Age, Confirmation, HolidayCode, ItemCode, Lang, Need, Offer, Organization, Service, entry,
};
use signpost_hours::Calendar;
use utoipa::ToSchema;

use signpost_editing::rules::{LONGEST_CONFIRMATION_DAYS, confirms_for_itself};
use signpost_web::members::sent;

use super::{
    values::{Faults, merge_hours, merge_text},
    words::TextPatch,
};

/// What a patch of a service may hold; what is left out stays as it is.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ServicePatch {
    /// Offered, not offered or unknown; offered for the first time waits for a steward.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Offer>, nullable = false)]
    offer: Option<Value>,
    /// The hours as an `opening_hours` text; null when they are not known.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>)]
    hours: Option<Value>,
    /// Codes of the holidays on which it is closed; [] for usual hours on all of them, null for those of its organization.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Vec<HolidayCode>>)]
    closed_on: Option<Value>,
    /// Words about the hours.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<TextPatch>)]
    hours_note: Option<Value>,
    /// What one gets.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<TextPatch>)]
    description: Option<Value>,
    /// What to bring.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<TextPatch>)]
    bring: Option<Value>,
    /// Who it is for, beyond what ages say.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<TextPatch>)]
    eligibility_description: Option<Value>,
    /// The youngest it is for, in years; null for any.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<u8>, maximum = 120)]
    minimum_age: Option<Value>,
    /// The oldest it is for, in years; null for any.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<u8>, maximum = 120)]
    maximum_age: Option<Value>,
    /// Whether it asks for a card with one's name; null when nobody said.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<bool>)]
    id_required: Option<Value>,
    /// Whether it has a room, a time or a team for women; null when nobody said.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<bool>)]
    for_women: Option<Value>,
    /// Whether a pet may come in; null when nobody said.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<bool>)]
    pets: Option<Value>,
    /// What is handed out or taken; /api/v1/needs lists the codes.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Vec<ItemCode>>, nullable = false)]
    items: Option<Value>,
    /// Who confirmed it; null takes it back.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<ConfirmationPatch>)]
    confirmation: Option<Value>,
}

/// A new confirmation, or members of the one there is.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ConfirmationPatch {
    /// Who: your own organization, and perhaps a role behind a comma, not a private person. Left out, it is the organization.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>, nullable = false, min_length = 1)]
    by: Option<Value>,
    /// The day it was confirmed.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Date>, nullable = false)]
    on: Option<Value>,
    /// The last day it may be relied on.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Date>, nullable = false)]
    review_by: Option<Value>,
}

/// Merges the members given into a service; faults are noted under `path`, which ends with a full stop. `own` is whose service it is.
pub(crate) fn merge(
    service: &mut Service,
    given: &Map<String, Value>,
    path: &str,
    need: Option<&Need>,
    (own, today): (Option<&Organization>, Date),
    faults: &mut Faults,
) {
    let ServicePatch {
        offer,
        hours,
        closed_on,
        hours_note,
        description,
        bring,
        eligibility_description,
        minimum_age,
        maximum_age,
        id_required,
        for_women,
        pets,
        items,
        confirmation,
    } = faults.members(given, path);
    if let Some(value) = offer {
        let wanted = "\"offered\", \"not_offered\" or \"unknown\"";
        if let Some(offer) = faults.read(&value, &format!("{path}offer"), wanted) {
            service.offer = offer;
        }
    }
    if let Some(value) = hours {
        merge_hours(&mut service.hours, &value, &format!("{path}hours"), faults);
    }
    if let Some(value) = closed_on {
        new_holidays(service, &value, &format!("{path}closed_on"), faults);
    }
    for (name, value, text) in [
        ("hours_note", hours_note, &mut service.hours_note),
        ("description", description, &mut service.description),
        ("bring", bring, &mut service.bring),
        (
            "eligibility_description",
            eligibility_description,
            &mut service.eligibility_description,
        ),
    ] {
        if let Some(value) = value {
            merge_text(text, &value, &format!("{path}{name}"), faults);
        }
    }
    for (name, value, age) in [
        ("minimum_age", minimum_age, &mut service.minimum_age),
        ("maximum_age", maximum_age, &mut service.maximum_age),
    ] {
        if let Some(value) = value {
            new_age(age, &value, &format!("{path}{name}"), faults);
        }
    }
    for (name, value, said) in [
        ("id_required", id_required, &mut service.id_required),
        ("for_women", for_women, &mut service.for_women),
        ("pets", pets, &mut service.pets),
    ] {
        if let Some(value) = value {
            faults.said(said, &value, &format!("{path}{name}"));
        }
    }
    if service.has_backward_ages() {
        let detail = "the oldest is younger than the youngest";
        faults.add(format!("{path}maximum_age"), detail);
    }
    if let Some(value) = items {
        new_items(service, &value, &format!("{path}items"), need, faults);
    }
    if let Some(value) = confirmation {
        confirm(
            service,
            &value,
            &format!("{path}confirmation"),
            (own, today),
            faults,
        );
    }
}

/// An age in years; null for any.
fn new_age(age: &mut Option<Age>, value: &Value, path: &str, faults: &mut Faults) {
    let wanted = format!("a whole number of years from 0 to {}, or null", Age::MOST);
    if let Some(given) = faults.read(value, path, &wanted) {
        *age = given;
    }
}

/// A list of holidays; null means as the organization.
fn new_holidays(service: &mut Service, value: &Value, path: &str, faults: &mut Faults) {
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

fn new_items(
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

fn confirm(
    service: &mut Service,
    value: &Value,
    path: &str,
    (own, today): (Option<&Organization>, Date),
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
    let ConfirmationPatch { by, on, review_by } = faults.members(given, &within);
    let old = service.confirmation.as_ref();
    let by = match &by {
        // Whoever confirmed it before did not confirm it now, unless they are the same.
        None => old
            .map(|old| old.by.clone())
            .filter(|by| own.is_some_and(|own| confirms_for_itself(by, own)))
            .or_else(|| own.map(|own| own.name.words(Lang::En).to_owned())),
        Some(Value::String(by)) => {
            let mut line = old.map(|old| old.by.clone()).unwrap_or_default();
            let taken = entry::line(&mut line, by).is_ok() && !line.is_empty();
            taken.then_some(line)
        }
        Some(_) => None,
    };
    let day = |given: Option<Value>, old: Option<Date>| match given {
        None => old,
        Some(value) => value.as_str().and_then(|text| text.parse::<Date>().ok()),
    };
    let on = day(on, old.map(|old| old.on));
    let review_by = day(review_by, old.map(|old| old.review_by));
    for (name, wanted, missing) in [
        (
            "by",
            "your organization, and perhaps who there confirmed it",
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
