//! Whether a form is from one of our own pages, and what stands in it.

use actix_web::{FromRequest as _, HttpMessage as _, HttpRequest, dev::Payload, http::header, web};

use crate::{ApiError, body, hosting_of};

/// The fields of a form of one of our own pages.
///
/// # Errors
/// When a browser says that it comes from elsewhere, and when it is no form.
pub async fn form_fields(
    request: &HttpRequest,
    payload: &mut Payload,
) -> Result<Vec<(String, String)>, ApiError> {
    if !is_from_here(request) {
        return Err(ApiError::Forbidden);
    }
    let is_form = request
        .content_type()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded");
    if !is_form {
        return Err(ApiError::MediaType {
            detail: "send a form: application/x-www-form-urlencoded".to_owned(),
        });
    }
    let body = body::body(
        web::Payload::from_request(request, payload)
            .await
            .map_err(ApiError::internal)?,
    )
    .await?;
    let text = std::str::from_utf8(&body).map_err(ApiError::body)?;
    Ok(web::Query::<Vec<(String, String)>>::from_query(text)
        .map_err(ApiError::body)?
        .into_inner())
}

/// Whether the browser says so itself. Old ones say nothing, which is enough only together with what proves the session.
#[must_use]
pub fn says_it_is_from_here(request: &HttpRequest) -> bool {
    let speaks = |name: &str| request.headers().contains_key(name);
    is_from_here(request) && (speaks("sec-fetch-site") || speaks(header::ORIGIN.as_str()))
}

/// Whether the browser says that one of our own pages sent this. Where we are, the settings say: a page of another host stays one, also when
/// that host leads here.
#[must_use]
pub fn is_from_here(request: &HttpRequest) -> bool {
    let text = |name: &str| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or("not plain"))
    };
    let origin = text(header::ORIGIN.as_str());
    text("sec-fetch-site").is_none_or(|site| site == "same-origin")
        && origin.is_none_or(|origin| hosting_of(request).is_ours(request, origin))
}
