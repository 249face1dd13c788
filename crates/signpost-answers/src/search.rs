//! `q`: words looked for in what places are called and were called, in addresses, and in what people call a need. The phone's copy is
//! `web/src/offline/search.ts`.

use signpost_domain::{Fit, LookedFor, NeedCode, Offer, Text, Told, looked_for, names_in};
use signpost_locate::{SiteIx, Snapshot};

/// Words, each with the needs it may mean.
pub struct Search<'s> {
    snapshot: &'s Snapshot,
    words: Vec<(LookedFor, Vec<&'s NeedCode>)>,
}

/// By what somebody knows a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// By its name.
    ByName,
    /// By another name it has.
    ByOtherName(String),
    /// By a name it had before.
    ByFormerName(String),
    /// By a name that who runs it had before.
    ByFormerOrganization(String),
    /// By who runs it, or by its address.
    ByPlace,
    /// By what is said of it.
    ByStory,
}

/// A place that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Which.
    pub site: SiteIx,
    /// By what.
    pub known: Known,
}

/// How much a word weighs by where it stands: in a name, in another or a former one, in who runs the place, in its address, in what is said of it.
const WEIGHTS: [f64; FIELDS] = [8.0, 7.0, 3.0, 2.0, 1.0];
const FIELDS: usize = 5;
/// What a word with a slip weighs of the same word without.
const SLIP: f64 = 0.5;

/// What is told of a place, from its name to its story.
struct Fields([Told; FIELDS]);

/// How a word fits a place: the weightiest of its fields in which it stands, and in which it nearly does.
#[derive(Clone, Copy, Default)]
struct Found {
    there: Option<usize>,
    nearly: Option<usize>,
}

impl<'s> Search<'s> {
    /// Takes a text apart. What is left of it when accents, what nobody sees and the words of a question are taken away is looked for; of
    /// nothing, nothing is found.
    #[must_use]
    pub fn new(snapshot: &'s Snapshot, text: &str) -> Self {
        let words = looked_for(text).into_iter();
        let words = words.map(|one| {
            let needs = meanings(snapshot, &one.word);
            (one, needs)
        });
        Self {
            snapshot,
            words: words.collect(),
        }
    }

    /// Whether every word fits what a place is called, where it is, or what it offers.
    #[must_use]
    pub fn fits(&self, ix: SiteIx) -> bool {
        let site = self.snapshot.site(ix);
        let Fields([name, others, whose, place, _]) = self.fields(ix);
        let told = [name, others, whose, place];
        let fits = |(one, needs): &(LookedFor, Vec<&NeedCode>)| {
            one.may_miss
                || told.iter().any(|told| told.fit(&one.word) == Fit::There)
                || site.services.iter().any(|service| {
                    service.offer != Offer::NotOffered && needs.contains(&&service.need)
                })
        };
        !self.words.is_empty() && self.words.iter().all(fits)
    }

    /// The needs that all the words may mean.
    #[must_use]
    pub fn needs(&self) -> Vec<&NeedCode> {
        let mut words = self.words.iter().filter(|(one, _)| !one.may_miss);
        let first = words.next().map(|(_, needs)| needs.clone());
        let mut needs = first.unwrap_or_default();
        for (_, others) in words {
            needs.retain(|need| others.contains(need));
        }
        needs
    }

    /// The places that somebody may mean, best first; what they offer does not count. Every word fits, the rarer the weightier. A word that
    /// fits nothing at all may have a slip.
    #[must_use]
    pub fn places(&self) -> Vec<Hit> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let told: Vec<(SiteIx, Fields, Vec<Found>)> = self
            .snapshot
            .sites()
            .map(|ix| {
                let fields = self.fields(ix);
                let found = self.words.iter().map(|(one, _)| fields.found(&one.word));
                let found = found.collect();
                (ix, fields, found)
            })
            .collect();
        // Of each word: whether it may have a slip, and how much it weighs.
        let weighed: Vec<(bool, f64)> = (0..self.words.len())
            .map(|nth| {
                let counts = |by: fn(&Found) -> Option<usize>| {
                    let found = told.iter().filter_map(|(_, _, found)| found.get(nth));
                    found.filter(|one| by(one).is_some()).count()
                };
                let there = counts(|one| one.there);
                let meant = self
                    .words
                    .get(nth)
                    .is_some_and(|(_, needs)| !needs.is_empty());
                let slips = there == 0 && !meant;
                let many = if slips {
                    counts(|one| one.nearly)
                } else {
                    there
                };
                (slips, rarity(many, told.len()))
            })
            .collect();
        let mut hits: Vec<(f64, Hit)> = told
            .iter()
            .filter_map(|(ix, fields, found)| {
                let (score, deepest) = self.score(found, &weighed)?;
                let known = self.known(*ix, fields, deepest);
                Some((score, Hit { site: *ix, known }))
            })
            .collect();
        // Equals stay in the order of their slugs.
        hits.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    /// How well a place fits, and the least of the fields it takes for that; `None` when it does not.
    fn score(&self, found: &[Found], weighed: &[(bool, f64)]) -> Option<(f64, usize)> {
        let (mut score, mut deepest, mut any) = (0.0, 0, false);
        for (((one, _), found), &(slips, rarity)) in self.words.iter().zip(found).zip(weighed) {
            let (field, part) = match (found.there, found.nearly) {
                (Some(field), _) => (field, 1.0),
                (None, Some(field)) if slips => (field, SLIP),
                _ if one.may_miss => continue,
                _ => return None,
            };
            let weight = WEIGHTS.get(field).copied().unwrap_or_default();
            score = f64::mul_add(weight * part, rarity, score);
            deepest = deepest.max(field);
            any = true;
        }
        any.then_some((score, deepest))
    }

    fn known(&self, ix: SiteIx, fields: &Fields, deepest: usize) -> Known {
        let site = self.snapshot.site(ix);
        let own = self.snapshot.organization(ix);
        let meant = |names: &str| {
            let fits = |name: &&str| {
                let told = Told::of([*name]);
                let missing = |(one, _): &&(LookedFor, Vec<&NeedCode>)| {
                    let Fields([name, ..]) = fields;
                    name.fit(&one.word) == Fit::Not
                };
                let mut words = self.words.iter().filter(missing);
                words.any(|(one, _)| told.fit(&one.word) != Fit::Not)
            };
            names_in(names).find(fits).map(str::to_owned)
        };
        match deepest {
            0 => Known::ByName,
            1 => meant(&site.former_name)
                .map(Known::ByFormerName)
                .or_else(|| meant(&site.alternate_name).map(Known::ByOtherName))
                .unwrap_or(Known::ByPlace),
            2 => meant(&own.former_name)
                .map(Known::ByFormerOrganization)
                .or_else(|| meant(&own.alternate_name).map(Known::ByOtherName))
                .unwrap_or(Known::ByPlace),
            3 => Known::ByPlace,
            _ => Known::ByStory,
        }
    }

    fn fields(&self, ix: SiteIx) -> Fields {
        let site = self.snapshot.site(ix);
        let own = self.snapshot.organization(ix);
        Fields([
            Told::of(spoken(&site.name)),
            Told::of([&*site.alternate_name, &site.former_name]),
            Told::of(spoken(&own.name).chain([&*own.alternate_name, &own.former_name])),
            Told::of([site.slug.as_str(), &site.address, &site.locality]),
            Told::of(spoken(&site.description).chain(spoken(&site.door))),
        ])
    }
}

impl Fields {
    fn found(&self, word: &str) -> Found {
        let fits = self.0.iter().map(|told| told.fit(word));
        let mut found = Found::default();
        for (field, fit) in fits.enumerate() {
            match fit {
                Fit::There => found.there = found.there.or(Some(field)),
                Fit::Nearly => found.nearly = found.nearly.or(Some(field)),
                Fit::Not => {}
            }
        }
        found
    }
}

/// What a word weighs that fits so many of all.
fn rarity(many: usize, of: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    (1.0 + count(of) / count(many.max(1))).ln()
}

/// The needs that have the word in their code or names, or among what people call them.
fn meanings<'s>(snapshot: &'s Snapshot, word: &str) -> Vec<&'s NeedCode> {
    let needs = &snapshot.directory().needs;
    let meant = needs.iter().filter(|need| {
        let called = need.also_called.iter().map(String::as_str);
        let told = spoken(&need.name).chain(called).chain([need.code.as_str()]);
        Told::of(told).fit(word) == Fit::There
    });
    meant.map(|need| &need.code).collect()
}

fn spoken(text: &Text) -> impl Iterator<Item = &str> {
    text.iter().map(|(_lang, words)| words)
}
