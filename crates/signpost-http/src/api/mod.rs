//! The JSON API: parse, call, render. What each address takes and gives is in [`catalogue`], which the tests hold against these routes.

mod bundle;
mod catalogue;
mod cross_origin;
mod edit;
mod exceptions;
mod features;
mod guide;
mod health;
mod language;
mod list;
mod openapi;
mod patch;
mod patch_place;
mod patch_service;
mod patch_values;
mod plan;
mod question;
pub(crate) mod reply;
mod schemas;
mod search;
mod site;
mod to_go;
mod token;

use actix_web::{
    Handler, Resource, Responder,
    http::Method,
    web::{self, ServiceConfig},
};

pub(crate) use bundle::Bundles;

/// The routes of the API; specific ones before those with a name in them.
pub(crate) fn routes(cfg: &mut ServiceConfig) {
    cfg.service(read("/api", guide::show))
        .service(read("/api/openapi.json", openapi::show))
        .service(read("/api/v1/sites", list::show))
        .service(read("/api/v1/sites/{slug}", site::show).route(web::patch().to(edit::change)))
        .service(
            web::resource("/api/v1/sites/{slug}/exceptions").route(web::post().to(exceptions::add)),
        )
        .service(
            web::resource("/api/v1/sites/{slug}/exceptions/{id}")
                .route(web::delete().to(exceptions::remove)),
        )
        .service(
            read("/api/v1/where-to-go", to_go::ask).route(web::post().to(to_go::ask_privately)),
        )
        .service(read("/api/v1/needs", list::needs))
        .service(read("/api/v1/plan", plan::current))
        .service(read("/api/v1/plan/check", plan::check))
        .service(read("/api/v1/plan/{version}", plan::version))
        .service(web::resource("/api/v1/language/check").route(web::post().to(language::check)))
        .service(read("/api/v1/directory.json", bundle::show))
        .service(read("/api/v1/health", health::show))
        .service(read("/api/v1/metrics", health::metrics));
}

/// An address that is read: GET, HEAD, and what browsers ask before they let a page of another origin read it.
pub(crate) fn read<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args> + Clone,
    Args: actix_web::FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::resource(path)
        .route(web::get().to(handler.clone()))
        .route(web::head().to(handler))
        .route(web::method(Method::OPTIONS).to(cross_origin::preflight))
}
