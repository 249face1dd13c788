//! Before and after, measured.

use signpost_coverage::{Comparison, Coverage, Placement, Town, compare, cover};
use signpost_domain::{Lang, LonLat};
use signpost_locate::Snapshot;

use crate::{BeforeAfter, Layers, NEW, Sketch, Spot, proposed, question, sketch};

/// The best that as many new boxes could do, and what those that are asked about do.
#[derive(Debug, Clone)]
pub struct Best {
    /// The best.
    pub placement: Placement,
    /// How many squares those reach that are asked about, with what stands.
    pub yours: u64,
    /// The side of a square.
    ///
    /// # Units
    /// Metres.
    pub side: f64,
    /// How many new places are asked about.
    pub places: usize,
}

/// Before and after, and what differs.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Before.
    pub was: Coverage,
    /// After.
    pub is: Coverage,
    /// What differs.
    pub between: Comparison,
    /// The best that as many could do, when there are new ones.
    pub best: Option<Best>,
    /// The drawing.
    pub sketch: Option<Sketch>,
}

/// Measures them. `near` is the word between a place without a name and the landmark beside it.
#[must_use]
pub fn measure(
    snapshot: &Snapshot,
    town: &Town,
    places: &BeforeAfter,
    metres: f64,
    lang: Lang,
    near: &str,
) -> Measured {
    let BeforeAfter { before, after } = places;
    let is_changed = before != after;
    let at = |spots: &[Spot]| spots.iter().map(|spot| spot.at).collect::<Vec<LonLat>>();
    let was = cover(town, &at(before), metres);
    let is = if is_changed {
        cover(town, &at(after), metres)
    } else {
        was.clone()
    };
    let between = compare(&was, &is);
    let places = after.iter().filter(|spot| spot.is_new).count();
    let best = (places > 0 && places <= NEW).then(|| {
        let question = question(snapshot, town, lang, near);
        let (come, stay): (Vec<Spot>, Vec<Spot>) =
            after.iter().cloned().partition(|spot| spot.is_new);
        // What is asked about is a choice too, so that nothing beats the best.
        let question = question.with(come);
        Best {
            placement: question.best(town, &stay, metres, places),
            yours: question.reached(town, after, metres),
            side: question.side,
            places,
        }
    });
    let maybe: Vec<Spot> = proposed(snapshot, lang)
        .into_iter()
        .filter(|spot| after.iter().all(|one| one.slug != spot.slug))
        .collect();
    let sketch = sketch(&Layers {
        town,
        lang,
        areas: vec![
            ("was", &was.area),
            ("gain", &between.gained),
            ("loss", &between.lost),
        ],
        spots: after,
        maybe: &maybe,
    });
    Measured {
        was,
        is,
        between,
        best,
        sketch,
    }
}
