//! Exceptions belong to the nights that start on their days.

use proptest::prelude::*;
use signpost_domain::{ExceptionKind, NeedCode};
use signpost_hours::{Calendar, Cause, OpenState::*, Schedule};

use crate::support::{KENORA, at, closed_on, day, exception, full, schedule, seen, usual, zone};

const NIGHTS: &str = "Mo-Su 20:00-08:00";

#[test]
fn a_closure_takes_the_night_that_starts_on_its_last_day_and_leaves_the_tail_of_the_night_before_its_first()
 {
    let closed = exception("closed", ExceptionKind::Closed, "2026-11-27", "2026-11-28");
    let schedule = full(Some(NIGHTS), &[closed], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-27T07:00"),
        (Open, "2026-11-27T08:00".into())
    );
    assert_eq!(
        seen(&schedule, "2026-11-27T21:00"),
        (Closed, "2026-11-29T20:00".into())
    );
    assert_eq!(
        seen(&schedule, "2026-11-29T07:00"),
        (Closed, "2026-11-29T20:00".into())
    );
    let cause = schedule.at(at("2026-11-27T21:00")).cause;
    assert!(
        matches!(cause, Cause::Exception(id, reason) if id.as_str() == "closed" && !reason.is_empty())
    );
}

#[test]
fn a_closure_takes_what_starts_in_the_small_hours_right_after_the_night_before() {
    let closed = exception("closed", ExceptionKind::Closed, "2026-11-28", "2026-11-28");
    let schedule = full(Some("Fr 20:00-02:00, Sa 02:00-06:00"), &[closed], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-28T01:00"),
        (Open, "2026-11-28T02:00".into())
    );
    assert_eq!(seen(&schedule, "2026-11-28T03:00").0, Closed);
}

#[test]
fn round_the_clock_is_cut_at_the_midnights_of_a_closure() {
    let closed = exception("closed", ExceptionKind::Closed, "2026-11-27", "2026-11-27");
    let schedule = full(Some("24/7"), &[closed], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-26T12:00"),
        (Open, "2026-11-27T00:00".into())
    );
    assert_eq!(
        seen(&schedule, "2026-11-27T12:00"),
        (Closed, "2026-11-28T00:00".into())
    );
    assert_eq!(seen(&schedule, "2026-11-28T12:00"), (Open, "never".into()));
}

#[test]
fn an_opening_with_hours_replaces_the_day_and_its_night() {
    let mut open = exception("open", ExceptionKind::Open, "2026-11-27", "2026-11-27");
    open.hours = Some("10:00-14:00".into());
    let schedule = full(Some(NIGHTS), &[open.clone()], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-27T07:00"),
        (Open, "2026-11-27T08:00".into())
    );
    assert_eq!(
        seen(&schedule, "2026-11-27T09:00"),
        (Closed, "2026-11-27T10:00".into())
    );
    assert_eq!(
        seen(&schedule, "2026-11-27T15:00"),
        (Closed, "2026-11-28T20:00".into())
    );
    open.hours = Some("22:00-02:00".into());
    let late = full(Some("Mo-Fr 09:00-17:00"), &[open], &usual());
    assert_eq!(
        seen(&late, "2026-11-27T23:00"),
        (Open, "2026-11-28T02:00".into())
    );
}

#[test]
fn an_opening_all_day_keeps_the_night_that_starts_then() {
    let open = exception("open", ExceptionKind::Open, "2026-11-27", "2026-11-27");
    let schedule = full(Some(NIGHTS), &[open], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-27T12:00"),
        (Open, "2026-11-28T08:00".into())
    );
}

#[test]
fn a_doubt_covers_the_day_and_its_night_but_not_the_night_before() {
    let unknown = exception("doubt", ExceptionKind::Unknown, "2026-11-27", "2026-11-27");
    let schedule = full(Some(NIGHTS), &[unknown], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-27T07:00"),
        (Open, "2026-11-27T08:00".into())
    );
    // A doubt opens no door that is shut.
    assert_eq!(
        seen(&schedule, "2026-11-27T12:00"),
        (Closed, "2026-11-27T20:00".into())
    );
    assert_eq!(
        seen(&schedule, "2026-11-27T21:00"),
        (Unknown, "2026-11-28T08:00".into())
    );
    let doubt = schedule.at(at("2026-11-27T12:00")).doubt.unwrap();
    assert_eq!(doubt.until, Some(at("2026-11-28T08:00")));
    assert!(matches!(doubt.cause, Cause::Exception(id, _) if id.as_str() == "doubt"));
}

#[test]
fn a_doubt_covers_the_whole_day_where_the_usual_hours_are_not_known() {
    let unknown = exception("doubt", ExceptionKind::Unknown, "2026-11-27", "2026-11-27");
    let schedule = full(None, &[unknown], &usual());
    assert_eq!(seen(&schedule, "2026-11-27T03:00").0, Unknown);
}

#[test]
fn while_a_night_runs_the_day_is_the_one_on_which_it_began() {
    let running = |schedule: &Schedule, wall: &str| schedule.running_day(at(wall)).to_string();
    let night = schedule(NIGHTS);
    for (wall, day) in [
        ("2026-11-28T00:00", "2026-11-27"),
        ("2026-11-28T07:59", "2026-11-27"),
        ("2026-11-28T08:00", "2026-11-28"),
        ("2026-11-28T23:59", "2026-11-28"),
    ] {
        assert_eq!(running(&night, wall), day, "{wall}");
    }
    // Also when it was called off: who did that takes it back on the same day.
    let closed = exception("closed", ExceptionKind::Closed, "2026-11-27", "2026-11-27");
    let off = full(Some(NIGHTS), &[closed], &usual());
    assert_eq!(running(&off, "2026-11-28T01:00"), "2026-11-27");
    assert_eq!(running(&schedule("24/7"), "2026-11-28T01:00"), "2026-11-28");
    let mut open = exception("open", ExceptionKind::Open, "2026-11-27", "2026-11-27");
    open.hours = Some("22:00-02:00".into());
    let late = full(Some("Mo-Fr 09:00-17:00"), &[open], &usual());
    assert_eq!(running(&late, "2026-11-28T01:59"), "2026-11-27");
    assert_eq!(running(&late, "2026-11-28T02:00"), "2026-11-28");
    assert_eq!(night.day_begins(day("2026-11-28")), at("2026-11-28T08:00"));
    assert_eq!(
        schedule("24/7").day_begins(day("2026-11-28")),
        at("2026-11-28T00:00")
    );
}

#[test]
fn in_its_small_hours_a_night_that_was_called_off_says_why() {
    let closed = exception("closed", ExceptionKind::Closed, "2026-11-27", "2026-11-27");
    let off = full(Some(NIGHTS), &[closed], &usual());
    let moment = off.at(at("2026-11-28T01:00"));
    assert!(matches!(moment.cause, Cause::Exception(id, _) if id.as_str() == "closed"));
    assert!(moment.last_night);
    let after = off.at(at("2026-11-28T09:00"));
    assert_eq!((after.cause, after.last_night), (Cause::Hours, false));
}

#[test]
fn an_opening_counts_more_than_the_doubt_about_the_night_before() {
    let doubt = exception("doubt", ExceptionKind::Unknown, "2026-11-27", "2026-11-27");
    let open = exception("open", ExceptionKind::Open, "2026-11-28", "2026-11-28");
    let schedule = full(Some(NIGHTS), &[doubt, open], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-28T03:00"),
        (Open, "2026-11-29T08:00".into())
    );
}

#[test]
fn an_exception_counts_more_than_a_holiday() {
    let mut open = exception("open", ExceptionKind::Open, "2026-12-25", "2026-12-25");
    open.hours = Some("11:00-15:00".into());
    let schedule = full(
        Some("Mo-Fr 09:00-17:00"),
        &[open],
        &closed_on(&["christmas-day"]),
    );
    assert_eq!(
        seen(&schedule, "2026-12-25T12:00"),
        (Open, "2026-12-25T15:00".into())
    );
}

#[test]
fn of_several_exceptions_the_shortest_counts_then_the_one_for_the_need_then_the_last_listed() {
    let state = |exceptions: &[_]| {
        seen(
            &full(Some("24/7"), exceptions, &usual()),
            "2026-11-27T12:00",
        )
        .0
    };
    let long = exception("long", ExceptionKind::Closed, "2026-11-01", "2026-11-30");
    let short = exception("short", ExceptionKind::Unknown, "2026-11-27", "2026-11-27");
    assert_eq!(state(&[short.clone(), long.clone()]), Unknown);
    assert_eq!(state(&[long, short.clone()]), Unknown);
    let mut other = exception("other", ExceptionKind::Closed, "2026-11-27", "2026-11-27");
    assert_eq!(state(&[short.clone(), other.clone()]), Closed);
    assert_eq!(state(&[other.clone(), short.clone()]), Unknown);
    other.need = Some(NeedCode::new("supplies").unwrap());
    assert_eq!(state(&[other, short]), Closed);
}

#[test]
fn without_hours_all_is_unknown_but_what_an_exception_says() {
    let closed = exception("closed", ExceptionKind::Closed, "2026-11-27", "2026-11-27");
    let schedule = full(None, &[closed], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-26T12:00"),
        (Unknown, "2026-11-27T00:00".into())
    );
    assert_eq!(schedule.at(at("2026-11-26T12:00")).cause, Cause::NotStated);
    assert_eq!(
        seen(&schedule, "2026-11-27T12:00"),
        (Closed, "2026-11-28T00:00".into())
    );
    assert_eq!(
        seen(&full(None, &[], &usual()), "2026-11-26T12:00"),
        (Unknown, "never".into())
    );
}

#[test]
fn what_is_out_of_stock_is_closed_through_its_last_day_and_then_over_by_itself() {
    let none_left = exception(
        "none",
        ExceptionKind::OutOfStock,
        "2026-11-27",
        "2026-11-28",
    );
    let schedule = full(Some(NIGHTS), &[none_left], &usual());
    assert_eq!(seen(&schedule, "2026-11-27T07:00").0, Open);
    assert_eq!(
        seen(&schedule, "2026-11-28T23:59"),
        (Closed, "2026-11-29T20:00".into())
    );
    assert_eq!(seen(&schedule, "2026-11-29T21:00").0, Open);
    let cause = schedule.at(at("2026-11-27T21:00")).cause;
    assert!(matches!(cause, Cause::OutOfStock(id, _) if id.as_str() == "none"));
    let cause = schedule.at(at("2026-11-29T12:00")).cause;
    assert_eq!(cause, Cause::Hours);
}

#[test]
fn an_extra_opening_brings_back_nothing_that_is_out_of_stock() {
    let none_left = exception(
        "none",
        ExceptionKind::OutOfStock,
        "2026-11-20",
        "2026-11-30",
    );
    let open = exception("open", ExceptionKind::Open, "2026-11-27", "2026-11-27");
    let doubt = exception("doubt", ExceptionKind::Unknown, "2026-11-28", "2026-11-28");
    let schedule = full(Some(NIGHTS), &[none_left, open, doubt], &usual());
    assert_eq!(
        seen(&schedule, "2026-11-27T12:00"),
        (Closed, "2026-12-01T20:00".into())
    );
}

#[test]
fn hours_of_an_exception_go_through_the_same_gate() {
    let mut open = exception("open", ExceptionKind::Open, "2026-11-27", "2026-11-27");
    open.hours = Some("10:00+".into());
    let fault =
        Schedule::new(zone(KENORA), None, &[open], &usual(), Calendar::ontario()).unwrap_err();
    assert_eq!(fault.code, "open_end");
}

#[test]
fn schedules_are_equal_and_hashed_by_content() {
    let closed = || exception("closed", ExceptionKind::Closed, "2026-11-27", "2026-11-27");
    #[expect(
        clippy::mutable_key_type,
        reason = "what is worked out of a text later is no part of what it is compared by"
    )]
    let set: std::collections::HashSet<Schedule> = [
        schedule(NIGHTS),
        schedule(NIGHTS),
        full(Some(NIGHTS), &[closed()], &usual()),
        full(Some(NIGHTS), &[closed()], &usual()),
        full(Some(NIGHTS), &[], &closed_on(&["family-day"])),
        full(None, &[], &usual()),
    ]
    .into_iter()
    .collect();
    assert_eq!(set.len(), 4);
}

proptest! {
    /// Closing a day changes nothing before the first span that starts on it, and nothing after the last that does.
    #[test]
    fn closing_a_day_changes_no_state_but_of_what_starts_on_it(
        text in prop::sample::select(vec![NIGHTS, "24/7", "Mo-Fr 09:00-17:00", "Fr-Su 18:00-26:00; PH off", "Mo-Su 10:00-12:00,22:00-06:00"]),
        ahead in 0_i64..400,
        minute in -2880_i64..4320,
    ) {
        let first = day("2026-01-01").checked_add(jiff::Span::new().days(ahead)).unwrap();
        let date = first.to_string();
        let usual_days = schedule(text);
        let closed = full(Some(text), &[exception("closed", ExceptionKind::Closed, &date, &date)], &usual());
        let dawn = at(&format!("{date}T00:00"));
        let next_dawn = dawn + jiff::Span::new().hours(24);
        let probe = dawn + jiff::Span::new().minutes(minute);
        let (before, after) = (usual_days.at(probe).state, closed.at(probe).state);
        let starts_of_day = usual_days
            .spans(dawn - jiff::Span::new().hours(72), next_dawn)
            .into_iter()
            .find(|span| span.end > dawn && (span.start >= dawn || span.end.duration_since(span.start).as_hours() >= 24))
            .map_or(next_dawn, |span| span.start.max(dawn));
        if probe < starts_of_day {
            prop_assert_eq!(before, after);
        }
        // Closing never opens anything.
        prop_assert!(after == before || after == Closed);
    }

    /// For the state at any instant, being out of stock is being closed, whatever the hours and the other exceptions of the same days are.
    #[test]
    fn out_of_stock_counts_like_closed_above_everything_else(
        text in prop::option::of(prop::sample::select(vec![NIGHTS, "24/7", "Mo-Fr 09:00-17:00", "Fr-Su 18:00-26:00; PH off"])),
        ahead in 0_i64..400,
        days in 0_i64..6,
        other in prop::sample::select(ExceptionKind::ALL.to_vec()),
        minute in -2880_i64..11_520,
    ) {
        let first = day("2026-01-01").checked_add(jiff::Span::new().days(ahead)).unwrap();
        let last = first.checked_add(jiff::Span::new().days(days)).unwrap();
        let (first, last) = (first.to_string(), last.to_string());
        let with = |kind| exception("one", kind, &first, &last);
        let mut both = vec![with(ExceptionKind::OutOfStock)];
        // The shorter one would count, were it not for the stock.
        both.push(exception("two", other, &first, &first));
        let none_left = full(text, &both, &usual());
        let closed = full(text, &[with(ExceptionKind::Closed)], &usual());
        let probe = at(&format!("{first}T00:00")) + jiff::Span::new().minutes(minute);
        let (seen, expected) = (none_left.at(probe), closed.at(probe));
        prop_assert_eq!((seen.state, seen.until, seen.then), (expected.state, expected.until, expected.then));
        let after = at(&format!("{last}T00:00")) + jiff::Span::new().hours(72);
        prop_assert_eq!(none_left.at(after), full(text, &[], &usual()).at(after));
    }
}
