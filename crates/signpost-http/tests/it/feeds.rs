//! A week of a calendar program and a feed reader: what they are told of a closing, of its change, and of its end before its time.

use actix_web::{http::header, test::TestRequest};
use serde_json::json;

use crate::{
    editor::{Edit, PATH, tag},
    town::Town,
};

const CALENDAR: &str = "/changes.ics";
const FEED: &str = "/changes.atom";

/// The event of a UID, with folded lines joined (RFC 5545 §3.1).
fn event(calendar: &str, uid: &str) -> Option<String> {
    let whole = calendar.replace("\r\n ", "");
    let mut events = whole.split("BEGIN:VEVENT").skip(1);
    events
        .find(|event| event.contains(&format!("UID:{uid}\r\n")))
        .map(str::to_owned)
}

fn line<'e>(event: &'e str, name: &str) -> &'e str {
    let mut lines = event.split("\r\n");
    let starts = |line: &&str| line.split([':', ';']).next() == Some(name);
    lines
        .find(starts)
        .unwrap_or_else(|| panic!("{name} in {event}"))
}

fn sequence(event: &str) -> u64 {
    line(event, "SEQUENCE")
        .trim_start_matches("SEQUENCE:")
        .parse()
        .unwrap()
}

async fn body(town: &Town, path: &str) -> String {
    let answer = town.get(path).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    answer.body()
}

#[actix_rt::test]
async fn a_closing_comes_changes_and_is_taken_back() {
    let town = Town::to_edit().await;
    let before = body(&town, CALENDAR).await;
    assert!(before.starts_with("BEGIN:VCALENDAR\r\n"), "{before}");
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({
            "kind": "closed", "first": "2026-11-27", "last": "2026-11-28", "need": "supplies",
            "reason": {"en": "Burst pipe", "fr": "Tuyau éclaté"},
        }),
    };
    let added = add.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let uid = "cedar-circle-house-closed-2026-11-27@signpost";
    let calendar = body(&town, CALENDAR).await;
    assert!(!calendar.contains("TZID"), "{calendar}");
    let closed = event(&calendar, uid).unwrap();
    assert_eq!(line(&closed, "DTSTART"), "DTSTART;VALUE=DATE:20261127");
    // The day after the last, as the format has it.
    assert_eq!(line(&closed, "DTEND"), "DTEND;VALUE=DATE:20261129");
    assert_eq!(line(&closed, "STATUS"), "STATUS:CONFIRMED");
    assert!(
        line(&closed, "SUMMARY").contains("Cedar Circle House: Closed"),
        "{closed}"
    );
    assert_eq!(line(&closed, "DESCRIPTION"), "DESCRIPTION:Burst pipe");
    let french = body(&town, "/changes.ics?lang=fr").await;
    assert!(event(&french, uid).unwrap().contains("Tuyau éclaté"));
    let feed = body(&town, FEED).await;
    assert!(
        feed.contains("Cedar Circle House") && feed.contains("Burst pipe"),
        "{feed}"
    );
    assert!(
        !feed.contains("token"),
        "nobody is told who made it: {feed}"
    );

    let one = format!("{PATH}/exceptions/closed-2026-11-27");
    let remove = Edit {
        path: &one,
        tag: Some(added.header("etag")),
        body: json!(null),
        ..add
    };
    let removed = remove.send(&town, TestRequest::delete()).await;
    assert_eq!(removed.status, 200, "{}", removed.body());
    let cancelled = event(&body(&town, CALENDAR).await, uid).unwrap();
    assert_eq!(line(&cancelled, "STATUS"), "STATUS:CANCELLED");
    assert!(sequence(&cancelled) > sequence(&closed));
    assert_eq!(line(&cancelled, "DTSTART"), line(&closed, "DTSTART"));
}

/// Hours of one day are times in UTC: noon in Kenora is six in the evening there, in a winter whose zone some calendars have wrong.
#[actix_rt::test]
async fn special_hours_of_one_day_are_times_in_utc() {
    let town = Town::to_edit().await;
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let list = format!("{PATH}/exceptions");
    let add = Edit {
        path: &list,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"kind": "open", "first": "2026-12-20", "last": "2026-12-20", "need": "supplies", "hours": "12:00-16:00"}),
    };
    let added = add.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let open = event(
        &body(&town, CALENDAR).await,
        "cedar-circle-house-open-2026-12-20@signpost",
    )
    .unwrap();
    let site = town.get(PATH).await.json();
    let zone = site["properties"]["zone"]
        .as_str()
        .unwrap_or("America/Winnipeg")
        .to_owned();
    let instant = |hour: i8| {
        let day = jiff::civil::date(2026, 12, 20).at(hour, 0, 0, 0);
        let at = day.in_tz(&zone).unwrap().timestamp();
        at.strftime("%Y%m%dT%H%M%SZ").to_string()
    };
    assert_eq!(line(&open, "DTSTART"), format!("DTSTART:{}", instant(12)));
    assert_eq!(line(&open, "DTEND"), format!("DTEND:{}", instant(16)));
    // Two spans are a day with its hours in words.
    let two = Edit {
        tag: Some(added.header("etag")),
        body: json!({"kind": "open", "first": "2026-12-27", "last": "2026-12-27", "need": "supplies", "hours": "09:00-10:00,14:00-15:00"}),
        ..add
    };
    let added = two.send(&town, TestRequest::post()).await;
    assert_eq!(added.status, 201, "{}", added.body());
    let open = event(
        &body(&town, CALENDAR).await,
        "cedar-circle-house-open-2026-12-27@signpost",
    )
    .unwrap();
    assert_eq!(line(&open, "DTSTART"), "DTSTART;VALUE=DATE:20261227");
    assert!(line(&open, "SUMMARY").contains("2 pm to 3 pm"), "{open}");
}

#[actix_rt::test]
async fn it_can_be_narrowed_and_polled_and_what_is_not_there_is_named() {
    let town = Town::to_edit().await;
    let all = body(&town, CALENDAR).await;
    let works = body(&town, "/changes.ics?organization=birch-landing-works").await;
    let food = body(&town, "/changes.ics?need=food").await;
    let count = |calendar: &str| calendar.matches("BEGIN:VEVENT").count();
    assert!(
        count(&all) > count(&works) && count(&all) > count(&food),
        "{all}"
    );
    for path in [CALENDAR, FEED] {
        let answer = town.get(path).await;
        let tag = answer.header("etag").to_owned();
        let again = TestRequest::get()
            .uri(path)
            .insert_header((header::IF_NONE_MATCH, tag.as_str()));
        assert_eq!(town.send(again).await.status, 304, "{path}");
        for wrong in ["need=nonsense", "organization=nobody", "since=now"] {
            let answer = town.get(&format!("{path}?{wrong}")).await;
            let status = if wrong.starts_with("org") { 404 } else { 400 };
            assert_eq!(answer.status, status, "{path}?{wrong}");
        }
    }
}

/// What only those who look after a box may read, and boxes that somebody only proposes, are in no feed.
#[actix_rt::test]
async fn what_is_not_public_is_not_told() {
    let town = Town::to_edit().await;
    let (token, site) = (
        town.token("birch-landing-works").await,
        "/api/v1/sites/mill-park-box",
    );
    let tag = town.get(site).await.header("etag").to_owned();
    let edit = Edit {
        path: site,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"disposal_point": {"asset": "SECRET-7", "capacity_litres": 77, "winter": false}}),
    };
    let answer = edit.send(&town, TestRequest::patch()).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    let feed = body(&town, FEED).await;
    assert!(feed.contains("Mill Park"), "{feed}");
    assert!(!feed.contains("SECRET-7") && !feed.contains("77"), "{feed}");
    let all = format!("{feed}{}", body(&town, CALENDAR).await);
    assert!(!all.contains("Sawmill Road needle box"), "{all}");
}
