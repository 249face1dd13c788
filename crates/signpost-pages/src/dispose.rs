//! Beside new supplies, where used needles can be left: on a card, in a few words.

use signpost_answers::{AnswerView, LocalizedText, source_words::roughly};
use signpost_web::PageContext;

/// Where used needles can be left near a place with supplies.
pub(crate) struct Dispose {
    /// Its name; empty when it is the same place.
    pub name: LocalizedText,
    /// Its page.
    pub page: String,
    /// "about 300 m"; empty when it is the same place.
    pub distance: String,
    /// Whether somebody said that it may be full.
    pub may_be_full: bool,
}

impl Dispose {
    /// As the answer has it; nothing when none is known near.
    pub(crate) fn beside(frame: &PageContext, answer: &AnswerView) -> Option<Self> {
        let near = answer.dispose.as_ref()?;
        if near.site == answer.place.site {
            return Some(Self {
                name: LocalizedText::default(),
                page: near.page.clone(),
                distance: String::new(),
                may_be_full: near.may_be_full,
            });
        }
        let far = frame.told(roughly(near.distance_m, frame.lang));
        Some(Self {
            name: near.name.clone(),
            page: near.page.clone(),
            distance: frame.t1("distance", "distance", far),
            may_be_full: near.may_be_full,
        })
    }
}
