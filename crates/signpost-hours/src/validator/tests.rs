use std::fmt::Write as _;

use proptest::prelude::*;

use crate::HoursText;

fn code(text: &str) -> &'static str {
    HoursText::parse(text).map_or_else(|fault| fault.code, |_| "accepted")
}

#[test]
fn what_the_library_gets_wrong_is_refused_by_name() {
    for (text, expected) in [
        ("", "empty"),
        ("   ", "empty"),
        ("Mo-Fr 09:00-17:00\nSa 10:00-12:00", "line_break"),
        ("Mo-Fr 09:00-17:00 open \"ring", "quote"),
        ("Feb 30 10:00-12:00", "no_such_date"),
        ("2027 Feb 29 10:00-12:00", "no_such_date"),
        ("Apr 31-May 2 10:00-12:00", "no_such_date"),
        ("Mo-Fr 09:00-16:00 || unknown", "fallback"),
        ("10:00+", "open_end"),
        ("Fr 18:00-22:00+", "open_end"),
        ("2026 Nov 20+ 10:00-12:00", "date_without_end"),
        ("\"by appointment\"", "bare_comment"),
        ("Mo-Fr 09:00-17:00 \"by appointment\"", "bare_comment"),
        ("\"winter\": Mo-Fr 09:00-17:00", "bare_comment"),
        ("PH Mo-Fr 10:00-12:00", "holiday_and_weekday"),
        ("Mo-Fr PH 10:00-12:00", "holiday_and_weekday"),
        ("PH +1 day Mo 10:00-12:00", "holiday_and_weekday"),
        ("SH off", "school_holidays"),
        ("PH,SH off; Mo-Fr 09:00-17:00", "school_holidays"),
        ("10:00-10:00", "no_length"),
        ("00:00-00:00", "no_length"),
        ("20:00-45:00", "too_many_hours"),
        (
            "Mo-Fr 09:00-17:00; 12:00-13:00 unknown",
            "rule_without_days",
        ),
        ("Mo-Fr 09:00-17:00; off", "rule_without_days"),
        ("Mo-Fr 09:00-17:00, 12:00-13:00 off", "shared_modifier"),
        ("sunrise-20:00", "sun"),
        ("Mo 10:00-(sunset-00:30)", "sun"),
        ("10:00-16:00/02:00", "points_in_time"),
        ("2026 Sep 08-Dec 20 10:00-12:00", "year_on_one_side"),
        ("2026 Dec 20-2026 Sep 8 off", "dates_reversed"),
        ("2026Dec 10:00-12:00", "year_joined"),
        ("May 25-Mo 10:00-12:00", "weekday_near_date"),
    ] {
        assert_eq!(code(text), expected, "{text}");
    }
}

#[test]
fn what_people_type_by_mistake_gets_a_sentence_that_says_what_to_write() {
    for (text, column, words) in [
        ("Mo-Fr 9am-5pm", 7, "24-hour"),
        ("Mo-Fr 9:30 am-5 pm", 7, "24-hour"),
        ("Monday 09:00-17:00", 1, "Mo for Monday"),
        ("Mo-Fr 09:00-17:00; lundi off", 20, "Mo for lundi"),
        ("Mo–Fr 09:00-17:00", 3, "hyphen"),
        ("24 hours", 1, "24/7"),
        ("Mo-Fr 9-17", 7, "09:00-17:00"),
        ("Mo-Fr 09h00-17h00", 7, "colon"),
        ("Mo-Fr: 09:00-17:00", 6, "no colon"),
        ("Mo - Fr 09:00-17:00", 3, "no spaces"),
        ("Mo-Fr 09:00-17:00,Sa 10:00-14:00", 19, "semicolon"),
        ("Mo-Fr 09:00-17:00; ; Sa 10:00-12:00", 19, "semicolon"),
        ("2026-11-23 off", 1, "2026 Nov 23"),
        ("Nov 23 2026 off", 1, "2026 Nov 23"),
        ("Mo-Fr 09:00-17:60", 16, "59"),
        ("Mo 09:00 to 17:00", 10, "hyphen"),
        ("week 45-10 Mo 09:00-17:00", 1, "45-53,01-10"),
    ] {
        let fault = HoursText::parse(text).unwrap_err();
        assert!(fault.message.contains(words), "{text}: {}", fault.message);
        assert_eq!(fault.column, column, "{text}: {}", fault.message);
    }
}

#[test]
fn columns_are_counted_in_characters() {
    let fault = HoursText::parse("Mo-Fr 09:00-17:00 open \"à côté\"; Feb 30 off").unwrap_err();
    assert_eq!((fault.code, fault.column), ("no_such_date", 34));
}

#[test]
fn ordinary_texts_pass() {
    for text in [
        "Mo-Fr 08:30-16:30",
        "Mo,We,Fr 10:00-14:00,18:00-20:00",
        "Mo-Fr 09:00-12:00, 13:00-17:00",
        "Mo-Su 20:00-08:00",
        "Mo[1] 10:00-12:00",
        "Th[2,4] 13:30-15:30; PH off",
        "2026 Nov 16-2027 Mar 31 20:00-08:00",
        "Dec 25 off",
        "Feb 29 10:00-12:00",
        "Mo-Fr 09:00-17:00; PH 10:00-12:00",
        "Mo-Fr 09:00-17:00; PH,Su closed",
        "Mo-Fr 09:00-17:00, Tu 18:00-20:00",
        "Mo-Fr 09:00-17:00; 12:00-13:00 off",
        "Mo-Fr 09:00-17:00 unknown \"volunteers permitting; ring || or call 10:00+\"",
        "Nov-Mar 19:00-08:00",
        "24/7",
        "off",
        "unknown",
        " Mo-Fr 09:00-17:00 ",
    ] {
        assert_eq!(code(text), "accepted", "{text}");
    }
}

#[test]
fn no_text_is_longer_than_the_cap_and_none_has_more_rules() {
    let long = format!("Mo-Fr 09:00-17:00 open \"{}\"", "é".repeat(175));
    assert_eq!(long.chars().count(), 200);
    assert_eq!(code(&long), "accepted");
    assert_eq!(code(&long.replace("open", " open")), "too_long");
    let mut rules = "Mo off".to_owned();
    for rule in 2..=13 {
        assert_eq!(code(&rules), "accepted", "{rules}");
        write!(rules, "{}Mo off", if rule % 2 == 0 { "; " } else { ", " }).unwrap();
    }
    assert_eq!(code(&rules), "too_many_rules");
}

#[test]
fn a_text_ten_thousand_characters_long_is_refused_before_it_is_read() {
    for part in ["Mo,", "(", "\"", "10:00-12:00,", "; ", "\u{1F600}"] {
        assert!(HoursText::parse(&part.repeat(10_000)).is_err());
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_a_sentence_and_a_column_in_it(text in ".{0,220}") {
        if let Err(fault) = HoursText::parse(&text) {
            prop_assert!(!fault.message.is_empty());
            prop_assert!(fault.column >= 1 && fault.column <= text.chars().count() + 1);
        }
    }
}
