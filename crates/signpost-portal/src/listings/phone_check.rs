//! `/steward/phone/{id}`: the sheet of one check, and what was found of each field.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_answers::{PhoneSheetLine, phone_sheet_line};
use signpost_editing::write_phone_check;
use signpost_figures::{CheckLine, Field, Found, PhoneCheck};
use signpost_hours::words;
use signpost_locate::Snapshot;
use signpost_web::{ApiError, SharedApp, params::Params, phone_score_words};

use crate::access::{Actor, Form, PortalContext, address, page, redirect};

#[derive(Template)]
#[template(path = "portal/steward/phone_check.html")]
struct CheckPage {
    f: PortalContext,
    id: i64,
    title: String,
    how: String,
    score: Option<String>,
    done: bool,
    lines: Vec<LineView>,
}

/// One listing on the sheet.
struct LineView {
    nth: usize,
    /// As it stands now; `None` when it is not public any more.
    sheet: Option<PhoneSheetLine>,
    slug: String,
    /// Whether it was changed since it was drawn.
    changed: bool,
    fields: Vec<FieldChoice>,
}

/// What was found of one field.
struct FieldChoice {
    name: String,
    label: String,
    /// Value, words, chosen.
    options: Vec<(&'static str, String, bool)>,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let check = find(&app, &request).await?;
    let snapshot = app.snapshot();
    let lines = (1..).zip(&check.lines);
    let (asked, of) = (check.lines.len().to_string(), check.drawn_of.to_string());
    let (seed, day) = (check.seed.to_string(), words::date(check.drawn_on, f.lang));
    let page_of = CheckPage {
        id: check.id,
        title: f.t1("check-drawn", "day", &day),
        how: f.say(
            "check-how-drawn",
            &[("asked", &*asked), ("of", &of), ("seed", &seed)],
        ),
        score: check
            .score()
            .map(|score| phone_score_words(f.speaker(), &score)),
        done: params.text("done").is_some(),
        lines: lines
            .map(|(nth, line)| line_view(&app, &f, &snapshot, nth, line))
            .collect(),
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// POST: writes down what was found.
pub(crate) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let check = find(&app, &request).await?;
    let mut all: BTreeMap<usize, BTreeMap<Field, Found>> = BTreeMap::new();
    for nth in 1..=check.lines.len() {
        let mut found = BTreeMap::new();
        for field in Field::ALL {
            let name = format!("{nth}.{field}");
            match form.text(&name) {
                "" => {}
                word => {
                    let was: Found = word.parse().map_err(|()| {
                        ApiError::body(format!("{name}: right, wrong or unreachable"))
                    })?;
                    found.insert(field, was);
                }
            }
        }
        all.insert(nth, found);
    }
    write_phone_check(app.live(), check.id, &all, &who.author()).await?;
    app.look_at_phone_checks().await?;
    let f = PortalContext::of(&request, &app, &who);
    Ok(redirect(
        &f.link(&format!("/steward/phone/{}?done=1", check.id)),
    ))
}

async fn find(app: &SharedApp, request: &HttpRequest) -> Result<PhoneCheck, ApiError> {
    let id: i64 = address::named(request, "id")?;
    let all = app.database()?.phone_checks().await?;
    let found = all.into_iter().find(|check| check.id == id);
    found.ok_or_else(ApiError::not_found)
}

fn line_view(
    app: &SharedApp,
    f: &PortalContext,
    snapshot: &Snapshot,
    nth: usize,
    line: &CheckLine,
) -> LineView {
    let sheet = phone_sheet_line(snapshot, &line.site, app.now(), f.speaker());
    LineView {
        nth,
        changed: sheet
            .as_ref()
            .is_some_and(|now| now.version != line.version),
        slug: line.site.to_string(),
        sheet,
        fields: Field::ALL
            .into_iter()
            .map(|field| choice(f, nth, field, line.found.get(&field).copied()))
            .collect(),
    }
}

fn choice(f: &PortalContext, nth: usize, field: Field, found: Option<Found>) -> FieldChoice {
    let label = match field {
        Field::Phone => "check-phone",
        Field::Address => "check-address",
        Field::Hours => "check-hours",
        Field::Offers => "check-offers",
    };
    let all = Found::ALL.map(|one| {
        let words = match one {
            Found::Right => "check-right",
            Found::Wrong => "check-wrong",
            Found::Unreachable => "check-unreachable",
        };
        (one.as_str(), f.t(words), found == Some(one))
    });
    let none = ("", f.t("check-not-yet"), found.is_none());
    FieldChoice {
        name: format!("{nth}.{field}"),
        label: f.t(label),
        options: std::iter::once(none).chain(all).collect(),
    }
}
