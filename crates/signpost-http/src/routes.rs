//! Every route, once; and the layers every request passes.

use actix_web::{
    Error, HttpRequest,
    body::MessageBody,
    dev::{ServiceFactory, ServiceRequest, ServiceResponse},
    middleware::{Compress, from_fn},
    web::{self, ServiceConfig},
};

use crate::{
    ApiError, SharedApp, api, go, headers, limits, logging, map_data, offline, pages, portal, tiles,
};

/// Lists every route: the API, the old doors, the tiles, the pages, and what is said when none of them is meant.
pub fn routes(cfg: &mut ServiceConfig) {
    api::routes(cfg);
    go::routes(cfg);
    map_data::routes(cfg);
    tiles::routes(cfg);
    portal::routes(cfg);
    offline::routes(cfg);
    pages::routes(cfg);
    cfg.default_service(web::to(nothing_here));
}

async fn nothing_here(_request: HttpRequest) -> Result<String, ApiError> {
    Err(ApiError::not_found())
}

/// The whole application: its routes, and around them, from the inside out, limits, problems, compression, headers and the log.
pub fn application(
    app: SharedApp,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        Config = (),
        InitError = (),
    >,
> {
    actix_web::App::new()
        .app_data(app)
        .configure(limits::extractors)
        .configure(routes)
        .wrap(from_fn(limits::enforce))
        .wrap(from_fn(crate::problem_layer::complete))
        .wrap(Compress::default())
        .wrap(from_fn(headers::add))
        .wrap(from_fn(logging::observe))
}
