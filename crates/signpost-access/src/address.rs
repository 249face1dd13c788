//! What an address names: a site, a need, a number. What does not read as one is not there.

use std::str::FromStr;

use actix_web::HttpRequest;
use signpost_domain::{NeedCode, SiteSlug};
use signpost_web::ApiError;

/// The part of the address that the route calls by this name.
pub fn named<T: FromStr>(request: &HttpRequest, name: &str) -> Result<T, ApiError> {
    request
        .match_info()
        .get(name)
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)
}

/// The site in the address.
pub fn slug(request: &HttpRequest) -> Result<SiteSlug, ApiError> {
    named(request, "slug")
}

/// The need in the address.
pub fn need(request: &HttpRequest) -> Result<NeedCode, ApiError> {
    named(request, "need")
}
