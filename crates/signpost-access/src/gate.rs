//! The gate in front of every page of the portal: who is it, and may they.

use actix_web::{
    Error, HttpMessage as _, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
};

use crate::{
    Act, Actor, Owner, PortalCookies, SESSION_TIMES, Subject, Verdict, address, in_same_language,
    may,
    proof::{self, Proof},
    redirect, refusal, resume,
};
use crate::{PortalState, SharedPortal};
use signpost_web::{ApiError, App, SharedApp};

/// What a gate stands in front of.
#[derive(Clone, Copy)]
pub struct Gated {
    /// What it is.
    pub act: Act,
    /// What it is about.
    pub subject: Subject,
    /// Whether it gives or takes access.
    pub is_power: bool,
}

/// Lets through who may, and sends who is not signed in to the sign-in.
pub async fn check(
    what: Gated,
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let (app, portal) = (
        request.app_data::<SharedApp>().cloned(),
        request.app_data::<SharedPortal>().cloned(),
    );
    let (app, portal) = app
        .zip(portal)
        .ok_or_else(|| ApiError::internal("no application"))?;
    if what.act == Act::SignIn {
        let response = next.call(request).await?.map_into_boxed_body();
        return Ok(refusal::page(&app, None, response));
    }
    match admitted(&app, &portal, what, &mut request).await {
        Ok(Admitted::No(answer)) => Ok(request.into_response(answer)),
        Ok(Admitted::Yes { actor, renewed }) => {
            request.extensions_mut().insert(actor.clone());
            let response = next.call(request).await?.map_into_boxed_body();
            let mut response = refusal::page(&app, Some(&actor), response);
            if let Some(secret) = renewed {
                let cookie = PortalCookies::of(response.request()).begin_session(secret);
                // What an act sets itself is newer: a password that was changed begins another session.
                let name = cookie.name().to_owned();
                let set = response.response().cookies().any(|own| own.name() == name);
                if !set {
                    response.response_mut().add_cookie(&cookie)?;
                }
            }
            Ok(response)
        }
        // An answer rather than an error, so that every layer around sees it.
        Err(refused) => {
            let response = request.into_response(HttpResponse::from_error(refused));
            Ok(refusal::page(&app, None, response))
        }
    }
}

/// What the gate decides.
enum Admitted {
    /// In, with the new secret of the session when it was renewed on the way.
    Yes {
        actor: Actor,
        renewed: Option<String>,
    },
    /// Something else first.
    No(HttpResponse),
}

async fn admitted(
    app: &App,
    portal: &PortalState,
    what: Gated,
    request: &mut ServiceRequest,
) -> Result<Admitted, ApiError> {
    let Some(mut actor) = signed_in(app, request.request()).await? else {
        // Passwords are not kept, however briefly; everything else somebody typed is.
        let to_resume = match what.act {
            Act::OwnAccount => None,
            _ => resume::sent(request).await,
        };
        return Ok(Admitted::No(match to_resume {
            Some(form) => resume::sign_in_first(app, request.request(), &form)
                .unwrap_or_else(HttpResponse::from_error),
            None => to_sign_in(request.request()),
        }));
    };
    match verdict(app, &actor, what.act, what.subject, request.request()) {
        Verdict::Yes => {}
        Verdict::Hidden => return Err(ApiError::not_found()),
        Verdict::Refused => return Err(ApiError::Forbidden),
    }
    if portal.must_set_up_second_step(&actor.role, actor.has_totp) && what.act != Act::OwnAccount {
        let account = in_same_language(request.request(), "/account?done=step-first");
        return Ok(Admitted::No(redirect(&account)));
    }
    if !what.is_power {
        return Ok(Admitted::Yes {
            actor,
            renewed: None,
        });
    }
    Ok(
        match proof::check(app, portal, request, &mut actor).await? {
            Proof::Given => Admitted::Yes {
                actor,
                renewed: None,
            },
            Proof::Renewed(secret) => Admitted::Yes {
                actor,
                renewed: Some(secret),
            },
            Proof::Asked(answer) => Admitted::No(answer),
        },
    )
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
        proven_at: owner.proven_at,
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
