//! Spans over midnight, and days that come seldom.

use signpost_hours::{HoursText, HoursWarning, OpenState::*};

use crate::support::{at, hours, schedule, seen};

#[test]
fn a_night_is_open_on_both_sides_of_midnight() {
    let night = schedule("Fr 20:00-08:00");
    assert_eq!(
        seen(&night, "2026-11-27T19:59"),
        (Closed, "2026-11-27T20:00".into())
    );
    assert_eq!(
        seen(&night, "2026-11-27T22:00"),
        (Open, "2026-11-28T08:00".into())
    );
    assert_eq!(
        seen(&night, "2026-11-28T07:59"),
        (Open, "2026-11-28T08:00".into())
    );
    assert_eq!(
        seen(&night, "2026-11-28T08:00"),
        (Closed, "2026-12-04T20:00".into())
    );
    assert_eq!(
        schedule("Fr 20:00-32:00").at(at("2026-11-28T07:00")),
        night.at(at("2026-11-28T07:00"))
    );
}

#[test]
fn a_rule_for_the_next_day_cuts_the_night_and_the_editor_is_warned() {
    let cut = hours("Fr 20:00-08:00; Sa off");
    assert_eq!(cut.warnings(), [HoursWarning::NightCutAtMidnight]);
    assert_eq!(
        seen(&schedule("Fr 20:00-08:00; Sa off"), "2026-11-27T22:00"),
        (Open, "2026-11-28T00:00".into())
    );
    for fine in [
        "Fr 20:00-08:00",
        "Sa 20:00-08:00, Su 10:00-12:00",
        "Mo-Fr 09:00-17:00; Sa off",
        "Fr 20:00-24:00; Sa off",
        "Fr 20:00-00:00; Sa off",
    ] {
        assert_eq!(hours(fine).warnings(), [], "{fine}");
    }
}

#[test]
fn the_warning_sees_dates_and_holidays_too() {
    for cut in ["Mo-Su 20:00-08:00; Dec 25 off", "Mo-Su 20:00-08:00; PH off"] {
        assert_eq!(hours(cut).warnings().len(), 1, "{cut}");
    }
}

#[test]
fn a_night_that_never_began_is_not_open_after_midnight() {
    let closed_saturdays = schedule("Mo-Su 20:00-08:00; Sa off");
    assert_eq!(
        seen(&closed_saturdays, "2026-11-28T22:00"),
        (Closed, "2026-11-29T20:00".into())
    );
    assert_eq!(
        seen(&closed_saturdays, "2026-11-29T03:00"),
        (Closed, "2026-11-29T20:00".into())
    );
    let other_hours = schedule("Mo-Su 20:00-08:00; Sa 10:00-12:00");
    assert_eq!(
        seen(&other_hours, "2026-11-29T03:00"),
        (Closed, "2026-11-29T20:00".into())
    );
}

#[test]
fn a_day_that_ends_at_midnight_runs_on_into_a_day_that_begins_there() {
    let week = schedule("Mo-Fr 00:00-24:00");
    assert_eq!(
        seen(&week, "2026-11-23T12:00"),
        (Open, "2026-11-28T00:00".into())
    );
}

#[test]
fn times_within_times_make_one_span() {
    let nested = schedule("Mo-Su 10:00-16:00,12:00-14:00");
    assert_eq!(
        seen(&nested, "2026-11-23T11:00"),
        (Open, "2026-11-23T16:00".into())
    );
}

#[test]
fn the_leap_day_of_2028_is_a_day() {
    let leap = schedule("2028 Feb 29 10:00-12:00");
    assert_eq!(
        seen(&leap, "2028-02-28T23:00"),
        (Closed, "2028-02-29T10:00".into())
    );
    assert_eq!(
        seen(&leap, "2028-02-29T11:00"),
        (Open, "2028-02-29T12:00".into())
    );
    assert_eq!(seen(&leap, "2028-02-29T12:00"), (Closed, "never".into()));
    let every = schedule("Feb 29 20:00-08:00");
    assert_eq!(
        seen(&every, "2028-03-01T07:00"),
        (Open, "2028-03-01T08:00".into())
    );
}

#[test]
fn what_does_not_change_within_the_horizon_has_no_until() {
    assert_eq!(
        seen(&schedule("24/7"), "2026-11-22T12:00"),
        (Open, "never".into())
    );
    assert_eq!(
        seen(&schedule("off"), "2026-11-22T12:00"),
        (Closed, "never".into())
    );
    assert_eq!(
        seen(&schedule("2030 Jan 1 10:00-12:00"), "2026-11-22T12:00"),
        (Closed, "never".into())
    );
}

#[test]
fn a_comment_that_changes_is_no_change_of_state() {
    let text = "Mo-Fr 09:00-17:00; 2026 Nov 23-2026 Nov 27 off \"renovations\"";
    assert_eq!(
        seen(&schedule(text), "2026-11-23T09:00"),
        (Closed, "2026-11-30T09:00".into())
    );
}

#[test]
fn texts_are_equal_by_what_was_typed() {
    assert_eq!(hours("Mo-Fr 09:00-17:00"), hours(" Mo-Fr 09:00-17:00 "));
    assert_ne!(hours("24/7"), hours("open"));
    assert_eq!(HoursText::parse("24/7").unwrap().as_str(), "24/7");
}

#[test]
fn a_month_of_one_year_runs_to_its_last_day() {
    let december = schedule("2026 Dec 10:00-12:00");
    assert_eq!(
        seen(&december, "2026-12-31T11:00"),
        (Open, "2026-12-31T12:00".into())
    );
    assert_eq!(
        seen(&december, "2026-12-31T12:00"),
        (Closed, "never".into())
    );
    let winter = schedule("2026 Jan-Mar 10:00-12:00");
    assert_eq!(seen(&winter, "2026-03-31T11:00").0, Open);
}
