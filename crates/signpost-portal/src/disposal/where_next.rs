//! `/disposal/service/where-next`: which places would reach most, with the proof; and the fewest that reach every part of the town.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_answers::{
    LocalizedText,
    reach::{in_water, method},
};
use signpost_coverage::{Fewest, Placement, Proof};
use signpost_disposal::{
    Changes, Count, Layers, NEW, NewBox, Sketch, Spot, question, sketch, standing,
};
use signpost_domain::NeedCode;
use signpost_locate::Snapshot;
use signpost_web::{ApiError, SharedApp, params::Params};

use crate::access::{Actor, PortalContext, page};

/// How many new places may be asked for.
const MOST: usize = 8;
/// How many of them can be tried in "what if" at once.
const TRIED: usize = NEW;

#[derive(Template)]
#[template(path = "portal/disposal/where_next.html")]
struct WhereNextPage {
    f: PortalContext,
    action: String,
    /// What there is to choose from, and which is chosen.
    counts: Vec<(usize, bool)>,
    walks: Vec<(u16, bool)>,
    counted: String,
    /// Places that lie in the water by their row, and that there were more places than are tried.
    not_tried: Vec<String>,
    proof: String,
    places: Vec<String>,
    try_it: Option<String>,
    fewest: Vec<String>,
    fewest_places: Vec<String>,
    method: String,
    sketch: Option<Sketch>,
    /// The numbers of the drawing, in their order.
    spots: Vec<String>,
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
    let metres = params
        .value::<u16>("metres")?
        .unwrap_or(400)
        .clamp(50, 5_000);
    let snapshot = app.snapshot_to_keep();
    let town = app.coverage().town(&snapshot)?;
    let standing = standing(&snapshot, Count::All, app.now(), f.lang);
    let (lang, near) = (f.lang, f.t("next-near"));
    let (work_town, work_snapshot) = (Arc::clone(&town), Arc::clone(&snapshot));
    let walked = f64::from(metres);
    let work = move || {
        let question = question(&work_snapshot, &work_town, lang, &near);
        let best = question.best(&work_town, &standing, walked, count);
        let fewest = question.fewest(&work_town, &standing, walked);
        let candidate = |ix: &usize| question.candidates.get(*ix).cloned();
        let chosen: Vec<Spot> = best.chosen.iter().filter_map(candidate).collect();
        let fewest_places = fewest.chosen.iter().filter_map(candidate);
        let all: Vec<Spot> = standing.iter().chain(&chosen).cloned().collect();
        let places: Vec<_> = all.iter().map(|spot| spot.at).collect();
        let area = work_town.reach.area(&places, walked);
        Found {
            sketch: sketch(&Layers {
                town: &work_town,
                lang,
                areas: vec![("was", &area)],
                spots: &all,
                maybe: &[],
            }),
            fewest_places: fewest_places.map(|spot| spot.name).collect(),
            spots: all.into_iter().map(|spot| spot.name).collect(),
            side: question.side,
            tried: question.candidates.len(),
            left_out: question.left_out,
            wet: question.wet,
            best,
            fewest,
            chosen,
        }
    };
    let found = app.coverage().work(work).await?;
    let named = in_water_by_name(&f, &snapshot, &town, app.now());
    let where_next = WhereNextPage {
        action: f.link("/disposal/service/where-next"),
        counts: (1..=MOST).map(|one| (one, one == count)).collect(),
        walks: walks(metres),
        counted: f.t2(
            "next-counted",
            ("side", &found.side.to_string()),
            ("tried", &found.tried.to_string()),
        ),
        not_tried: not_tried(&f, named, &found.wet, found.left_out),
        proof: proof(&f, &found.best),
        try_it: try_it(&f, metres, &found.chosen),
        places: found.chosen.into_iter().map(|spot| spot.name).collect(),
        fewest: fewest_words(&f, &town, &found.fewest, metres),
        fewest_places: found.fewest_places,
        method: method(&f, &town, town.reach.method()),
        sketch: found.sketch,
        spots: found.spots,
        f,
    };
    page(&where_next.f, &where_next, true)
}

/// What the work off the threads that answer gives back.
struct Found {
    best: Placement,
    chosen: Vec<Spot>,
    fewest: Fewest,
    fewest_places: Vec<String>,
    spots: Vec<String>,
    side: f64,
    tried: usize,
    left_out: usize,
    wet: Vec<String>,
    sketch: Option<Sketch>,
}

/// The places to leave used needles that lie in the water by their row.
pub(super) fn in_water_by_name(
    f: &PortalContext,
    snapshot: &Snapshot,
    town: &signpost_coverage::Town,
    now: jiff::Timestamp,
) -> Vec<String> {
    let wet = in_water(snapshot, town, &NeedCode::disposal(), now);
    let sites = wet.iter().filter_map(|slug| snapshot.find(slug));
    let names = sites.map(|ix| LocalizedText::of(&snapshot.site(ix).name, f.lang).to_string());
    names
        .map(|name| f.t1("disposal-reach-wet", "name", name))
        .collect()
}

/// What stands aside: what lies in the water, by its name, and how many places more there were.
fn not_tried(
    f: &PortalContext,
    mut lines: Vec<String>,
    wet: &[String],
    left_out: usize,
) -> Vec<String> {
    lines.extend(wet.iter().map(|name| f.t1("next-wet", "name", name)));
    if left_out > 0 {
        let number = i64::try_from(left_out).unwrap_or(i64::MAX);
        lines.push(f.t_number("next-left-out", number));
    }
    lines
}

/// The distances that are offered, and the one that was asked for.
fn walks(metres: u16) -> Vec<(u16, bool)> {
    let mut walks = vec![200, 400, 800];
    if !walks.contains(&metres) {
        walks.push(metres);
    }
    walks.into_iter().map(|one| (one, one == metres)).collect()
}

/// "No 3 places reach more than 412 of 530 squares. These reach 412; what stands reaches 260."
fn proof(f: &PortalContext, best: &Placement) -> String {
    let places = best.chosen.len().to_string();
    let (bound, key) = match (best.proof, best.chosen.len()) {
        (Proof::Exact, 1) => (best.reached, "next-proof-one"),
        (Proof::Exact, _) => (best.reached, "next-proof"),
        (Proof::AtMost(bound), 1) => (bound, "next-bound-one"),
        (Proof::AtMost(bound), _) => (bound, "next-bound"),
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
    let missing: Vec<String> = fewest
        .out_of_reach
        .iter()
        .filter_map(|ix| town.neighbourhoods.get(*ix))
        .map(|place| LocalizedText::of(&place.row.name, f.lang).to_string())
        .collect();
    let key = match (
        missing.is_empty(),
        fewest.chosen.is_empty(),
        fewest.is_proven,
    ) {
        (true, true, _) => "next-fewest-none",
        (true, false, true) => "next-fewest",
        (true, false, false) => "next-fewest-found",
        (false, true, _) => "next-fewest-others-none",
        (false, false, true) => "next-fewest-others",
        (false, false, false) => "next-fewest-others-found",
    };
    let mut lines = vec![f.t2(key, ("number", &number), ("metres", &metres))];
    if !missing.is_empty() {
        // First what no number does.
        lines.insert(0, f.t1("next-fewest-missing", "names", missing.join(", ")));
    }
    lines
}
