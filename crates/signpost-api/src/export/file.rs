//! A file to take along: with a tag, and a name that tells its day and edition.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderValue},
};
use jiff::Timestamp;
use signpost_locate::Snapshot;
use signpost_web::reply::{digest, tagged};

/// The media type of a spreadsheet.
pub(super) const CSV: &str = "text/csv; charset=utf-8";
/// The media type of a GeoPackage.
pub(super) const GEOPACKAGE: &str = "application/geopackage+sqlite3";
/// Under what others may use what is in a file.
pub(super) const LICENCE: &str = signpost_exchange::DATA_LICENCE;

/// Where it is said under what licence the directory stands.
const LICENCE_LINK: &str = "</about/licences#directory>; rel=\"license\"";

/// The name of a file: what it holds, its edition and its day, as in `sites-preview-2026-11-22.csv`.
pub(super) fn name(snapshot: &Snapshot, at: Timestamp, what: &str, ending: &str) -> String {
    let edition = snapshot.directory().edition.as_str();
    let day = snapshot.town_zone().day(at);
    format!("{what}-{edition}-{day}.{ending}")
}

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
    // A table has no room to say it.
    headers.insert(header::LINK, HeaderValue::from_static(LICENCE_LINK));
    answer
}
