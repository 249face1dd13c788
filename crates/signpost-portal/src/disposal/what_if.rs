//! `/disposal/service/what-if`: before and after, side by side, and what is kept of it. Never shown to clients.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use signpost_answers::LocalizedText;
use signpost_disposal::{Changes, Misplaced, unfinished};
use signpost_domain::Line;
use signpost_editing::FieldFault;
use signpost_store::DisposalIdea;
use signpost_web::{ApiError, SharedApp};

use super::{
    outcome::{Outcome, measured},
    what_if_form::{blocks, keeping_blocks},
    where_next::in_water_by_name,
};
use crate::{
    access::{Actor, Authors, Form, PortalContext, address::named, page, redirect, town_time},
    agency::form::{faults::FormFaults, fields::Fields, view::Block},
};

/// Where it is.
const HERE: &str = "/disposal/service/what-if";

#[derive(Template)]
#[template(path = "portal/disposal/what_if.html")]
struct WhatIfPage {
    f: PortalContext,
    faults: FormFaults,
    blocks: Vec<Block>,
    action: String,
    landmarks: Vec<String>,
    outcome: Option<Outcome>,
    /// Places that lie in the water by their row, which count nowhere.
    wet: Vec<String>,
    /// What the form that keeps it carries along.
    carried: Vec<(String, String)>,
    keep: Vec<Block>,
    kept: bool,
    ideas: Vec<IdeaView>,
}

/// Something that was kept.
struct IdeaView {
    id: i64,
    name: String,
    note: String,
    who: String,
    href: String,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let query = web::Query::<Vec<(String, String)>>::from_query(request.query_string());
    let fields = Fields::sent(query.map(web::Query::into_inner).unwrap_or_default());
    what_if(&app, f, &fields, None).await
}

/// POST: keeps what the form carries, with a name and a note.
pub(crate) async fn keep(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let fields = Fields::sent(sent.0);
    let changes = Changes::read(fields.pairs());
    let line = |name: &str| Line::new(fields.text(name)).map(String::from);
    let (name, note) = (line("called"), line("note"));
    let mut faults = Vec::new();
    let mut fault = |field: &str, key: &str| {
        faults.push(FieldFault {
            field: field.to_owned(),
            detail: f.t(key),
        });
    };
    match &name {
        Ok(name) if name.is_empty() => fault("called", "what-if-fault-name"),
        Ok(_) => {}
        Err(_) => fault("called", "fault-one-line"),
    }
    if note.is_err() {
        fault("note", "fault-one-line");
    }
    let (Ok(name), Ok(note), true) = (name, note, faults.is_empty()) else {
        let faults = FormFaults::of_fields(faults);
        return what_if(&app, f, &fields, Some(faults)).await;
    };
    // What cannot be measured is not kept either.
    let snapshot = app.snapshot_to_keep();
    let town = app.coverage().town(&snapshot)?;
    let places = changes.places(&snapshot, &town, app.now(), f.lang);
    let half = unfinished(fields.pairs(), &snapshot, app.now(), f.lang);
    if changes.is_empty() || places.is_err() || !half.is_empty() {
        return what_if(&app, f, &fields, None).await;
    }
    let idea = DisposalIdea {
        id: 0,
        name,
        note,
        author: who.author(),
        at: app.now(),
        changes,
    };
    app.database()?.keep_idea(&idea).await?;
    let query = idea.changes.query();
    Ok(redirect(&f.link(&format!("{HERE}{query}&kept=yes"))))
}

/// POST: takes one off the list.
pub(crate) async fn take_off(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    _sent: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let id = named(&request, "id")?;
    app.database()?.drop_idea(id, app.now()).await?;
    Ok(redirect(&f.link(HERE)))
}

async fn what_if(
    app: &SharedApp,
    f: PortalContext,
    fields: &Fields,
    keeping: Option<FormFaults>,
) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot_to_keep();
    let town = app.coverage().town(&snapshot)?;
    let changes = Changes::read(fields.pairs());
    let mut faults = keeping.unwrap_or_default();
    let half = unfinished(fields.pairs(), &snapshot, app.now(), f.lang);
    let whole = half.is_empty();
    faults
        .faults
        .extend(half.into_iter().map(|one| said(&f, one)));
    let places = match changes.places(&snapshot, &town, app.now(), f.lang) {
        Ok(places) => whole.then_some(places),
        Err(wrong) => {
            let said = wrong.into_iter().map(|one| said(&f, one));
            faults.faults.extend(said);
            None
        }
    };
    let outcome = match places {
        Some(places) => {
            let metres = f64::from(changes.metres);
            Some(measured(app, &f, &snapshot, &town, metres, places).await?)
        }
        None => None,
    };
    let store = app.database()?;
    let ideas = store.ideas::<Changes>().await?;
    let authors = Authors::read(store).await?;
    let known = Fields::sent(changes.fields());
    let what_if = WhatIfPage {
        wet: in_water_by_name(&f, &snapshot, &town, app.now()),
        blocks: blocks(&f, &snapshot, &known, &faults, app.now()),
        keep: keeping_blocks(&f, fields, &faults),
        action: f.link(HERE),
        landmarks: town
            .landmarks
            .iter()
            .map(|row| LocalizedText::of(&row.name, f.lang).to_string())
            .collect(),
        carried: known.pairs().to_vec(),
        kept: fields.text("kept") == "yes",
        ideas: ideas
            .into_iter()
            .map(|idea| IdeaView {
                id: idea.id,
                who: f.t2(
                    "what-if-kept-by",
                    ("who", &authors.named(&idea.author)),
                    ("when", &town_time(&f, &snapshot, idea.at)),
                ),
                href: f.link(&format!("{HERE}{}", idea.changes.query())),
                name: idea.name,
                note: idea.note,
            })
            .collect(),
        outcome,
        faults,
        f,
    };
    page(&what_if.f, &what_if, what_if.faults.is_none())
}

fn said(f: &PortalContext, one: Misplaced) -> FieldFault {
    FieldFault {
        detail: f.t1(one.key, "name", one.name),
        field: one.field,
    }
}
