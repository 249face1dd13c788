//! `/disposal/service/supplies`: places that give out new supplies, and how far it is from each to a place to leave used needles.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_answers::reach::{about_metres, method};
use signpost_disposal::{BesideSupplies, beside_supplies};
use signpost_web::{ApiError, SharedApp, params::Params};

use crate::access::{Actor, PortalContext, page};

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
    let work = move || beside_supplies(&work_snapshot, &work_town, now, lang);
    let looked = app.coverage().work(work).await?;
    let (far, near) = looked
        .found
        .into_iter()
        .partition::<Vec<_>, _>(BesideSupplies::is_far);
    let rows = |found: Vec<BesideSupplies>| found.into_iter().map(|one| row(&f, one)).collect();
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

fn row(f: &PortalContext, found: BesideSupplies) -> Row {
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
