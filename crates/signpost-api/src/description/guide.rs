//! `/api`: the catalogue as a small page, without any script.

use std::fmt::Write as _;

use actix_web::{HttpRequest, HttpResponse, http::header};

use super::{catalogue::endpoints, endpoint::Endpoint};
use signpost_web::{ApiError, TYPES, params::Params};

/// GET
pub(crate) async fn show(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let page = page().map_err(ApiError::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=60"))
        .body(page))
}

const HEAD: &str = concat!(
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Where to go now: the API</title>\
    <meta name=\"color-scheme\" content=\"light dark\"><link rel=\"stylesheet\" href=\"",
    "@",
    "\"></head><body><main>\
    <h1>The API</h1>\
    <p>Reading needs no key, and pages of every origin may read. Edits need a token of the organization that runs the site. \
    Parameters are read strictly: an unknown one is an error. Times carry the offset of the site. \
    The same list for programs: <a href=\"/api/openapi.json\">/api/openapi.json</a> (OpenAPI 3).</p>\
    <p><a href=\"/\">Where to go now</a></p>"
);

/// Every word in it is ours, so nothing needs escaping but what stands in the catalogue.
fn page() -> Result<String, std::fmt::Error> {
    let mut page = String::from(HEAD);
    for endpoint in endpoints() {
        section(&mut page, endpoint)?;
    }
    page.push_str("<h2>Problems</h2><p>Every error is application/problem+json (RFC 9457). These are its types.</p>");
    page.push_str("<table><thead><tr><th>Status<th>Type<th>Title</thead><tbody>");
    for (status, name, title) in TYPES {
        write!(
            page,
            "<tr id=\"{name}\"><td>{status}<td><code>/api#{name}</code><td>{title}"
        )?;
    }
    page.push_str("</tbody></table></main></body></html>\n");
    Ok(page)
}

fn section(page: &mut String, endpoint: &Endpoint) -> std::fmt::Result {
    let Endpoint {
        method,
        path,
        summary,
        takes,
        ..
    } = endpoint;
    write!(
        page,
        "<h2><code>{} {path}</code></h2><p>{}.</p>",
        method.to_ascii_uppercase(),
        escaped(summary)
    )?;
    if takes.is_empty() {
        return Ok(());
    }
    page.push_str("<dl>");
    for param in *takes {
        let must = if param.required { " (needed)" } else { "" };
        write!(
            page,
            "<dt><code>{}</code>, {}{must}<dd>{}",
            param.name,
            param.place,
            escaped(param.says)
        )?;
    }
    page.push_str("</dl>");
    Ok(())
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}
