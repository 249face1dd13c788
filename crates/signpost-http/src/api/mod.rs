//! The JSON API.

use actix_web::web::ServiceConfig;

/// Ready-made offline bundles.
#[derive(Debug, Default)]
pub(crate) struct Bundles {}

pub(crate) fn routes(_cfg: &mut ServiceConfig) {}
