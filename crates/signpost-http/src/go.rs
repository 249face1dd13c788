//! `/go`
use actix_web::web::ServiceConfig;

pub(crate) fn routes(_cfg: &mut ServiceConfig) {}
