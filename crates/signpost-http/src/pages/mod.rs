//! The pages people read.

pub mod errors;

use actix_web::web::ServiceConfig;

/// The routes of the pages; called last, before the default service.
pub fn routes(_cfg: &mut ServiceConfig) {}
