//! `/sms/gammu`: what `deploy/gammu-reply` sends when gammu-smsd got a message. The number stays with gammu.

use std::time::Instant;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::AUTHORIZATION,
    web::{self, Payload},
};
use signpost_domain::Lang;
use signpost_web::{ApiError, SharedApp, params::Params};

use crate::{
    counted::{answered, is_urgent, plain},
    doors::Gateways,
    lately::{Door, too_many},
    signed::{fields, header},
};

pub(crate) async fn ask(
    app: SharedApp,
    gateways: web::Data<Gateways>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, ApiError> {
    let secret = gateways.gammu.as_ref().ok_or_else(ApiError::not_found)?;
    let said = header(&request, AUTHORIZATION.as_str());
    secret.expect(said.and_then(|value| value.strip_prefix("Bearer ")))?;
    let params = Params::read(request.query_string(), &["lang"])?;
    let fields = fields(&request, payload).await?;
    if let Some((name, _)) = fields.iter().find(|(name, _)| name != "text") {
        return Err(ApiError::body(format!(
            "{name:?} is not taken; send the text and nothing of who sent it"
        )));
    }
    let text = fields.first().map_or("", |(_, text)| text);
    if !gateways.lately.admits(Door::Gammu, None, Instant::now()) && !is_urgent(&app, text) {
        return Ok(too_many());
    }
    let lang: Lang = params.value("lang")?.unwrap_or_default();
    Ok(plain(&answered(&app, &request, text, lang)))
}
