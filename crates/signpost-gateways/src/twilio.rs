//! `/sms/twilio`: a hook as Twilio's and of those who copied it.

use std::time::Instant;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Payload},
};
use signpost_domain::Lang;
use signpost_web::{ApiError, SharedApp, params::Params};

use crate::{
    counted::{answered, is_urgent},
    doors::Gateways,
    lately::{Door, too_many},
    signed::{field, signed_fields},
    xml::Xml,
};

pub(crate) async fn ask(
    app: SharedApp,
    gateways: web::Data<Gateways>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, ApiError> {
    let secret = gateways.twilio.as_ref().ok_or_else(ApiError::not_found)?;
    let fields = signed_fields(secret, &request, payload).await?;
    let params = Params::read(request.query_string(), &["lang"])?;
    let sender = field(&fields, "From");
    let text = field(&fields, "Body").unwrap_or_default();
    if !gateways.lately.admits(Door::Twilio, sender, Instant::now()) && !is_urgent(&app, text) {
        return Ok(too_many());
    }
    let lang: Lang = params.value("lang")?.unwrap_or_default();
    let reply = answered(&app, &request, text, lang);
    let mut xml = Xml::response()?;
    if !reply.segments.is_empty() {
        xml.said("Message", &[], &reply.text())?;
    }
    xml.finish()
}
