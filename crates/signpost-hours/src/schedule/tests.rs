//! How much work a text can make, and that no text can break the walk.

use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use signpost_domain::HolidayChoice;

use super::*;
use crate::timetable::steps;

/// One day's ranges take three looks at each of two days' texts.
const ASKED_A_DAY: usize = 6;

fn kenora(text: &str) -> Option<Schedule> {
    let hours = HoursText::parse(text).ok()?;
    let zone = Zone::named("America/Winnipeg").unwrap();
    Schedule::new(
        zone,
        Some(hours),
        &[],
        &HolidayChoice::Unstated,
        Calendar::ontario(),
    )
    .ok()
}

/// Texts as an editor might put them together, sensible or not.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Mo",
        "Fr",
        "Sa",
        "Su",
        "-",
        ",",
        " ",
        "; ",
        ", ",
        " || ",
        "PH",
        "SH",
        "off",
        "open",
        "unknown",
        "\"x\"",
        "24/7",
        "09:00-17:00",
        "20:00-08:00",
        "22:00-26:00",
        "00:00-24:00",
        "10:00-10:00",
        "12:00-48:00",
        "10:00+",
        "Jan",
        "Feb 29",
        "Feb 30",
        "Dec 25",
        "2026",
        "2026+",
        "2028 Feb 29",
        "9999",
        "1900",
        "week 53",
        "week 01-53/2",
        "[1]",
        "[-1]",
        "[5]",
        " +1 day",
        " -300 days",
        "easter",
        " -9999 days",
        "/",
        "+",
        ":",
        "Mo-Fr",
        "Fr-Mo",
        "Nov-Mar",
        "sunrise",
        "dusk",
        "(",
        ")",
        "2024-2030/2",
    ]);
    prop_oneof![
        prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat()),
        proptest::string::string_regex("(Mo|Tu|Fr|Sa|Su|PH|Mo-Fr|Sa-Mo|Dec 24|Feb 29|2028|week 53|Mo\\[1\\]|easter -2 days) ([0-2][0-9]:[0-5][0-9]-[0-4][0-9]:[0-5][0-9]|off|unknown)((; |, )(Mo|We|Su|PH|Dec 31|2027 Jan 1) ([0-2][0-9]:[0-5][0-9]-[0-4][0-9]:[0-5][0-9]|off)){0,4}").unwrap(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_text_takes_more_than_a_bounded_number_of_steps(text in typed(), second in 1_700_000_000_i64..1_900_000_000) {
        if let Some(schedule) = kenora(&text) {
            let at = Timestamp::from_second(second).unwrap();
            steps::take();
            let moment = schedule.at(at);
            prop_assert!(steps::take() <= ASKED_A_DAY * (usize::from(HORIZON_DAYS) + 1));
            prop_assert!(moment.until.is_none_or(|until| until > at));
            let _: Vec<Span> = schedule.spans(at, at + (14 * 24).hours());
            prop_assert!(steps::take() <= ASKED_A_DAY * 17);
        }
    }
}

#[test]
fn texts_that_make_the_library_search_for_long_take_no_more_steps_than_others() {
    for text in [
        "2028 Feb 29 00:00-24:00",
        "week 53 Mo 10:00-12:00",
        "9999 Mo-Fr 10:00-12:00",
        "Feb 29 Mo 10:00-12:00",
        "1900 10:00-12:00",
        "Mo-Su 00:00-12:00,12:00-24:00",
        "Mo[5] off",
        "Jan 31-Feb 1 Sa[5] 20:00-30:00",
    ] {
        let schedule = kenora(text).unwrap();
        steps::take();
        let _: Moment = schedule.at("2026-11-22T18:00Z".parse().unwrap());
        assert!(
            steps::take() <= ASKED_A_DAY * (usize::from(HORIZON_DAYS) + 1),
            "{text}"
        );
    }
}

#[test]
fn the_first_and_the_last_instant_are_answered() {
    for text in ["24/7", "Mo-Su 20:00-08:00", "off", "PH off; Mo 10:00-12:00"] {
        if let Some(schedule) = kenora(text) {
            for at in [Timestamp::MIN, Timestamp::MAX, Timestamp::UNIX_EPOCH] {
                let _: Moment = schedule.at(at);
                let _: Vec<Span> = schedule.spans(at, Timestamp::MAX);
                let _: Vec<Span> = schedule.spans(Timestamp::MIN, at);
            }
        }
    }
}
