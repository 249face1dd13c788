//! How every form of a site is opened, sent, shown again and saved.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{
    conflict_page::conflict_page,
    draft,
    fields::Fields,
    opened::open,
    site_form::{Next, SiteForm},
    site_page::Filled,
    submit::{Outcome, done, outcome},
};
use crate::{
    access::{Actor, Form, RouteEntry, get, post, redirect},
    proposals::own,
};
use signpost_web::{ApiError, SharedApp, params::Params};

/// The routes of a form.
pub(crate) fn routes_of<F: SiteForm>() -> [RouteEntry; 2] {
    [
        get(F::ADDRESS, F::ACT, || web::to(show::<F>)),
        post(F::ADDRESS, F::ACT, || web::to(sent::<F>)),
    ]
}

/// GET: as the site has it, or as somebody asked for it before.
async fn show<F: SiteForm>(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let form = F::of(&request)?;
    let params = Params::read(request.query_string(), &["again"])?;
    let opened = open(&app, &who, &request).await?;
    let snapshot = app.snapshot_to_keep();
    let again = own::again(&app, &who, &params).await?;
    let asked_before = again.filter(|proposal| proposal.site == opened.slug);
    let wanted = asked_before.and_then(|proposal| {
        let now = Some((opened.site.clone(), opened.version));
        Some(signpost_editing::outcome(&proposal, now)?.merge.site)
    });
    let site = wanted.as_ref().unwrap_or(&opened.site);
    let fields = form.fields(site, snapshot.directory())?;
    let draft = draft::offer(&opened, &form.name()).await?;
    let filled = Filled {
        draft,
        ..Filled::fine(&fields, opened.version)
    };
    form.page(opened, filled)
}

/// POST: a draft is taken or thrown away, a button of the form does what it does, or the form is saved.
async fn sent<F: SiteForm>(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let form = F::of(&request)?;
    let opened = open(&app, &who, &request).await?;
    let mut fields = Fields::sent(sent.0);
    let here = opened.address(&form.name());
    match fields.text("act") {
        "drop-draft" => {
            draft::drop(&opened, &form.name()).await?;
            return Ok(redirect(&here));
        }
        "use-draft" => {
            let Some(mut draft) = draft::take(&opened, &form.name()).await? else {
                return Ok(redirect(&here));
            };
            draft.show_at_first();
            let version = draft.number("version").unwrap_or(opened.version);
            return form.page(opened, Filled::fine(&draft, version));
        }
        _ => {}
    }
    let next = form.pressed(&mut fields);
    let version = fields.number("version").unwrap_or(opened.version);
    match next {
        Next::Save => {}
        Next::ShowAgain => return form.page(opened, Filled::fine(&fields, version)),
        Next::Preview => return form.preview(opened, Filled::fine(&fields, version)),
    }
    match outcome(&opened, &form, &fields).await? {
        Outcome::Done { since, waits } => done(&opened, &form, since, waits).await,
        Outcome::Refused {
            fields,
            faults,
            version,
        } => {
            let filled = Filled {
                faults,
                ..Filled::fine(&fields, version)
            };
            form.page(opened, filled)
        }
        Outcome::Conflict { conflicts, current } => {
            conflict_page(opened, &form, &fields, &conflicts, current)?.answer()
        }
    }
}
