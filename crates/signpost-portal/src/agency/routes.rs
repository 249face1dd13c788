//! The routes of these pages, each with who may use it.

use actix_web::web;

use super::{
    form::draft,
    forms::{closing, list::FORMS, stock},
    home, new_site, new_site_draft,
    organization::{self, Facts, Holidays},
    site,
};
use crate::access::{Act, RouteEntry, get, post};

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    use Act::{EditSite, ProposeSite, SeeOwn, ServicePoint};
    let mut routes = vec![
        get("/agency", SeeOwn, || web::to(home::show)),
        post("/agency/sites/{slug}/still-right", EditSite, || {
            web::to(home::still_right)
        }),
        get("/agency/sites/new", ProposeSite, || web::to(new_site::show)),
        post("/agency/sites/new", ProposeSite, || web::to(new_site::sent)),
        post(new_site_draft::ADDRESS, ProposeSite, || {
            web::to(new_site_draft::keep)
        }),
        get("/agency/sites/{slug}", EditSite, || web::to(site::show)),
        get("/agency/sites/{slug}/closed", EditSite, || {
            web::to(closing::show_one)
        }),
        get("/agency/sites/{slug}/closings", EditSite, || {
            web::to(closing::show)
        }),
        post("/agency/sites/{slug}/closings", EditSite, || {
            web::to(closing::sent)
        }),
        get("/agency/sites/{slug}/stock", EditSite, || {
            web::to(stock::page::show)
        }),
        post("/agency/sites/{slug}/stock", EditSite, || {
            web::to(stock::page::sent)
        }),
        get("/agency/sites/{slug}/closings/{id}", EditSite, || {
            web::to(closing::show_change)
        }),
        post("/agency/sites/{slug}/closings/{id}", EditSite, || {
            web::to(closing::change)
        }),
        post("/agency/sites/{slug}/drafts/{form}", ServicePoint, || {
            web::to(draft::keep)
        }),
    ];
    routes.extend(FORMS.iter().flat_map(|form| (form.routes)()));
    routes.extend(organization::routes_of::<Facts>());
    routes.extend(organization::routes_of::<Holidays>());
    routes.extend(organization::claim_routes());
    routes
}
