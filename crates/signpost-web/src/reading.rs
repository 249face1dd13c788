//! Addresses that are read: GET and HEAD, handled alike.

use actix_web::{
    FromRequest, Handler, Responder,
    web::{self, ServiceConfig},
};

/// Serves an address that is only read, such as a page's.
pub fn reading<F, Args>(cfg: &mut ServiceConfig, path: &str, handler: F)
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    cfg.service(
        web::resource(path)
            .route(web::get().to(handler.clone()))
            .route(web::head().to(handler)),
    );
}
