//! `/disposal/service/supplies`: places that give out new supplies, and how far it is from each to a place to leave used needles.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use signpost_answers::{
    LocalizedText,
    reach::{about_metres, method},
};
use signpost_coverage::{Nearest, Standing, Town};
use signpost_domain::{Lang, LonLat, NeedCode, Offer, SiteSlug};
use signpost_locate::Snapshot;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    changes::Count,
    places::{Spot, standing},
};
use crate::access::{Actor, PortalContext, page};

/// How near a place to leave used needles should be.
///
/// # Units
/// Metres.
const NEAR: f64 = 200.0;

#[derive(Template)]
#[template(path = "portal/disposal/beside_supplies.html")]
struct BesidePage {
    f: PortalContext,
    far: Vec<Row>,
    near: Vec<Row>,
    /// Places of which nobody knows where they stand.
    nowhere: Vec<String>,
    /// Places that lie in the water by their row.
    wet: Vec<String>,
    method: String,
}

/// A place with supplies.
struct Row {
    name: String,
    href: String,
    /// "about 340 m to the North Dock box".
    said: String,
}

/// A place with supplies, and the nearest place for used needles.
struct Found {
    name: String,
    slug: SiteSlug,
    /// Its name and the way to it; `None` when no way leads to any.
    nearest: Option<(String, f64)>,
}

impl Found {
    fn is_far(&self) -> bool {
        self.nearest
            .as_ref()
            .is_none_or(|(_, metres)| *metres > NEAR)
    }
}

/// All places with supplies.
#[derive(Default)]
struct Looked {
    found: Vec<Found>,
    nowhere: Vec<String>,
    wet: Vec<String>,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let snapshot = app.snapshot_to_keep();
    let town = app.coverage().town(&snapshot)?;
    let (work_town, work_snapshot) = (Arc::clone(&town), Arc::clone(&snapshot));
    let (now, lang) = (app.now(), f.lang);
    let work = move || look(&work_snapshot, &work_town, now, lang);
    let looked = app.coverage().work(work).await?;
    let (far, near) = looked
        .found
        .into_iter()
        .partition::<Vec<_>, _>(Found::is_far);
    let rows = |found: Vec<Found>| found.into_iter().map(|one| row(&f, one)).collect();
    let beside = BesidePage {
        far: rows(far),
        near: rows(near),
        nowhere: looked.nowhere,
        wet: looked
            .wet
            .into_iter()
            .map(|name| f.t1("disposal-reach-wet", "name", name))
            .collect(),
        method: method(&f, &town, town.reach.method()),
        f,
    };
    page(&beside.f, &beside, true)
}

/// The places with supplies that have no place for used needles within [`NEAR`].
pub(super) fn far_ones(snapshot: &Snapshot, town: &Town, now: Timestamp) -> Vec<SiteSlug> {
    let looked = look(snapshot, town, now, Lang::En);
    let far = looked.found.into_iter().filter(Found::is_far);
    far.map(|one| one.slug).collect()
}

fn look(snapshot: &Snapshot, town: &Town, now: Timestamp, lang: Lang) -> Looked {
    let mut looked = Looked::default();
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
        .map(|((name, slug), nearest)| Found {
            name,
            slug,
            nearest: nearest.and_then(told),
        })
        .collect();
    let far = |found: &Found| found.nearest.as_ref().map_or(f64::INFINITY, |one| one.1);
    looked
        .found
        .sort_by(|a, b| far(b).total_cmp(&far(a)).then_with(|| a.slug.cmp(&b.slug)));
    looked
}

fn row(f: &PortalContext, found: Found) -> Row {
    /// Nearer than this is at the same door.
    const HERE: f64 = 15.0;
    Row {
        href: f.link(&format!("/sites/{}", found.slug)),
        said: match found.nearest {
            None => f.t("disposal-reach-no-way"),
            Some((name, metres)) if metres < HERE && name == found.name => f.t("beside-here"),
            Some((name, metres)) => f.t2(
                "beside-far",
                ("far", &about_metres(f, metres)),
                ("name", &name),
            ),
        },
        name: found.name,
    }
}
