//! The same answers, to be read aloud.

use jiff::Timestamp;
use signpost_answers::{LineView, answer};
use signpost_domain::{Lang, NeedCode};
use signpost_locate::Snapshot;
use signpost_plan::Question;

use crate::{
    desk::{Desk, spaced, stop},
    reply::{LookedUp, Reply},
};

/// The digits that choose something to look for: 1 is for the other language, 0 for a person.
const DIGITS: [char; 8] = ['2', '3', '4', '5', '6', '7', '8', '9'];

/// A digit, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// The digit.
    pub digit: char,
    /// What one gets.
    pub need: NeedCode,
    /// What the need is called.
    pub name: String,
}

/// What digits stand for: the needs that are shown first, then the others in their order, as far as there are digits.
#[must_use]
pub fn menu(snapshot: &Snapshot, lang: Lang) -> Vec<Menu> {
    let mut needs: Vec<_> = snapshot.directory().needs.iter().collect();
    needs.sort_by_key(|need| (!need.first, need.order));
    let named = needs.into_iter().zip(DIGITS);
    named
        .map(|(need, digit)| Menu {
            digit,
            need: need.code.clone(),
            name: need.name.words(lang).to_owned(),
        })
        .collect()
}

/// One answer as it is said: the place, where it is, until when, its number, and the next.
#[must_use]
pub fn spoken(snapshot: &Snapshot, need: &NeedCode, at: Timestamp, lang: Lang) -> Reply {
    let desk = Desk::new(snapshot, at, lang);
    let question = Question {
        need: need.clone(),
        at,
        near: None,
        from: None,
        age: None,
        limit: 2,
    };
    let mut said = Vec::new();
    let mut looked_up = Vec::new();
    if let Ok(found) = answer(snapshot, &question, lang) {
        looked_up.push(LookedUp::of(&question, &found));
        let mut places = found.answers.iter();
        if let Some(best) = places.next() {
            if best.place.example {
                said.push(desk.speaker.t("text-example"));
            }
            let phone = best.place.phone.as_deref().map(digits);
            said.push(spaced(&[
                &stop(best.place.name.as_str()),
                &stop(&best.place.address),
                desk.far(best).trim_end(),
                &desk.mark_of_doubt(best),
                &stop(&best.sentence),
                &desk.whose_clock(best),
                &phone.map_or_else(String::new, |phone| {
                    desk.speaker.t1("text-phone-spoken", "phone", phone)
                }),
            ]));
            if let Some(next) = places.next() {
                let told = spaced(&[
                    &stop(next.place.name.as_str()),
                    &stop(&next.place.address),
                    desk.far(next).trim_end(),
                    &stop(&next.sentence),
                ]);
                said.push(desk.speaker.t1("text-next", "place", told));
            }
        } else {
            said.push(desk.none(&found.otherwise));
        }
    }
    Reply {
        lang,
        segments: said,
        looked_up,
    }
}

/// Who answers the phone, for who wants a person: not the emergency line.
#[must_use]
pub fn person(snapshot: &Snapshot, at: Timestamp, lang: Lang) -> Option<LineView> {
    Desk::new(snapshot, at, lang).line_for(Some("mental-health"))
}

/// A number as it is read out, digit by digit.
fn digits(phone: &str) -> String {
    let groups = phone.split(|letter: char| !letter.is_alphanumeric());
    let groups = groups.filter(|group| !group.is_empty()).map(|group| {
        let letters: Vec<String> = group.chars().map(String::from).collect();
        letters.join(" ")
    });
    groups.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_digit_by_digit() {
        assert_eq!(digits("807-555-0103"), "8 0 7, 5 5 5, 0 1 0 3");
    }
}
