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

use crate::{
    Act, Subject,
    gate::{self, Gated},
};

/// The languages the portal speaks.
const LANGUAGES: [Lang; 2] = [Lang::En, Lang::Fr];

/// One route of the portal, with who may use it.
pub struct RouteEntry {
    /// GET or POST.
    pub method: Method,
    /// Its address in English; those in other languages are made of it.
    pub path: &'static str,
    /// What using it is.
    pub act: Act,
    /// Whether it gives or takes access, or sends people elsewhere, so that who uses it shows a password or a code first.
    pub is_power: bool,
    /// Its handler.
    pub route: fn() -> Route,
}

/// An address that is read.
pub const fn get(path: &'static str, act: Act, route: fn() -> Route) -> RouteEntry {
    RouteEntry {
        method: Method::GET,
        path,
        act,
        is_power: false,
        route,
    }
}

/// An address that a form is sent to.
pub const fn post(path: &'static str, act: Act, route: fn() -> Route) -> RouteEntry {
    RouteEntry {
        method: Method::POST,
        path,
        act,
        is_power: false,
        route,
    }
}

/// An address that a form is sent to which gives or takes access (links, roles, tokens, second steps, sessions), or sends people elsewhere (approving a plan).
pub const fn power(path: &'static str, act: Act, route: fn() -> Route) -> RouteEntry {
    RouteEntry {
        method: Method::POST,
        path,
        act,
        is_power: true,
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

/// What an address that is read answers besides: HEAD, which asks what GET would say.
fn methods(method: &Method) -> Vec<Method> {
    match *method {
        Method::GET => vec![Method::GET, Method::HEAD],
        _ => vec![method.clone()],
    }
}

/// Registers every route in each language, each behind the gate.
pub fn register(cfg: &mut ServiceConfig, routes: Vec<RouteEntry>) {
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
                    let what = Gated {
                        act: entry.act,
                        subject: entry.subject(),
                        is_power: entry.is_power,
                    };
                    methods(&entry.method)
                        .iter()
                        .fold(resource, |resource, method| {
                            let gate =
                                from_fn(move |request, next| gate::check(what, request, next));
                            resource.route((entry.route)().method(method.clone()).wrap(gate))
                        })
                },
            );
            cfg.service(resource);
        }
    }
}
