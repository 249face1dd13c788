//! What an editor may not have meant.

use signpost_domain::Lang;
use signpost_hours::{HoursWarning, words};

use crate::support::hours;

#[test]
fn every_second_week_by_its_number_is_warned_of_at_new_year() {
    for text in [
        "week 01-53/2 Mo 10:00-12:00",
        "week 2-52/2 10:00-12:00",
        "week 01,03,05,07,09 Mo 10:00-12:00",
        "Mo 09:00-17:00; week 02-52/2 Sa 10:00-12:00",
    ] {
        let warnings = hours(text).warnings();
        assert_eq!(warnings, [HoursWarning::WeeksOverNewYear], "{text}");
    }
    for text in [
        "week 45-53,01-10 Mo 10:00-12:00",
        "week 10-20 Mo 10:00-12:00",
        "Mo 10:00-12:00 unknown \"week 01-53/2\"",
    ] {
        assert_eq!(hours(text).warnings(), [], "{text}");
    }
}

#[test]
fn an_end_before_its_beginning_that_makes_more_than_14_hours_is_warned_of() {
    let long = HoursWarning::LongNight {
        from: 9 * 60,
        to: 5 * 60,
    };
    assert_eq!(hours("Mo-Fr 09:00-05:00").warnings(), [long]);
    assert_eq!(hours("Mo 09:00-05:00, Tu 09:00-05:00").warnings(), [long]);
    for fine in [
        "Mo-Su 20:00-08:00",
        "Mo-Su 18:00-08:00",
        "Mo-Su 09:00-17:00",
        "Mo-Su 00:00-24:00",
        "Mo 09:00-12:00,17:00-02:00",
        // Who writes the hours past 24 knows that it is the next day.
        "Mo-Fr 09:00-29:00",
    ] {
        assert_eq!(hours(fine).warnings(), [], "{fine}");
    }
    assert_eq!(hours("Mo-Su 17:59-08:00").warnings().len(), 1);
}

#[test]
fn each_warning_is_a_sentence_in_both_languages() {
    for warning in [
        HoursWarning::NightCutAtMidnight,
        HoursWarning::WeeksOverNewYear,
        HoursWarning::LongNight { from: 540, to: 300 },
    ] {
        let [en, fr] = [Lang::En, Lang::Fr].map(|lang| words::warning(warning, lang));
        assert_ne!(en, fr);
        assert!(en.ends_with('.') && fr.ends_with('.'), "{en} {fr}");
    }
}
