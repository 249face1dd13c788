//! Places with new supplies, and how far it is from each to a place to leave used needles.

use jiff::Timestamp;
use signpost_answers::{LocalizedText, dispose::takes_from_anybody};
use signpost_coverage::{Nearest, Standing, Town};
use signpost_domain::{Lang, LonLat, NeedCode, Offer, SiteSlug, Trust};
use signpost_locate::Snapshot;

use crate::{Count, Spot, standing};

/// How near a place to leave used needles should be.
///
/// # Units
/// Metres.
const NEAR: f64 = 200.0;

/// A place with supplies, and the nearest place for used needles.
#[derive(Debug, Clone)]
pub struct BesideSupplies {
    /// What it is called.
    pub name: String,
    /// Its slug.
    pub slug: SiteSlug,
    /// Its name and the way to it; `None` when no way leads to any.
    pub nearest: Option<(String, f64)>,
}

impl BesideSupplies {
    /// Whether none is within 200 m.
    #[must_use]
    pub fn is_far(&self) -> bool {
        self.nearest
            .as_ref()
            .is_none_or(|(_, metres)| *metres > NEAR)
    }
}

/// All places with supplies.
#[derive(Debug, Clone, Default)]
pub struct Supplies {
    /// Those that stand somewhere, the furthest first.
    pub found: Vec<BesideSupplies>,
    /// Those of which nobody knows where they stand, by name.
    pub nowhere: Vec<String>,
    /// Those that lie in the water by their row, by name.
    pub wet: Vec<String>,
}

/// The places with supplies that have no place for used needles within 200 m.
#[must_use]
pub fn far_from_boxes(snapshot: &Snapshot, town: &Town, now: Timestamp) -> Vec<SiteSlug> {
    let looked = beside_supplies(snapshot, town, now, Lang::En);
    let far = looked.found.into_iter().filter(BesideSupplies::is_far);
    far.map(|one| one.slug).collect()
}

/// Whether somebody who gets new supplies may be told of a place for used needles, by the rule of the answers: it takes those of anybody, and
/// somebody vouches for its hours.
fn is_told(snapshot: &Snapshot, spot: &Spot, now: Timestamp) -> bool {
    let site = spot.slug.as_ref().and_then(|slug| snapshot.find(slug));
    let disposal = NeedCode::disposal();
    let mut services = site.into_iter().flat_map(|ix| snapshot.services_at(ix));
    services
        .find(|service| snapshot.service(*service).need == disposal)
        .is_some_and(|service| {
            takes_from_anybody(snapshot, service)
                && snapshot.trust(service, now) != Trust::Unknown
                && snapshot
                    .served(service, now)
                    .is_some_and(|served| served.open.is_some())
        })
}

/// All places with supplies that may be offered.
#[must_use]
pub fn beside_supplies(snapshot: &Snapshot, town: &Town, now: Timestamp, lang: Lang) -> Supplies {
    let mut looked = Supplies::default();
    let (mut places, mut names) = (Vec::<LonLat>::new(), Vec::new());
    for &service in snapshot.services_for(&NeedCode::supplies()) {
        if snapshot.offer(service, now) == Offer::NotOffered {
            continue;
        }
        let site = snapshot.site(snapshot.site_of(service));
        let name = LocalizedText::of(&site.name, lang).to_string();
        match site.point {
            None => looked.nowhere.push(name),
            Some(at) if town.reach.standing(at) == Standing::InWater => looked.wet.push(name),
            Some(at) => {
                places.push(at);
                names.push((name, site.slug.clone()));
            }
        }
    }
    let dry = |spot: &Spot| town.reach.standing(spot.at) != Standing::InWater;
    let boxes: Vec<Spot> = standing(snapshot, Count::All, now, lang)
        .into_iter()
        .filter(dry)
        .filter(|spot| is_told(snapshot, spot, now))
        .collect();
    let at: Vec<LonLat> = boxes.iter().map(|spot| spot.at).collect();
    let nearest = town.reach.nearest(&at, &places);
    let told = |Nearest { point, metres }| {
        let spot = boxes.get(point)?;
        Some((spot.name.clone(), metres))
    };
    looked.found = names
        .into_iter()
        .zip(nearest)
        .map(|((name, slug), nearest)| BesideSupplies {
            name,
            slug,
            nearest: nearest.and_then(told),
        })
        .collect();
    let far = |found: &BesideSupplies| found.nearest.as_ref().map_or(f64::INFINITY, |one| one.1);
    looked
        .found
        .sort_by(|a, b| far(b).total_cmp(&far(a)).then_with(|| a.slug.cmp(&b.slug)));
    looked
}
