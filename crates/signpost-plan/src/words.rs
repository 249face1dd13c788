//! Why a place is among the answers, in plain English and French.

use jiff::Timestamp;
use signpost_domain::Lang;
use signpost_locate::Snapshot;

use crate::{Answer, Why};

/// What the words of some codes need to be said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// When one is served, as [`signpost_hours::words::day_and_clock`] says it, for [`Why::OpensAt`]; empty when not known.
    pub opens: String,
    /// The names of the crossings in walking order, for [`Why::CrossesWater`].
    pub crossings: Vec<String>,
}

/// Codes as short sentences: "The working group's plan sends you here. Open now." Empty without codes.
#[must_use]
pub fn why(_codes: &[Why], _details: &Details, _lang: Lang) -> String {
    String::new()
}

/// The reasons of an answer to a question asked for `at`, as short sentences.
#[must_use]
pub fn why_of(_snapshot: &Snapshot, answer: &Answer, _at: Timestamp, lang: Lang) -> String {
    why(&answer.why, &Details::default(), lang)
}
