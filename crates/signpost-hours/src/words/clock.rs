//! Times and days in words.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time, Weekday},
};
use signpost_domain::Lang;

use super::messages::messages;
use crate::{Zone, schedule::MORNING};

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
    let words = messages(lang);
    let (hour, minute) = (time.hour(), time.minute());
    let key = match (hour, minute) {
        (0, 0) => return words.plain("clock-midnight").to_owned(),
        (12, 0) => return words.plain("clock-noon").to_owned(),
        (..12, 0) => "clock-morning",
        (_, 0) => "clock-afternoon",
        (..12, _) => "clock-morning-minutes",
        _ => "clock-afternoon-minutes",
    };
    let counted = if words.plain("hours-of-the-clock") == "12" {
        (hour + 11) % 12 + 1
    } else {
        hour
    };
    let (hour, minute) = (two_digits(counted), two_digits(minute));
    let hour = hour.strip_prefix('0').unwrap_or(hour);
    words.say(key, &[("hour", hour), ("minute", minute)])
}

/// A number of the clock, without a text of its own: clocks are said in every line of every answer.
fn two_digits(number: i8) -> &'static str {
    const ALL: &str = "000102030405060708091011121314151617181920212223242526272829\
                       303132333435363738394041424344454647484950515253545556575859";
    let place = usize::from(number.unsigned_abs()) * 2;
    ALL.get(place..place + 2).unwrap_or_default()
}

/// A day with its year: "December 14, 2026", "14 décembre 2026".
#[must_use]
pub fn date(day: Date, lang: Lang) -> String {
    let (date, year) = (date_in_year(day, lang), day.year().to_string());
    messages(lang).say("date-and-year", &[("date", &date), ("year", &year)])
}

/// A day of the week: "Monday", "lundi".
#[must_use]
pub fn weekday_name(day: Weekday, lang: Lang) -> &'static str {
    messages(lang).plain(match day {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    })
}

/// A day of the week with its date: "Monday, November 30", "lundi 30 novembre".
#[must_use]
pub fn weekday_and_date(day: Date, lang: Lang) -> String {
    let (weekday, date) = (weekday_name(day.weekday(), lang), date_in_year(day, lang));
    messages(lang).say("weekday-and-date", &[("day", weekday), ("date", &date)])
}

/// A wall time within a week: "Tuesday 2:15 pm", "mardi à 14 h 15". Who reads it later than that needs the date too.
#[must_use]
pub fn weekday_and_clock(wall: DateTime, lang: Lang) -> String {
    let (day, time) = (weekday_name(wall.weekday(), lang), clock(wall.time(), lang));
    messages(lang).say("weekday-and-clock", &[("day", day), ("time", &time)])
}

/// An instant as seen from `at`: "4 pm", "tomorrow 9 am", "Monday 9 am", "December 14, 9 am"; the year only when it is another one.
///
/// In French with its preposition: "à 16 h", "demain à 9 h", "lundi à 9 h", "le 14 décembre à 9 h".
#[must_use]
pub fn day_and_clock(when: Timestamp, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    let wall = zone.wall(when);
    let name = Named::of(wall.date(), zone.wall(at), lang);
    let key = match (&name, wall.time() == Time::midnight()) {
        (Named::Today, _) => "at-today",
        (Named::Tomorrow, false) => "at-tomorrow",
        (Named::Weekday(_), false) => "at-weekday",
        (Named::Date(_), false) => "at-date",
        (Named::Tomorrow, true) => "at-midnight-tonight",
        (Named::Weekday(_), true) => "at-weekday-midnight",
        (Named::Date(_), true) => "at-date-midnight",
    };
    name.say(key, wall.time(), lang)
}

/// The end of a span: "until 9 pm", "until Monday 9 am"; midnight belongs to the day that ends: "until midnight on Monday".
pub(super) fn until(end: Timestamp, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    let wall = zone.wall(end);
    let midnight = wall.time() == Time::midnight();
    let day = if midnight {
        wall.date().yesterday().unwrap_or(wall.date())
    } else {
        wall.date()
    };
    let name = Named::of(day, zone.wall(at), lang);
    let key = match (&name, midnight) {
        (Named::Today, _) => "until-today",
        (Named::Tomorrow, false) => "until-tomorrow",
        (Named::Weekday(_), false) => "until-weekday",
        (Named::Date(_), false) => "until-date",
        (Named::Tomorrow, true) => "until-tomorrow-midnight",
        (Named::Weekday(_), true) => "until-weekday-midnight",
        (Named::Date(_), true) => "until-date-midnight",
    };
    name.say(key, wall.time(), lang)
}

/// The end of a span on a day at no time of its own: "until Tuesday"; `None` for one that ends today.
pub(super) fn until_day(end: Timestamp, at: Timestamp, zone: &Zone, lang: Lang) -> Option<String> {
    let words = messages(lang);
    match Named::of(zone.day(end), zone.wall(at), lang) {
        Named::Today => None,
        Named::Tomorrow => Some(words.plain("until-day-tomorrow").to_owned()),
        Named::Weekday(day) => Some(words.say("until-day-weekday", &[("day", day)])),
        Named::Date(date) => Some(words.say("until-day-date", &[("date", &date)])),
    }
}

/// The day of an instant that is a week or more away: "April 1, 2027"; `None` for one that is near.
pub(super) fn far_day(when: Timestamp, at: Timestamp, zone: &Zone, lang: Lang) -> Option<String> {
    match Named::of(zone.day(when), zone.wall(at), lang) {
        Named::Date(date) => Some(date),
        Named::Today | Named::Tomorrow | Named::Weekday(_) => None,
    }
}

/// From one time to another, seen from `at`: "Tonight 8 pm to 2 am", "Monday 9 am to 5 pm". It begins a sentence.
pub(super) fn day_and_clocks(
    (start, end): (Timestamp, Timestamp),
    at: Timestamp,
    zone: &Zone,
    lang: Lang,
) -> String {
    let words = messages(lang);
    let (from, to) = (zone.wall(start), zone.wall(end));
    let (first, last) = (clock(from.time(), lang), clock(to.time(), lang));
    let times = words.say("from-to", &[("from", &first), ("to", &last)]);
    let said = match Named::of(from.date(), zone.wall(at), lang) {
        Named::Today if from.hour() >= EVENING => words.say("times-tonight", &[("times", &times)]),
        Named::Today => words.say("times-today", &[("times", &times)]),
        Named::Tomorrow => words.say("times-tomorrow", &[("times", &times)]),
        Named::Weekday(day) => words.say("times-weekday", &[("day", day), ("times", &times)]),
        Named::Date(date) => words.say("times-date", &[("date", &date), ("times", &times)]),
    };
    capital(&said)
}

/// What begins from here on, of today, is tonight's.
const EVENING: i8 = 17;

/// The same words with a capital at their beginning.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Whether the next day is called tomorrow at this hour: before the morning it goes by its name.
#[must_use]
pub fn has_tomorrow(at: Timestamp, zone: &Zone) -> bool {
    zone.wall(at).hour() >= MORNING
}

/// What a day is called from another one.
enum Named {
    Today,
    /// The next day, for those who have slept: before the morning it goes by its name.
    Tomorrow,
    /// Up to six days on.
    Weekday(&'static str),
    Date(String),
}

impl Named {
    fn of(day: Date, now: DateTime, lang: Lang) -> Self {
        let today = now.date();
        let ahead = day.since(today).map_or(i32::MAX, |span| span.get_days());
        match ahead {
            i32::MIN..=0 if day == today => Self::Today,
            1 if now.hour() >= MORNING => Self::Tomorrow,
            1..=6 => Self::Weekday(weekday_name(day.weekday(), lang)),
            _ if day.year() == today.year() => Self::Date(date_in_year(day, lang)),
            _ => Self::Date(date(day, lang)),
        }
    }

    fn say(&self, key: &str, time: Time, lang: Lang) -> String {
        let (words, time) = (messages(lang), clock(time, lang));
        match self {
            Self::Today | Self::Tomorrow => words.say(key, &[("time", &time)]),
            Self::Weekday(day) => words.say(key, &[("day", day), ("time", &time)]),
            Self::Date(date) => words.say(key, &[("date", date), ("time", &time)]),
        }
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day as seen from another one: with its year only when that is another.
pub(super) fn date_from(day: Date, from: Date, lang: Lang) -> String {
    if day.year() == from.year() {
        date_in_year(day, lang)
    } else {
        date(day, lang)
    }
}

/// "December 14", "14 décembre", "1er mai".
fn date_in_year(day: Date, lang: Lang) -> String {
    let words = messages(lang);
    let index = usize::from(day.month().unsigned_abs()).saturating_sub(1);
    let month = words.plain(MONTHS.get(index).copied().unwrap_or_default());
    match day.day() {
        1 => words.say("date-first", &[("month", month)]),
        number => words.say("date", &[("month", month), ("day", &number.to_string())]),
    }
}
