//! Answers with a media type, a cache policy and, where there is one, an entity tag.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, EntityTag, Header as _, IfNoneMatch},
};
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

/// To another page, which is asked for anew each time.
#[must_use]
pub fn see_other(address: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, Cache::Never.header()))
        .finish()
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
    match (IfNoneMatch::parse(request), tag.parse::<EntityTag>()) {
        (Ok(IfNoneMatch::Any), _) => true,
        (Ok(IfNoneMatch::Items(held)), Ok(tag)) => held.iter().any(|one| one.weak_eq(&tag)),
        (Ok(IfNoneMatch::Items(_)), Err(_)) | (Err(_), _) => false,
    }
}

/// Eight hexadecimal digits that change with the text.
#[must_use]
pub fn digest(text: &[u8]) -> String {
    let hash: [u8; 32] = Sha256::digest(text).into();
    let [a, b, c, d, ..] = hash;
    format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_tag_that_a_proxy_weakened_still_counts() {
        for (held, tag, right) in [
            ("\"a-1\"", "\"a-1\"", true),
            ("W/\"a-1\"", "\"a-1\"", true),
            ("\"b\", W/\"a-1\"", "\"a-1\"", true),
            ("*", "\"a-1\"", true),
            ("\"a-2\"", "\"a-1\"", false),
            ("a-1", "\"a-1\"", false),
            ("", "\"a-1\"", false),
        ] {
            let request = TestRequest::get()
                .insert_header((header::IF_NONE_MATCH, held))
                .to_http_request();
            assert_eq!(has(&request, tag), right, "{held}");
        }
        let twice = TestRequest::get()
            .append_header((header::IF_NONE_MATCH, "\"b\""))
            .append_header((header::IF_NONE_MATCH, "\"a-1\""))
            .to_http_request();
        assert!(has(&twice, "\"a-1\""));
        assert!(!has(&TestRequest::get().to_http_request(), "\"a-1\""));
    }
}
