//! Adjudicated answers: what the validator accepts must be answered rightly, and it must go on accepting what people type.

use std::collections::BTreeMap;

use jiff::{Timestamp, ToSpan};
use serde::Deserialize;
use signpost_hours::{Calendar, HORIZON_DAYS, HoursText, OpenState, Schedule};

use crate::support::{usual, zone};

/// One text in one zone, and what it means at some instants.
#[derive(Deserialize)]
struct Case {
    group: String,
    zone: String,
    hours: String,
    answers: Vec<(Timestamp, OpenState, Option<Timestamp>)>,
}

fn cases() -> Vec<Case> {
    include_str!("corpus.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The next change that is expected of us.
fn expected(at: Timestamp, next: Option<Timestamp>) -> Option<Timestamp> {
    let horizon = at + (i64::from(HORIZON_DAYS) * 24).hours();
    next.filter(|next| *next <= horizon).map(|next| {
        if next > at {
            next
        } else {
            // Two answers were recorded from a reader that names the first of two equal wall times when that has passed.
            next + 1.hour()
        }
    })
}

#[test]
fn every_adjudicated_answer_to_an_accepted_text_holds() {
    let mut wrong = Vec::new();
    let mut held = 0;
    for case in cases() {
        let Ok(hours) = HoursText::parse(&case.hours) else {
            continue;
        };
        let schedule = Schedule::new(
            zone(&case.zone),
            Some(hours),
            &[],
            &usual(),
            Calendar::ontario(),
        )
        .unwrap();
        for (at, state, next) in case.answers {
            let moment = schedule.at(at);
            let next = expected(at, next);
            if (moment.state, moment.until) == (state, next) {
                held += 1;
            } else {
                wrong.push(format!(
                    "{} at {}: {:?} until {:?}, not {:?} until {:?}",
                    case.hours,
                    schedule.zone().zoned(at),
                    state,
                    next,
                    moment.state,
                    moment.until
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong, {held} right:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(held >= 6_008, "only {held} answers were held");
}

/// Texts accepted of each group. A group of forms that cannot be answered rightly has none.
const ACCEPTED: [(&str, usize); 13] = [
    ("basic", 15),
    ("comment", 6),
    ("date", 20),
    ("dst", 16),
    ("holiday", 18),
    ("nth", 11),
    ("openend", 0),
    ("overnight", 16),
    ("points", 0),
    ("rules", 6),
    ("sloppy", 2),
    ("sun", 0),
    ("week", 5),
];

#[test]
fn the_gate_accepts_as_many_of_the_texts_people_type_as_it_ever_did() {
    let mut accepted: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases() {
        let count = accepted.entry(case.group).or_default();
        *count += usize::from(HoursText::parse(&case.hours).is_ok());
    }
    assert_eq!(accepted.len(), ACCEPTED.len());
    for (group, least) in ACCEPTED {
        assert!(
            accepted[group] >= least,
            "{group}: {} of {least}",
            accepted[group]
        );
    }
}
