//! The state at an instant as one sentence.

use jiff::{Timestamp, civil::Time};
use signpost_domain::{Lang, Text};

use super::{
    clock::{Named, day_and_clock, day_name, end_in_words},
    tongue::Tongue,
};
use crate::{Cause, Moment, OpenState, Zone};

/// The state as one sentence: "Open now, until 9 pm", "Ouvre lundi à 9 h", "Call first".
///
/// `at` is the instant the moment is about.
#[must_use]
pub fn sentence(moment: &Moment, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    let tongue = Tongue::of(lang);
    match moment.state {
        OpenState::Open => open(moment.until, at, zone, lang),
        OpenState::Unknown => call_first(&moment.cause, lang, tongue),
        OpenState::Closed if matches!(moment.cause, Cause::OutOfStock(..)) => {
            out_of_stock(moment, at, zone, lang)
        }
        OpenState::Closed => {
            let reason = closed_today(moment, at, zone, lang);
            let next = opens(moment, at, zone, lang);
            match (reason, next) {
                (Some(reason), Some(next)) => format!("{reason}. {next}"),
                (Some(only), None) | (None, Some(only)) => only,
                (None, None) => match tongue {
                    Tongue::English => "Closed".to_owned(),
                    Tongue::French => "Fermé".to_owned(),
                },
            }
        }
    }
}

fn open(until: Option<Timestamp>, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    match (Tongue::of(lang), until) {
        (Tongue::English, None) => "Open 24 hours".to_owned(),
        (Tongue::French, None) => "Ouvert 24 heures sur 24".to_owned(),
        (Tongue::English, Some(until)) => {
            format!("Open now, until {}", end_in_words(until, at, zone, lang))
        }
        (Tongue::French, Some(until)) => {
            let end = end_in_words(until, at, zone, lang);
            format!("Ouvert, {}", until_in_french(&end))
        }
    }
}

/// "Out of stock until Tuesday 9 am": until there is some again and the door is open, which is when a person can have it.
fn out_of_stock(moment: &Moment, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    let tongue = Tongue::of(lang);
    let opens = moment.then == OpenState::Open;
    let end = moment
        .until
        .map(|until| some_again(until, opens, at, zone, lang));
    let mut words = match (tongue, end) {
        (Tongue::English, None) => "Out of stock".to_owned(),
        (Tongue::French, None) => "En rupture de stock".to_owned(),
        (Tongue::English, Some(end)) => format!("Out of stock until {end}"),
        (Tongue::French, Some(end)) => format!("En rupture de stock {}", until_in_french(&end)),
    };
    if moment.until.is_some() && !opens {
        words.push_str(match tongue {
            Tongue::English => ". Then call first",
            Tongue::French => ". Ensuite, appelez d’abord",
        });
    }
    match reason(&moment.cause, lang) {
        "" => words,
        reason => format!("{words}. {reason}"),
    }
}

/// When there is some again: "Tuesday 9 am", or the day alone where no door opens at a time of its own.
fn some_again(until: Timestamp, opens: bool, at: Timestamp, zone: &Zone, lang: Lang) -> String {
    let tongue = Tongue::of(lang);
    let wall = zone.wall(until);
    let by_clock = opens && wall.time() != Time::midnight();
    match day_name(wall.date(), zone.day(at), tongue) {
        Named::Tomorrow(day) | Named::Weekday(day) if !by_clock => day.to_owned(),
        Named::Date(day) if !by_clock && tongue == Tongue::French => format!("au {day}"),
        Named::Date(day) if !by_clock => day,
        _ => end_in_words(until, at, zone, lang),
    }
}

/// "jusqu’à lundi à 9 h", "jusqu’au 14 décembre à 9 h".
fn until_in_french(end: &str) -> String {
    if end.starts_with("au ") {
        format!("jusqu’{end}")
    } else {
        format!("jusqu’à {end}")
    }
}

fn call_first(cause: &Cause, lang: Lang, tongue: Tongue) -> String {
    let (words, colon) = match tongue {
        Tongue::English => ("Call first", ": "),
        Tongue::French => ("Appelez d’abord", " : "),
    };
    match reason(cause, lang) {
        "" => words.to_owned(),
        reason => format!("{words}{colon}{reason}"),
    }
}

/// "Closed today: Family Day", unless it still opens today or only the usual hours close it.
fn closed_today(moment: &Moment, at: Timestamp, zone: &Zone, lang: Lang) -> Option<String> {
    let again_today = moment
        .until
        .is_some_and(|until| zone.day(until) == zone.day(at));
    if again_today || matches!(moment.cause, Cause::Hours | Cause::NotStated) {
        return None;
    }
    let (words, colon) = match Tongue::of(lang) {
        Tongue::English => ("Closed today", ": "),
        Tongue::French => ("Fermé aujourd’hui", " : "),
    };
    Some(match reason(&moment.cause, lang) {
        "" => words.to_owned(),
        reason => format!("{words}{colon}{reason}"),
    })
}

fn opens(moment: &Moment, at: Timestamp, zone: &Zone, lang: Lang) -> Option<String> {
    let when = day_and_clock(moment.until?, at, zone, lang);
    Some(match (Tongue::of(lang), moment.then) {
        (Tongue::English, OpenState::Open) => format!("Opens {when}"),
        (Tongue::French, OpenState::Open) => format!("Ouvre {when}"),
        (Tongue::English, _) => format!("May open {when}. Call first"),
        (Tongue::French, _) => format!("Ouvrira peut-être {when}. Appelez d’abord"),
    })
}

/// The words of a cause without the full stop an editor may have put after them; may be empty.
fn reason(cause: &Cause, lang: Lang) -> &str {
    let text: &Text = match cause {
        Cause::Exception(_, text) | Cause::OutOfStock(_, text) | Cause::Holiday(_, text) => text,
        Cause::Hours | Cause::NotStated => return "",
    };
    text.words(lang).trim_end_matches(['.', ' '])
}
