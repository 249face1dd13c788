//! Differences in plain words, in English and French: "Monday: 9 am to 4 pm becomes 9 am to 6 pm".
//!
//! Words in Anishinaabemowin come from a speaker; until then its readers get the English ones.

mod exceptions;
mod hours;
mod labels;
mod messages;
#[cfg(test)]
mod tests;
mod values;

use signpost_domain::{Exception, Lang, Need, NeedCode};
use signpost_messages::Words;

use self::messages::messages;
use crate::{Difference, Part, ServicePart, Value};

/// One line for each difference a reader should see. Services are called by the names of their needs; those that change alike share a line.
#[must_use]
pub fn of(differences: &[Difference], needs: &[Need], lang: Lang) -> Vec<String> {
    let speaker = Speaker {
        needs,
        lang,
        words: messages(lang),
        as_it_is: false,
    };
    let mut lines: Vec<String> = Vec::new();
    let mut done: Vec<usize> = Vec::new();
    for (ix, difference) in differences.iter().enumerate() {
        if done.contains(&ix) || hidden(difference, differences) {
            continue;
        }
        // The same change of several services is said once.
        let alike: Vec<usize> = differences
            .iter()
            .enumerate()
            .filter(|(other_ix, other)| {
                *other_ix >= ix && same_change(difference, other) && !hidden(other, differences)
            })
            .map(|(other_ix, _)| other_ix)
            .collect();
        let names: Vec<&NeedCode> = alike
            .iter()
            .filter_map(|&ix| need(&differences.get(ix)?.part))
            .collect();
        let speaker = Speaker {
            as_it_is: difference.before.is_none(),
            ..speaker
        };
        lines.extend(speaker.lines(difference, &names));
        done.extend(alike);
    }
    lines
}

/// What an exception says: "open on December 12, 2026 (Supplies), noon to 4 pm".
#[must_use]
pub fn exception(exception: &Exception, needs: &[Need], lang: Lang) -> String {
    let speaker = Speaker {
        needs,
        lang,
        words: messages(lang),
        as_it_is: false,
    };
    speaker.dated(exception)
}

/// What the words are for.
#[derive(Clone, Copy)]
struct Speaker<'a> {
    needs: &'a [Need],
    lang: Lang,
    words: &'static Words,
    /// Whether there was nothing before: then it is said what is, not what it becomes.
    as_it_is: bool,
}

const fn need(part: &Part) -> Option<&NeedCode> {
    match part {
        Part::Service(need, _) => Some(need),
        _ => None,
    }
}

fn same_change(one: &Difference, other: &Difference) -> bool {
    let parts = match (&one.part, &other.part) {
        (Part::Service(_, part), Part::Service(_, same)) => part == same,
        (part, same) => part == same,
    };
    parts && one.before == other.before && one.after == other.after
}

/// What says nothing to a reader: marks of made-up rows, a service that is new (its offer says so), the parts of one that is gone, the clocks,
/// owner and source of a place that is new (whoever asks for it owns it), and a source beside the confirmation that says the same.
fn hidden(difference: &Difference, all: &[Difference]) -> bool {
    match &difference.part {
        Part::Example | Part::Service(_, ServicePart::Example) => true,
        Part::Zone | Part::Organization | Part::Source => difference.before.is_none(),
        Part::Service(need, ServicePart::Listed) => {
            difference.after == Some(Value::Flag(true)) && {
                let offer = Part::Service(need.clone(), ServicePart::Offer);
                all.iter().any(|other| other.part == offer)
            }
        }
        Part::Service(need, part) => {
            let also = |part, says: &dyn Fn(&Value) -> bool| {
                let part = Part::Service(need.clone(), part);
                let mut others = all.iter().filter(|other| other.part == part);
                others.any(|other| other.after.as_ref().is_some_and(says))
            };
            let gone = also(ServicePart::Listed, &|after| *after == Value::Flag(false));
            let confirmed = || {
                also(ServicePart::Confirmation, &|after| {
                    matches!(after, Value::Confirmation(Some(_)))
                })
            };
            gone || (*part == ServicePart::Source && confirmed())
        }
        _ => false,
    }
}

impl Speaker<'_> {
    fn lines(&self, difference: &Difference, needs: &[&NeedCode]) -> Vec<String> {
        let (before, after) = (difference.before.as_ref(), difference.after.as_ref());
        let label = self.label(&difference.part, needs);
        match &difference.part {
            Part::Point => vec![self.moved(&label, before, after)],
            Part::Service(_, ServicePart::Hours) => self.hours(needs, before, after),
            Part::Service(_, ServicePart::Listed) => vec![self.listed(needs, after)],
            Part::Service(_, ServicePart::Confirmation) => self.confirmed(needs, after),
            Part::Exception(_) => self.exception(before, after),
            _ => match (before, after) {
                (Some(Value::Text(_)) | None, Some(Value::Text(_)) | None) => {
                    self.text(&label, before, after)
                }
                _ => self.becomes(
                    &label,
                    self.value(before).as_deref(),
                    self.value(after).as_deref(),
                ),
            },
        }
    }

    /// "Phone: 807-555-0100 becomes 807-555-0101".
    fn becomes(&self, label: &str, before: Option<&str>, after: Option<&str>) -> Vec<String> {
        let before = before.map(|before| ("before", before));
        let after = after.map(|after| ("after", after));
        let key = match (before, after) {
            (None, None) => return vec![],
            (None, Some(_)) if self.as_it_is => "as-it-is",
            (Some(_), Some(_)) => "becomes",
            (None, Some(_)) => "now",
            (Some(_), None) => "taken-out",
        };
        let args: Vec<_> = [Some(("label", label)), before, after]
            .into_iter()
            .flatten()
            .collect();
        vec![self.words.say(key, &args)]
    }

    /// The names of needs, for one reader: "Supplies, Food".
    fn names(&self, needs: &[&NeedCode]) -> String {
        let names: Vec<String> = needs
            .iter()
            .map(|code| {
                let found = self.needs.iter().find(|need| need.code == **code);
                found.map_or_else(
                    || code.to_string(),
                    |need| need.name.words(self.lang).to_owned(),
                )
            })
            .collect();
        names.join(", ")
    }
}
