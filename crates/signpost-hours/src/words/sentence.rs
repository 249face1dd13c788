//! The state at an instant as one sentence.

use jiff::{SignedDuration, Timestamp, civil::Time};
use signpost_domain::{FindOut, Lang, Text};

use super::shortage::Shortage;
use super::{
    clock::{day_and_clock, day_and_clocks, far_day, until, until_day},
    messages::messages,
};
use crate::{Cause, Moment, OpenState, Span, Zone};

/// The state as one sentence: "Open now, until 9 pm", "Ouvre lundi à 9 h", "Call first". Of what can be called, such as a line.
///
/// `at` is the instant the moment is about.
#[must_use]
pub fn sentence(moment: &Moment, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    sentence_of(moment, at, zone, FindOut::Call, lang)
}

/// The same of a place where one finds out in this way what nobody knows: "May open 9 am. Ask there".
#[must_use]
pub fn sentence_of(
    moment: &Moment,
    at: Timestamp,
    zone: &Zone,
    find_out: FindOut,
    lang: Lang,
) -> String {
    let words = messages(lang);
    match (moment.state, moment.until) {
        (OpenState::Open, None) => words.plain("open-all-day").to_owned(),
        (OpenState::Open, Some(end)) => {
            let open = words.say("open-until", &[("until", &until(end, at, zone, lang))]);
            if moment.then == OpenState::Unknown {
                two(&open, words.plain(then_find_out(find_out)), lang)
            } else {
                open
            }
        }
        (OpenState::Unknown, _) if moment.cause == Cause::Emergency => {
            words.plain("emergency-department").to_owned()
        }
        (OpenState::Unknown, _) => {
            because(&moment.cause, ["call-first", "call-first-because"], lang)
        }
        (OpenState::Closed, _) if let Some(shortage) = Shortage::of(&moment.cause) => {
            none_left(moment, shortage, (at, zone), find_out, lang)
        }
        (OpenState::Closed, _) if let Some(long) = closed_until(moment, at, zone, lang) => long,
        (OpenState::Closed, _) => {
            let reason = closed_today(moment, at, zone, lang);
            // Behind days that somebody closed stands what nobody answered for: no time follows then.
            let unanswered = moment
                .doubt
                .as_ref()
                .is_some_and(|doubt| doubt.further_notice);
            let next = if unanswered && reason.is_some() {
                Some(words.plain(then_find_out(find_out)).to_owned())
            } else {
                maybe_not(moment, at, zone, lang)
                    .or_else(|| opens(moment, at, zone, find_out, lang))
            };
            match (reason, next) {
                (Some(reason), Some(next)) => two(&reason, &next, lang),
                (Some(only), None) | (None, Some(only)) => only,
                (None, None) => words.plain("closed").to_owned(),
            }
        }
    }
}

/// "Out of stock until Tuesday 9 am": until there is some again and the door is open, which is when a person can have it. "Full until
/// Friday": until there is room again.
fn none_left(
    moment: &Moment,
    shortage: Shortage,
    (at, zone): (Timestamp, &Zone),
    find_out: FindOut,
    lang: Lang,
) -> String {
    let words = messages(lang);
    let opens = moment.then == OpenState::Open;
    let mut sentence = match moment.until {
        None if moment.further_notice => words.plain(shortage.key_further_notice()).to_owned(),
        None => words.plain(shortage.key()).to_owned(),
        Some(end) => {
            let until = some_again(end, opens, at, zone, lang);
            words.say(shortage.key_until(), &[("until", &until)])
        }
    };
    if moment.until.is_some() && !opens {
        sentence = two(&sentence, words.plain(then_find_out(find_out)), lang);
    }
    match reason(&moment.cause, lang) {
        "" => sentence,
        reason => two(&sentence, reason, lang),
    }
}

/// When there is some again: "until Tuesday 9 am", or the day alone where no door opens at a time of its own.
fn some_again(end: Timestamp, opens: bool, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    let by_clock = opens && zone.wall(end).time() != Time::midnight();
    let day = if by_clock {
        None
    } else {
        until_day(end, at, zone, lang)
    };
    day.unwrap_or_else(|| until(end, at, zone, lang))
}

/// "Closed until April 1, 2027: winter": of days that somebody closed, a week or more before it opens. Nobody reads "today" of them.
fn closed_until(moment: &Moment, at: Timestamp, zone: &Zone, lang: Lang) -> Option<String> {
    let is_said = matches!(moment.cause, Cause::Exception(..)) && !moment.further_notice;
    if !is_said || moment.then != OpenState::Open {
        return None;
    }
    let day = far_day(moment.until?, at, zone, lang)?;
    let words = messages(lang);
    Some(match reason(&moment.cause, lang) {
        "" => words.say("closed-until", &[("day", &day)]),
        reason => words.say("closed-until-because", &[("day", &day), ("reason", reason)]),
    })
}

/// "Closed today: Family Day", unless it still opens today or only the usual hours close it; of a night that would still run, "Closed tonight".
fn closed_today(moment: &Moment, at: Timestamp, zone: &Zone, lang: Lang) -> Option<String> {
    if matches!(
        moment.cause,
        Cause::Hours | Cause::NotStated | Cause::Lapsed
    ) {
        return None;
    }
    if moment.further_notice {
        let keys = ["closed-further-notice", "closed-further-notice-because"];
        return Some(because(&moment.cause, keys, lang));
    }
    if moment.last_night {
        let keys = ["closed-tonight", "closed-tonight-because"];
        return Some(because(&moment.cause, keys, lang));
    }
    let again_today = moment
        .until
        .is_some_and(|until| zone.day(until) == zone.day(at));
    let keys = ["closed-today", "closed-today-because"];
    (!again_today).then(|| because(&moment.cause, keys, lang))
}

/// "Tonight 8 pm to 2 am, maybe not: snow storm": when it is closed, and somebody said why it may not open next.
fn maybe_not(moment: &Moment, at: Timestamp, zone: &Zone, lang: Lang) -> Option<String> {
    let (start, doubt) = (moment.until?, moment.doubt.as_ref()?);
    let end = doubt.until?;
    let reason = reason(&doubt.cause, lang);
    let one = Span {
        start,
        end,
        state: OpenState::Unknown,
    };
    if reason.is_empty() || !one.is_one_opening() {
        return None;
    }
    let times = day_and_clocks((start, end), at, zone, lang);
    Some(messages(lang).say("maybe-not", &[("times", &times), ("reason", reason)]))
}

fn opens(
    moment: &Moment,
    at: Timestamp,
    zone: &Zone,
    find_out: FindOut,
    lang: Lang,
) -> Option<String> {
    let until = moment.until?;
    if moment.then == OpenState::Unknown && !is_a_time_to_come(moment, until, zone) {
        return Some(messages(lang).plain(then_find_out(find_out)).to_owned());
    }
    let when = day_and_clock(until, at, zone, lang);
    let key = match (moment.then, find_out) {
        (OpenState::Open, _) => "opens",
        (_, FindOut::Call) => "may-open",
        (_, FindOut::Ask) => "may-open-ask",
        (_, FindOut::Look) => "may-open-look",
        (_, FindOut::Meet) => "may-open-ask-them",
    };
    Some(messages(lang).say(key, &[("when", &when)]))
}

/// Whether somebody may open a door at that time. Where only a closed day ends at midnight, and nobody knows the hours after it, nobody does.
fn is_a_time_to_come(moment: &Moment, until: Timestamp, zone: &Zone) -> bool {
    let Some(doubt) = &moment.doubt else {
        return true;
    };
    let a_day = SignedDuration::from_hours(24);
    let lasts = doubt
        .until
        .is_none_or(|end| end.duration_since(until) >= a_day);
    let at_midnight = zone.wall(until).time() == Time::midnight();
    doubt.cause != Cause::NotStated && !(at_midnight && lasts)
}

/// What follows when nobody knows what comes next.
const fn then_find_out(find_out: FindOut) -> &'static str {
    match find_out {
        FindOut::Call => "then-call-first",
        FindOut::Ask => "then-ask-there",
        FindOut::Look => "then-look-there",
        FindOut::Meet => "then-ask-them",
    }
}

/// The first of two messages for a cause without words of its own, else the second, which puts them in.
fn because(cause: &Cause, [alone, because]: [&'static str; 2], lang: Lang) -> String {
    let words = messages(lang);
    match reason(cause, lang) {
        "" => words.plain(alone).to_owned(),
        reason => words.say(because, &[("reason", reason)]),
    }
}

fn two(first: &str, second: &str, lang: Lang) -> String {
    messages(lang).say("two-sentences", &[("first", first), ("second", second)])
}

/// The words of a cause without the full stop an editor may have put after them; may be empty.
#[must_use]
pub fn reason(cause: &Cause, lang: Lang) -> &str {
    let text: &Text = match cause {
        Cause::Exception(_, text)
        | Cause::OutOfStock(_, text)
        | Cause::Full(_, text)
        | Cause::Holiday(_, text) => text,
        Cause::Hours | Cause::NotStated | Cause::Lapsed | Cause::Emergency => return "",
    };
    text.words(lang).trim_end_matches(['.', ' '])
}
