//! Weeks, days and whole hours texts in words.

use super::*;

#[test]
fn every_minute_of_a_day_has_words_of_its_own() {
    for lang in [Lang::En, Lang::Fr] {
        let words: std::collections::BTreeSet<String> = (0..24)
            .flat_map(|hour| (0..60).map(move |minute| clock(time(hour, minute, 0, 0), lang)))
            .collect();
        assert_eq!(words.len(), 24 * 60);
    }
}

#[test]
fn a_week_has_each_night_on_the_line_of_the_day_it_starts() {
    let exception = Exception {
        id: ExceptionId::new("closed").unwrap(),
        need: None,
        items: vec![],
        kind: ExceptionKind::Closed,
        first: date(2026, 11, 25),
        last: Some(date(2026, 11, 25)),
        hours: None,
        reason: Text::en_fr("Training", "Formation"),
        review_by: None,
    };
    let shelter = schedule(
        "Mo-Th 20:00-08:00; Fr 09:00-12:00,13:00-17:00; Sa 00:00-24:00",
        &[exception],
        &HolidayChoice::ClosedOn(vec![]),
    );
    let lines = |lang| {
        week(&shelter, date(2026, 11, 23), lang)
            .into_iter()
            .map(|line| format!("{}: {}", line.day, line.hours))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        lines(Lang::En),
        [
            "Monday: 8 pm to 8 am",
            "Tuesday: 8 pm to 8 am",
            "Wednesday: Closed: Training",
            "Thursday: 8 pm to midnight",
            "Friday: 9 am to noon, 1 pm to 5 pm",
            "Saturday: Open 24 hours",
            "Sunday: Closed",
        ]
    );
    assert_eq!(
        lines(Lang::Fr)[4],
        "vendredi: de 9\u{a0}h à midi, de 13\u{a0}h à 17\u{a0}h"
    );
    assert_eq!(lines(Lang::Fr)[6], "dimanche: Fermé");
}

#[test]
fn a_text_that_says_more_than_weekdays_and_times_is_not_put_in_words() {
    let words = |text: &str| text_in_words(&HoursText::parse(text).unwrap(), Lang::En);
    assert_eq!(words("24/7").unwrap(), "Open 24 hours, every day");
    assert_eq!(
        words("Mo,We 10:00-14:00; Su off").unwrap(),
        "Monday, Wednesday 10 am to 2 pm; closed on Sunday"
    );
    assert_eq!(words("18:00-08:00").unwrap(), "every day 6 pm to 8 am");
    for text in [
        "Nov-Mar 10:00-12:00",
        "Mo-Fr 09:00-17:00; Mo[1] 10:00-12:00",
        "Mo[-2] 10:00-12:00",
        "Mo-Fr 09:00-17:00; We 09:00-12:00",
        "unknown",
        "PH +1 day off",
    ] {
        assert_eq!(words(text), None, "{text}");
    }
}

#[test]
fn of_a_day_that_is_named_already_only_the_times_are_said() {
    let words = |text: &str, lang| times_in_words(&HoursText::parse(text).unwrap(), lang).unwrap();
    for (text, english, french) in [
        ("12:00-16:00", "noon to 4 pm", "de midi à 16\u{a0}h"),
        (
            "09:00-12:00,13:00-17:30",
            "9 am to noon, 1 pm to 5:30 pm",
            "de 9\u{a0}h à midi, de 13\u{a0}h à 17\u{a0}h\u{a0}30",
        ),
        ("24/7", "24 hours", "24 heures sur 24"),
        (
            "Sa 10:00-14:00",
            "Saturday 10 am to 2 pm",
            "samedi de 10\u{a0}h à 14\u{a0}h",
        ),
    ] {
        assert_eq!(words(text, Lang::En), english);
        assert_eq!(words(text, Lang::Fr), french);
    }
    let more = HoursText::parse("Nov-Mar 10:00-12:00").unwrap();
    assert_eq!(times_in_words(&more, Lang::En), None);
}
