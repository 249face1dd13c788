//! `/disposal/service/where-next`: which places would reach most, with the proof; and the fewest that reach every part of the town.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_answers::{LocalizedText, reach::method};
use signpost_coverage::{Fewest, Placement, Proof};
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    changes::{Changes, Count, NewBox, Spot},
    siting::question,
    sketch::{Layers, Sketch, sketch},
};
use crate::access::{Actor, PortalContext, page};

/// How many new places may be asked for.
const MOST: usize = 8;
/// How many of them can be tried in "what if" at once.
const TRIED: usize = super::changes::NEW;

#[derive(Template)]
#[template(path = "portal/disposal/where_next.html")]
struct WhereNextPage {
    f: PortalContext,
    action: String,
    count: usize,
    counts: Vec<usize>,
    metres: u16,
    walks: Vec<u16>,
    intro: String,
    proof: String,
    places: Vec<String>,
    try_it: Option<String>,
    fewest: Vec<String>,
    fewest_places: Vec<String>,
    method: String,
    sketch: Option<Sketch>,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["places", "metres"])?;
    let f = PortalContext::of(&request, &app, &who);
    let count = params.value::<usize>("places")?.unwrap_or(3).clamp(1, MOST);
    let metres = params.value::<u16>("metres")?.unwrap_or(400).clamp(50, 5_000);
    let snapshot = app.snapshot_to_keep();
    let town = app.coverage().town(&snapshot)?;
    let nothing_new = Changes {
        metres,
        ..Changes::default()
    };
    let standing = match nothing_new.places(&snapshot, &town, app.now(), f.lang) {
        Ok(places) => places.before,
        Err(_) => Vec::new(),
    };
    let (lang, near) = (f.lang, f.t("next-near"));
    let (work_town, work_snapshot) = (Arc::clone(&town), Arc::clone(&snapshot));
    let walked = f64::from(metres);
    let work = move || {
        let question = question(&work_snapshot, &work_town, lang, &near);
        let best = question.best(&work_town, &standing, walked, count);
        let fewest = question.fewest(&work_town, &standing, walked);
        let chosen: Vec<Spot> = best
            .chosen
            .iter()
            .filter_map(|ix| question.candidates.get(*ix).cloned())
            .collect();
        let all: Vec<Spot> = standing.iter().chain(&chosen).cloned().collect();
        let places: Vec<_> = all.iter().map(|spot| spot.at).collect();
        let area = work_town.reach.area(&places, walked);
        let drawing = sketch(&Layers {
            town: &work_town,
            areas: vec![("was", &area)],
            spots: &all,
        });
        let named = fewest
            .chosen
            .iter()
            .filter_map(|ix| question.candidates.get(*ix).map(|spot| spot.name.clone()))
            .collect::<Vec<_>>();
        (best, fewest, chosen, named, question.side, question.candidates.len(), drawing)
    };
    let done = app.coverage().work(work).await?;
    let (best, fewest, chosen, fewest_places, side, tried, drawing) = done;
    let where_next = WhereNextPage {
        action: f.link("/disposal/service/where-next"),
        count,
        counts: (1..=MOST).collect(),
        metres,
        walks: vec![200, 400, 800],
        intro: f.t2(
            "next-counted",
            ("side", &format!("{side}")),
            ("tried", &tried.to_string()),
        ),
        proof: proof(&f, &best),
        try_it: try_it(&f, metres, &chosen),
        places: chosen.into_iter().map(|spot| spot.name).collect(),
        fewest: fewest_words(&f, &town, &fewest, metres),
        fewest_places,
        method: method(&f, &town, town.reach.method()),
        sketch: drawing,
        f,
    };
    page(&where_next.f, &where_next, true)
}

/// "No 3 places reach more than 412 of 530 squares. These reach 412; what stands reaches 260."
fn proof(f: &PortalContext, best: &Placement) -> String {
    let places = best.chosen.len().to_string();
    let (bound, key) = match best.proof {
        Proof::Exact => (best.reached, "next-proof"),
        Proof::AtMost(bound) => (bound, "next-bound"),
    };
    if best.chosen.is_empty() {
        return f.t2(
            "next-nothing",
            ("reached", &best.before.to_string()),
            ("of", &best.of.to_string()),
        );
    }
    f.say(
        key,
        &[
            ("places", &places),
            ("best", &bound.to_string()),
            ("reached", &best.reached.to_string()),
            ("before", &best.before.to_string()),
            ("of", &best.of.to_string()),
        ],
    )
}

/// The address that tries them in "what if".
fn try_it(f: &PortalContext, metres: u16, chosen: &[Spot]) -> Option<String> {
    let changes = Changes {
        metres,
        count: Count::All,
        new: chosen
            .iter()
            .take(TRIED)
            .map(|spot| NewBox {
                name: spot.name.chars().take(60).collect(),
                at: format!("{:.6},{:.6}", spot.at.lat(), spot.at.lon()),
            })
            .collect(),
        ..Changes::default()
    };
    let link = format!("/disposal/service/what-if{}", changes.query());
    (!chosen.is_empty()).then(|| f.link(&link))
}

fn fewest_words(
    f: &PortalContext,
    town: &signpost_coverage::Town,
    fewest: &Fewest,
    metres: u16,
) -> Vec<String> {
    let metres = metres.to_string();
    let number = fewest.chosen.len().to_string();
    let key = match (fewest.chosen.is_empty(), fewest.is_proven) {
        (true, _) => "next-fewest-none",
        (false, true) => "next-fewest",
        (false, false) => "next-fewest-found",
    };
    let mut lines = vec![f.t2(key, ("number", &number), ("metres", &metres))];
    let missing: Vec<String> = fewest
        .out_of_reach
        .iter()
        .filter_map(|ix| town.neighbourhoods.get(*ix))
        .map(|place| LocalizedText::of(&place.row.name, f.lang).to_string())
        .collect();
    if !missing.is_empty() {
        lines.push(f.t1("next-fewest-missing", "names", missing.join(", ")));
    }
    lines
}
