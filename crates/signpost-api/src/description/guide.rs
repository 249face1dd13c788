//! `/api`: the document as a small page, without any script.

use std::fmt::Write as _;

use actix_web::{HttpRequest, HttpResponse, http::header};

use super::{common::operations, openapi::DOCUMENT};
use signpost_web::{ApiError, TYPES, assets, params::Params};
use utoipa::openapi::{
    RefOr, Required,
    path::{Operation, Parameter, ParameterIn},
};

/// GET
pub(crate) async fn show(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let page = page().map_err(ApiError::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=60"))
        .body(page))
}

/// Where the mark is, the address of the style sheet goes.
const HEAD: &str = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Where to go now: the API</title>\
    <meta name=\"color-scheme\" content=\"light dark\"><link rel=\"stylesheet\" href=\"@\"></head><body><main>\
    <h1>The API</h1>\
    <p>Reading needs no key, and pages of every origin may read. Edits need a token of the organization that runs the site. \
    Parameters are read strictly: an unknown one is an error. Times carry the offset of the site. \
    The same list for programs: <a href=\"/api/openapi.json\">/api/openapi.json</a> (OpenAPI 3).</p>\
    <p><a href=\"/\">Where to go now</a></p>";

/// Every word in it is ours, so nothing needs escaping but what stands in the document.
fn page() -> Result<String, std::fmt::Error> {
    let mut page = HEAD.replace("\"@\"", &format!("\"{}\"", assets::css()));
    for (path, item) in &DOCUMENT.paths.paths {
        for (method, operation) in operations(item) {
            section(&mut page, path, method, operation)?;
        }
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

fn section(page: &mut String, path: &str, method: &str, operation: &Operation) -> std::fmt::Result {
    write!(
        page,
        "<h2><code>{} {path}</code></h2><p>{}.</p>",
        method.to_ascii_uppercase(),
        escaped(operation.summary.as_deref().unwrap_or_default())
    )?;
    let parameters = operation.parameters.iter().flatten();
    let parameters: Vec<&Parameter> = parameters
        .filter_map(|parameter| match parameter {
            RefOr::T(parameter) => Some(parameter),
            RefOr::Ref(_) => None,
        })
        .collect();
    if parameters.is_empty() {
        return Ok(());
    }
    page.push_str("<dl>");
    for parameter in parameters {
        let must = if parameter.required == Required::True {
            " (needed)"
        } else {
            ""
        };
        write!(
            page,
            "<dt><code>{}</code>, {}{must}<dd>{}",
            parameter.name,
            place(&parameter.parameter_in),
            escaped(parameter.description.as_deref().unwrap_or_default())
        )?;
    }
    page.push_str("</dl>");
    Ok(())
}

const fn place(place: &ParameterIn) -> &'static str {
    match place {
        ParameterIn::Path => "path",
        ParameterIn::Header => "header",
        _ => "query",
    }
}

/// Words of the document, with what stands between backticks as code.
fn escaped(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    let parts = words.split('`').enumerate();
    parts
        .map(|(ix, part)| {
            if ix % 2 == 1 {
                format!("<code>{part}</code>")
            } else {
                part.to_owned()
            }
        })
        .collect()
}
