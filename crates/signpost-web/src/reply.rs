//! Answers with a media type, a cache policy and, where there is one, an entity tag.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::ApiError;

/// How long an answer may be kept by others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cache {
    /// Not at all: it tells a position, or it is about this instant.
    Never,
    /// A minute: states change, nobody is told by it where another one is.
    Minute,
    /// Asked for again each time, with its tag.
    Revalidate,
}

impl Cache {
    const fn header(self) -> &'static str {
        match self {
            Self::Never => "no-store",
            Self::Minute => "public, max-age=60",
            Self::Revalidate => "public, no-cache",
        }
    }
}

/// The media type of JSON.
pub const JSON: &str = "application/json";
/// The media type of GeoJSON (RFC 7946).
pub const GEO_JSON: &str = "application/geo+json";

/// A 200 with this body.
pub fn json(
    body: &impl Serialize,
    media_type: &'static str,
    cache: Cache,
) -> Result<HttpResponse, ApiError> {
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type))
        .insert_header((header::CACHE_CONTROL, cache.header()))
        .body(text(body)?))
}

/// JSON as text.
pub fn text(body: &impl Serialize) -> Result<String, ApiError> {
    serde_json::to_string(body).map_err(ApiError::internal)
}

/// A 200 with this body and tag, or a 304 when the asker has it.
pub fn tagged(
    request: &HttpRequest,
    body: impl actix_web::body::MessageBody + 'static,
    media_type: &'static str,
    tag: &str,
) -> HttpResponse {
    let cache = Cache::Revalidate.header();
    if has(request, tag) {
        return HttpResponse::NotModified()
            .insert_header((header::ETAG, tag))
            .insert_header((header::CACHE_CONTROL, cache))
            .finish();
    }
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type))
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, cache))
        .body(body)
}

/// `If-None-Match` compares weakly (RFC 9110 §13.1.2), so that a tag a proxy weakened still counts.
fn has(request: &HttpRequest, tag: &str) -> bool {
    request
        .headers()
        .get_all(header::IF_NONE_MATCH)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|one| one.trim().trim_start_matches("W/"))
        .any(|one| one == "*" || one == tag)
}

/// Eight hexadecimal digits that change with the text.
#[must_use]
pub fn digest(text: &[u8]) -> String {
    let hash: [u8; 32] = Sha256::digest(text).into();
    let [a, b, c, d, ..] = hash;
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}
