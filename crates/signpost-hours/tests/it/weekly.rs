//! A usual week, written down and read back.

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;
use signpost_domain::{FindOut, HolidayChoice, Lang};
use signpost_hours::{
    Calendar, HoursText, OpenState, Schedule, Zone,
    weekly::{Day, Fortnightly, Monthly, Range, Weekly, WeeklyFault, weekday},
    words,
};

fn read(text: &str) -> Option<Weekly> {
    Weekly::read(&HoursText::parse(text).unwrap())
}

#[test]
fn texts_of_a_usual_week_are_read_and_come_back_the_same() {
    for text in [
        "Mo-Fr 08:30-16:30",
        "Mo-Fr 09:00-12:00,13:00-17:00",
        "Mo-Fr 09:00-17:00; Sa 10:00-14:00",
        "Mo-Su 20:00-08:00",
        "Sa 20:00-08:00, Su 10:00-12:00",
        "Mo-Fr 09:00-17:00; PH off",
        "Mo,We,Fr 10:00-12:00",
        "Mo 09:00-17:00, Tu[1] 13:00-16:00",
        "Fr[-1] 13:00-16:00",
        "Mo-Fr 09:00-17:00 unknown \"by appointment\"",
        "24/7",
        "24/7 unknown \"by appointment\"",
        "off",
    ] {
        let week = read(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(week.text().as_deref(), Ok(text));
    }
}

#[test]
fn another_way_of_writing_the_same_is_read() {
    let plain = read("Mo-Fr 09:00-17:00").unwrap();
    for text in ["Mo-We 09:00-17:00; Th,Fr 09:00-17:00", "mo-fr 9:00-17:00"] {
        if HoursText::parse(text).is_ok() {
            assert_eq!(read(text), Some(plain.clone()), "{text}");
        }
    }
    assert_eq!(read("10:00-12:00"), read("Mo-Su 10:00-12:00"));
}

#[test]
fn what_a_week_cannot_say_is_left_to_the_expert() {
    for text in [
        "Nov-Mar 19:00-08:00",
        "2026 Nov 16-2027 Mar 31 20:00-08:00",
        "Mo-Fr 09:00-17:00; PH 10:00-12:00",
        "Mo-Fr 09:00-17:00; We off",
        "Mo-Fr 09:00-17:00; Mo 10:00-12:00",
        "Fr 20:00-08:00; Sa 10:00-12:00",
        "Sa 10:00-14:00 unknown \"volunteers permitting\"",
        "Mo-Fr 09:00-17:00; Sa 10:00-14:00 unknown \"by appointment\"",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn what_cannot_be_is_named() {
    let range = |from, to| Range { from, to };
    let mut week = Weekly::default();
    week.days[2] = Day::At(vec![range(600, 600)]);
    week.days[3] = Day::At(vec![range(600, 720), range(700, 800)]);
    week.days[4] = Day::At(vec![]);
    assert_eq!(
        week.text(),
        Err(vec![
            WeeklyFault::NoTime { day: 2 },
            WeeklyFault::Overlap { day: 3 },
            WeeklyFault::NoTime { day: 4 },
        ])
    );
}

/// A minute of a quarter hour.
fn quarter() -> impl Strategy<Value = u16> {
    (0_u16..96).prop_map(|quarter| quarter * 15)
}

fn range() -> impl Strategy<Value = Range> {
    (quarter(), quarter())
        .prop_map(|(from, to)| Range {
            from,
            to: if to == 0 { 1440 } else { to },
        })
        .prop_filter("a time", |range| range.from != range.to)
}

fn day() -> impl Strategy<Value = Day> {
    prop_oneof![
        3 => Just(Day::Closed),
        1 => Just(Day::AllDay),
        4 => range()
            .prop_filter("not a whole day", |one| (one.from, one.to) != (0, 1440))
            .prop_map(|one| Day::At(vec![one])),
        2 => (2_u16..40, 1_u16..40, 1_u16..10, 0_u16..50).prop_map(|(first, long, gap, more)| {
            let start = (first + long + gap) * 15;
            let end = (first + long + gap + more + 1) * 15;
            let end = if end > 1440 { end - 1440 } else { end };
            Day::At(vec![
                Range { from: first * 15, to: (first + long) * 15 },
                Range { from: start, to: end },
            ])
        }),
    ]
}

fn week() -> impl Strategy<Value = Weekly> {
    let monthly = (0_u8..5, 0_u8..7, range()).prop_map(|(nth, day, at)| Monthly { nth, day, at });
    (
        proptest::array::uniform7(day()),
        proptest::collection::vec(monthly, 0..2),
        any::<bool>(),
    )
        .prop_map(|(days, monthly, by_appointment)| Weekly {
            by_appointment: by_appointment && days.iter().any(|day| *day != Day::Closed),
            days,
            monthly,
            fortnightly: vec![],
            closed_on_holidays: false,
        })
        .prop_filter("can be written", |week| week.text().is_ok())
}

/// Whether a minute is within the hours as they were meant, without any text.
fn meant(week: &Weekly, day: Date, minute: u16) -> bool {
    let yesterday = day.yesterday().unwrap();
    let on = |date: Date| {
        let number = u8::try_from(date.weekday().to_monday_zero_offset()).unwrap();
        let usual = match &week.days[usize::from(number)] {
            Day::Closed => vec![],
            Day::AllDay => vec![Range { from: 0, to: 1440 }],
            Day::At(ranges) => ranges.clone(),
        };
        let monthly = week.monthly.iter().filter(move |one| {
            let nth = (date.day() - 1) / 7 + 1;
            let last = date.saturating_add(7.days()).month() != date.month();
            one.day == number && (i8::try_from(one.nth).unwrap() == nth || (one.nth == 0 && last))
        });
        usual
            .into_iter()
            .chain(monthly.map(|one| one.at))
            .collect::<Vec<_>>()
    };
    let today = on(day)
        .iter()
        .any(|range| range.from <= minute && (minute < range.to || range.is_a_night()));
    today
        || on(yesterday)
            .iter()
            .any(|range| range.is_a_night() && minute < range.to)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_week_is_open_as_it_was_meant_and_read_back_as_it_was(week in week()) {
        let text = week.text().unwrap();
        let hours = HoursText::parse(&text).unwrap();
        let zone = Zone::named("America/Winnipeg").unwrap();
        let kept = HolidayChoice::ClosedOn(vec![]);
        let schedule = Schedule::new(zone, Some(hours.clone()), &[], &kept, Calendar::ontario()).unwrap();
        let state = if week.by_appointment { OpenState::Unknown } else { OpenState::Open };
        for day in date(2026, 11, 16).series(1.day()).take(45) {
            for minute in (5..1440).step_by(45) {
                let midnight = day.to_datetime(jiff::civil::Time::midnight());
                let at = schedule.zone().instant(midnight.saturating_add(i64::from(minute).minutes()));
                let open = schedule.at(at).state == state;
                prop_assert_eq!(open, meant(&week, day, minute), "{} {} {}", text, day, minute);
            }
        }
        let back = Weekly::read(&hours);
        let back = back.expect("a week");
        prop_assert_eq!(back.text().unwrap(), text);
    }
}

#[test]
fn days_have_their_names() {
    assert_eq!(weekday(0), jiff::civil::Weekday::Monday);
}

#[test]
fn every_second_thursday_goes_on_over_new_year_without_opening_twice() {
    // 2026 has 53 weeks.
    let week = Weekly {
        fortnightly: vec![Fortnightly {
            from: date(2026, 11, 26),
            at: Range { from: 600, to: 720 },
        }],
        ..Weekly::default()
    };
    let text = week.text().unwrap();
    assert_eq!(
        text,
        "2026 week 48-52/2 Th 10:00-12:00, 2027 week 01-51/2 Th 10:00-12:00, 2028 week 01-51/2 Th 10:00-12:00"
    );
    let hours = HoursText::parse(&text).unwrap();
    assert_eq!(hours.warnings(), [], "it is right over New Year");
    assert_eq!(Weekly::read(&hours), Some(week));
    assert_eq!(
        words::text_in_words(&hours, Lang::En).unwrap(),
        "every second Thursday 10 am to noon"
    );
    assert_eq!(
        words::single_days(&hours, date(2026, 12, 1), FindOut::Call, Lang::En),
        [
            "Every second Thursday 10 am to noon: December 10, December 24, January 7, 2027, January 21, 2027"
        ]
    );
}

#[test]
fn days_of_the_month_say_themselves_with_their_next_dates() {
    let hours =
        HoursText::parse("Mo 09:00-17:00, Tu[1,3] 13:00-16:00, Fr[-1] 13:00-16:00").unwrap();
    assert_eq!(
        words::text_in_words(&hours, Lang::En).unwrap(),
        "Monday 9 am to 5 pm; first and third Tuesday of the month 1 pm to 4 pm; last Friday of the month 1 pm to 4 pm"
    );
    assert_eq!(
        words::text_in_words(&hours, Lang::Fr).unwrap(),
        "lundi de 9\u{a0}h à 17\u{a0}h; le premier et le troisième mardi du mois de 13\u{a0}h à 16\u{a0}h; \
         le dernier vendredi du mois de 13\u{a0}h à 16\u{a0}h"
    );
    assert_eq!(
        words::single_days(&hours, date(2026, 11, 25), FindOut::Call, Lang::En),
        [
            "First and third Tuesday of the month 1 pm to 4 pm: December 1, December 15, January 5, 2027, January 19, 2027",
            "Last Friday of the month 1 pm to 4 pm: November 27, December 25, January 29, 2027, February 26, 2027",
        ]
    );
    let plain = HoursText::parse("Mo-Fr 09:00-17:00").unwrap();
    assert_eq!(
        words::single_days(&plain, date(2026, 11, 25), FindOut::Call, Lang::En),
        [""; 0]
    );
}

#[test]
fn by_appointment_is_an_answer_of_its_own() {
    let week = Weekly {
        by_appointment: true,
        ..Weekly::default()
    };
    let text = week.text().unwrap();
    assert_eq!(text, "24/7 unknown \"by appointment\"");
    let hours = HoursText::parse(&text).unwrap();
    assert_eq!(
        words::text_in_words(&hours, Lang::En).unwrap(),
        "By appointment: call first"
    );
    let days = HoursText::parse("Mo-Fr 09:00-17:00 unknown \"by appointment\"").unwrap();
    assert_eq!(
        words::text_in_words(&days, Lang::En).unwrap(),
        "Monday to Friday 9 am to 5 pm by appointment: call first"
    );
    let never = HoursText::parse("off").unwrap();
    assert_eq!(never.warnings(), [signpost_hours::HoursWarning::NeverOpen]);
}

#[test]
fn of_a_text_as_much_is_read_as_a_week_can_say_and_the_rest_is_named() {
    let text = "Mo-Fr 09:00-17:00; Nov-Mar Sa 10:00-14:00";
    let (week, lost) = Weekly::read_some(&HoursText::parse(text).unwrap());
    assert_eq!(week.text().unwrap(), "Mo-Fr 09:00-17:00");
    assert_eq!(lost.len(), 1);
    assert!(
        lost[0].contains("Nov-Mar") && lost[0].contains("10:00-14:00"),
        "{lost:?}"
    );
    // What takes the place of something else is named also beside what no week can say.
    let text = "Mo-Fr 09:00-17:00; PH off; Nov-Mar Sa 10:00-12:00; We[2] 18:00-20:00";
    let (_, lost) = Weekly::read_some(&HoursText::parse(text).unwrap());
    assert!(lost.iter().any(|rule| rule.contains("Nov-Mar")), "{lost:?}");
    assert!(lost.iter().any(|rule| rule.contains("We[2]")), "{lost:?}");
    let (_, lost) = Weekly::read_some(&HoursText::parse("Mo-Fr 09:00-17:00").unwrap());
    assert_eq!(lost, [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_second_week_is_open_on_its_days_and_on_no_others(
        after in 0_i64..3000,
        at in range().prop_filter("a day's", |one| !one.is_a_night()),
    ) {
        let from = date(2024, 1, 1).saturating_add(after.days());
        let week = Weekly { fortnightly: vec![Fortnightly { from, at }], ..Weekly::default() };
        let text = week.text().unwrap();
        let hours = HoursText::parse(&text).unwrap();
        let zone = Zone::named("America/Winnipeg").unwrap();
        let kept = HolidayChoice::ClosedOn(vec![]);
        let schedule = Schedule::new(zone, Some(hours.clone()), &[], &kept, Calendar::ontario()).unwrap();
        let last = date(from.year() + 2, 12, 31);
        let first = date(from.year(), 1, 1);
        for day in first.series(1.day()).take_while(|day| *day <= last) {
            let midnight = day.to_datetime(jiff::civil::Time::midnight());
            let wanted = midnight.saturating_add(i64::from(at.from).minutes());
            let noon = schedule.zone().instant(wanted);
            // In the night in which clocks go forward some times are not there.
            if schedule.zone().wall(noon) != wanted {
                continue;
            }
            let open = schedule.at(noon).state == OpenState::Open;
            let ahead = day.since(from).unwrap().get_days();
            prop_assert_eq!(open, ahead >= 0 && ahead % 14 == 0, "{} {}", text, day);
        }
        prop_assert_eq!(Weekly::read(&hours), Some(week));
    }
}
