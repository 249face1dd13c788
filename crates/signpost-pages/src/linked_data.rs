//! A place as linked data (schema.org), for search engines: what it is, where, and when it is open as far as one may rely on it.
//!
//! In schema.org a day without hours is closed. So hours stand there only where all of them can be said: never of what nobody knows, what
//! lapsed, what one has to call for first, or what may be out of stock.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde_json::{Map, Value, json};
use signpost_domain::{Exception, ExceptionKind, Offer, Site, SiteKind, Trust};
use signpost_hours::{Calendar, HolidayHours, HoursText, weekly::Weekly};
use signpost_locate::{ServiceIx, SiteIx, Snapshot};
use signpost_web::PageContext;

const CONTEXT: &str = "https://schema.org";
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The linked data of a place, ready to stand in a script of a page.
pub(crate) fn linked_data(
    f: &PageContext,
    snapshot: &Snapshot,
    ix: SiteIx,
    at: Timestamp,
    address: &str,
) -> String {
    let site = snapshot.site(ix);
    let day = snapshot.zone(ix).day(at);
    let services: Vec<ServiceIx> = snapshot
        .services_at(ix)
        .filter(|&service| snapshot.offer(service, at) == Offer::Offered)
        .collect();
    let mut place = Map::new();
    let mut put = |name: &str, value: Value| {
        let empty = value.is_null() || value == json!("") || value == json!([]);
        if !empty {
            place.insert(name.to_owned(), value);
        }
    };
    put("@context", json!(CONTEXT));
    put("@type", json!(kind(site, snapshot, &services)));
    put("@id", json!(address));
    put("url", json!(address));
    put("name", json!(site.name.words(f.lang)));
    put("description", json!(site.description.words(f.lang)));
    put(
        "telephone",
        json!(
            site.phone
                .as_ref()
                .map(|phone| phone.tel().replace("tel:", ""))
        ),
    );
    put("sameAs", json!(site.website));
    if !site.address.is_empty() {
        put(
            "address",
            json!({
                "@type": "PostalAddress",
                "streetAddress": site.address,
                "addressLocality": site.locality,
                "addressCountry": "CA",
            }),
        );
    }
    if let Some(point) = site.point {
        put(
            "geo",
            json!({"@type": "GeoCoordinates", "latitude": point.lat(), "longitude": point.lon()}),
        );
    }
    let told: Vec<(ServiceIx, Option<Hours>)> = services
        .iter()
        .map(|&service| (service, hours(snapshot, service, day)))
        .collect();
    match told.as_slice() {
        // One text of hours for the place, when all it does has the same.
        [(_, Some(first)), rest @ ..]
            if rest.iter().all(|(_, other)| other.as_ref() == Some(first)) =>
        {
            put("openingHoursSpecification", json!(first.usual));
            put("specialOpeningHoursSpecification", json!(first.special));
        }
        _ => {
            let parts = told.iter().filter_map(|(service, hours)| {
                let hours = hours.as_ref()?;
                let need = snapshot.need(&snapshot.service(*service).need)?;
                let mut part = json!({
                    "@type": "Place",
                    "name": need.name.words(f.lang),
                    "openingHoursSpecification": hours.usual,
                });
                if let Some(members) = part.as_object_mut().filter(|_| !hours.special.is_empty()) {
                    let name = "specialOpeningHoursSpecification".to_owned();
                    members.insert(name, json!(hours.special));
                }
                Some(part)
            });
            put("containsPlace", json!(parts.collect::<Vec<_>>()));
        }
    }
    // A text in it must not end the script.
    Value::Object(place).to_string().replace('<', "\\u003c")
}

/// What it is, as far as schema.org has a word.
fn kind(site: &Site, snapshot: &Snapshot, services: &[ServiceIx]) -> &'static str {
    let does = |code: &str| {
        let mut services = services.iter();
        services.any(|&service| snapshot.service(service).need.as_str() == code)
    };
    let emergency = services
        .iter()
        .any(|&service| snapshot.service(service).is_emergency_department());
    match site.kind {
        SiteKind::Pharmacy => "Pharmacy",
        _ if emergency => "Hospital",
        SiteKind::Building if does("health-care") => "MedicalClinic",
        SiteKind::Building if services.len() == 1 && does("washroom") => "PublicToilet",
        _ => "Place",
    }
}

/// Hours one may rely on.
#[derive(PartialEq)]
struct Hours {
    usual: Vec<Value>,
    special: Vec<Value>,
}

/// How far ahead holidays are looked at.
const AHEAD_DAYS: i32 = 60;

/// The hours of a service; `None` when not all of them can be said for sure. They hold until the eve of a holiday of which nobody knows whether
/// its usual hours are kept, and days on which the place keeps a holiday are closed.
fn hours(snapshot: &Snapshot, ix: ServiceIx, day: Date) -> Option<Hours> {
    let service = snapshot.service(ix);
    if service.trust(day) == Trust::Unknown {
        return None;
    }
    let mut until = service.last_reliable_day()?;
    let week = weekly(service.hours.as_deref()?)?;
    let site = snapshot.site(snapshot.site_of(ix));
    let ahead: Vec<&Exception> = site
        .exceptions
        .iter()
        .filter(|one| !one.is_over(day) && one.concerns(&service.need))
        .collect();
    let mut special = Vec::new();
    for exception in &ahead {
        special.extend(differs(exception)?);
    }
    let last = day.saturating_add(AHEAD_DAYS.days());
    let days = day.series(1.day()).take_while(|day| *day <= last);
    for holiday in days.flat_map(|day| Calendar::ontario().on(day)) {
        if ahead.iter().any(|one| one.covers(holiday.date)) {
            continue;
        }
        match snapshot.schedule(ix).on_holiday(holiday) {
            HolidayHours::Usual => {}
            HolidayHours::Closed => special.push(on_days(closed(), holiday.date, holiday.date)),
            HolidayHours::NotKnown => {
                until = until.min(holiday.date.yesterday().ok()?);
                break;
            }
        }
    }
    if until < day {
        return None;
    }
    let mut usual = specifications(&week);
    for one in &mut usual {
        one["validThrough"] = json!(until);
    }
    Some(Hours { usual, special })
}

/// A day without hours, as engines read it.
fn closed() -> Value {
    json!({"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00"})
}

fn on_days(mut hours: Value, first: Date, last: Date) -> Value {
    if let Some(members) = hours.as_object_mut() {
        members.insert("validFrom".to_owned(), json!(first));
        members.insert("validThrough".to_owned(), json!(last));
    }
    hours
}

/// A usual week that is no more than days and times.
fn weekly(hours: &str) -> Option<Weekly> {
    let week = Weekly::read(&HoursText::parse(hours).ok()?)?;
    let plain = week.monthly.is_empty() && week.fortnightly.is_empty() && !week.by_appointment;
    plain.then_some(week)
}

/// Days that differ; `None` when nobody knows what they are like, or when they end.
fn differs(exception: &Exception) -> Option<Vec<Value>> {
    let last = exception.last?;
    let all = match exception.kind {
        ExceptionKind::Closed => vec![closed()],
        ExceptionKind::Open => specifications(&weekly(exception.hours.as_deref()?)?),
        ExceptionKind::Unknown | ExceptionKind::OutOfStock => return None,
    };
    let all = all.into_iter();
    Some(all.map(|one| on_days(one, exception.first, last)).collect())
}

/// A week; days with the same times stand in one.
fn specifications(week: &Weekly) -> Vec<Value> {
    // A day ends at 23:59 there.
    let time = |minutes: u16| {
        let minutes = minutes.min(24 * 60 - 1);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    };
    week.alike(DAYS)
        .into_iter()
        .map(|(range, days)| {
            json!({
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": days,
                "opens": time(range.from),
                "closes": time(range.to),
            })
        })
        .collect()
}
