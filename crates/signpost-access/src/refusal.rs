//! What the portal says when something is refused: to people at work, what happened and that nothing was changed.

use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponse,
    body::BoxBody,
    dev::ServiceResponse,
    http::{StatusCode, header},
};
use askama::Template;

use crate::{Actor, kept_form::FormToResume, resume, signed_out_page};
use signpost_answers::locale_path;
use signpost_web::{ApiError, App, Outage, PageContext};

#[derive(Template)]
#[template(path = "portal/refused.html")]
struct RefusedPage {
    f: PageContext,
    title: String,
    more: String,
    /// Where one goes on: an address and what it is called.
    back: (String, String),
}

/// The same answer as a page of the portal, when it is a refusal, has no page of its own yet, and a person reads it.
pub fn page(
    app: &App,
    who: Option<&Actor>,
    response: ServiceResponse<BoxBody>,
) -> ServiceResponse<BoxBody> {
    let status = response.status();
    let refused = status.is_client_error() || status.is_server_error();
    let has_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    // Our own mistakes go on to the layer that logs them and gives them a number.
    if !refused || has_page || status == StatusCode::INTERNAL_SERVER_ERROR {
        return response;
    }
    let error = response.response().error();
    let error = error
        .and_then(|error| error.as_error::<ApiError>())
        .cloned();
    match render(app, who, response.request(), (status, error.as_ref())) {
        Some(answer) => response.into_response(answer),
        None => response,
    }
}

fn render(
    app: &App,
    who: Option<&Actor>,
    request: &HttpRequest,
    (status, error): (StatusCode, Option<&ApiError>),
) -> Option<HttpResponse> {
    let accepts = request.headers().get(header::ACCEPT)?.to_str().ok()?;
    if !accepts.contains("text/html") {
        return None;
    }
    // Not the frame of this address: what is another agency's and what is not there look alike to the letter.
    let lang = locale_path::lang_of_path(request.path());
    let home = locale_path::address(lang, "/portal");
    let f = PageContext::at(lang, &home, "", &app.snapshot(), app.now()).marking();
    let to_resume = request.extensions_mut().remove::<FormToResume>();
    if let (Some(form), Some(who)) = (to_resume, who) {
        let to = request.path().to_owned();
        return resume::ask(f, to, form, who.csrf.clone(), status).ok();
    }
    let key = match (status, error) {
        (_, Some(ApiError::Published { .. })) => "published",
        (_, Some(ApiError::Parameter { name, .. })) if name == "week" => "week",
        (_, Some(ApiError::StoreDown { outage, .. })) if *outage != Outage::Passing => {
            outage.code()
        }
        (StatusCode::FORBIDDEN, _) => "forbidden",
        (StatusCode::NOT_FOUND, _) => "missing",
        (StatusCode::SERVICE_UNAVAILABLE, _) => "busy",
        _ => "otherwise",
    };
    let (address, back) = match error {
        Some(ApiError::Published { version }) => {
            (format!("/steward/plan/{version}"), "refused-published-back")
        }
        _ if key == "week" => ("/steward/plan/delivered".to_owned(), "refused-week-back"),
        _ => ("/portal".to_owned(), "refused-home"),
    };
    let page = RefusedPage {
        title: f.t(&format!("refused-{key}")),
        more: f.t(&format!("refused-{key}-more")),
        back: (f.link(&address), f.t(back)),
        f,
    };
    signed_out_page(&page.f, &page, status).ok()
}
