//! `/steward`: what waits and what is due, with a way to each.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_store::ProposalQuery;

use crate::{
    access::{Actor, PortalContext, page},
    feedback,
    plan::{ahead::gone_said, hanging},
};
use signpost_answers::due::{Standing, due};
use signpost_web::{ApiError, SharedApp, params::Params};

#[derive(Template)]
#[template(path = "portal/steward/home.html")]
struct HomePage {
    f: PortalContext,
    waiting: String,
    has_waiting: bool,
    feedback: String,
    has_feedback: bool,
    /// Who is not agreed any more to be sent people, when somebody is.
    gone: Option<String>,
    posters: String,
    has_posters: bool,
    past: String,
    soon: String,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    let store = app.database()?;
    let open = ProposalQuery {
        open_only: true,
        ..ProposalQuery::default()
    };
    let waiting = store.proposals(&open).await?.len() + store.claims_waiting().await?;
    let all = due(&app.snapshot(), app.now(), None);
    let past = all
        .iter()
        .filter(|due| due.standing == Standing::Past)
        .count();
    let count = |key: &str, number: usize| {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        f.t_number(key, number)
    };
    let (feedback, has_feedback) = feedback::in_words(&app, &f).await?;
    let (posters, has_posters) = hanging::in_words(&app, &f).await?;
    let home = HomePage {
        posters,
        has_posters,
        feedback,
        has_feedback,
        gone: gone_said(&app, &f),
        waiting: count("st-home-waiting", waiting),
        has_waiting: waiting > 0,
        past: count("st-home-past", past),
        soon: count("st-home-soon", all.len() - past),
        f,
    };
    page(&home.f, &home, true)
}
