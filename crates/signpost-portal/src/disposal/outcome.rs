//! Before and after, measured and in words.

use std::sync::Arc;

use signpost_answers::{
    LocalizedText,
    reach::{about_area, method},
};
use signpost_coverage::{Comparison, Proof, Town, percent};
use signpost_disposal::{BeforeAfter, Best, Measured, Sketch, measure};
use signpost_locate::Snapshot;
use signpost_web::{ApiError, SharedApp};

use crate::access::PortalContext;

/// Before and after.
pub(super) struct Outcome {
    /// Whether anything differs; else only what is there is told.
    pub is_changed: bool,
    /// What, before, after, difference.
    pub rows: Vec<[String; 4]>,
    pub gained: Vec<String>,
    pub lost: Vec<String>,
    pub proof: Option<String>,
    pub method: String,
    pub sketch: Option<Sketch>,
    /// The numbers of the drawing, in their order.
    pub spots: Vec<String>,
}

/// Measures before and after, off the threads that answer.
pub(super) async fn measured(
    app: &SharedApp,
    f: &PortalContext,
    snapshot: &Arc<Snapshot>,
    town: &Arc<Town>,
    metres: f64,
    places: BeforeAfter,
) -> Result<Outcome, ApiError> {
    let (work_town, work_snapshot) = (Arc::clone(town), Arc::clone(snapshot));
    let (lang, near) = (f.lang, f.t("next-near"));
    let is_changed = places.before != places.after;
    let spots = places.after.clone();
    let work = move || measure(&work_snapshot, &work_town, &places, metres, lang, &near);
    let done = app.coverage().work(work).await?;
    Ok(Outcome {
        is_changed,
        rows: rows(f, town, &done),
        gained: names(f, town, &done.between.landmarks_gained),
        lost: names(f, town, &done.between.landmarks_lost),
        proof: done.best.as_ref().map(|best| proof(f, best)),
        method: method(f, town, done.is.method),
        spots: spots
            .into_iter()
            .map(|spot| {
                if spot.is_new {
                    f.t1("what-if-new-spot", "name", spot.name)
                } else {
                    spot.name
                }
            })
            .collect(),
        sketch: done.sketch,
    })
}

/// "No other 3 boxes reach more than 412 of 530 squares; yours reach 396."
fn proof(f: &PortalContext, best: &Best) -> String {
    let placement = &best.placement;
    let (bound, key) = match (placement.proof, best.places) {
        (Proof::Exact, 1) => (placement.reached, "what-if-proof-one"),
        (Proof::Exact, _) => (placement.reached, "what-if-proof"),
        (Proof::AtMost(bound), 1) => (bound, "what-if-bound-one"),
        (Proof::AtMost(bound), _) => (bound, "what-if-bound"),
    };
    f.say(
        key,
        &[
            ("places", &best.places.to_string()),
            ("best", &bound.max(best.yours).to_string()),
            ("of", &best.placement.of.to_string()),
            ("yours", &best.yours.to_string()),
            ("side", &best.side.to_string()),
        ],
    )
}

fn names(f: &PortalContext, town: &Town, landmarks: &[usize]) -> Vec<String> {
    let rows = landmarks.iter().filter_map(|ix| town.landmarks.get(*ix));
    rows.map(|row| LocalizedText::of(&row.name, f.lang).to_string())
        .collect()
}

/// What, before, after, difference.
fn rows(f: &PortalContext, town: &Town, done: &Measured) -> Vec<[String; 4]> {
    let (was, is, between) = (&done.was, &done.is, &done.between);
    let area = |square_metres: f64| about_area(f, square_metres);
    let mut rows = vec![[
        f.t("what-if-area"),
        area(was.square_metres),
        area(is.square_metres),
        area_change(f, between),
    ]];
    let share = |share: f64| f.t1("percent", "number", percent(share).to_string());
    let points = |before: f64, after: f64| {
        let change = i16::from(percent(after)) - i16::from(percent(before));
        f.t1("what-if-points", "number", signed(change.into()))
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
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    rows.push([
        f.t1("what-if-landmarks", "of", town.landmarks.len().to_string()),
        before.to_string(),
        after.to_string(),
        signed(count(after) - count(before)),
    ]);
    rows
}

/// "about 12 ha more", "about 12 ha more, about 3 ha less".
fn area_change(f: &PortalContext, between: &Comparison) -> String {
    let [gained, lost] = [between.gained_square_metres, between.lost_square_metres];
    let said = [("what-if-area-more", gained), ("what-if-area-less", lost)]
        .into_iter()
        .filter(|(_, square_metres)| *square_metres > 0.0)
        .map(|(key, square_metres)| f.t1(key, "area", about_area(f, square_metres)))
        .collect::<Vec<_>>();
    if said.is_empty() {
        "0".to_owned()
    } else {
        said.join(", ")
    }
}

/// "+3", "0", "−3".
pub(super) fn signed(number: i64) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("\u{2212}{}", number.unsigned_abs()),
    }
}
