//! A file to take along: with a tag, and a name that tells its day and edition.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderValue},
};
use signpost_web::reply::{digest, tagged};

/// The media type of a spreadsheet.
pub(super) const CSV: &str = "text/csv; charset=utf-8";
/// The media type of a GeoPackage.
pub(super) const GEOPACKAGE: &str = "application/geopackage+sqlite3";
/// Under what others may use what is in a file.
pub(super) const LICENCE: &str = signpost_exchange::DATA_LICENCE;

/// The file, or that who asks has it already.
pub(super) fn file(
    request: &HttpRequest,
    kind: &'static str,
    name: &str,
    body: Vec<u8>,
) -> HttpResponse {
    let tag = format!("\"{}\"", digest(&body));
    let mut answer = tagged(request, body, kind, &tag);
    let headers = answer.headers_mut();
    let disposition = format!("attachment; filename=\"{name}\"");
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    answer
}
