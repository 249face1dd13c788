//! Beside new supplies: the nearest place to leave used needles that is open then.

use jiff::Timestamp;
use serde::Serialize;
use signpost_domain::{Lang, LonLat, NeedCode, SiteSlug, Trust};
use signpost_hours::{OpenState, words};
use signpost_locate::{ServiceIx, Snapshot};
use utoipa::ToSchema;

use crate::{LocalizedText, PlaceView, metres::whole_metres, site::may_be_full};

/// How many places are looked at, nearest first, before it is said that none is near: a walk leads past fewer.
const MOST: usize = 64;
/// How far one is sent with used needles.
///
/// # Units
/// Metres on foot.
const FARTHEST: f64 = 5_000.0;

/// How much further one is sent because somebody said that the nearest may be full.
///
/// # Units
/// Metres on foot.
const DETOUR: f64 = 400.0;

/// A place to leave used needles.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Dispose)]
pub struct DisposeView {
    /// Its slug.
    pub site: SiteSlug,
    /// What people call it.
    pub name: LocalizedText,
    /// Longitude, latitude.
    pub point: LonLat,
    /// Whole metres on foot from the place it stands beside; 0 at the same place.
    pub distance_m: u64,
    /// Until when it is open, in one sentence.
    pub sentence: String,
    /// Whether somebody said that no more used needles fit in, and nobody looked since; then no other is less than 400 m further.
    pub may_be_full: bool,
    /// Its page on this server, relative.
    pub page: String,
}

/// The nearest place to `from` that takes used needles of anybody and is open at `at`; `None` when none near is known to be.
#[must_use]
pub fn nearest_disposal(
    snapshot: &Snapshot,
    from: LonLat,
    at: Timestamp,
    lang: Lang,
) -> Option<DisposeView> {
    let any = nearest(snapshot, from, at, true)?;
    let (service, point, metres) = if may_be_full(snapshot, any.0) {
        // One tap of a passer-by moves nobody across the town.
        nearest(snapshot, from, at, false)
            .filter(|(_, _, metres)| *metres <= any.2 + DETOUR)
            .unwrap_or(any)
    } else {
        any
    };
    let site = snapshot.site_of(service);
    let moment = snapshot.moment(service, at);
    let place = PlaceView::of(snapshot, site, lang);
    Some(DisposeView {
        site: place.site,
        name: place.name,
        point,
        distance_m: whole_metres(signpost_domain::Metres(metres)),
        sentence: words::sentence(&moment, at, snapshot.zone(site), lang),
        page: place.links.page,
        may_be_full: may_be_full(snapshot, service),
    })
}

/// The same as a service, where it is, and how far on foot. Nobody is sent to a box that may be full while another is near.
fn nearest(
    snapshot: &Snapshot,
    from: LonLat,
    at: Timestamp,
    also_full: bool,
) -> Option<(ServiceIx, LonLat, f64)> {
    let need = NeedCode::disposal();
    let mut best: Option<(ServiceIx, LonLat, f64)> = None;
    for (service, straight) in snapshot.neighbours(&need, from).take(MOST) {
        let farthest = best.map_or(FARTHEST, |(_, _, metres)| metres);
        // No way is shorter than the straight line.
        if straight.0 > farthest {
            break;
        }
        if snapshot.state(service, at) != OpenState::Open
            || snapshot.trust(service, at) == Trust::Unknown
            || !takes_from_anybody(snapshot, service)
            || (!also_full && may_be_full(snapshot, service))
        {
            continue;
        }
        let Some(point) = snapshot.site(snapshot.site_of(service)).point else {
            continue;
        };
        let way = snapshot.way(from, point);
        if way.on_foot && way.metres.0 < farthest {
            best = Some((service, point, way.metres.0));
        }
    }
    best
}

/// Whether people who use drugs can leave needles there, as far as is known. A pharmacy that takes back medicine needles may turn them away.
#[must_use]
pub fn takes_from_anybody(snapshot: &Snapshot, service: ServiceIx) -> bool {
    let site = snapshot.site(snapshot.site_of(service));
    let whose = site.disposal_point.as_ref().map(|point| &point.whose);
    let anybody = whose
        .is_none_or(|whose| whose.is_empty() || whose.contains(&signpost_domain::Sharps::Public));
    let items = &snapshot.service(service).items;
    let only_medical =
        !items.is_empty() && items.iter().all(|item| item.as_str() == "medical-sharps");
    anybody && !only_medical
}
