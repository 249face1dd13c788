//! Every route, once; and the layers every request passes.

use actix_web::{
    Error, HttpRequest,
    body::MessageBody,
    dev::{ServiceFactory, ServiceRequest, ServiceResponse},
    middleware::{Compress, from_fn},
    web::{self, ServiceConfig},
};
use signpost_web::ApiError;

use crate::{
    Shell,
    layers::{headers, limits, log, paper, problem, share, unread},
    read_embedded, stopping,
};

/// Lists every route: the API, the tiles, the gateways, the portal, the pages, and what is said when none of them is meant.
pub fn routes(cfg: &mut ServiceConfig) {
    signpost_api::routes(cfg);
    signpost_gateways::routes(cfg);
    signpost_portal::routes(cfg);
    signpost_pages::routes(cfg);
    cfg.default_service(web::to(nothing_here));
}

async fn nothing_here(_request: HttpRequest) -> Result<String, ApiError> {
    Err(ApiError::not_found())
}

/// The whole application: its routes, and the layers around them.
///
/// From the inside out: what is dear, limits, problems, compression, headers, the log, what is under way, bodies that nobody read, and addresses as they
/// stand on paper.
pub fn application(
    shell: &Shell,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Response = ServiceResponse<impl MessageBody + use<>>,
        Error = Error,
        Config = (),
        InitError = (),
    > + use<>,
> {
    read_embedded();
    actix_web::App::new()
        .app_data(shell.app.clone())
        .app_data(shell.bundles.clone())
        .app_data(shell.tiles.clone())
        .app_data(shell.hsds.clone())
        .app_data(shell.feedback.clone())
        .app_data(shell.portal.clone())
        .app_data(shell.gateways.clone())
        .app_data(shell.stopping.clone())
        .app_data(shell.shares.clone())
        .configure(limits::extractors)
        .configure(routes)
        .wrap(from_fn(share::keep))
        .wrap(from_fn(limits::enforce))
        .wrap(from_fn(problem::complete))
        .wrap(Compress::default())
        .wrap(from_fn(headers::add))
        .wrap(from_fn(log::observe))
        .wrap(from_fn(stopping::count))
        .wrap(from_fn(unread::hold))
        .wrap(from_fn(paper::read))
}
