//! The gate in front of every page of the portal: who is it, and may they.

use actix_web::{
    Error, HttpMessage as _, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web,
};

use super::{
    Act, Actor, Owner, PortalCookies, SESSION_TIMES, Subject, Verdict, address, in_same_language,
    may, redirect, refusal, resume,
};
use signpost_web::{ApiError, App};

/// Lets through who may, and sends who is not signed in to the sign-in.
pub(crate) async fn check(
    act: Act,
    subject: Subject,
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let app = app.ok_or_else(|| ApiError::internal("no application"))?;
    if act == Act::SignIn {
        let response = next.call(request).await?.map_into_boxed_body();
        return Ok(refusal::page(&app, None, response));
    }
    let refused = match signed_in(&app, request.request()).await {
        Ok(None) => {
            // Passwords are not kept, however briefly; everything else somebody typed is.
            let to_resume = match act {
                Act::OwnAccount => None,
                _ => resume::sent(&mut request).await,
            };
            let answer = match to_resume {
                Some(fields) => resume::sign_in_first(&app, request.request(), &fields)
                    .unwrap_or_else(HttpResponse::from_error),
                None => to_sign_in(request.request()),
            };
            return Ok(request.into_response(answer));
        }
        Ok(Some(actor)) => match verdict(&app, &actor, act, subject, request.request()) {
            Verdict::Yes => {
                request.extensions_mut().insert(actor.clone());
                let response = next.call(request).await?.map_into_boxed_body();
                return Ok(refusal::page(&app, Some(&actor), response));
            }
            Verdict::Hidden => ApiError::not_found(),
            Verdict::Refused => ApiError::Forbidden,
        },
        Err(error) => error,
    };
    // An answer rather than an error, so that every layer around sees it.
    let response = request.into_response(HttpResponse::from_error(refused));
    Ok(refusal::page(&app, None, response))
}

fn verdict(app: &App, actor: &Actor, act: Act, subject: Subject, request: &HttpRequest) -> Verdict {
    match subject {
        Subject::None => may(&actor.role, act, Owner::Nobody),
        Subject::Site => {
            let snapshot = app.snapshot();
            let slug = address::slug(request).ok();
            let site = slug.as_ref().and_then(|slug| snapshot.find(slug));
            // A box that is only proposed is no part of what is public, and has an owner all the same.
            let mut proposed = snapshot.proposed().iter();
            let owner = site
                .map(|ix| &snapshot.organization(ix).id)
                .or_else(|| {
                    let found = proposed.find(|site| Some(&site.slug) == slug.as_ref())?;
                    Some(&found.organization)
                })
                .map_or(Owner::Missing, Owner::Organization);
            may(&actor.role, act, owner)
        }
    }
}

/// Who is signed in.
async fn signed_in(app: &App, request: &HttpRequest) -> Result<Option<Actor>, ApiError> {
    let Some(secret) = PortalCookies::value(request, PortalCookies::of(request).session()) else {
        return Ok(None);
    };
    let store = app.database()?;
    let owner = store.session(&secret, SESSION_TIMES, app.now()).await?;
    Ok(owner.map(|owner| Actor {
        account: owner.account.id.0,
        name: owner.account.name,
        email: owner.account.email,
        role: owner.account.role,
        has_totp: owner.account.has_totp,
        csrf: owner.csrf,
        session: secret,
    }))
}

/// To the sign-in, and back to what was read. A form that was sent is not sent again by itself: its page is.
fn to_sign_in(request: &HttpRequest) -> HttpResponse {
    let next: String = request
        .path()
        .bytes()
        .map(|byte| match byte {
            b'/' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    redirect(&in_same_language(request, &format!("/login?next={next}")))
}
