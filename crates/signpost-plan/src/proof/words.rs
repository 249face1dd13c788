//! A proof in sentences, plain English and French: at most eight for a week, from which the grid can be read back.

use std::sync::LazyLock;

use jiff::civil::{Weekday, time};
use signpost_domain::Lang;
use signpost_hours::words::{clock, weekday_name};
use signpost_messages::{Catalogue, Words, texts};

use super::{
    cell::{Cell, CellState},
    grid::{Grid, Worst, WorstHour},
    runs::{Run, hours, runs},
};

static MESSAGES: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::read(&[
        (Lang::En, texts!["locales/en/proof.ftl"]),
        (Lang::Fr, texts!["locales/fr/proof.ftl"]),
    ])
});

const DAY: i8 = 24;

/// A state in words: "lost", "call first".
#[must_use]
pub fn state(state: CellState, lang: Lang) -> String {
    MESSAGES.of(lang).plain(key(state)).to_owned()
}

const fn key(state: CellState) -> &'static str {
    match state {
        CellState::Lost => "lost",
        CellState::CallFirst => "call-first",
        CellState::Moved => "moved",
        CellState::Kept => "kept",
        CellState::Gained => "gained",
        CellState::NotServed => "not-served",
    }
}

/// A cell in words: "moved, 430 m farther".
#[must_use]
pub fn cell(cell: &Cell, lang: Lang) -> String {
    let words = MESSAGES.of(lang);
    match cell.metres {
        Some(metres) if metres > 0 => metres_in(words, "moved-farther", metres),
        Some(metres) if metres < 0 => metres_in(words, "moved-nearer", -metres),
        Some(_) => words.plain("moved-as-far").to_owned(),
        None if cell.state == CellState::Moved => words.plain("moved-unknown").to_owned(),
        _ => state(cell.state, lang),
    }
}

fn metres_in(words: &Words, key: &str, metres: i64) -> String {
    words.say(key, &[("metres", &metres.to_string())])
}

/// A week in at most eight sentences: one for each state that occurs, worst first; then the worst hour and the longest lost run.
#[must_use]
pub fn week(week: &Grid, lang: Lang) -> Vec<String> {
    let words = MESSAGES.of(lang);
    let mut sentences: Vec<String> = CellState::ALL
        .into_iter()
        .filter_map(|state| of_state(week, state, lang))
        .collect();
    sentences.extend(week.worst().map(|worst| worst_hour(worst, words, lang)));
    sentences.extend(week.longest_lost().map(|(day, hour, length)| {
        let from = day_hour(day, hour, words, lang);
        let hours = hours_in(length, words);
        words.say("longest-lost", &[("hours", &hours), ("from", &from)])
    }));
    sentences
}

/// "Saturday 4 pm to 8 pm: lost."
fn of_state(week: &Grid, state: CellState, lang: Lang) -> Option<String> {
    let words = MESSAGES.of(lang);
    if week.count(state) == 0 {
        return None;
    }
    let when = when(week, state, lang);
    let cells = week.days().flat_map(|(_, cells)| cells);
    let what = what(cells, state, words);
    Some(words.say("run", &[("when", &when), ("what", &what)]))
}

/// A state of some cells in words; of what moved, how much farther at most, or how much nearer when none is farther.
fn what<'c>(cells: impl Iterator<Item = &'c Cell>, state: CellState, words: &Words) -> String {
    if state != CellState::Moved {
        return words.plain(key(state)).to_owned();
    }
    let moved: Vec<i64> = cells.filter_map(|cell| cell.metres).collect();
    match (moved.iter().max(), moved.iter().min()) {
        (Some(&farthest), _) if farthest > 0 => metres_in(words, "moved-up-to", farthest),
        (_, Some(&nearest)) if nearest < 0 => metres_in(words, "moved-up-to-nearer", -nearest),
        (Some(_), _) => words.plain("moved-as-far").to_owned(),
        (None, _) => words.plain("moved-unknown").to_owned(),
    }
}

/// The hours of a week that are in a state, without the state: "Saturday 4 pm to 8 pm".
#[must_use]
pub fn when(week: &Grid, state: CellState, lang: Lang) -> String {
    let words = MESSAGES.of(lang);
    if week.count(state) == 7 * 24 {
        return words.plain("every-hour").to_owned();
    }
    let runs = runs(week, state);
    let runs = runs.iter().map(|run| run_in_words(run, words, lang));
    runs.collect::<Vec<_>>().join(&words.say("between", &[]))
}

fn run_in_words(run: &Run, words: &Words, lang: Lang) -> String {
    let first = weekday_name(run.first, lang);
    let days = if run.first == run.last {
        first.to_owned()
    } else {
        let last = weekday_name(run.last, lang);
        words.say("days", &[("first", first), ("last", last)])
    };
    let times = times(&run.hours, words, lang);
    words.say("days-and-times", &[("days", &days), ("times", &times)])
}

fn times(hours: &[(i8, i8)], words: &Words, lang: Lang) -> String {
    let times = hours.iter().map(|&(from, to)| {
        if (from, to) == (0, DAY) {
            return words.plain("all-day").to_owned();
        }
        let at = |hour: i8| clock(time(hour % DAY, 0, 0, 0), lang);
        words.say("from-to", &[("from", &at(from)), ("to", &at(to))])
    });
    times.collect::<Vec<_>>().join(", ")
}

/// A real day in words: what of it is in which state, worst first; what nobody is served in before or after is left out.
#[must_use]
pub fn day(cells: &[Cell], lang: Lang) -> String {
    let words = MESSAGES.of(lang);
    let states = CellState::ALL.into_iter();
    let parts = states
        .filter(|state| *state != CellState::NotServed)
        .filter_map(|state| {
            let found = hours(cells, state);
            let when = times(&found, words, lang);
            let what = what(cells.iter(), state, words);
            (!found.is_empty()).then(|| words.say("part", &[("when", &when), ("what", &what)]))
        });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() {
        return words.plain("nobody-all-day").to_owned();
    }
    parts.join(&words.say("between", &[]))
}

fn worst_hour(worst: WorstHour, words: &Words, lang: Lang) -> String {
    let when = day_hour(worst.weekday, worst.hour, words, lang);
    match worst.why {
        Worst::Lost(Some(wait)) => {
            let hours = hours_in(wait, words);
            words.say("worst-lost", &[("when", &when), ("hours", &hours)])
        }
        Worst::Lost(None) => words.say("worst-never", &[("when", &when)]),
        Worst::Farther(metres) => {
            let metres = metres.to_string();
            words.say("worst-farther", &[("when", &when), ("metres", &metres)])
        }
    }
}

fn hours_in(number: usize, words: &Words) -> String {
    words.say_number("hours", i64::try_from(number).unwrap_or(i64::MAX))
}

fn day_hour(day: Weekday, hour: i8, words: &Words, lang: Lang) -> String {
    let time = clock(time(hour, 0, 0, 0), lang);
    let day = weekday_name(day, lang);
    words.say("day-hour", &[("day", day), ("time", &time)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_everything_and_put_in_the_same() {
        assert_eq!(MESSAGES.faults(), Vec::<String>::new());
    }
}
