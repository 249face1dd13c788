//! A usual week, written down and read back.

use jiff::{
    ToSpan as _,
    civil::{Date, date},
};
use proptest::prelude::*;
use signpost_domain::HolidayChoice;
use signpost_hours::{
    Calendar, HoursText, OpenState, Schedule, Zone,
    weekly::{Day, Monthly, Range, Weekly, WeeklyFault, weekday},
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
