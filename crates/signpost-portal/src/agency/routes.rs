//! The routes of these pages, each with who may use it.

use actix_web::{HttpRequest, Route, http::Method, web};

use super::{
    form::draft,
    forms::{closing, hours, kind::Sheet, page, stock},
    home, new_site,
    organization::{self, Page},
    site,
};
use crate::access::{Act, Actor, Form, Row, Subject};
use signpost_web::SharedApp;

const fn row(
    method: Method,
    path: &'static str,
    (act, subject): (Act, Subject),
    route: fn() -> Route,
) -> Row {
    Row {
        method,
        path,
        act,
        subject,
        route,
    }
}

/// Seeing and sending one sheet.
macro_rules! sheet {
    ($path:literal, $sheet:expr) => {
        [
            row(Method::GET, $path, EDIT, || {
                web::to(|app: SharedApp, who: Actor, request: HttpRequest| {
                    page::show(app, who, request, $sheet)
                })
            }),
            row(Method::POST, $path, EDIT, || {
                web::to(
                    |app: SharedApp, who: Actor, request: HttpRequest, form: Form| {
                        page::sent(app, who, request, form, $sheet)
                    },
                )
            }),
        ]
    };
}

/// Seeing and sending one page of an organization.
macro_rules! organization {
    ($path:literal, $page:expr) => {
        [
            row(Method::GET, $path, OWN, || {
                web::to(|app: SharedApp, who: Actor, request: HttpRequest| {
                    organization::show(app, who, request, $page)
                })
            }),
            row(Method::POST, $path, OWN, || {
                web::to(
                    |app: SharedApp, who: Actor, request: HttpRequest, form: Form| {
                        organization::sent(app, who, request, form, $page)
                    },
                )
            }),
        ]
    };
}

const EDIT: (Act, Subject) = (Act::EditSite, Subject::Site);
const NEW: (Act, Subject) = (Act::ProposeSite, Subject::None);
const OWN: (Act, Subject) = (Act::EditOrganization, Subject::None);

/// The routes.
pub(crate) fn rows() -> Vec<Row> {
    let get = Method::GET;
    let post = Method::POST;
    let mut rows = vec![
        row(get.clone(), "/agency", (Act::SeeOwn, Subject::None), || {
            web::to(home::show)
        }),
        row(
            post.clone(),
            "/agency/sites/{slug}/still-right",
            EDIT,
            || web::to(home::still_right),
        ),
        row(get.clone(), "/agency/sites/new", NEW, || {
            web::to(new_site::show)
        }),
        row(post.clone(), "/agency/sites/new", NEW, || {
            web::to(new_site::sent)
        }),
        row(get.clone(), "/agency/sites/{slug}", EDIT, || {
            web::to(site::show)
        }),
        row(get.clone(), "/agency/sites/{slug}/closed", EDIT, || {
            web::to(closing::show_one)
        }),
        row(get.clone(), "/agency/sites/{slug}/closings", EDIT, || {
            web::to(closing::show)
        }),
        row(post.clone(), "/agency/sites/{slug}/closings", EDIT, || {
            web::to(closing::sent)
        }),
        row(get.clone(), "/agency/sites/{slug}/stock", EDIT, || {
            web::to(stock::page::show)
        }),
        row(post.clone(), "/agency/sites/{slug}/stock", EDIT, || {
            web::to(stock::page::sent)
        }),
        row(get, "/agency/sites/{slug}/closings/{id}", EDIT, || {
            web::to(closing::show_change)
        }),
        row(
            post.clone(),
            "/agency/sites/{slug}/closings/{id}",
            EDIT,
            || web::to(closing::change),
        ),
        row(
            Method::GET,
            "/agency/sites/{slug}/hours/{need}",
            EDIT,
            || web::to(hours::show),
        ),
        row(
            post.clone(),
            "/agency/sites/{slug}/hours/{need}",
            EDIT,
            || web::to(hours::sent),
        ),
        row(post, "/agency/sites/{slug}/drafts/{form}", EDIT, || {
            web::to(draft::keep)
        }),
    ];
    rows.extend(sheet!("/agency/sites/{slug}/details", Sheet::Details));
    rows.extend(sheet!("/agency/sites/{slug}/offers", Sheet::Offers));
    rows.extend(sheet!("/agency/sites/{slug}/place", Sheet::Place));
    // Which service it is stands in the address.
    rows.extend(sheet!(
        "/agency/sites/{slug}/services/{need}",
        Sheet::Details
    ));
    rows.extend(organization!("/agency/organization", Page::Facts));
    rows.extend(organization!("/agency/holidays", Page::Holidays));
    rows
}
