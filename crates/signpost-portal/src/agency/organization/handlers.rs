//! `/agency/organization` and `/agency/holidays`: what an organization says of itself.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{HolidayChoice, Organization, OrganizationId};
use signpost_hours::Calendar;
use signpost_store::Cause;

use super::{
    holidays,
    kind::OrganizationForm,
    page::{facts, render},
};
use crate::access::redirect;
use crate::access::{Actor, Form, PortalContext, Role};
use crate::agency::form::{faults::FormFaults, fields::Fields, reader::FormReader};
use signpost_editing::{EditError, OrganizationAsked, change_organization};
use signpost_web::{ApiError, App, SharedApp, params::Params};

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

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form_of: OrganizationForm,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done", "organization"])?;
    let id = organization_of(&who, params.text("organization"))?;
    let (organization, version) = stored(&app, &id).await?;
    let f = PortalContext::of(&request, &app, &who);
    let fields = match form_of {
        OrganizationForm::Facts => facts(&organization),
        OrganizationForm::Holidays => holidays::fields(&organization.holidays),
    };
    let mut form = render(
        f,
        form_of,
        &app,
        &organization,
        version,
        &fields,
        FormFaults::default(),
    );
    if params.text("done").is_some() {
        form.news.push(form.f.t("done-organization"));
    }
    form.answer()
}

async fn stored(app: &App, id: &OrganizationId) -> Result<(Organization, u64), ApiError> {
    let store = app.database()?;
    store
        .organization(id)
        .await?
        .ok_or_else(ApiError::not_found)
}

/// POST
pub(crate) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
    form_of: OrganizationForm,
) -> Result<HttpResponse, ApiError> {
    let fields = Fields::sent(form.0);
    let id = organization_of(&who, Some(fields.text("organization")))?;
    let f = PortalContext::of(&request, &app, &who);
    let (before, version) = stored(&app, &id).await?;
    let mut wanted = before.clone();
    let mut reader = FormReader::of(&fields, f.lang);
    read_into(&mut wanted, &mut reader, form_of);
    if let Err(faults) = reader.finish() {
        let faults = FormFaults::of_fields(faults);
        return render(f, form_of, &app, &before, version, &fields, faults).answer();
    }
    let asked = OrganizationAsked {
        id,
        expected: fields.number("version").unwrap_or_default(),
        author: who.author(),
        reason: match form_of {
            OrganizationForm::Facts => Cause::OrganizationChanged.into(),
            OrganizationForm::Holidays => Cause::HolidaysChanged.into(),
        },
    };
    let changed = change_organization(app.live(), asked, |row| match form_of {
        OrganizationForm::Facts => {
            row.website.clone_from(&wanted.website);
            row.indigenous_led = wanted.indigenous_led;
        }
        OrganizationForm::Holidays => row.holidays = wanted.holidays.clone(),
    })
    .await;
    match changed {
        Ok(_) => {
            let more = match &who.role {
                Role::Steward => format!("&organization={}", before.id),
                _ => String::new(),
            };
            Ok(redirect(&format!(
                "{}?done=yes{more}",
                f.link(form_of.address())
            )))
        }
        Err(EditError::Stale { current }) => {
            let faults = FormFaults::about("version", f.t("fault-version"));
            render(f, form_of, &app, &before, current, &fields, faults).answer()
        }
        Err(error) => Err(error.into()),
    }
}

fn read_into(
    organization: &mut Organization,
    reader: &mut FormReader<'_>,
    form_of: OrganizationForm,
) {
    match form_of {
        OrganizationForm::Facts => {
            reader.website("website", &mut organization.website);
            organization.indigenous_led = reader.fields.holds("indigenous-led", "yes");
        }
        OrganizationForm::Holidays => {
            let closed = Calendar::ontario()
                .codes()
                .filter(|code| reader.fields.holds("closed", code.as_str()))
                .cloned()
                .collect();
            organization.holidays = HolidayChoice::ClosedOn(closed);
        }
    }
}
