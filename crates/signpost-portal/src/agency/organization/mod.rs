//! `/agency/organization` and `/agency/holidays`: what an organization says of itself.

mod holidays;
mod page;

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{HolidayChoice, Organization, OrganizationId};
use signpost_hours::Calendar;
use signpost_store::Cause;

use self::page::{facts, render};
use super::form::{field::Trouble, fields::Fields, reader::Reading};
use crate::access::redirect::see;
use crate::access::{Actor, Form, PortalFrame, Role};
use signpost_editing::{EditError, OrganizationAsked, change_organization};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// The two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Facts,
    Holidays,
}

impl Page {
    const fn address(self) -> &'static str {
        match self {
            Self::Facts => "/agency/organization",
            Self::Holidays => "/agency/holidays",
        }
    }
}

/// Whose: an editor's own; a steward says which.
fn whose(who: &Actor, named: Option<&str>) -> Result<OrganizationId, ApiError> {
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
    page: Page,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done", "organization"])?;
    let id = whose(&who, params.text("organization"))?;
    let (organization, version) = stored(&app, &id).await?;
    let f = PortalFrame::of(&request, &app, &who);
    let fields = match page {
        Page::Facts => facts(&organization),
        Page::Holidays => holidays::fields(&organization.holidays),
    };
    let mut form = render(
        f,
        page,
        &app,
        &organization,
        version,
        &fields,
        Trouble::default(),
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
    page: Page,
) -> Result<HttpResponse, ApiError> {
    let fields = Fields::sent(form.0);
    let id = whose(&who, Some(fields.text("organization")))?;
    let f = PortalFrame::of(&request, &app, &who);
    let (before, version) = stored(&app, &id).await?;
    let mut wanted = before.clone();
    let mut reading = Reading::of(&fields, f.lang);
    read(&mut reading, page, &mut wanted);
    if let Err(faults) = reading.finish() {
        let trouble = Trouble {
            faults,
            wording: vec![],
        };
        return render(f, page, &app, &before, version, &fields, trouble).answer();
    }
    let asked = OrganizationAsked {
        id,
        expected: fields.number("version").unwrap_or_default(),
        author: who.author(),
        reason: match page {
            Page::Facts => Cause::OrganizationChanged.into(),
            Page::Holidays => Cause::HolidaysChanged.into(),
        },
    };
    let changed = change_organization(app.live(), asked, |row| match page {
        Page::Facts => {
            row.website.clone_from(&wanted.website);
            row.indigenous_led = wanted.indigenous_led;
        }
        Page::Holidays => row.holidays = wanted.holidays.clone(),
    })
    .await;
    match changed {
        Ok(_) => {
            let more = match &who.role {
                Role::Steward => format!("&organization={}", before.id),
                _ => String::new(),
            };
            Ok(see(&format!("{}?done=yes{more}", f.link(page.address()))))
        }
        Err(EditError::Stale { current }) => {
            let trouble = Trouble::about("version", f.t("fault-version"));
            render(f, page, &app, &before, current, &fields, trouble).answer()
        }
        Err(error) => Err(error.into()),
    }
}

fn read(reading: &mut Reading<'_>, page: Page, organization: &mut Organization) {
    match page {
        Page::Facts => {
            reading.website("website", &mut organization.website);
            organization.indigenous_led = reading.fields.holds("indigenous-led", "yes");
        }
        Page::Holidays => {
            let closed = Calendar::ontario()
                .codes()
                .filter(|code| reading.fields.holds("closed", code.as_str()))
                .cloned()
                .collect();
            organization.holidays = HolidayChoice::ClosedOn(closed);
        }
    }
}
