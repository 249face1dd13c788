//! Power is proven again: what gives or takes access asks for the password, or a code, when it was not shown within five minutes.
//!
//! A session that somebody else got hold of can therefore do none of it. Signing in does not count as having shown it: whoever took a session
//! took it after that. Once it is shown, the session goes on under a new secret, and copies of the one before are worth nothing.

use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponse,
    dev::ServiceRequest,
    http::{Method, StatusCode},
};
use askama::Template;
use jiff::{SignedDuration, Timestamp};
use signpost_store::WrongProof;

use crate::PortalState;
use crate::{
    Actor, PortalCookies,
    attempts::{Shown, has_code, knows_password},
    form::{ReadForm, is_proven},
    in_same_language,
    kept_form::CSRF,
    redirect_with_cookie, signed_out_page,
};
use signpost_web::{ApiError, App, PageContext, form::form_fields};

/// How long it counts.
const COUNTS: SignedDuration = SignedDuration::from_mins(5);

/// The fields of the question.
const PASSWORD: &str = "proof-password";
const CODE: &str = "proof-code";

#[derive(Template)]
#[template(path = "portal/proof.html")]
struct ProofPage {
    f: PageContext,
    to: String,
    fields: Vec<(String, String)>,
    csrf: String,
    email: String,
    with_code: bool,
    fault: Option<String>,
}

/// What came of asking.
pub enum Proof {
    /// The act may be done, in this session.
    Given,
    /// It may be done, and the session has this secret from now on.
    Renewed(String),
    /// Something else is answered: the question, or that the session is over.
    Asked(HttpResponse),
}

/// Whether it was shown a moment ago.
fn counts(proven_at: Option<Timestamp>, at: Timestamp) -> bool {
    // A proof of the future comes from a clock that was set back.
    proven_at.is_some_and(|then| at.duration_since(then).abs() <= COUNTS)
}

/// Asks for it in front of an act of power, unless it was shown a moment ago. The form goes along, and on to its handler.
pub async fn check(
    app: &App,
    portal: &PortalState,
    request: &mut ServiceRequest,
    who: &mut Actor,
) -> Result<Proof, ApiError> {
    if request.method() != Method::POST {
        return Ok(Proof::Given);
    }
    let (http, payload) = request.parts_mut();
    let fields = form_fields(http, payload).await?;
    let typed = |name: &str| {
        let found = fields.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str()).to_owned()
    };
    let (password, code) = (typed(PASSWORD), typed(CODE));
    // A form that is not this session's is refused by the reader of forms, before anything is looked at.
    let proven = is_proven(who, &fields);
    let fields: Vec<(String, String)> = fields
        .into_iter()
        .filter(|(name, _)| ![PASSWORD, CODE].contains(&name.as_str()))
        .collect();
    let again = |fault: Option<&str>, status| {
        let page = question(app, request.request(), who, &fields, fault, status);
        page.map(Proof::Asked)
    };
    if !proven || counts(who.proven_at, app.now()) {
        request.extensions_mut().insert(ReadForm(fields));
        return Ok(Proof::Given);
    }
    let shown = if !password.is_empty() {
        knows_password(app, portal, request.request(), who, &password).await?
    } else if who.has_totp && !code.trim().is_empty() {
        has_code(app, request.request(), who, &code).await?
    } else {
        return again(None, StatusCode::UNAUTHORIZED);
    };
    match shown {
        Shown::TooSoon => again(Some("account-wait"), StatusCode::TOO_MANY_REQUESTS),
        Shown::Wrong => {
            let store = app.database()?;
            match store.wrong_proof(&who.session, app.now()).await? {
                WrongProof::GoesOn => again(Some("proof-wrong"), StatusCode::UNPROCESSABLE_ENTITY),
                WrongProof::Ended => Ok(Proof::Asked(over(request.request()))),
            }
        }
        Shown::Right => {
            let store = app.database()?;
            let Some(secret) = store.prove_session(&who.session, app.now()).await? else {
                return Ok(Proof::Asked(over(request.request())));
            };
            who.session.clone_from(&secret);
            request.extensions_mut().insert(ReadForm(fields));
            Ok(Proof::Renewed(secret))
        }
    }
}

/// To the sign-in, without the session.
#[must_use]
pub fn over(request: &HttpRequest) -> HttpResponse {
    let login = in_same_language(request, "/login?done=ended");
    redirect_with_cookie(&login, &PortalCookies::of(request).end_session())
}

fn question(
    app: &App,
    request: &HttpRequest,
    who: &Actor,
    fields: &[(String, String)],
    fault: Option<&str>,
    status: StatusCode,
) -> Result<HttpResponse, ApiError> {
    let f = PageContext::of(request, &app.snapshot(), app.now());
    let own = fields.iter().filter(|(name, _)| name != CSRF);
    let page = ProofPage {
        to: request.path().to_owned(),
        fields: own.cloned().collect(),
        csrf: who.csrf.clone(),
        email: who.email.clone(),
        with_code: who.has_totp,
        fault: fault.map(|key| f.t(key)),
        f,
    };
    signed_out_page(&page.f, &page, status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_counts_for_five_minutes() {
        let at: Timestamp = "2026-11-25T19:15:00Z".parse().unwrap();
        let after = |seconds| counts(Some(at), at + SignedDuration::from_secs(seconds));
        assert!(after(0) && after(300));
        assert!(!after(301) && !after(-301));
        assert!(!counts(None, at));
    }
}
