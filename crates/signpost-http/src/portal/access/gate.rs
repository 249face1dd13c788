//! The gate in front of every page of the portal: who is it, and may they.

use actix_web::{
    Error, HttpMessage as _, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header,
    middleware::Next,
    web,
};

use super::{Act, Actor, Subject, Verdict, Whose, may};
use crate::{ApiError, App};

/// Lets through who may, and sends who is not signed in to the door.
pub(super) async fn check(
    act: Act,
    subject: Subject,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let app = app.ok_or_else(|| ApiError::internal("no application"))?;
    let Some(actor) = signed_in(request.request()) else {
        let answer = HttpResponse::SeeOther()
            .insert_header((header::LOCATION, "/login"))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .finish();
        return Ok(request.into_response(answer));
    };
    match verdict(&app, &actor, act, subject, request.request()) {
        Verdict::Yes => {
            request.extensions_mut().insert(actor);
            Ok(next.call(request).await?.map_into_boxed_body())
        }
        Verdict::Hidden => Err(ApiError::not_found().into()),
        Verdict::Refused => Err(ApiError::Forbidden.into()),
    }
}

fn verdict(app: &App, actor: &Actor, act: Act, subject: Subject, request: &HttpRequest) -> Verdict {
    match subject {
        Subject::None => may(&actor.role, act, Whose::Nobodys),
        Subject::Site => {
            let snapshot = app.snapshot();
            let slug = request.match_info().get("slug");
            let site = slug
                .and_then(|slug| slug.parse().ok())
                .and_then(|slug| snapshot.find(&slug));
            let whose = site.map_or(Whose::Missing, |ix| {
                Whose::Organization(&snapshot.organization(ix).id)
            });
            may(&actor.role, act, whose)
        }
    }
}

/// Who is signed in. There are no sessions yet, so nobody is; tests say who they are.
fn signed_in(request: &HttpRequest) -> Option<Actor> {
    #[cfg(test)]
    if let Some(actor) = request.extensions().get::<Actor>() {
        return Some(actor.clone());
    }
    let _ = request;
    None
}
