//! A simple hours text in words.

use jiff::civil::{Time, Weekday};
use opening_hours::RuleKind;
use opening_hours_syntax::{
    ExtendedTime,
    rules::{
        RuleOperator, RuleSequence,
        day::{HolidayKind, WeekDayRange, Weekday as ChronoWeekday},
        time::{Time as RuleTime, TimeSelector, TimeSpan},
    },
};
use signpost_domain::Lang;

use super::{
    clock::{clock, weekday},
    tongue::Tongue,
    week::between,
};
use crate::{HoursText, gate::covers};

/// A text of weekdays, times and public holidays in words; `None` when it says more than that.
///
/// # Examples
/// ```
/// use signpost_domain::Lang;
/// use signpost_hours::{HoursText, words::text_in_words};
/// let hours = HoursText::parse("Mo-Fr 08:30-16:30; Sa 10:00-14:00; PH off").unwrap();
/// assert_eq!(
///     text_in_words(&hours, Lang::En).unwrap(),
///     "Monday to Friday 8:30 am to 4:30 pm; Saturday 10 am to 2 pm; closed on public holidays"
/// );
/// assert_eq!(
///     text_in_words(&hours, Lang::Fr).unwrap(),
///     "du lundi au vendredi de 8\u{a0}h\u{a0}30 à 16\u{a0}h\u{a0}30; samedi de 10\u{a0}h à 14\u{a0}h; fermé les jours fériés"
/// );
/// ```
#[must_use]
pub fn text_in_words(hours: &HoursText, lang: Lang) -> Option<String> {
    if hours.is_round_the_clock() {
        return Some(match Tongue::of(lang) {
            Tongue::English => "Open 24 hours, every day".to_owned(),
            Tongue::French => "Ouvert 24 heures sur 24, tous les jours".to_owned(),
        });
    }
    let rules = hours.rules();
    if replaces_itself(&rules) {
        return None;
    }
    let parts: Option<Vec<String>> = rules.iter().map(|rule| rule_in_words(rule, lang)).collect();
    parts.map(|parts| parts.join("; "))
}

/// The hours of days that are named already: "noon to 4 pm", "24 heures sur 24". A text that names days itself is said whole.
///
/// ```
/// use signpost_domain::Lang;
/// use signpost_hours::{HoursText, words::times_in_words};
/// let on_that_day = HoursText::parse("12:00-16:00").unwrap();
/// assert_eq!(times_in_words(&on_that_day, Lang::En).unwrap(), "noon to 4 pm");
/// ```
#[must_use]
pub fn times_in_words(hours: &HoursText, lang: Lang) -> Option<String> {
    if hours.is_round_the_clock() {
        let words = match Tongue::of(lang) {
            Tongue::English => "24 hours",
            Tongue::French => "24 heures sur 24",
        };
        return Some(words.to_owned());
    }
    let rules = hours.rules();
    match rules.as_slice() {
        [rule] if rule.kind == RuleKind::Open && rule.day_selector.is_empty() => {
            let whole = rule_in_words(rule, lang)?;
            let every_day = days_in_words(&[], Tongue::of(lang))?;
            Some(whole.trim_start_matches(&every_day).trim_start().to_owned())
        }
        _ => text_in_words(hours, lang),
    }
}

/// Whether a later rule replaces the hours of a day: in words that would read as if both counted.
fn replaces_itself(rules: &[RuleSequence]) -> bool {
    let open_on = |rule: &RuleSequence, day: u8| {
        let days = &rule.day_selector.weekday;
        rule.kind == RuleKind::Open
            && (days.is_empty() || days.iter().any(|range| covers(range, day)))
    };
    rules.iter().enumerate().any(|(nth, rule)| {
        rule.operator == RuleOperator::Normal
            && (0..7).any(|day| {
                open_on(rule, day) && rules.iter().take(nth).any(|earlier| open_on(earlier, day))
            })
    })
}

fn rule_in_words(rule: &RuleSequence, lang: Lang) -> Option<String> {
    let tongue = Tongue::of(lang);
    let days = &rule.day_selector;
    if !(rule.comment.is_empty()
        && days.year.is_empty()
        && days.monthday.is_empty()
        && days.week.is_empty())
    {
        return None;
    }
    let when = days_in_words(&days.weekday, tongue)?;
    let all_day = rule.time_selector == TimeSelector::default();
    match (rule.kind, all_day, tongue) {
        (RuleKind::Closed, true, Tongue::English) => {
            Some(format!("closed {}", on(&days.weekday, &when)))
        }
        (RuleKind::Closed, true, Tongue::French) => Some(format!("fermé {when}")),
        (RuleKind::Open, true, Tongue::English) => Some(format!("{when} all day")),
        (RuleKind::Open, true, Tongue::French) => Some(format!("{when} toute la journée")),
        (RuleKind::Open, false, _) => {
            let times: Option<Vec<String>> = rule
                .time_selector
                .spans
                .iter()
                .map(|span| span_in_words(span, lang))
                .collect();
            Some(format!("{when} {}", times?.join(", ")))
        }
        _ => None,
    }
}

fn on(days: &[WeekDayRange], when: &str) -> String {
    match days {
        [] => when.to_owned(),
        _ => format!("on {when}"),
    }
}

fn days_in_words(days: &[WeekDayRange], tongue: Tongue) -> Option<String> {
    if days.is_empty() {
        return Some(match tongue {
            Tongue::English => "every day".to_owned(),
            Tongue::French => "tous les jours".to_owned(),
        });
    }
    let parts: Option<Vec<String>> = days
        .iter()
        .map(|range| range_in_words(range, tongue))
        .collect();
    Some(parts?.join(", "))
}

fn range_in_words(range: &WeekDayRange, tongue: Tongue) -> Option<String> {
    match (range, tongue) {
        (
            WeekDayRange::Holiday {
                kind: HolidayKind::Public,
                offset: 0,
            },
            Tongue::English,
        ) => Some("public holidays".to_owned()),
        (
            WeekDayRange::Holiday {
                kind: HolidayKind::Public,
                offset: 0,
            },
            Tongue::French,
        ) => Some("les jours fériés".to_owned()),
        (WeekDayRange::Fixed { range: days, .. }, _) if (0..7).any(|day| covers(range, day)) => {
            let first = weekday(ours(*days.start()), tongue);
            let last = weekday(ours(*days.end()), tongue);
            Some(match (days.start() == days.end(), tongue) {
                (true, _) => first.to_owned(),
                (false, Tongue::English) => format!("{first} to {last}"),
                (false, Tongue::French) => format!("du {first} au {last}"),
            })
        }
        _ => None,
    }
}

const fn ours(day: ChronoWeekday) -> Weekday {
    match day {
        ChronoWeekday::Mon => Weekday::Monday,
        ChronoWeekday::Tue => Weekday::Tuesday,
        ChronoWeekday::Wed => Weekday::Wednesday,
        ChronoWeekday::Thu => Weekday::Thursday,
        ChronoWeekday::Fri => Weekday::Friday,
        ChronoWeekday::Sat => Weekday::Saturday,
        ChronoWeekday::Sun => Weekday::Sunday,
    }
}

fn span_in_words(span: &TimeSpan, lang: Lang) -> Option<String> {
    let (RuleTime::Fixed(start), RuleTime::Fixed(end)) = (span.range.start, span.range.end) else {
        return None;
    };
    let (from, to) = (clock(wall(start)?, lang), clock(wall(end)?, lang));
    Some(match Tongue::of(lang) {
        Tongue::English => format!("{from} to {to}"),
        Tongue::French => between(&from, &to),
    })
}

/// The wall time; 24:00 and later are of the next day.
fn wall(time: ExtendedTime) -> Option<Time> {
    let hour = i8::try_from(time.hour() % 24).ok()?;
    Time::new(hour, i8::try_from(time.minute()).ok()?, 0, 0).ok()
}
