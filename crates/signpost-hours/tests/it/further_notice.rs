//! Exceptions that last until somebody answers.

use signpost_domain::ExceptionKind;
use signpost_hours::{Cause, OpenState::*};

use crate::support::{at, day, exception, full, seen, usual};

/// A closing that lasts until further notice, to be looked at again on a day.
fn until_further_notice(
    kind: ExceptionKind,
    first: &str,
    review: &str,
) -> signpost_domain::Exception {
    signpost_domain::Exception {
        last: None,
        review_by: Some(day(review)),
        ..exception("flood", kind, first, first)
    }
}

#[test]
fn until_further_notice_is_closed_to_its_review_day_and_call_first_without_end() {
    let flood = until_further_notice(ExceptionKind::Closed, "2026-11-24", "2026-11-26");
    let schedule = full(Some("Mo-Fr 09:00-17:00"), &[flood], &usual());
    // No end is told that nobody promised.
    let moment = schedule.at(at("2026-11-24T12:00"));
    assert_eq!(
        (moment.state, moment.until, moment.then),
        (Closed, None, Closed)
    );
    assert!(moment.further_notice);
    assert_eq!(seen(&schedule, "2026-11-26T12:00").0, Closed);
    for (wall, state) in [
        ("2026-11-27T12:00", Unknown),
        ("2026-11-27T20:00", Closed),
        ("2027-11-26T12:00", Unknown),
        ("2036-11-26T12:00", Unknown),
    ] {
        assert_eq!(seen(&schedule, wall).0, state, "{wall}");
    }
    let cause = schedule.at(at("2027-11-26T12:00")).cause;
    assert!(matches!(cause, Cause::Exception(id, _) if id.as_str() == "flood"));
    // On the way into it, its beginning is told.
    assert_eq!(
        seen(&schedule, "2026-11-23T12:00"),
        (Open, "2026-11-23T17:00".into())
    );
}

#[test]
fn what_is_dated_counts_more_than_what_lasts_until_further_notice() {
    let flood = until_further_notice(ExceptionKind::Closed, "2026-11-24", "2026-11-26");
    let mut open = exception("open", ExceptionKind::Open, "2026-11-25", "2026-11-25");
    open.hours = Some("10:00-12:00".into());
    let closed = exception("closed", ExceptionKind::Closed, "2026-12-07", "2026-12-07");
    let all = [flood, open, closed];
    let schedule = full(Some("Mo-Fr 09:00-17:00"), &all, &usual());
    assert_eq!(
        seen(&schedule, "2026-11-24T12:00"),
        (Closed, "2026-11-25T10:00".into())
    );
    assert_eq!(seen(&schedule, "2026-11-25T11:00").0, Open);
    assert_eq!(seen(&schedule, "2026-12-07T12:00").0, Closed);
    assert_eq!(seen(&schedule, "2026-12-08T12:00").0, Unknown);
    // Out of stock and not looked at again does not hide that the door is closed.
    let none = until_further_notice(ExceptionKind::OutOfStock, "2026-11-24", "2026-11-26");
    let closed = exception("closed", ExceptionKind::Closed, "2026-12-07", "2026-12-07");
    let stock = full(Some("Mo-Fr 09:00-17:00"), &[none, closed], &usual());
    assert!(matches!(
        stock.at(at("2026-11-25T12:00")).cause,
        Cause::OutOfStock(..)
    ));
    assert_eq!(seen(&stock, "2026-12-07T12:00").0, Closed);
}

#[test]
fn a_doubt_until_further_notice_closes_nothing_and_an_opening_brings_no_stock_back() {
    // "Call first until further notice": outside the usual hours it is shut by those, until they begin again.
    let doubt = until_further_notice(ExceptionKind::Unknown, "2026-11-24", "2026-12-24");
    let schedule = full(Some("Mo-Su 16:00-08:00"), &[doubt], &usual());
    let noon = schedule.at(at("2026-11-25T12:00"));
    assert_eq!((noon.state, noon.then), (Closed, Unknown));
    assert!(!noon.further_notice, "{noon:?}");
    assert_eq!(noon.cause, Cause::Hours);
    assert_eq!(
        seen(&schedule, "2026-11-25T12:00").1,
        "2026-11-25T16:00".to_owned()
    );
    // Out of stock and not answered; then everything is opened for a day.
    let none = until_further_notice(ExceptionKind::OutOfStock, "2026-11-24", "2026-11-26");
    let mut open = exception("open", ExceptionKind::Open, "2026-12-07", "2026-12-07");
    open.hours = Some("10:00-16:00".into());
    let stock = full(Some("Mo-Fr 09:00-17:00"), &[none, open], &usual());
    assert_eq!(
        seen(&stock, "2026-12-07T12:00"),
        (Unknown, "2026-12-07T16:00".into())
    );
}

#[test]
fn call_first_that_was_written_with_a_last_day_does_not_end_by_itself_either() {
    let mut closed = exception("closed", ExceptionKind::Closed, "2026-11-24", "2026-11-26");
    closed.review_by = Some(day("2026-11-26"));
    let mut after = exception("after", ExceptionKind::Unknown, "2026-11-27", "2026-12-26");
    after.review_by = Some(day("2026-11-26"));
    let schedule = full(Some("Mo-Fr 09:00-17:00"), &[closed, after], &usual());
    assert_eq!(seen(&schedule, "2026-11-26T12:00").0, Closed);
    assert_eq!(seen(&schedule, "2026-12-28T12:00").0, Unknown);
}

#[test]
fn a_closing_that_ends_sooner_does_not_give_an_end_to_what_lasts_behind_it() {
    let flood = until_further_notice(ExceptionKind::Closed, "2026-11-20", "2026-11-26");
    let ill = exception("ill", ExceptionKind::Closed, "2026-11-24", "2026-11-24");
    let none = exception(
        "none",
        ExceptionKind::OutOfStock,
        "2026-11-24",
        "2026-11-25",
    );
    for shorter in [ill, none] {
        let all = [flood.clone(), shorter];
        let schedule = full(Some("Mo-Fr 09:00-17:00"), &all, &usual());
        let moment = schedule.at(at("2026-11-24T12:00"));
        assert_eq!(
            (moment.state, moment.until, moment.further_notice),
            (Closed, None, true)
        );
        assert!(matches!(moment.cause, Cause::Exception(id, _) if id.as_str() == "flood"));
    }
}

#[test]
fn the_reason_of_one_day_is_not_told_for_a_month() {
    let ill = exception("ill", ExceptionKind::Closed, "2026-11-24", "2026-11-24");
    let works = exception("works", ExceptionKind::Closed, "2026-11-24", "2026-12-31");
    let all = [works, ill];
    let schedule = full(Some("Mo-Fr 09:00-17:00"), &all, &usual());
    let cause = schedule.at(at("2026-11-24T12:00")).cause;
    assert!(matches!(cause, Cause::Exception(id, _) if id.as_str() == "works"));
    // A day alone keeps its own.
    let ill = exception("ill", ExceptionKind::Closed, "2026-11-24", "2026-11-24");
    let schedule = full(Some("Mo-Fr 09:00-17:00"), &[ill], &usual());
    let cause = schedule.at(at("2026-11-24T12:00")).cause;
    assert!(matches!(cause, Cause::Exception(id, _) if id.as_str() == "ill"));
}

#[test]
fn before_its_first_day_and_after_an_opening_within_it_no_end_is_told_either() {
    let flood = until_further_notice(ExceptionKind::Closed, "2026-11-23", "2026-11-30");
    let schedule = full(
        Some("Mo-Fr 09:00-17:00"),
        std::slice::from_ref(&flood),
        &usual(),
    );
    let sentence = |schedule: &signpost_hours::Schedule, wall: &str| {
        let moment = schedule.at(at(wall));
        signpost_hours::words::sentence(
            &moment,
            at(wall),
            schedule.zone(),
            signpost_domain::Lang::En,
        )
    };
    // Friday evening, Saturday and Sunday: it does not open before the flood.
    for wall in ["2026-11-20T18:00", "2026-11-21T12:00", "2026-11-22T23:59"] {
        let moment = schedule.at(at(wall));
        assert_eq!(
            (moment.until, moment.further_notice),
            (None, true),
            "{wall}"
        );
        assert_eq!(
            sentence(&schedule, wall),
            "Closed until further notice: Renovations"
        );
    }
    // While it opens before, the usual hours are told.
    assert_eq!(
        seen(&schedule, "2026-11-20T08:00"),
        (Closed, "2026-11-20T09:00".into())
    );
    let mut open = exception("open", ExceptionKind::Open, "2026-11-24", "2026-11-24");
    open.hours = Some("12:00-15:00".into());
    let within = full(Some("Mo-Fr 09:00-17:00"), &[flood.clone(), open], &usual());
    assert_eq!(
        sentence(&within, "2026-11-24T16:00"),
        "Closed until further notice: Renovations"
    );
    // Past the review day a closing of some days ends, and then nobody knows: no time is told.
    let ill = exception("ill", ExceptionKind::Closed, "2026-12-02", "2026-12-03");
    let past = full(Some("Mo-Fr 09:00-17:00"), &[flood, ill], &usual());
    let said = sentence(&past, "2026-12-02T12:00");
    assert!(
        said.starts_with("Closed today") && said.ends_with("all first"),
        "{said}"
    );
}
