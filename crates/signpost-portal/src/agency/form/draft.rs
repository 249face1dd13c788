//! Drafts: kept by the script while somebody types, offered when they come back.

use actix_web::{HttpRequest, HttpResponse};
use signpost_hours::words;
use signpost_store::{Draft, DraftKey};

use super::{
    fields::Fields,
    opened::{Opened, open},
    view::DraftOffer,
};
use crate::access::{Actor, Form, PortalContext};
use signpost_web::{ApiError, App, SharedApp};

fn key(opened: &Opened<'_>, form: &str) -> DraftKey {
    DraftKey {
        account: opened.who.account,
        subject: opened.slug.to_string(),
        form: form.replace('/', "-"),
    }
}

/// Where the script sends what was typed so far in the form of this name.
pub(crate) fn address(opened: &Opened<'_>, form: &str) -> String {
    opened.address(&format!("drafts/{}", form.replace('/', "-")))
}

/// POST: keeps what stands in a form. It is not looked at: half a phone number is a fine draft.
pub(crate) async fn keep(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let name = request.match_info().get("form").unwrap_or_default();
    let known = name.len() <= 80
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !known {
        return Err(ApiError::not_found());
    }
    let mut fields = Fields::sent(form.0);
    fields.remove("key");
    fields.remove("act");
    let draft = Draft {
        version: fields.number("version").unwrap_or(opened.version),
        fields: fields.pairs().to_vec(),
        at: app.now(),
    };
    opened.store.keep_draft(&key(&opened, name), &draft).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The draft of a form, as it is offered.
pub(crate) async fn offer(opened: &Opened<'_>, form: &str) -> Result<Option<DraftOffer>, ApiError> {
    let draft = opened.store.draft(&key(opened, form)).await?;
    Ok(draft.map(|draft| offered(opened.app, &opened.f, &draft)))
}

/// A draft as it is offered.
pub(crate) fn offered(app: &App, f: &PortalContext, draft: &Draft) -> DraftOffer {
    let snapshot = app.snapshot();
    let wall = snapshot.town_zone().wall(draft.at);
    let (day, time) = (
        words::date(wall.date(), f.lang),
        words::clock(wall.time(), f.lang),
    );
    DraftOffer {
        when: f.t2("draft-when", ("day", &day), ("time", &time)),
    }
}

/// What stands in the draft of a form.
pub(crate) async fn take(opened: &Opened<'_>, form: &str) -> Result<Option<Fields>, ApiError> {
    let draft = opened.store.draft(&key(opened, form)).await?;
    Ok(draft.map(|draft| Fields::sent(draft.fields)))
}

/// Throws the draft of a form away.
pub(crate) async fn drop(opened: &Opened<'_>, form: &str) -> Result<(), ApiError> {
    Ok(opened.store.drop_draft(&key(opened, form)).await?)
}
