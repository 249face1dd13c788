//! Changes of clocks: the last three of Kenora, the one that no longer comes, and those of a place that keeps them.

use jiff::ToSpan;
use signpost_hours::{Calendar, OpenState::*, Schedule, check_zone_rules, tzdb_version};

use crate::support::{KENORA, at, hours, schedule, seen, usual, zone};

#[test]
fn on_the_first_of_december_2026_1800z_is_one_in_the_afternoon_in_kenora() {
    assert_eq!(zone(KENORA).zoned(at("2026-12-01T18:00:00Z")).hour(), 13);
    check_zone_rules().unwrap();
    assert!(tzdb_version() >= "2026e", "{}", tzdb_version());
}

/// How long the night from the evening of `evening` lasts.
fn hours_of_night(evening: &str) -> i64 {
    let night = schedule("Mo-Su 20:00-08:00");
    let spans = night.spans(
        at(&format!("{evening}T20:00")),
        at(&format!("{evening}T20:00")) + 20.hours(),
    );
    spans[0].end.duration_since(spans[0].start).as_hours()
}

#[test]
fn the_night_to_2025_03_09_is_an_hour_shorter() {
    assert_eq!(hours_of_night("2025-03-08"), 11);
}

#[test]
fn the_night_to_2025_11_02_is_an_hour_longer() {
    assert_eq!(hours_of_night("2025-11-01"), 13);
}

#[test]
fn the_night_to_2026_03_08_is_the_last_that_is_an_hour_shorter() {
    assert_eq!(hours_of_night("2026-03-07"), 11);
    assert_eq!(hours_of_night("2027-03-13"), 12);
}

#[test]
fn the_night_to_2026_11_01_is_as_long_as_any_other() {
    assert_eq!(hours_of_night("2026-10-31"), 12);
    assert_eq!(
        seen(&schedule("Mo-Su 01:30-08:00"), "2026-11-01T01:15"),
        (Closed, "2026-11-01T01:30".into())
    );
}

fn chicago(text: &str) -> Schedule {
    Schedule::new(
        zone("America/Chicago"),
        Some(hours(text)),
        &[],
        &usual(),
        Calendar::ontario(),
    )
    .unwrap()
}

#[test]
fn where_clocks_still_go_back_an_hour_that_happens_twice_is_open_twice() {
    let schedule = chicago("01:00-02:00");
    let spans = schedule.spans(at("2026-11-01T05:00:00Z"), at("2026-11-01T12:00:00Z"));
    assert_eq!(spans.len(), 1);
    assert_eq!(spans[0].end.duration_since(spans[0].start).as_hours(), 2);
    let moment = schedule.at(at("2026-11-01T06:59:00Z"));
    assert_eq!(
        moment.state, Open,
        "the last minute before the clocks go back"
    );
    assert_eq!(moment.until, Some(at("2026-11-01T08:00:00Z")));
}

#[test]
fn the_next_change_is_never_in_the_past_even_in_the_second_of_two_equal_hours() {
    let schedule = chicago("01:45-01:50");
    let second = at("2026-11-01T07:47:00Z");
    assert_eq!(schedule.at(second).until, Some(at("2026-11-01T07:50:00Z")));
}

#[test]
fn a_closing_that_the_clocks_skip_does_not_happen() {
    let schedule = chicago("24/7; Su 02:00-03:00 off");
    let moment = schedule.at(at("2026-03-08T07:30:00Z"));
    assert_eq!(moment.until, Some(at("2026-03-15T07:00:00Z")));
    assert_eq!(
        schedule
            .spans(at("2026-03-08T06:00:00Z"), at("2026-03-08T12:00:00Z"))
            .len(),
        1
    );
}
