//! Holidays: the calendar itself, and what organizations and texts make of it.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use signpost_domain::HolidayChoice;
use signpost_hours::{Calendar, Cause, OpenState::*};

use crate::support::{at, closed_on, day, full, schedule, seen};

const STATUTORY: [&str; 9] = [
    "new-years-day",
    "family-day",
    "good-friday",
    "victoria-day",
    "canada-day",
    "labour-day",
    "thanksgiving",
    "christmas-day",
    "boxing-day",
];

/// `data/holidays.csv` is read here as it is shipped: [`Calendar::ontario`] would hide a fault in it.
#[test]
fn the_shipped_calendar_can_be_read() {
    let shipped = include_str!("../../../../data/holidays.csv");
    assert_eq!(&Calendar::parse(shipped).unwrap(), Calendar::ontario());
    assert_eq!(Calendar::ontario().last_day(), Some(day("2030-12-26")));
}

#[test]
fn every_year_has_ontarios_nine_statutory_holidays() {
    for year in 2025..=2030 {
        let first = Date::new(year, 1, 1).unwrap();
        let codes: BTreeSet<&str> = first
            .series(jiff::Span::new().days(1))
            .take_while(|day| day.year() == year)
            .flat_map(|day| Calendar::ontario().on(day))
            .filter(|holiday| holiday.statutory)
            .map(|holiday| holiday.code.as_str())
            .collect();
        assert_eq!(codes, STATUTORY.into_iter().collect(), "{year}");
    }
}

#[test]
fn holidays_that_move_fall_on_the_days_the_law_says() {
    for (date, code) in [
        ("2025-02-17", "family-day"),
        ("2026-02-16", "family-day"),
        ("2027-02-15", "family-day"),
        ("2026-04-03", "good-friday"),
        ("2027-03-26", "good-friday"),
        ("2028-04-14", "good-friday"),
        ("2026-04-06", "easter-monday"),
        ("2026-05-18", "victoria-day"),
        ("2027-05-24", "victoria-day"),
        ("2026-08-03", "civic-holiday"),
        ("2026-09-07", "labour-day"),
        ("2026-10-12", "thanksgiving"),
        ("2026-12-28", "boxing-day"),
        ("2027-12-27", "christmas-day"),
        ("2027-12-28", "boxing-day"),
        ("2026-06-21", "indigenous-peoples-day"),
        ("2026-09-30", "truth-and-reconciliation"),
        ("2026-10-03", "treaty-three-day"),
        ("2026-11-11", "remembrance-day"),
    ] {
        assert!(
            Calendar::ontario()
                .on(day(date))
                .any(|holiday| holiday.code.as_str() == code),
            "{date} {code}"
        );
    }
}

#[test]
fn a_holiday_on_a_weekend_has_a_day_off_in_its_place_and_no_other_holiday_has_one() {
    let calendar = Calendar::ontario();
    for holiday in calendar.codes().cloned().collect::<Vec<_>>() {
        for year in 2025..=2030 {
            let days: Vec<_> = Date::new(year, 1, 1)
                .unwrap()
                .series(jiff::Span::new().days(1))
                .take_while(|day| day.year() == year)
                .flat_map(|day| calendar.on(day))
                .filter(|row| row.code == holiday)
                .collect();
            let weekend = matches!(days[0].date.weekday(), Weekday::Saturday | Weekday::Sunday);
            let twice = weekend && days[0].statutory;
            assert_eq!(days.len(), if twice { 2 } else { 1 }, "{holiday} {year}");
        }
    }
}

#[test]
fn ph_means_the_public_holidays_of_our_calendar() {
    let text = schedule("Mo-Fr 09:00-17:00; PH off");
    assert_eq!(
        seen(&text, "2026-02-16T10:00"),
        (Closed, "2026-02-17T09:00".into()),
        "Family Day"
    );
    assert_eq!(
        seen(&text, "2026-09-30T10:00"),
        (Open, "2026-09-30T17:00".into()),
        "not public in Ontario"
    );
    let short = schedule("Mo-Fr 09:00-17:00; PH 10:00-12:00");
    assert_eq!(
        seen(&short, "2026-12-25T11:00"),
        (Open, "2026-12-25T12:00".into())
    );
}

#[test]
fn an_organization_closes_on_the_holidays_it_named_and_on_no_other() {
    let choice = closed_on(&["treaty-three-day", "christmas-day"]);
    let schedule = full(Some("Mo-Su 20:00-08:00"), &[], &choice);
    assert_eq!(
        seen(&schedule, "2026-10-03T07:00"),
        (Open, "2026-10-03T08:00".into()),
        "the night before goes on"
    );
    assert_eq!(
        seen(&schedule, "2026-10-03T22:00"),
        (Closed, "2026-10-04T20:00".into())
    );
    assert_eq!(
        seen(&schedule, "2026-10-04T03:00"),
        (Closed, "2026-10-04T20:00".into()),
        "the whole night is away"
    );
    assert_eq!(
        seen(&schedule, "2026-02-16T22:00"),
        (Open, "2026-02-17T08:00".into()),
        "Family Day is not named"
    );
    let moment = schedule.at(at("2026-10-03T22:00"));
    assert!(matches!(moment.cause, Cause::Holiday(code, _) if code.as_str() == "treaty-three-day"));
}

#[test]
fn when_nobody_said_what_happens_on_a_statutory_holiday_what_starts_that_day_is_unknown() {
    let schedule = full(Some("Mo-Fr 09:00-17:00"), &[], &HolidayChoice::Unstated);
    assert_eq!(
        seen(&schedule, "2026-02-16T08:00"),
        (Closed, "2026-02-16T09:00".into())
    );
    assert_eq!(schedule.at(at("2026-02-16T08:00")).then, Unknown);
    assert_eq!(
        seen(&schedule, "2026-02-16T10:00"),
        (Unknown, "2026-02-16T17:00".into())
    );
    assert_eq!(
        seen(&schedule, "2026-09-30T10:00").0,
        Open,
        "not statutory in Ontario"
    );
    let night = full(Some("Mo-Su 20:00-08:00"), &[], &HolidayChoice::Unstated);
    assert_eq!(
        seen(&night, "2026-02-16T07:00").0,
        Open,
        "the night that began the day before"
    );
    assert_eq!(
        seen(&night, "2026-02-17T07:00"),
        (Unknown, "2026-02-17T08:00".into())
    );
}

#[test]
fn round_the_clock_and_texts_that_speak_of_holidays_are_taken_at_their_word() {
    for text in ["24/7", "Mo-Su 00:00-24:00", "open"] {
        let schedule = full(Some(text), &[], &HolidayChoice::Unstated);
        assert_eq!(
            seen(&schedule, "2026-12-25T10:00"),
            (Open, "never".into()),
            "{text}"
        );
    }
    let spoken = full(
        Some("Mo-Su 09:00-17:00; PH 12:00-16:00"),
        &[],
        &HolidayChoice::Unstated,
    );
    assert_eq!(
        seen(&spoken, "2026-12-26T13:00"),
        (Open, "2026-12-26T16:00".into())
    );
    assert_eq!(
        seen(&spoken, "2026-12-28T13:00").0,
        Unknown,
        "the day off in place of Boxing Day is not PH"
    );
}

#[test]
fn a_calendar_with_a_fault_names_its_line() {
    let head = "code,date,name_en,name_fr,statutory\n";
    for (rows, line) in [
        ("a,2026-01-01,A,A,yes\nb,2026-13-01,B,B,no\n", 3),
        ("a,2026-01-01,A,A,maybe\n", 2),
        ("A b,2026-01-01,A,A,yes\n", 2),
        ("a,2026-01-01,A,A,yes\na,2026-01-01,A,A,yes\n", 3),
        ("a,2026-01-01\n", 2),
    ] {
        let error = Calendar::parse(&format!("{head}{rows}")).unwrap_err();
        assert_eq!(error.line, line, "{rows}: {error}");
    }
    let fine = Calendar::parse(&format!("{head}a,2026-01-01,A,,yes\n")).unwrap();
    assert!(fine.on(day("2026-01-01")).all(|holiday| holiday.public));
}

#[test]
fn a_text_round_the_clock_or_naming_holidays_keeps_its_word_against_the_organizations_list() {
    let closed = closed_on(&["christmas-day", "treaty-three-day"]);
    for text in [
        "24/7",
        "Mo-Su 00:00-24:00",
        "Mo-Su,PH 09:00-17:00",
        "Mo-Fr 09:00-17:00; PH 10:00-13:00",
    ] {
        let schedule = full(Some(text), &[], &closed);
        let state = schedule.at(at("2026-12-25T12:00")).state;
        assert_eq!(state, Open, "{text}");
    }
    let emergency = full(Some("24/7"), &[], &closed);
    assert_eq!(seen(&emergency, "2026-12-24T12:00"), (Open, "never".into()));
    // `PH` does not mean this day, so the list has the word.
    let named = full(Some("Mo-Su,PH 09:00-17:00"), &[], &closed);
    assert_eq!(seen(&named, "2026-10-03T12:00").0, Closed);
    let counter = full(Some("Mo-Fr 09:00-17:00"), &[], &closed);
    assert_eq!(seen(&counter, "2026-12-25T12:00").0, Closed);
}

#[test]
fn a_list_of_the_services_own_counts_before_the_organizations_and_before_its_text() {
    let own = |text, codes: &[&str]| {
        let HolidayChoice::ClosedOn(codes) = closed_on(codes) else {
            unreachable!()
        };
        full(Some(text), &[], &closed_on(&["christmas-day"])).closing_on(Some(&codes))
    };
    let night = own("Mo-Su 20:00-08:00", &[]);
    assert_eq!(
        seen(&night, "2026-12-25T22:00"),
        (Open, "2026-12-26T08:00".into())
    );
    let boxed = own("24/7", &["boxing-day"]);
    assert_eq!(seen(&boxed, "2026-12-25T12:00").0, Open);
    assert_eq!(seen(&boxed, "2026-12-26T12:00").0, Closed);
    let says_itself = own("Mo-Fr 09:00-17:00; PH off", &[]);
    assert_eq!(seen(&says_itself, "2026-12-25T12:00").0, Closed);
    let unstated =
        full(Some("Mo-Fr 09:00-17:00"), &[], &HolidayChoice::Unstated).closing_on(Some(&[]));
    assert_eq!(seen(&unstated, "2026-12-25T12:00").0, Open);
}
