//! A message cut into words, and where phrases stand in it.

use crate::{
    ordinary::is_ordinary,
    vocabulary::{Means, Phrase, words_of},
};

/// Longer messages are read so far.
const LONGEST: usize = 1_000;
/// Words that a `*` may stand for.
const GAP: usize = 3;

/// The words of a message; those that were understood are used up.
pub(crate) struct Said {
    pub words: Vec<String>,
    used: Vec<bool>,
}

/// A phrase that stands in a message.
pub(crate) struct Found<'p> {
    pub phrase: &'p Phrase,
    /// Where it begins, in words.
    pub at: usize,
    /// Its words as they were typed.
    pub typed: String,
}

impl Said {
    pub fn new(text: &str) -> Self {
        let start: String = text.chars().take(LONGEST).collect();
        let words: Vec<String> = words_of(&start.replace('*', " "));
        let used = vec![false; words.len()];
        Self { words, used }
    }

    pub fn take(&mut self, at: usize) {
        if let Some(used) = self.used.get_mut(at) {
            *used = true;
        }
    }

    pub fn is_free(&self, at: usize) -> bool {
        self.used.get(at).is_some_and(|used| !used)
    }

    /// Every phrase in it: first those that were typed right, then those with a slip. A word belongs to one phrase, but for one that
    /// means two things.
    pub fn find<'p>(&mut self, phrases: &'p [Phrase]) -> Vec<Found<'p>> {
        let mut found = self.find_with(phrases, false);
        found.extend(self.find_with(phrases, true));
        found.sort_by_key(|one| one.at);
        found
    }

    /// Every phrase that was typed right, or with a slip.
    pub fn find_with<'p>(&mut self, phrases: &'p [Phrase], slips: bool) -> Vec<Found<'p>> {
        let mut found = Vec::new();
        let mut rest = phrases;
        while let Some(phrase) = rest.first() {
            // The same words may mean several things.
            let same = rest.iter().take_while(|one| one.words == phrase.words);
            let (same, others) = rest.split_at(same.count());
            rest = others;
            for at in 0..self.words.len() {
                let Some(taken) = self.stands(phrase, at, slips) else {
                    continue;
                };
                for &one in &taken {
                    self.take(one);
                }
                let typed = taken.iter().filter_map(|&one| self.words.get(one));
                let typed: Vec<&str> = typed.map(String::as_str).collect();
                let typed = typed.join(" ");
                found.extend(same.iter().map(|phrase| Found {
                    phrase,
                    at,
                    typed: typed.clone(),
                }));
            }
        }
        found.sort_by_key(|one| one.at);
        found
    }

    /// Whether a phrase begins at a word; the words it takes.
    fn stands(&self, phrase: &Phrase, at: usize, slips: bool) -> Option<Vec<usize>> {
        // Who mistypes "the" has not typed a need.
        if slips && matches!(phrase.means, Means::Nothing | Means::Elsewhere) {
            return None;
        }
        let mut taken = Vec::new();
        let mut here = at;
        let mut gap = 0;
        for wanted in &phrase.words {
            if wanted == "*" {
                gap = GAP;
                continue;
            }
            let fits = |&ix: &usize| {
                let word = self.words.get(ix);
                self.is_free(ix) && word.is_some_and(|word| is_same(word, wanted, slips))
            };
            let found = (here..=here + gap).find(fits)?;
            taken.push(found);
            here = found + 1;
            gap = 0;
        }
        Some(taken)
    }
}

/// Whether a word is another: but for a plural, and if need be but for a slip of the finger.
pub(crate) fn is_same(typed: &str, wanted: &str, slips: bool) -> bool {
    if typed == wanted {
        return true;
    }
    if is_ordinary(typed) {
        return false;
    }
    if singular(typed) == singular(wanted) {
        return true;
    }
    if !slips {
        return false;
    }
    let letters = wanted.chars().count();
    let allowed = match letters {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    typed.chars().count() >= 3
        && typed.chars().next() == wanted.chars().next()
        && strsim::osa_distance(typed, wanted) <= allowed
}

fn singular(word: &str) -> &str {
    let cut = word.strip_suffix('s').or_else(|| word.strip_suffix('x'));
    cut.filter(|stem| stem.len() >= 3).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_forgiven_and_another_word_is_not() {
        for (typed, wanted) in [
            ("needels", "needles"),
            ("nedles", "needles"),
            ("fod", "food"),
            ("shleter", "shelter"),
            ("seringes", "seringues"),
            ("noloxone", "naloxone"),
            ("foods", "food"),
        ] {
            assert!(is_same(typed, wanted, true), "{typed}");
        }
        for (typed, wanted) in [
            ("good", "food"),
            ("be", "bed"),
            ("red", "bed"),
            ("sheltie", "shelter"),
            ("rid", "ride"),
            ("aint", "aines"),
            ("ville", "viol"),
            ("work", "works"),
            ("doing", "dying"),
        ] {
            assert!(!is_same(typed, wanted, true), "{typed}");
        }
    }
}
