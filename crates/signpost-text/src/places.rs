//! Where somebody says they are: an old door by its short code, a landmark, a place, a street or a town, as people spell them.

use std::cmp::Reverse;

use signpost_domain::{LonLat, SiteSlug, Text, names_in};
use signpost_locate::{SiteIx, Snapshot, metres_between};

use crate::{
    said::{Said, is_same},
    vocabulary::words_of,
};

/// What stands before a place.
const BEFORE: [&str; 16] = [
    "at", "near", "by", "from", "beside", "behind", "around", "on", "in", "de", "du", "au", "pres",
    "chez", "a", "dans",
];
/// What may stand between that and the name.
const BETWEEN: [&str; 9] = ["the", "le", "la", "les", "l", "de", "du", "my", "to"];
/// Words of many names, which alone name none.
const COMMON: [&str; 50] = [
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "court",
    "drive",
    "way",
    "highway",
    "house",
    "hall",
    "office",
    "box",
    "needle",
    "needles",
    "centre",
    "center",
    "stop",
    "north",
    "south",
    "east",
    "west",
    "side",
    "end",
    "main",
    "first",
    "second",
    "rue",
    "chemin",
    "maison",
    "salle",
    "bureau",
    "seringue",
    "seringues",
    "aiguille",
    "aiguilles",
    "boite",
    "cote",
    "nord",
    "sud",
    "est",
    "ouest",
    "bout",
    "suite",
    "unit",
    "old",
    "drug",
    "drugs",
];
/// Words that say nothing of a place.
const SMALL: [&str; 14] = [
    "the", "of", "and", "at", "in", "a", "le", "la", "les", "de", "du", "des", "et", "d",
];
/// Words after "near" that may name a place.
const FAR: usize = 5;

/// Where somebody starts from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Place {
    /// A landmark, a town, a street: a point.
    Point(LonLat),
    /// A place of the directory.
    Site(SiteIx),
}

struct Named {
    words: Vec<String>,
    place: Place,
    /// Landmarks before places before towns, when a message fits them alike.
    order: u8,
    metres: f64,
}

/// Every name a place goes by.
pub(crate) struct Names(Vec<Named>);

impl Names {
    pub fn of(snapshot: &Snapshot) -> Self {
        let directory = snapshot.directory();
        let town: Vec<String> = directory
            .title
            .iter()
            .flat_map(|(_, title)| words_of(title))
            .collect();
        let mut names = Vec::new();
        let mut add = |name: &str, place, point: Option<LonLat>, order| {
            let mut words = words_of(name);
            words.retain(|word| !SMALL.contains(&word.as_str()));
            // "Kenora hospital" in Kenora is the hospital.
            if words.iter().any(|word| !town.contains(word)) {
                words.retain(|word| !town.contains(word) && !word.chars().all(char::is_numeric));
            }
            let metres = point.map_or(f64::MAX, |at| metres_between(directory.centre, at).0);
            if !words.is_empty() {
                names.push(Named {
                    words,
                    place,
                    order,
                    metres,
                });
            }
        };
        let said = |text: &Text| -> Vec<String> {
            text.iter().map(|(_, words)| words.to_owned()).collect()
        };
        for mark in &directory.landmarks {
            for name in said(&mark.name) {
                add(&name, Place::Point(mark.point), Some(mark.point), 0);
            }
        }
        for ix in snapshot.sites() {
            let site = snapshot.site(ix);
            let place = Place::Site(ix);
            for name in said(&site.name) {
                add(&name, place, site.point, 1);
            }
            for names in [&site.alternate_name, &site.former_name] {
                for name in names_in(names) {
                    add(name, place, site.point, 1);
                }
            }
            add(&site.address, place, site.point, 3);
        }
        for town in &directory.localities {
            add(&town.name, Place::Point(town.point), Some(town.point), 2);
        }
        Self(names)
    }

    /// What words name, the longest name first; and how many of the words, from the first on, it takes.
    fn named(&self, words: &[&str], slips: bool) -> Option<(Place, Vec<usize>)> {
        let fits = self.0.iter().filter_map(|name| {
            let mut weight = 0_u32;
            let mut taken = Vec::new();
            for own in &name.words {
                let found = words.iter().position(|typed| {
                    typed == own || is_same(typed, own, slips && own.chars().count() >= 4)
                });
                if let Some(at) = found {
                    weight += if is_common(own) { 4 } else { 10 };
                    taken.push(at);
                }
            }
            taken.sort_unstable();
            taken.dedup();
            let whole: u32 = name
                .words
                .iter()
                .map(|own| if is_common(own) { 4 } else { 10 })
                .sum();
            (weight >= 10 || (weight == whole && weight > 0))
                .then_some((weight, whole, name, taken))
        });
        let best = fits.min_by(|(a, whole_a, one, _), (b, whole_b, other, _)| {
            (Reverse(a), one.order, whole_a)
                .cmp(&(Reverse(b), other.order, whole_b))
                .then(one.metres.total_cmp(&other.metres))
        })?;
        Some((best.2.place, best.3))
    }

    /// The place that stands after a word such as "near"; its words are used up.
    pub fn after_a_word(&self, said: &mut Said) -> Option<Place> {
        (0..said.words.len()).find_map(|at| {
            let before = said.words.get(at)?;
            if !BEFORE.contains(&before.as_str()) {
                return None;
            }
            let mut first = at + 1;
            while said
                .words
                .get(first)
                .is_some_and(|word| BETWEEN.contains(&word.as_str()))
            {
                first += 1;
            }
            self.here(said, first, FAR)
        })
    }

    /// The place that is named by words nobody has used up, typed right or with a slip.
    pub fn anywhere(&self, said: &mut Said, slips: bool) -> Option<Place> {
        self.here_with(said, (0, said.words.len()), slips)
    }

    /// The place whose whole name of several words stands there: "bus depot" asks for no bus.
    pub fn whole(&self, said: &mut Said) -> Option<Place> {
        let words: Vec<(usize, &str)> = (0..)
            .zip(said.words.iter().map(String::as_str))
            .filter(|(at, word)| said.is_free(*at) && !SMALL.contains(word))
            .collect();
        let stands = |name: &Named| {
            let length = name.words.len();
            if length < 2 || name.words.iter().all(|word| is_common(word)) {
                return None;
            }
            let mut parts = words.windows(length);
            parts.find(|part| part.iter().map(|(_, word)| *word).eq(name.words.iter()))
        };
        let found = self.0.iter().filter_map(|name| Some((stands(name)?, name)));
        let (part, name) = found.max_by_key(|(part, name)| (part.len(), Reverse(name.order)))?;
        let taken: Vec<usize> = part.iter().map(|(at, _)| *at).collect();
        for at in taken {
            said.take(at);
        }
        Some(name.place)
    }

    fn here(&self, said: &mut Said, first: usize, far: usize) -> Option<Place> {
        self.here_with(said, (first, far), false)
            .or_else(|| self.here_with(said, (first, far), true))
    }

    fn here_with(
        &self,
        said: &mut Said,
        (first, far): (usize, usize),
        slips: bool,
    ) -> Option<Place> {
        let free: Vec<usize> = (first..said.words.len().min(first + far))
            .filter(|&at| said.is_free(at))
            .collect();
        let words: Vec<&str> = free
            .iter()
            .filter_map(|&at| said.words.get(at))
            .map(String::as_str)
            .collect();
        let (place, taken) = self.named(&words, slips)?;
        for at in taken.into_iter().filter_map(|at| free.get(at)) {
            said.take(*at);
        }
        Some(place)
    }
}

fn is_common(word: &str) -> bool {
    COMMON.contains(&word)
}

/// The short code of a poster in a message: the last part of its address.
pub(crate) fn code(snapshot: &Snapshot, text: &str, said: &mut Said) -> Option<SiteIx> {
    whole_code(snapshot, text, said).or_else(|| spelled_code(snapshot, said))
}

/// The code of an old door typed without its hyphens or with a slip, after a word such as "from".
fn spelled_code(snapshot: &Snapshot, said: &mut Said) -> Option<SiteIx> {
    let plans = snapshot.directory().plans.iter();
    let doors = plans.flat_map(|plan| &plan.rules).map(|rule| &rule.from);
    let mut doors: Vec<(&SiteSlug, Vec<String>)> =
        doors.map(|slug| (slug, words_of(slug.as_str()))).collect();
    doors.sort_by_key(|(_, parts)| Reverse(parts.len()));
    let begins = |parts: &[String]| {
        let mut places = 1..said.words.len().saturating_sub(parts.len() - 1);
        places.find(|&at| {
            let before = said.words.get(at - 1).map(String::as_str);
            let here = said.words.get(at..at + parts.len()).unwrap_or_default();
            let is_same = |(typed, own): (&String, &String)| is_same(typed, own, true);
            before.is_some_and(says_where_from) && here.iter().zip(parts).all(is_same)
        })
    };
    let (slug, at, many) = doors
        .iter()
        .find_map(|(slug, parts)| Some((*slug, begins(parts)?, parts.len())))?;
    for one in at..at + many {
        said.take(one);
    }
    snapshot.find(slug)
}

/// Whether a word says where somebody was sent on from.
pub(crate) fn says_where_from(word: &str) -> bool {
    ["from", "de", "du", "depuis"].contains(&word)
}

fn whole_code(snapshot: &Snapshot, text: &str, said: &mut Said) -> Option<SiteIx> {
    let lower = text.to_lowercase();
    let codes = lower.split(|letter: char| !(letter.is_alphanumeric() || letter == '-'));
    let found = codes
        .filter_map(|word| word.parse::<SiteSlug>().ok())
        .find_map(|slug| snapshot.find(&slug).map(|ix| (ix, slug)));
    let (ix, slug) = found?;
    let parts = words_of(slug.as_str());
    let begins = said
        .words
        .windows(parts.len())
        .position(|words| words == parts)?;
    for at in begins..begins + parts.len() {
        said.take(at);
    }
    Some(ix)
}
