//! Times and days in words.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time, Weekday},
};
use signpost_domain::Lang;

use super::tongue::Tongue;
use crate::Zone;

/// A time of day, in French with spaces that do not break: "4:30 pm", "16 h 30", "noon", "minuit".
///
/// # Examples
/// ```
/// use jiff::civil::time;
/// use signpost_domain::Lang;
/// use signpost_hours::words::clock;
/// assert_eq!(clock(time(16, 30, 0, 0), Lang::En), "4:30 pm");
/// assert_eq!(clock(time(16, 30, 0, 0), Lang::Fr), "16\u{a0}h\u{a0}30");
/// assert_eq!(clock(time(0, 0, 0, 0), Lang::Fr), "minuit");
/// ```
#[must_use]
pub fn clock(time: Time, lang: Lang) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (Tongue::of(lang), hour, minute) {
        (Tongue::English, 0, 0) => "midnight".to_owned(),
        (Tongue::English, 12, 0) => "noon".to_owned(),
        (Tongue::French, 0, 0) => "minuit".to_owned(),
        (Tongue::French, 12, 0) => "midi".to_owned(),
        (Tongue::French, _, 0) => format!("{hour}\u{a0}h"),
        (Tongue::French, ..) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        (Tongue::English, ..) => {
            let half = if hour < 12 { "am" } else { "pm" };
            let twelve = (hour + 11) % 12 + 1;
            if minute == 0 {
                format!("{twelve} {half}")
            } else {
                format!("{twelve}:{minute:02} {half}")
            }
        }
    }
}

/// A day with its year: "December 14, 2026", "14 décembre 2026".
#[must_use]
pub fn date(day: Date, lang: Lang) -> String {
    match Tongue::of(lang) {
        Tongue::English => format!("{}, {}", date_in_year(day, Tongue::English), day.year()),
        Tongue::French => format!("{} {}", date_in_year(day, Tongue::French), day.year()),
    }
}

/// A day of the week: "Monday", "lundi".
#[must_use]
pub fn weekday_name(day: Weekday, lang: Lang) -> &'static str {
    weekday(day, Tongue::of(lang))
}

/// A wall time within a week: "Tuesday 2:15 pm", "mardi à 14 h 15". Who reads it later than that needs the date too.
#[must_use]
pub fn weekday_and_clock(wall: DateTime, lang: Lang) -> String {
    let tongue = Tongue::of(lang);
    let (day, time) = (weekday(wall.weekday(), tongue), clock(wall.time(), lang));
    match tongue {
        Tongue::English => format!("{day} {time}"),
        Tongue::French => format!("{day} à {time}"),
    }
}

/// An instant as seen from `at`: "4 pm", "tomorrow 9 am", "Monday 9 am", "December 14, 9 am"; the year only when it is another one.
///
/// In French with its preposition: "à 16 h", "demain à 9 h", "lundi à 9 h", "le 14 décembre à 9 h".
#[must_use]
pub fn day_and_clock(when: Timestamp, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    let tongue = Tongue::of(lang);
    let (wall, today) = (zone.wall(when), zone.day(at));
    let time = clock(wall.time(), lang);
    let starts_a_day = wall.time() == Time::midnight();
    let name = day_name(wall.date(), today, tongue);
    match tongue {
        Tongue::English => match (name, starts_a_day) {
            (Named::Today, _) => time,
            // The midnight at which tomorrow starts is tonight's.
            (Named::Tomorrow(_), true) => "midnight tonight".to_owned(),
            (Named::Tomorrow(word) | Named::Weekday(word), false) => format!("{word} {time}"),
            (Named::Date(word), false) => format!("{word}, {time}"),
            (Named::Weekday(word), true) => format!("{word} at 12 am"),
            (Named::Date(word), true) => format!("{word} at 12 am"),
        },
        Tongue::French => match (name, starts_a_day) {
            (Named::Today, _) => format!("à {time}"),
            (Named::Tomorrow(_), true) => "à minuit ce soir".to_owned(),
            (Named::Tomorrow(word) | Named::Weekday(word), false) => format!("{word} à {time}"),
            (Named::Date(word), false) => format!("le {word} à {time}"),
            (Named::Weekday(word), true) => format!("{word} à 0\u{a0}h"),
            (Named::Date(word), true) => format!("le {word} à 0\u{a0}h"),
        },
    }
}

/// The end of a span: like [`day_and_clock`], but midnight belongs to the day that ends: "midnight", "midnight on Monday".
pub(super) fn end_in_words(when: Timestamp, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    let tongue = Tongue::of(lang);
    let (wall, today) = (zone.wall(when), zone.day(at));
    let time = clock(wall.time(), lang);
    let midnight = wall.time() == Time::midnight();
    let day = if midnight {
        wall.date().yesterday().unwrap_or(wall.date())
    } else {
        wall.date()
    };
    let name = day_name(day, today, tongue);
    match (tongue, name, midnight) {
        (_, Named::Today, _) => time,
        (Tongue::English, Named::Tomorrow(word), false) => format!("{time} {word}"),
        (Tongue::English, Named::Weekday(word), false) => format!("{word} {time}"),
        (Tongue::English, Named::Date(word), false) => format!("{word}, {time}"),
        (Tongue::English, Named::Tomorrow(word), true) => format!("midnight {word}"),
        (Tongue::English, Named::Weekday(word), true) => format!("midnight on {word}"),
        (Tongue::English, Named::Date(word), true) => format!("midnight on {word}"),
        (Tongue::French, Named::Tomorrow(word) | Named::Weekday(word), _) => {
            format!("{word} à {time}")
        }
        (Tongue::French, Named::Date(word), _) => format!("au {word} à {time}"),
    }
}

/// What a day is called from another one.
pub(super) enum Named {
    Today,
    Tomorrow(&'static str),
    /// Two to six days on.
    Weekday(&'static str),
    Date(String),
}

pub(super) fn day_name(day: Date, today: Date, tongue: Tongue) -> Named {
    let ahead = day.since(today).map_or(i32::MAX, |span| span.get_days());
    match ahead {
        i32::MIN..=0 if day == today => Named::Today,
        1 => Named::Tomorrow(match tongue {
            Tongue::English => "tomorrow",
            Tongue::French => "demain",
        }),
        2..=6 => Named::Weekday(weekday(day.weekday(), tongue)),
        _ if day.year() == today.year() => Named::Date(date_in_year(day, tongue)),
        _ => Named::Date(date(
            day,
            match tongue {
                Tongue::English => Lang::En,
                Tongue::French => Lang::Fr,
            },
        )),
    }
}

pub(super) const fn weekday(day: Weekday, tongue: Tongue) -> &'static str {
    match (tongue, day) {
        (Tongue::English, Weekday::Monday) => "Monday",
        (Tongue::English, Weekday::Tuesday) => "Tuesday",
        (Tongue::English, Weekday::Wednesday) => "Wednesday",
        (Tongue::English, Weekday::Thursday) => "Thursday",
        (Tongue::English, Weekday::Friday) => "Friday",
        (Tongue::English, Weekday::Saturday) => "Saturday",
        (Tongue::English, Weekday::Sunday) => "Sunday",
        (Tongue::French, Weekday::Monday) => "lundi",
        (Tongue::French, Weekday::Tuesday) => "mardi",
        (Tongue::French, Weekday::Wednesday) => "mercredi",
        (Tongue::French, Weekday::Thursday) => "jeudi",
        (Tongue::French, Weekday::Friday) => "vendredi",
        (Tongue::French, Weekday::Saturday) => "samedi",
        (Tongue::French, Weekday::Sunday) => "dimanche",
    }
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// "December 14", "14 décembre", "1er mai".
pub(super) fn date_in_year(day: Date, tongue: Tongue) -> String {
    let months = match tongue {
        Tongue::English => &ENGLISH_MONTHS,
        Tongue::French => &FRENCH_MONTHS,
    };
    let index = usize::from(day.month().unsigned_abs()).saturating_sub(1);
    let month = months.get(index).copied().unwrap_or_default();
    match (tongue, day.day()) {
        (Tongue::English, number) => format!("{month} {number}"),
        (Tongue::French, 1) => format!("1er {month}"),
        (Tongue::French, number) => format!("{number} {month}"),
    }
}
