//! The site in an address.

use actix_web::HttpRequest;
use signpost_domain::SiteSlug;
use signpost_web::ApiError;

/// The slug in the address.
pub(crate) fn slug(request: &HttpRequest) -> Result<SiteSlug, ApiError> {
    request
        .match_info()
        .get("slug")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)
}
