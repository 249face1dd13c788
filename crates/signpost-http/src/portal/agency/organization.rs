//! `/agency/organization` and `/agency/holidays`: what an organization says of itself.

use actix_web::{HttpRequest, HttpResponse};
use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{HolidayChoice, HolidayCode, Organization, OrganizationId};
use signpost_hours::{Calendar, words};

use super::{
    field::{FieldView, Look, Trouble},
    fields::Fields,
    form::{Block, Button, ChoiceView, FormPage, OptionView, said},
    reading::Reading,
    sheet::see,
};
use crate::{
    ApiError, App, SharedApp,
    edits::{OrganizationAsked, change_organization, rules::LONGEST_WEB_ADDRESS},
    params::Params,
    portal::access::{Actor, Form, PortalFrame, Role},
};

/// How far ahead the next day of each holiday is looked for.
const AHEAD_DAYS: i32 = 400;

/// The two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
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
pub(super) async fn show(
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
        Page::Holidays => holidays(&organization.holidays),
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
    let store = app.store().ok_or_else(ApiError::no_database)?;
    store
        .organization(id)
        .await?
        .ok_or_else(ApiError::not_found)
}

fn facts(organization: &Organization) -> Fields {
    let mut fields = Fields::default();
    fields.put("website", organization.website.clone().unwrap_or_default());
    if organization.indigenous_led {
        fields.put("indigenous-led", "yes");
    }
    fields
}

/// What is ticked. Where nobody said anything, the days off that the law gives are suggested; nothing is true before it is saved.
fn holidays(choice: &HolidayChoice) -> Fields {
    let mut fields = Fields::default();
    match choice {
        HolidayChoice::ClosedOn(codes) => {
            for code in codes {
                fields.put("closed", code.as_str());
            }
        }
        HolidayChoice::Unstated => {
            for code in Calendar::ontario().codes() {
                if is_statutory(code) {
                    fields.put("closed", code.as_str());
                }
            }
        }
    }
    fields
}

fn is_statutory(code: &HolidayCode) -> bool {
    next_day(code, Date::constant(2026, 1, 1)).is_some_and(|(_, _, statutory)| statutory)
}

/// The next day of a holiday from `today` on, what it is called, and whether the law gives it off.
fn next_day(code: &HolidayCode, today: Date) -> Option<(Date, signpost_domain::Text, bool)> {
    let last = today.saturating_add(AHEAD_DAYS.days());
    today
        .series(1.day())
        .take_while(|day| *day <= last)
        .flat_map(|day| Calendar::ontario().on(day))
        .find(|holiday| holiday.code == *code)
        .map(|holiday| (holiday.date, holiday.name.clone(), holiday.statutory))
}

/// POST
pub(super) async fn sent(
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
            Page::Facts => "organization changed".to_owned(),
            Page::Holidays => "holidays changed".to_owned(),
        },
    };
    let changed = change_organization(&app, asked, |row| match page {
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
        Err(ApiError::Stale { current }) => {
            let trouble = Trouble::about("version", f.t("fault-version"));
            render(f, page, &app, &before, current, &fields, trouble).answer()
        }
        Err(error) => Err(error),
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

fn render(
    f: PortalFrame,
    page: Page,
    app: &App,
    organization: &Organization,
    version: u64,
    fields: &Fields,
    trouble: Trouble,
) -> FormPage {
    let today = app.snapshot().town_zone().day(app.now());
    let (title, intro, blocks) = match page {
        Page::Facts => (
            f.t("organization-title"),
            vec![f.t("organization-intro")],
            facts_blocks(&f, fields, &trouble),
        ),
        Page::Holidays => {
            let mut intro = vec![f.t("holidays-intro")];
            if organization.holidays == HolidayChoice::Unstated {
                intro.push(f.t("holidays-unstated"));
            }
            (
                f.t("holidays-title"),
                intro,
                vec![Block::Choice(holiday_boxes(&f, fields, today))],
            )
        }
    };
    FormPage {
        title,
        about: said(&organization.name, f.lang),
        intro,
        news: vec![],
        action: f.link(page.address()),
        drafts: String::new(),
        draft: None,
        blocks,
        carried: vec![
            ("version".to_owned(), version.to_string()),
            ("organization".to_owned(), organization.id.to_string()),
        ],
        buttons: vec![Button {
            act: "save",
            label: f.t("save"),
            main: true,
        }],
        back: (f.link("/agency"), f.t("back")),
        trouble,
        f,
    }
}

fn facts_blocks(f: &PortalFrame, fields: &Fields, trouble: &Trouble) -> Vec<Block> {
    let website = FieldView::of(fields, trouble, "website", Look::Line("text"))
        .label(f.t("details-website"))
        .hint(f.t("details-website-hint"))
        .most(LONGEST_WEB_ADDRESS);
    let led = [("yes".to_owned(), f.t("organization-indigenous-led"))];
    let led = super::form::choice(
        fields,
        trouble,
        "indigenous-led",
        f.t("organization-led"),
        led,
    );
    vec![
        Block::Choice(led.several()),
        Block::Field(Box::new(website)),
    ]
}

/// A box for every holiday, the next one first.
fn holiday_boxes(f: &PortalFrame, fields: &Fields, today: Date) -> ChoiceView {
    let mut days: Vec<_> = Calendar::ontario()
        .codes()
        .filter_map(|code| next_day(code, today).map(|(day, name, _)| (day, name, code)))
        .collect();
    days.sort_by_key(|(day, ..)| *day);
    let options = days
        .into_iter()
        .map(|(day, name, code)| OptionView {
            value: code.to_string(),
            label: format!("{} ({})", said(&name, f.lang), words::date(day, f.lang)),
            chosen: fields.holds("closed", code.as_str()),
        })
        .collect();
    ChoiceView {
        name: "closed".to_owned(),
        id: "f-closed".to_owned(),
        legend: f.t("holidays-closed"),
        hint: String::new(),
        several: true,
        options,
        faults: vec![],
    }
}
