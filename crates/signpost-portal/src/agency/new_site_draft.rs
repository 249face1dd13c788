//! The draft of a place that is not there yet: one for each person.

use actix_web::HttpResponse;
use signpost_store::{Draft, DraftKey};

use super::form::{draft::offered, fields::Fields, view::DraftOffer};
use crate::access::{Actor, Form, PortalContext};
use signpost_web::{ApiError, App, SharedApp};

/// Where the script sends what was typed so far.
pub(crate) const ADDRESS: &str = "/agency/sites/new/drafts";

fn key(who: &Actor) -> DraftKey {
    DraftKey {
        account: who.account,
        subject: "new".to_owned(),
        form: "site".to_owned(),
    }
}

/// POST: keeps what stands in the form.
pub(crate) async fn keep(app: SharedApp, who: Actor, form: Form) -> Result<HttpResponse, ApiError> {
    let mut fields = Fields::sent(form.0);
    for name in ["key", "act", "csrf"] {
        fields.remove(name);
    }
    let draft = Draft {
        version: 0,
        fields: fields.pairs().to_vec(),
        at: app.now(),
    };
    app.database()?.keep_draft(&key(&who), &draft).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The draft, as it is offered.
pub(crate) async fn offer(
    app: &App,
    f: &PortalContext,
    who: &Actor,
) -> Result<Option<DraftOffer>, ApiError> {
    let draft = app.database()?.draft(&key(who)).await?;
    Ok(draft.map(|draft| offered(app, f, &draft)))
}

/// What stands in it.
pub(crate) async fn take(app: &App, who: &Actor) -> Result<Option<Fields>, ApiError> {
    let draft = app.database()?.draft(&key(who)).await?;
    Ok(draft.map(|draft| Fields::sent(draft.fields)))
}

/// Throws it away.
pub(crate) async fn drop(app: &App, who: &Actor) -> Result<(), ApiError> {
    Ok(app.database()?.drop_draft(&key(who)).await?)
}
