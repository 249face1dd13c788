//! Changes of disposal points as places to measure, before and after.

use jiff::Timestamp;
use signpost_answers::LocalizedText;
use signpost_coverage::{Standing, Town};
use signpost_domain::{Lang, LonLat, NeedCode, Offer, Site, SiteSlug};
use signpost_hours::OpenState;
use signpost_locate::{Snapshot, metres_between};

use crate::{Changes, Count};

/// A place to measure, and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Its site; `None` for a box that is on no list.
    pub slug: Option<SiteSlug>,
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub at: LonLat,
    /// Whether it comes with the change.
    pub is_new: bool,
}

/// The places before and after.
#[derive(Debug, Clone)]
pub struct BeforeAfter {
    /// What stands.
    pub before: Vec<Spot>,
    /// What would stand.
    pub after: Vec<Spot>,
}

/// Why a change cannot be measured, with the field it is told beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misplaced {
    /// The field.
    pub field: String,
    /// The key of what is said.
    pub key: &'static str,
    /// The place, by its name.
    pub name: String,
}

impl Changes {
    /// The places before and after.
    ///
    /// # Errors
    /// What cannot be measured, each by its name.
    pub fn places(
        &self,
        snapshot: &Snapshot,
        town: &Town,
        at: Timestamp,
        lang: Lang,
    ) -> Result<BeforeAfter, Vec<Misplaced>> {
        let mut wrong = Vec::new();
        let before = standing(snapshot, self.count, at, lang);
        let mut after: Vec<Spot> = Vec::new();
        let mut take = |spot: Result<Spot, Misplaced>| match spot {
            Ok(spot) => after.push(spot),
            Err(one) => wrong.push(one),
        };
        for spot in &before {
            let is_it = |slug: &SiteSlug| spot.slug.as_ref() == Some(slug);
            match &self.moved {
                _ if self.drop.iter().any(is_it) => {}
                Some((moved, to)) if is_it(moved) => {
                    let place = place(snapshot, town, to, &spot.name, "to");
                    take(place.map(|at| Spot {
                        at,
                        is_new: true,
                        ..spot.clone()
                    }));
                }
                _ => take(Ok(spot.clone())),
            }
        }
        for spot in proposed(snapshot, lang) {
            if spot
                .slug
                .as_ref()
                .is_some_and(|slug| self.open.contains(slug))
            {
                let dry = dry((snapshot, town), spot.at, &spot.name, "open");
                take(dry.map(|_| spot));
            }
        }
        for (number, new) in (1..).zip(&self.new) {
            let field = format!("at{number}");
            let called = if new.name.is_empty() {
                &new.at
            } else {
                &new.name
            };
            let place = place(snapshot, town, &new.at, called, &field);
            take(place.map(|at| Spot {
                slug: None,
                name: called.clone(),
                at,
                is_new: true,
            }));
        }
        if wrong.is_empty() {
            Ok(BeforeAfter { before, after })
        } else {
            Err(wrong)
        }
    }
}

/// The places that stand.
#[must_use]
pub fn standing(snapshot: &Snapshot, count: Count, at: Timestamp, lang: Lang) -> Vec<Spot> {
    let zone = snapshot.town_zone();
    let day = zone.day(at);
    let night = day
        .tomorrow()
        .map_or(at, |day| zone.instant(day.at(3, 0, 0, 0)));
    let stands = |site: &Site| {
        let point = site.disposal_point.as_ref();
        point.is_none_or(|point| point.stands_on(day))
    };
    snapshot
        .services_for(&NeedCode::disposal())
        .iter()
        .map(|&service| (service, snapshot.site(snapshot.site_of(service))))
        .filter(|&(service, site)| match count {
            // What is shut for the next two weeks, such as by a season, is nobody's box now.
            Count::All => {
                let offered = snapshot.offer(service, at) != Offer::NotOffered;
                offered && stands(site) && snapshot.served(service, at).is_some()
            }
            Count::Now => snapshot.state(service, at) == OpenState::Open,
            Count::Night => snapshot.state(service, night) == OpenState::Open,
        })
        .filter_map(|(_, site)| spot(site, lang, false))
        .collect()
}

/// The places that somebody proposed.
#[must_use]
pub fn proposed(snapshot: &Snapshot, lang: Lang) -> Vec<Spot> {
    let sites = snapshot.proposed().iter();
    sites.filter_map(|site| spot(site, lang, true)).collect()
}

fn spot(site: &Site, lang: Lang, is_new: bool) -> Option<Spot> {
    Some(Spot {
        slug: Some(site.slug.clone()),
        name: LocalizedText::of(&site.name, lang).to_string(),
        at: site.point?,
        is_new,
    })
}

/// A place as somebody typed it: a landmark, or "49.76955, -94.48821".
fn place(
    snapshot: &Snapshot,
    town: &Town,
    typed: &str,
    name: &str,
    field: &str,
) -> Result<LonLat, Misplaced> {
    let mut landmarks = snapshot.directory().landmarks.iter();
    let known = landmarks.find(|row| row.id.as_str() == typed || has_name(row, typed));
    let at = known.map(|row| row.point).or_else(|| {
        let plain = typed.replace(';', ",");
        let (lat, lon) = plain.split_once(',')?;
        format!("{},{}", lat.trim(), lon.trim()).parse().ok()
    });
    let Some(at) = at else {
        return Err(Misplaced {
            field: field.to_owned(),
            key: "what-if-fault-place",
            name: name.to_owned(),
        });
    };
    dry((snapshot, town), at, name, field)
}

fn has_name(landmark: &signpost_domain::Landmark, typed: &str) -> bool {
    [Lang::En, Lang::Fr]
        .into_iter()
        .filter_map(|lang| landmark.name.exactly(lang))
        .any(|name| name.trim().to_lowercase() == typed.trim().to_lowercase())
}

/// How far from the middle of another town, whose shores nobody drew, a place may be: beyond is a slip of a digit, or a lake.
///
/// # Units
/// Metres.
const AROUND_A_TOWN: f64 = 10_000.0;

/// The same place when it stands on land; where the ground is drawn, nothing beyond it is land, and elsewhere only what is around a town.
fn dry(
    (snapshot, town): (&Snapshot, &Town),
    at: LonLat,
    name: &str,
    field: &str,
) -> Result<LonLat, Misplaced> {
    let wrong = |key| Misplaced {
        field: field.to_owned(),
        key,
        name: name.to_owned(),
    };
    match town.reach.standing(at) {
        Standing::InWater => Err(wrong("what-if-fault-water")),
        Standing::Undrawn if !town.reach.is_elsewhere(at) || !is_around_a_town(snapshot, at) => {
            Err(wrong("what-if-fault-beyond"))
        }
        Standing::Undrawn | Standing::On(_) => Ok(at),
    }
}

fn is_around_a_town(snapshot: &Snapshot, at: LonLat) -> bool {
    let mut localities = snapshot.directory().localities.iter();
    localities.any(|one| metres_between(one.point, at).0 <= AROUND_A_TOWN)
}
