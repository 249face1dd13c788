//! `/static/{slug}/{size}.png`: pictures of the map, drawn beforehand. `/static/_town/…` is of the whole town.
//!
//! `v` in the address is the hash of the picture: with the right one it never changes and may be kept for good; with another, or without, one
//! is sent on to the picture as it is now.

use std::io::ErrorKind;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, Path},
};
use signpost_answers::locale_path;
use signpost_pictures::{Size, Subject};
use signpost_web::{ApiError, SharedApp, params::Params};

/// The media type.
const PNG: &str = "image/png";
/// A picture whose address holds its hash never changes.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Which picture it is now may be another tomorrow.
const MINUTE: &str = "public, max-age=60";

/// GET `/static/{slug}/{size}.png`.
pub(crate) async fn show(
    app: SharedApp,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["v"])?;
    let (subject, size) = path.into_inner();
    let lang = locale_path::lang_of_path(request.path());
    let size = Size::of_code(&size).ok_or_else(|| not_found(&sizes()))?;
    let subject = Subject::of_code(&subject).ok_or_else(ApiError::not_found)?;
    let album = app.pictures().ok_or_else(none_yet)?;
    let drawn = album.picture(&subject, size, lang).ok_or_else(none_yet)?;
    if params.text("v") != Some(drawn.hash.as_str()) {
        let address = album.address(&subject, size, lang).ok_or_else(none_yet)?;
        return Ok(HttpResponse::Found()
            .insert_header((header::LOCATION, address))
            .insert_header((header::CACHE_CONTROL, MINUTE))
            .finish());
    }
    let bytes = web::block(move || drawn.bytes())
        .await
        .map_err(ApiError::internal)?
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => none_yet(),
            _ => ApiError::internal(error),
        })?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, PNG))
        .insert_header((header::CACHE_CONTROL, FOR_GOOD))
        .body(bytes))
}

fn none_yet() -> ApiError {
    not_found("there is no picture of this, or not yet")
}

fn not_found(detail: &str) -> ApiError {
    ApiError::NotFound {
        detail: detail.to_owned(),
    }
}

fn sizes() -> String {
    let all = Size::ALL.map(Size::code).join(", ");
    format!("pictures have the sizes {all}")
}
