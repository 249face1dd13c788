//! A simple hours text in words.

use jiff::civil::{Date, Time, Weekday};
use opening_hours::RuleKind;
use opening_hours_syntax::{
    ExtendedTime,
    rules::{
        RuleOperator, RuleSequence,
        day::{HolidayKind, WeekDayRange, Weekday as ChronoWeekday},
        time::{Time as RuleTime, TimeSelector, TimeSpan},
    },
};
use signpost_domain::{FindOut, Lang};

use super::{
    clock::{capital, clock, date_from, weekday_name},
    messages::messages,
};
use crate::{
    HoursText,
    seldom::{SingleDays, next_days},
    validator::covers,
    weekly::{BY_APPOINTMENT, weekday},
};

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
    text_in_words_of(hours, FindOut::Call, lang)
}

/// The same of a place where one finds out in this way what nobody knows: "By appointment: ask there".
#[must_use]
pub fn text_in_words_of(hours: &HoursText, find_out: FindOut, lang: Lang) -> Option<String> {
    if hours.is_round_the_clock() {
        return Some(messages(lang).plain("always").to_owned());
    }
    let rules = hours.rules();
    if replaces_itself(&rules) {
        return None;
    }
    if let [rule] = rules.as_slice()
        && is_by_appointment(rule)
        && rule.day_selector.is_empty()
        && is_all_day(rule)
    {
        return Some(
            messages(lang)
                .plain(appointment_keys(find_out)[1])
                .to_owned(),
        );
    }
    let mut parts: Vec<String> = Vec::new();
    for rule in &rules {
        let words = rule_in_words(rule, find_out, lang)?;
        // The same second week is written once for each year.
        let again = matches!(
            SingleDays::of(rule),
            Some(SingleDays::EverySecondWeek { .. })
        ) && parts.contains(&words);
        if !again {
            parts.push(words);
        }
    }
    Some(parts.join("; "))
}

/// Days of a month and every second week, each rule with its next four days: "First Tuesday of the month 1 pm to 4 pm: December 1, …".
#[must_use]
pub fn single_days(hours: &HoursText, from: Date, find_out: FindOut, lang: Lang) -> Vec<String> {
    let mut found: Vec<(String, Vec<RuleSequence>)> = Vec::new();
    for rule in hours.rules() {
        if rule.kind == RuleKind::Closed || SingleDays::of(&rule).is_none() {
            continue;
        }
        let Some(words) = rule_in_words(&rule, find_out, lang) else {
            continue;
        };
        match found.iter_mut().find(|(own, _)| *own == words) {
            Some((_, rules)) => rules.push(rule),
            None => found.push((words, vec![rule])),
        }
    }
    let said = found.into_iter().filter_map(|(words, rules)| {
        let days = next_days(&rules, from, NEXT_DAYS);
        let dates: Vec<String> = days.iter().map(|day| date_from(*day, from, lang)).collect();
        let args = [("rule", &*capital(&words)), ("dates", &*dates.join(", "))];
        (!dates.is_empty()).then(|| messages(lang).say("single-days", &args))
    });
    said.collect()
}

/// How many days ahead are named.
const NEXT_DAYS: usize = 4;

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
        return Some(messages(lang).plain("always-that-day").to_owned());
    }
    match hours.rules().as_slice() {
        [rule] if rule.kind == RuleKind::Open && rule.day_selector.is_empty() => {
            opening_times(rule, lang)
        }
        _ => text_in_words(hours, lang),
    }
}

/// Whether a later rule replaces the hours of a day: in words that would read as if both counted.
fn replaces_itself(rules: &[RuleSequence]) -> bool {
    let open_on = |rule: &RuleSequence, day: u8| {
        let days = &rule.day_selector.weekday;
        let single = SingleDays::of(rule).is_some_and(|single| single.day() == day);
        rule.kind != RuleKind::Closed
            && (days.is_empty() || single || days.iter().any(|range| covers(range, day)))
    };
    // The first Tuesday and the third do not meet.
    let apart = |one: &RuleSequence, other: &RuleSequence| {
        let (one, other) = (SingleDays::of(one), SingleDays::of(other));
        one.is_some() && other.is_some() && one != other
    };
    rules.iter().enumerate().any(|(nth, rule)| {
        rule.operator == RuleOperator::Normal
            && (0..7).any(|day| {
                open_on(rule, day)
                    && rules
                        .iter()
                        .take(nth)
                        .any(|earlier| open_on(earlier, day) && !apart(rule, earlier))
            })
    })
}

/// What is said of hours by appointment: beside their times, and alone.
const fn appointment_keys(find_out: FindOut) -> [&'static str; 2] {
    match find_out {
        FindOut::Call => ["by-appointment", "always-by-appointment"],
        FindOut::Ask | FindOut::Look => ["by-appointment-ask", "always-by-appointment-ask"],
        FindOut::Meet => ["by-appointment-ask-them", "always-by-appointment-ask-them"],
    }
}

fn rule_in_words(rule: &RuleSequence, find_out: FindOut, lang: Lang) -> Option<String> {
    let words = messages(lang);
    let days = &rule.day_selector;
    let appointment = is_by_appointment(rule);
    if !(rule.comment.is_empty() || appointment) {
        return None;
    }
    let when = match SingleDays::of(rule) {
        Some(single) => single_days_in_words(single, lang)?,
        None if !(days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty()) => {
            return None;
        }
        None => days_in_words(&days.weekday, lang)?,
    };
    match rule.kind {
        RuleKind::Unknown if appointment => {
            let times = times_of(rule, lang)?;
            let args = [("days", &*when), ("times", &*times)];
            let hours = words.say("days-and-times", &args);
            Some(words.say(appointment_keys(find_out)[0], &[("hours", &hours)]))
        }
        RuleKind::Closed if is_all_day(rule) => {
            let key = if days.weekday.is_empty() {
                "closed-every-day"
            } else {
                "closed-on-days"
            };
            Some(words.say(key, &[("days", &when)]))
        }
        RuleKind::Open => {
            let times = opening_times(rule, lang)?;
            Some(words.say("days-and-times", &[("days", &when), ("times", &times)]))
        }
        _ => None,
    }
}

fn is_all_day(rule: &RuleSequence) -> bool {
    rule.time_selector == TimeSelector::default()
}

/// "all day", "noon to 4 pm, 6 pm to 8 pm"; `None` for a rule with a comment, or with times that are not on the clock.
fn opening_times(rule: &RuleSequence, lang: Lang) -> Option<String> {
    if !rule.comment.is_empty() {
        return None;
    }
    times_of(rule, lang)
}

fn is_by_appointment(rule: &RuleSequence) -> bool {
    rule.kind == RuleKind::Unknown && &*rule.comment == BY_APPOINTMENT
}

/// "first and third Tuesday of the month", "every second Thursday".
fn single_days_in_words(days: SingleDays, lang: Lang) -> Option<String> {
    let words = messages(lang);
    let name = |day: u8| weekday_name(weekday(day), lang);
    match days {
        SingleDays::EverySecondWeek { day } => {
            Some(words.say("every-second", &[("day", name(day))]))
        }
        SingleDays::OfTheMonth { day, first, last } => {
            const NTHS: [&str; 5] = ["nth-1", "nth-2", "nth-3", "nth-4", "nth-5"];
            let nths = NTHS.iter().zip(first).filter(|(_, set)| *set);
            let mut nths: Vec<&str> = nths.map(|(key, _)| words.plain(key)).collect();
            match last {
                [true, false, false, false, false] => nths.push(words.plain("nth-last")),
                [false, false, false, false, false] => {}
                _ => return None,
            }
            let nths = nths
                .into_iter()
                .map(str::to_owned)
                .reduce(|nths, nth| words.say("and-nth", &[("nths", &nths), ("nth", &nth)]))?;
            Some(words.say("day-of-the-month", &[("nths", &nths), ("day", name(day))]))
        }
    }
}

fn times_of(rule: &RuleSequence, lang: Lang) -> Option<String> {
    if is_all_day(rule) {
        return Some(messages(lang).plain("all-day").to_owned());
    }
    let spans = rule.time_selector.spans.iter();
    let times: Option<Vec<String>> = spans.map(|span| span_in_words(span, lang)).collect();
    Some(times?.join(", "))
}

fn days_in_words(days: &[WeekDayRange], lang: Lang) -> Option<String> {
    if days.is_empty() {
        return Some(messages(lang).plain("every-day").to_owned());
    }
    let parts: Option<Vec<String>> = days
        .iter()
        .map(|range| range_in_words(range, lang))
        .collect();
    Some(parts?.join(", "))
}

fn range_in_words(range: &WeekDayRange, lang: Lang) -> Option<String> {
    let words = messages(lang);
    match range {
        WeekDayRange::Holiday {
            kind: HolidayKind::Public,
            offset: 0,
        } => Some(words.plain("public-holidays").to_owned()),
        WeekDayRange::Fixed { range: days, .. } if (0..7).any(|day| covers(range, day)) => {
            let first = weekday_name(ours(*days.start()), lang);
            let last = weekday_name(ours(*days.end()), lang);
            if days.start() == days.end() {
                return Some(first.to_owned());
            }
            Some(words.say("weekdays", &[("first", first), ("last", last)]))
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
    Some(messages(lang).say("from-to", &[("from", &from), ("to", &to)]))
}

/// The wall time; 24:00 and later are of the next day.
fn wall(time: ExtendedTime) -> Option<Time> {
    let hour = i8::try_from(time.hour() % 24).ok()?;
    Time::new(hour, i8::try_from(time.minute()).ok()?, 0, 0).ok()
}
