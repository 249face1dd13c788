//! What programs get: which members, and each written the way its kind is written.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde_json::Value;
use signpost_domain::{NeedCode, SourceDay};

use crate::town::Town;

const ANSWERS: [&str; 4] = [
    "/api/v1/where-to-go?need=supplies&from=birch-health-office&near=49.5502,-94.8935",
    "/api/v1/sites?limit=100",
    "/api/v1/sites/cedar-circle-house",
    "/api/v1/directory.json",
];

/// `2026-11-22T19:30:00-05:00`, and nothing finer.
fn is_local_time(text: &str) -> bool {
    text.len() == 25 && !text.ends_with('Z') && text.parse::<Timestamp>().is_ok()
}

fn is_right(member: &str, value: &Value) -> bool {
    let text = |is: fn(&str) -> bool| value.as_str().is_some_and(is);
    match member {
        "made_at" | "good_until" | "at" => text(is_local_time),
        "until" | "served_at" => value.is_null() || text(is_local_time),
        // A need may also be one of the first that are shown.
        "first" if value.is_boolean() => true,
        "on" | "review_by" | "first" | "last" | "in_force_from" => {
            text(|text| text.parse::<Date>().is_ok())
        }
        "day" => value.is_null() || text(|text| text.parse::<SourceDay>().is_ok()),
        "slug" | "site" | "service" | "code" | "rule" => text(|text| NeedCode::new(text).is_ok()),
        _ => true,
    }
}

/// Checks every member, however deep, and gives how many of the kinds above there were.
fn check(path: &str, value: &Value) -> usize {
    match value {
        Value::Array(values) => values.iter().map(|one| check(path, one)).sum(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| {
                assert!(is_right(name, value), "{path}: {name} is {value}");
                usize::from(value.is_string()) + check(path, value)
            })
            .sum(),
        _ => 0,
    }
}

fn names(value: &Value) -> BTreeSet<&str> {
    let members = value.as_object().expect("an object");
    members.keys().map(String::as_str).collect()
}

#[actix_rt::test]
async fn instants_days_and_codes_are_written_one_way_everywhere() {
    let town = Town::to_read();
    for path in ANSWERS {
        assert!(check(path, &town.get(path).await.json()) > 20, "{path}");
    }
}

#[actix_rt::test]
async fn an_answer_has_these_members_and_no_others() {
    let town = Town::to_read();
    let body = town.get(ANSWERS[0]).await.json();
    let place = "site name former_name step_free organization_name kind point address locality phone website door access example links";
    let answer = "service service_name state until sentence short_of served_at distance_m in_other_towns away_km crosses_water over why why_text confirmed source \
                  note hours_note description bring eligibility_description minimum_age maximum_age id_required items may_be_full dispose";
    let right: BTreeSet<&str> = place
        .split_whitespace()
        .chain(answer.split_whitespace())
        .collect();
    assert_eq!(names(&body["answers"][0]), right);
    assert_eq!(
        names(&body["asked"]),
        BTreeSet::from(["need", "at", "from"])
    );
    let site = town.get(ANSWERS[2]).await.json();
    let service = "need name offer state until sentence short_of hours closed_on hours_note description bring eligibility_description minimum_age maximum_age id_required items confirmed source example may_be_full";
    assert_eq!(
        names(&site["properties"]["services"][0]),
        service.split_whitespace().collect()
    );
}
