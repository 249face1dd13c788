//! `/sms/kannel`: Kannel's `get-url`. The sender's number is no part of it; Kannel threads the reply.

use std::time::Instant;

use actix_web::{HttpRequest, HttpResponse, web};
use signpost_domain::Lang;
use signpost_web::{ApiError, SharedApp, params::Params};

use crate::{
    counted::{answered, is_urgent, plain},
    doors::Gateways,
    lately::{Door, too_many},
};

pub(crate) async fn ask(
    app: SharedApp,
    gateways: web::Data<Gateways>,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let secret = gateways.kannel.as_ref().ok_or_else(ApiError::not_found)?;
    secret.expect(Params::leniently(request.query_string()).text("key"))?;
    // A number in the address (%p) would be one of these others, and is refused.
    let params = Params::read(request.query_string(), &["key", "text", "lang"])?;
    let text = params.text("text").unwrap_or_default();
    if !gateways.lately.admits(Door::Kannel, None, Instant::now()) && !is_urgent(&app, text) {
        return Ok(too_many());
    }
    let lang: Lang = params.value("lang")?.unwrap_or_default();
    Ok(plain(&answered(&app, &request, text, lang)))
}
