//! How every form of an organization is opened, sent, shown again and saved.

use actix_web::{HttpRequest, HttpResponse, web};
use signpost_domain::{Organization, OrganizationId};

use super::{
    claim,
    organization_form::OrganizationForm,
    page::{effects_page, organization_page},
};
use crate::{
    access::{Act, Actor, Form, PortalContext, Role, RouteEntry, get, post, redirect},
    agency::form::{faults::FormFaults, fields::Fields, reader::FormReader, site_page::Filled},
};
use signpost_editing::{EditError, OrganizationRequest, change_organization};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// The routes of a form.
pub(crate) fn routes_of<F: OrganizationForm>() -> [RouteEntry; 2] {
    [
        get(F::ADDRESS, Act::EditOrganization, || web::to(show::<F>)),
        post(F::ADDRESS, Act::EditOrganization, || web::to(sent::<F>)),
    ]
}

/// Of which organization: an editor's own; a steward says which.
fn organization_of(who: &Actor, named: Option<&str>) -> Result<OrganizationId, ApiError> {
    match &who.role {
        Role::Editor(own) => Ok(own.clone()),
        Role::Subcommittee => Err(ApiError::Forbidden),
        Role::Steward => named
            .and_then(|id| id.parse().ok())
            .ok_or_else(ApiError::not_found),
    }
}

async fn stored(app: &App, id: &OrganizationId) -> Result<(Organization, u64), ApiError> {
    let store = app.database()?;
    store
        .organization(id)
        .await?
        .ok_or_else(ApiError::not_found)
}

/// GET
async fn show<F: OrganizationForm>(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done", "organization"])?;
    let id = organization_of(&who, params.text("organization"))?;
    let (organization, version) = stored(&app, &id).await?;
    let f = PortalContext::of(&request, &app, &who);
    let fields = F::fields(&organization);
    let filled = Filled::fine(&fields, version);
    let mut page = organization_page::<F>(f, &app, &organization, filled);
    match params.text("done") {
        None => {}
        Some("waits") => page.news.push(page.f.t("done-organization-waits")),
        Some(_) => page.news.push(page.f.t("done-organization")),
    }
    page.news
        .extend(claim::news(&app, &page.f, &organization).await?);
    page.answer()
}

/// POST
async fn sent<F: OrganizationForm>(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let mut fields = Fields::sent(form.0);
    if fields.text("act") == "back" {
        fields.show_at("closed");
    }
    let id = organization_of(&who, Some(fields.text("organization")))?;
    let f = PortalContext::of(&request, &app, &who);
    let (before, version) = stored(&app, &id).await?;
    let again = |f, faults, version| {
        let filled = Filled {
            faults,
            ..Filled::fine(&fields, version)
        };
        organization_page::<F>(f, &app, &before, filled).answer()
    };
    let mut wanted = before.clone();
    let mut reader = FormReader::of(&fields, f.lang);
    F::read_into(&mut wanted, &mut reader);
    if let Err(faults) = reader.finish() {
        return again(f, FormFaults::of_fields(faults), version);
    }
    let sent_version = fields.number("version").unwrap_or(version);
    match fields.text("act") {
        "back" => return again(f, FormFaults::default(), sent_version),
        "look" => {
            let snapshot = app.snapshot();
            let today = snapshot.town_zone().day(app.now());
            if let Some(effects) = F::effects(&f, &snapshot, &wanted, today) {
                return effects_page::<F>(f, &before, effects, &fields).answer();
            }
        }
        _ => {}
    }
    let asked = OrganizationRequest {
        id,
        by_own_people: matches!(who.role, Role::Editor(_)),
        expected: fields.number("version").unwrap_or_default(),
        author: who.author(),
        reason: F::REASON.into(),
    };
    let changed = change_organization(app.live(), asked, |row| F::copy(&wanted, row)).await;
    match changed {
        Ok(changed) => {
            let done = match changed.waits {
                Some(_) => "waits",
                None => "yes",
            };
            let more = match &who.role {
                Role::Steward => format!("&organization={}", before.id),
                _ => String::new(),
            };
            Ok(redirect(&format!(
                "{}?done={done}{more}",
                f.link(F::ADDRESS)
            )))
        }
        Err(EditError::Stale { current }) => {
            let faults = FormFaults::about("version", f.t("fault-version"));
            again(f, faults, current)
        }
        Err(error) => Err(error.into()),
    }
}
