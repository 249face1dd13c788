//! Forms of gateways, and those that are signed.

use actix_web::{HttpMessage as _, HttpRequest, web, web::Payload};
use signpost_web::{ApiError, body, hosting_of};

use crate::secret::Secret;

/// A header's value, when it is plain.
pub(crate) fn header<'r>(request: &'r HttpRequest, name: &str) -> Option<&'r str> {
    request.headers().get(name)?.to_str().ok()
}

/// The fields of a form.
///
/// # Errors
/// When it is none.
pub(crate) async fn fields(
    request: &HttpRequest,
    payload: Payload,
) -> Result<Vec<(String, String)>, ApiError> {
    let kind = request.content_type();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(ApiError::MediaType {
            detail: "send a form: application/x-www-form-urlencoded".to_owned(),
        });
    }
    let body = body::body(payload).await?;
    let text = std::str::from_utf8(&body).map_err(ApiError::body)?;
    let fields = web::Query::<Vec<(String, String)>>::from_query(text);
    Ok(fields.map_err(ApiError::body)?.into_inner())
}

/// The fields of a form that was signed with this secret, for the address that the world knows this server by.
///
/// # Errors
/// When it is no form, or not signed so.
pub(crate) async fn signed_fields(
    secret: &Secret,
    request: &HttpRequest,
    payload: Payload,
) -> Result<Vec<(String, String)>, ApiError> {
    let fields = fields(request, payload).await?;
    let origin = hosting_of(request).origin(request).unwrap_or_default();
    let path = request.uri().path_and_query();
    let address = format!("{origin}{}", path.map_or("", |path| path.as_str()));
    secret.expect_signed(header(request, "x-twilio-signature"), &address, &fields)?;
    Ok(fields)
}

/// One field.
pub(crate) fn field<'f>(fields: &'f [(String, String)], name: &str) -> Option<&'f str> {
    let found = fields.iter().find(|(own, _)| own == name);
    found.map(|(_, value)| value.as_str())
}
