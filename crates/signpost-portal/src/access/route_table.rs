//! The table of routes.

use std::collections::BTreeMap;

use actix_web::{
    Resource, Route,
    http::Method,
    middleware::from_fn,
    web::{self, ServiceConfig},
};
use signpost_answers::locale_path;
use signpost_domain::Lang;

use super::{Act, Subject, gate};

/// The languages the portal speaks.
const LANGUAGES: [Lang; 2] = [Lang::En, Lang::Fr];

/// One route of the portal, with who may use it.
pub(crate) struct RouteEntry {
    /// GET or POST.
    pub method: Method,
    /// Its address in English; those in other languages are made of it.
    pub path: &'static str,
    /// What using it is.
    pub act: Act,
    /// Its handler.
    pub route: fn() -> Route,
}

/// An address that is read.
pub(crate) const fn get(path: &'static str, act: Act, route: fn() -> Route) -> RouteEntry {
    RouteEntry {
        method: Method::GET,
        path,
        act,
        route,
    }
}

/// An address that a form is sent to.
pub(crate) const fn post(path: &'static str, act: Act, route: fn() -> Route) -> RouteEntry {
    RouteEntry {
        method: Method::POST,
        path,
        act,
        route,
    }
}

impl RouteEntry {
    /// What it is about: the site in its address, when there is one. It follows from the address, so that no route can forget to say it.
    fn subject(&self) -> Subject {
        if self.path.contains("{slug}") {
            Subject::Site
        } else {
            Subject::None
        }
    }
}

/// Registers every route in each language, each behind the gate.
pub(crate) fn register(cfg: &mut ServiceConfig, routes: Vec<RouteEntry>) {
    let mut by_path: BTreeMap<&'static str, Vec<RouteEntry>> = BTreeMap::new();
    for entry in routes {
        by_path.entry(entry.path).or_default().push(entry);
    }
    // An address without a name in it comes before one that would take it for a name.
    let mut paths: Vec<_> = by_path.into_iter().collect();
    paths.sort_by_key(|(path, _)| path.contains('{'));
    for (path, routes) in &paths {
        for lang in LANGUAGES {
            let resource = routes.iter().fold(
                web::resource(locale_path::address(lang, path)),
                |resource: Resource, entry| {
                    let (act, subject) = (entry.act, entry.subject());
                    let gate =
                        from_fn(move |request, next| gate::check(act, subject, request, next));
                    resource.route((entry.route)().method(entry.method.clone()).wrap(gate))
                },
            );
            cfg.service(resource);
        }
    }
}
