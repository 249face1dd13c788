//! `/disposal/service/what-if`: before and after, side by side, and what is kept of it. Never shown to clients.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use signpost_answers::{
    LocalizedText,
    reach::{about_area, method},
};
use signpost_coverage::{Comparison, Coverage, Proof, Town, compare, cover, percent};
use signpost_domain::{Line, LonLat, NeedCode, Offer};
use signpost_editing::FieldFault;
use signpost_locate::Snapshot;
use signpost_store::DisposalIdea;
use signpost_web::{ApiError, SharedApp};

use super::{
    changes::{BeforeAfter, Changes, Count, NEW, Spot},
    siting::question,
    sketch::{Layers, Sketch, sketch},
};
use crate::{
    access::{Actor, Form, PortalContext, page, redirect, town_time},
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        view::{Block, choice},
    },
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
    landmarks: Vec<(String, String)>,
    outcome: Option<Outcome>,
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

/// Before and after.
struct Outcome {
    /// What, before, after, difference.
    rows: Vec<[String; 4]>,
    gained: Vec<String>,
    lost: Vec<String>,
    proof: Option<String>,
    method: String,
    sketch: Option<Sketch>,
    spots: Vec<String>,
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
    let changes = Changes::read(&fields);
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
pub(crate) async fn drop(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    _sent: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let id = crate::access::address::named(&request, "id")?;
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
    let changes = Changes::read(fields);
    let mut faults = keeping.unwrap_or_default();
    let mut outcome = None;
    if !changes.is_empty() {
        match changes.places(&snapshot, &town, app.now(), f.lang) {
            Ok(places) => outcome = Some(measured(app, &f, &snapshot, &town, &changes, places).await?),
            Err(wrong) => faults.faults.extend(wrong.into_iter().map(|one| FieldFault {
                detail: f.t1(one.key, "name", one.name),
                field: one.field,
            })),
        }
    }
    let ideas = app.database()?.ideas::<Changes>().await?;
    let landmarks = snapshot.directory().landmarks.iter();
    let known = changes.fields();
    let what_if = WhatIfPage {
        blocks: blocks(&f, &snapshot, &known, &faults),
        keep: keeping_blocks(&f, fields, &faults),
        action: f.link(HERE),
        landmarks: landmarks
            .map(|row| (row.id.to_string(), LocalizedText::of(&row.name, f.lang).to_string()))
            .collect(),
        carried: known.pairs().to_vec(),
        kept: fields.text("kept") == "yes",
        ideas: ideas
            .into_iter()
            .map(|idea| IdeaView {
                id: idea.id,
                who: f.t2(
                    "what-if-kept-by",
                    ("who", &idea.author),
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

/// Measures before and after, off the threads that answer.
async fn measured(
    app: &SharedApp,
    f: &PortalContext,
    snapshot: &Arc<Snapshot>,
    town: &Arc<Town>,
    changes: &Changes,
    places: BeforeAfter,
) -> Result<Outcome, ApiError> {
    let metres = f64::from(changes.metres);
    let (work_town, work_snapshot) = (Arc::clone(town), Arc::clone(snapshot));
    let (lang, near) = (f.lang, f.t("next-near"));
    let BeforeAfter { before, after } = places;
    let added: usize = after.iter().filter(|spot| spot.is_new).count();
    let work = move || {
        let spots = |spots: &[Spot]| spots.iter().map(|spot| spot.at).collect::<Vec<LonLat>>();
        let town = &*work_town;
        let (was, is) = (
            cover(town, &spots(&before), metres),
            cover(town, &spots(&after), metres),
        );
        let between = compare(&was, &is);
        // Against the best that as many could do, where boxes only come.
        let best = (added > 0 && added <= NEW).then(|| {
            let question = question(&work_snapshot, town, lang, &near);
            let stay: Vec<Spot> = after.iter().filter(|spot| !spot.is_new).cloned().collect();
            let best = question.best(town, &stay, metres, added);
            let yours = question.reached(town, &after, metres);
            (best, yours, question.side)
        });
        let drawing = sketch(&Layers {
            town,
            areas: vec![
                ("was", &was.area),
                ("gain", &between.gained),
                ("loss", &between.lost),
            ],
            spots: &after,
        });
        (was, is, between, best, drawing, after)
    };
    let (was, is, between, best, drawing, after) = app.coverage().work(work).await?;
    Ok(Outcome {
        rows: rows(f, town, &was, &is, &between),
        gained: names(f, town, &between.landmarks_gained),
        lost: names(f, town, &between.landmarks_lost),
        proof: best.map(|(best, yours, side)| {
            let places = added.to_string();
            let side = format!("{side}");
            let (bound, key) = match best.proof {
                Proof::Exact => (best.reached, "what-if-proof"),
                Proof::AtMost(bound) => (bound, "what-if-bound"),
            };
            f.say(
                key,
                &[
                    ("places", &places),
                    ("best", &bound.max(yours).to_string()),
                    ("of", &best.of.to_string()),
                    ("yours", &yours.to_string()),
                    ("side", &side),
                ],
            )
        }),
        method: method(f, town, is.method),
        spots: after
            .into_iter()
            .map(|spot| {
                if spot.is_new {
                    f.t1("what-if-new-spot", "name", spot.name)
                } else {
                    spot.name
                }
            })
            .collect(),
        sketch: drawing,
    })
}

fn names(f: &PortalContext, town: &Town, landmarks: &[usize]) -> Vec<String> {
    let rows = landmarks.iter().filter_map(|ix| town.landmarks.get(*ix));
    rows.map(|row| LocalizedText::of(&row.name, f.lang).to_string())
        .collect()
}

/// What, before, after, difference.
fn rows(
    f: &PortalContext,
    town: &Town,
    was: &Coverage,
    is: &Coverage,
    between: &Comparison,
) -> Vec<[String; 4]> {
    let area = |square_metres: f64| about_area(f, square_metres);
    let mut rows = vec![[
        f.t("what-if-area"),
        area(was.square_metres),
        area(is.square_metres),
        f.t2(
            "what-if-area-change",
            ("gained", &area(between.gained_square_metres)),
            ("lost", &area(between.lost_square_metres)),
        ),
    ]];
    let share = |share: f64| f.t1("percent", "number", percent(share).to_string());
    let points = |before: f64, after: f64| {
        let change = i16::from(percent(after)) - i16::from(percent(before));
        f.t1("what-if-points", "number", format!("{change:+}"))
    };
    if let (Some(before), Some(after)) = (was.share(), is.share()) {
        rows.push([
            f.t("what-if-share"),
            share(before),
            share(after),
            points(before, after),
        ]);
    }
    for one in &between.neighbourhoods {
        if let Some(place) = town.neighbourhoods.get(one.neighbourhood) {
            rows.push([
                LocalizedText::of(&place.row.name, f.lang).to_string(),
                share(one.before),
                share(one.after),
                points(one.before, one.after),
            ]);
        }
    }
    let (before, after) = (was.landmarks_reached(), is.landmarks_reached());
    let signed = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    rows.push([
        f.t("what-if-landmarks"),
        before.to_string(),
        after.to_string(),
        format!("{:+}", signed(after) - signed(before)),
    ]);
    rows
}

fn blocks(
    f: &PortalContext,
    snapshot: &Snapshot,
    fields: &Fields,
    faults: &FormFaults,
) -> Vec<Block> {
    let name = |site: &signpost_domain::Site| LocalizedText::of(&site.name, f.lang).to_string();
    let standing: Vec<(String, String)> = snapshot
        .services_for(&NeedCode::disposal())
        .iter()
        .map(|service| snapshot.site(snapshot.site_of(*service)))
        .filter(|site| site.point.is_some())
        .filter(|site| {
            let service = site.service(&NeedCode::disposal());
            service.is_some_and(|service| service.offer != Offer::NotOffered)
        })
        .map(|site| (site.slug.to_string(), name(site)))
        .collect();
    let proposed: Vec<(String, String)> = snapshot
        .proposed()
        .iter()
        .filter(|site| site.point.is_some())
        .map(|site| (site.slug.to_string(), name(site)))
        .collect();
    let line = |name: String, label: String, hint: String| {
        let view = FieldView::of(fields, faults, &name, Look::Line("text"));
        view.label(label).hint(hint).most(80)
    };
    let mut blocks = Vec::new();
    for number in 1..=NEW {
        let shown = number.to_string();
        let hint = if number == 1 {
            f.t("what-if-at-hint")
        } else {
            String::new()
        };
        blocks.push(Block::Row(vec![
            line(
                format!("at{number}"),
                f.t1("what-if-at", "number", &shown),
                hint,
            ),
            line(
                format!("name{number}"),
                f.t1("what-if-name", "number", &shown),
                String::new(),
            ),
        ]));
    }
    if !proposed.is_empty() {
        let open = choice(fields, faults, "open", f.t("what-if-open"), proposed);
        blocks.push(Block::Choice(open.several()));
    }
    if !standing.is_empty() {
        let drop = choice(fields, faults, "drop", f.t("what-if-drop"), standing.clone());
        blocks.push(Block::Choice(drop.several()));
        let none = [(String::new(), f.t("what-if-move-none"))];
        let all = none.into_iter().chain(standing);
        let mut moved = choice(fields, faults, "move", f.t("what-if-move"), all);
        if fields.text("move").is_empty() {
            for option in &mut moved.options {
                option.chosen = option.value.is_empty();
            }
        }
        blocks.push(Block::Choice(moved));
        let to = line("to".to_owned(), f.t("what-if-to"), f.t("what-if-at-hint"));
        blocks.push(Block::Field(Box::new(to)));
    }
    let walks = ["200", "400", "800"].map(|metres| (metres.to_owned(), format!("{metres} m")));
    let mut walks = walks.to_vec();
    let asked = fields.text("metres").to_owned();
    if !asked.is_empty() && !walks.iter().any(|(metres, _)| *metres == asked) {
        walks.push((asked.clone(), format!("{asked} m")));
    }
    blocks.push(Block::Choice(choice(fields, faults, "metres", f.t("what-if-metres"), walks)));
    let counts = Count::ALL.map(|count| {
        let code = count.code();
        (code.to_owned(), f.t(&format!("what-if-count-{code}")))
    });
    blocks.push(Block::Choice(choice(fields, faults, "count", f.t("what-if-count"), counts)));
    blocks
}

fn keeping_blocks(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Vec<Block> {
    [("called", "what-if-called"), ("note", "what-if-note")]
        .map(|(name, key)| {
            let view = FieldView::of(fields, faults, name, Look::Line("text"));
            Block::Field(Box::new(view.label(f.t(key)).most(Line::LONGEST)))
        })
        .to_vec()
}
