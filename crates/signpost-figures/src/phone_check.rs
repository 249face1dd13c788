//! Listings that are drawn by lot and checked by phone: how they are drawn, and what may be said of what was found.

use std::{collections::BTreeMap, fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use signpost_domain::SiteSlug;

/// What is asked about at the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Whether the number reaches the place.
    Phone,
    /// Where it is.
    Address,
    /// When it is open.
    Hours,
    /// What one gets there.
    Offers,
}

/// What was found of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// It is as it stands.
    Right,
    /// It is not.
    Wrong,
    /// Nobody answered who could say.
    Unreachable,
}

impl Field {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Address, Self::Hours, Self::Offers];

    /// As it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Hours => "hours",
            Self::Offers => "offers",
        }
    }
}

impl Found {
    /// All.
    pub const ALL: [Self; 3] = [Self::Right, Self::Wrong, Self::Unreachable];

    /// As it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::Unreachable => "unreachable",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Field {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.as_str() == text).ok_or(())
    }
}

impl FromStr for Found {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.as_str() == text).ok_or(())
    }
}

/// Listings that were drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneCheck {
    /// Its number.
    pub id: i64,
    /// What the lot was thrown with: the same gives the same listings.
    pub seed: u64,
    /// How many were to be drawn.
    pub asked: u32,
    /// Of how many that have a number.
    pub drawn_of: u32,
    /// The civil day.
    pub drawn_on: Date,
    /// By whom.
    pub drawn_by: String,
    /// The listings, in the order in which they came.
    pub lines: Vec<CheckLine>,
}

/// One listing that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLine {
    /// Which.
    pub site: SiteSlug,
    /// Its version as it was drawn.
    pub version: u64,
    /// When it was checked; `None` before.
    pub checked_on: Option<Date>,
    /// What was found of each field.
    pub found: BTreeMap<Field, Found>,
}

impl CheckLine {
    /// Wrong when any field is, else unreachable when any could not be asked, else right; `None` before every field was looked at.
    #[must_use]
    pub fn whole(&self) -> Option<Found> {
        let all = Field::ALL.map(|field| self.found.get(&field).copied());
        if all.contains(&None) {
            return None;
        }
        let any = |found| all.contains(&Some(found));
        Some(if any(Found::Wrong) {
            Found::Wrong
        } else if any(Found::Unreachable) {
            Found::Unreachable
        } else {
            Found::Right
        })
    }
}

/// What may be said of a check that is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Score {
    /// How many listings were right in every field.
    pub right: u32,
    /// How many were wrong in some field.
    pub wrong: u32,
    /// How many could not be asked.
    pub unreachable: u32,
    /// The day on which the last was checked.
    pub done_on: Date,
    /// In percent, the least share of all listings that is likely right.
    pub least: u32,
    /// The most.
    pub most: u32,
}

impl Score {
    /// How many were checked. What could not be asked counts: a listing nobody can reach is no listing.
    #[must_use]
    pub const fn of(&self) -> u32 {
        self.right + self.wrong + self.unreachable
    }
}

impl PhoneCheck {
    /// What may be said of it; `None` before every listing that was drawn was looked at, so that nobody picks.
    #[must_use]
    pub fn score(&self) -> Option<Score> {
        let mut counts = BTreeMap::from(Found::ALL.map(|found| (found, 0_u32)));
        for line in &self.lines {
            *counts.entry(line.whole()?).or_default() += 1;
        }
        let done_on = self.lines.iter().filter_map(|line| line.checked_on).max()?;
        let count = |found| counts.get(&found).copied().unwrap_or_default();
        let (least, most) = likely(count(Found::Right), self.lines.len().try_into().ok()?);
        Some(Score {
            right: count(Found::Right),
            wrong: count(Found::Wrong),
            unreachable: count(Found::Unreachable),
            done_on,
            least,
            most,
        })
    }
}

/// Between which shares, in whole percent, the share of all likely lies when so many of so many that were drawn are right: Wilson's interval
/// at 95 %.
#[must_use]
pub fn likely(right: u32, of: u32) -> (u32, u32) {
    /// The normal quantile of 97.5 %.
    const Z: f64 = 1.959_963_984_540_054;
    if of == 0 {
        return (0, 100);
    }
    let (n, share) = (f64::from(of), f64::from(right.min(of)) / f64::from(of));
    let middle = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 100.0 / (1.0 + Z * Z / n);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held between 0 and 100"
    )]
    let percent = |share: f64| (share * scale).round().clamp(0.0, 100.0) as u32;
    (percent(middle - half), percent(middle + half))
}

/// Draws so many of these, each as likely as any other and none twice: the same seed and the same listings give the same lot.
#[must_use]
pub fn draw<T: Clone>(all: &[T], many: usize, seed: u64) -> Vec<T> {
    let mut lot = Lot(seed);
    let mut rest = all.to_vec();
    let mut drawn = Vec::new();
    while drawn.len() < many && !rest.is_empty() {
        let nth = lot.below(rest.len());
        drawn.push(rest.swap_remove(nth));
    }
    drawn
}

/// `SplitMix64`: small, and the same on every machine and in every release.
struct Lot(u64);

impl Lot {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below this, each as likely as any other: numbers of the last, incomplete round are thrown away.
    fn below(&mut self, most: usize) -> usize {
        let most = most as u64;
        let whole = u64::MAX - u64::MAX % most;
        loop {
            let next = self.next();
            if next < whole {
                return usize::try_from(next % most).unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        // By hand: (17/20 + 3.8415/40 ± 1.96 √(0.85 × 0.15 / 20 + 3.8415/1600)) / (1 + 3.8415/20) = 0.7936 ± 0.1540.
        assert_eq!(likely(17, 20), (64, 95));
        // By hand: (3.8415/40 ± 1.96 √(3.8415/1600)) / 1.19207 = 0.0806 ± 0.0806.
        assert_eq!(likely(0, 20), (0, 16));
        assert_eq!(likely(20, 20), (84, 100));
        // By hand: half of 10: 0.5 ± 0.2634.
        assert_eq!(likely(5, 10), (24, 76));
        assert_eq!(likely(1, 1), (21, 100));
        assert_eq!(likely(0, 0), (0, 100));
    }

    #[test]
    fn the_lot_is_the_published_one_and_falls_on_each_alike() {
        // The first numbers of `SplitMix64` from 1234567, as its author publishes them.
        let mut lot = Lot(1_234_567);
        for number in [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ] {
            assert_eq!(lot.next(), number);
        }
        let all: Vec<u32> = (0..10).collect();
        let mut times = [0; 10];
        for seed in 0..10_000 {
            let drawn = draw(&all, 2, seed);
            assert_ne!(drawn[0], drawn[1]);
            for one in drawn {
                times[one as usize] += 1;
            }
        }
        assert!(
            times.iter().all(|&n| (1_850..2_150).contains(&n)),
            "{times:?}"
        );
        assert_eq!(draw(&all, 3, 7), draw(&all, 3, 7));
        assert_ne!(draw(&all, 3, 7), draw(&all, 3, 8));
        assert_eq!(draw(&all, 99, 1).len(), 10);
        assert!(draw(&[] as &[u32], 3, 1).is_empty());
    }

    #[test]
    fn one_wrong_field_makes_a_listing_wrong_and_a_gap_leaves_it_open() {
        let line = |found: &[(Field, Found)]| CheckLine {
            site: "annex".parse().unwrap(),
            version: 1,
            checked_on: Some(jiff::civil::date(2026, 11, 20)),
            found: found.iter().copied().collect(),
        };
        let all = |found| Field::ALL.map(|field| (field, found)).to_vec();
        let mut mixed = all(Found::Right);
        mixed[2].1 = Found::Unreachable;
        assert_eq!(line(&mixed).whole(), Some(Found::Unreachable));
        mixed[3].1 = Found::Wrong;
        assert_eq!(line(&mixed).whole(), Some(Found::Wrong));
        assert_eq!(line(&mixed[..3]).whole(), None);
        let mut check = PhoneCheck {
            id: 1,
            seed: 1,
            asked: 2,
            drawn_of: 9,
            drawn_on: jiff::civil::date(2026, 11, 2),
            drawn_by: "Sam".to_owned(),
            lines: vec![line(&all(Found::Right)), line(&mixed)],
        };
        let score = check.score().unwrap();
        assert_eq!((score.right, score.wrong, score.of()), (1, 1, 2));
        check.lines.push(line(&[]));
        assert_eq!(check.score(), None, "not before all were looked at");
    }
}
