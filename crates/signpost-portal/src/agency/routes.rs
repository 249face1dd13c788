//! The routes of these pages, each with who may use it.

use actix_web::{HttpRequest, web};

use super::{
    form::draft,
    forms::{closing, list::FORMS, stock},
    home, new_site,
    organization::{self, OrganizationForm},
    site,
};
use crate::access::{Act, Actor, Form, RouteEntry, get, post};
use signpost_web::SharedApp;

/// Seeing and sending one form of an organization.
macro_rules! organization {
    ($path:literal, $form:expr) => {
        [
            get($path, Act::EditOrganization, || {
                web::to(|app: SharedApp, who: Actor, request: HttpRequest| {
                    organization::show(app, who, request, $form)
                })
            }),
            post($path, Act::EditOrganization, || {
                web::to(
                    |app: SharedApp, who: Actor, request: HttpRequest, sent: Form| {
                        organization::sent(app, who, request, sent, $form)
                    },
                )
            }),
        ]
    };
}

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    use Act::{EditSite, ProposeSite, SeeOwn};
    let mut routes = vec![
        get("/agency", SeeOwn, || web::to(home::show)),
        post("/agency/sites/{slug}/still-right", EditSite, || {
            web::to(home::still_right)
        }),
        get("/agency/sites/new", ProposeSite, || web::to(new_site::show)),
        post("/agency/sites/new", ProposeSite, || web::to(new_site::sent)),
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
        post("/agency/sites/{slug}/drafts/{form}", EditSite, || {
            web::to(draft::keep)
        }),
    ];
    routes.extend(FORMS.iter().flat_map(|form| (form.routes)()));
    routes.extend(organization!(
        "/agency/organization",
        OrganizationForm::Facts
    ));
    routes.extend(organization!(
        "/agency/holidays",
        OrganizationForm::Holidays
    ));
    routes
}
