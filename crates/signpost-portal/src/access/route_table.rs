//! The table of routes.

use std::collections::BTreeMap;

use actix_web::{
    Resource, Route,
    http::Method,
    middleware::from_fn,
    web::{self, ServiceConfig},
};

use super::{Act, Subject, gate};

/// One route of the portal, with who may use it.
pub(crate) struct Row {
    /// GET or POST.
    pub method: Method,
    /// Its address in English; the French twin is made of it.
    pub path: &'static str,
    /// What using it is.
    pub act: Act,
    /// What it is about.
    pub subject: Subject,
    /// Its handler.
    pub route: fn() -> Route,
}

impl Row {
    /// An address that is read.
    pub(crate) const fn get(
        path: &'static str,
        act: Act,
        subject: Subject,
        route: fn() -> Route,
    ) -> Self {
        Self {
            method: Method::GET,
            path,
            act,
            subject,
            route,
        }
    }

    /// An address that a form is sent to.
    pub(crate) const fn post(
        path: &'static str,
        act: Act,
        subject: Subject,
        route: fn() -> Route,
    ) -> Self {
        Self {
            method: Method::POST,
            path,
            act,
            subject,
            route,
        }
    }
}

/// Registers every row, in both languages, each behind the gate.
pub(crate) fn register(cfg: &mut ServiceConfig, rows: Vec<Row>) {
    let mut by_path: BTreeMap<&'static str, Vec<Row>> = BTreeMap::new();
    for row in rows {
        by_path.entry(row.path).or_default().push(row);
    }
    // An address without a name in it comes before one that would take it for a name.
    let mut paths: Vec<_> = by_path.into_iter().collect();
    paths.sort_by_key(|(path, _)| path.contains('{'));
    for (path, rows) in &paths {
        for twin in ["", "/fr"] {
            let resource = rows.iter().fold(
                web::resource(format!("{twin}{path}")),
                |resource: Resource, row| {
                    let (act, subject) = (row.act, row.subject);
                    let gate =
                        from_fn(move |request, next| gate::check(act, subject, request, next));
                    resource.route((row.route)().method(row.method.clone()).wrap(gate))
                },
            );
            cfg.service(resource);
        }
    }
}
