//! How far a place is, in words.

use signpost_answers::{AnswerView, source_words::roughly};
use signpost_web::PageContext;

/// "about 400 m"; to another town "about 190 km away".
pub(crate) fn distance(frame: &PageContext, answer: &AnswerView) -> String {
    let told =
        |key: &str, metres| frame.t1(key, "distance", frame.told(roughly(metres, frame.lang)));
    // Over bridges, from end to end: the way is at least that long.
    let on_foot = if answer.over.is_empty() {
        "distance"
    } else {
        "distance-over"
    };
    match (answer.away_km, answer.distance_m) {
        (Some(km), _) => told("distance-away", km * 1_000),
        (None, Some(metres)) => told(on_foot, metres),
        (None, None) => String::new(),
    }
}
