//! What visitors say of places.

use jiff::civil::Date;
use signpost_domain::{FeedbackDecision, FeedbackKind, NeedCode, SiteSlug};

/// What somebody says, to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFeedback {
    /// Of which place.
    pub site: SiteSlug,
    /// What they had come for; `None`: of the place as a whole.
    pub need: Option<NeedCode>,
    /// What they say.
    pub said: FeedbackKind,
    /// Their own words; may be empty.
    pub words: String,
    /// The version of the place that they saw.
    pub version: u64,
    /// The day in town. Nothing finer is kept.
    pub day: Date,
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Of which place.
    pub site: SiteSlug,
    /// What they had come for.
    pub need: Option<NeedCode>,
    /// What they say.
    pub said: FeedbackKind,
    /// Their own words; gone when it is decided.
    pub words: String,
    /// The day in town.
    pub day: Date,
    /// What was decided, by whom; `None` while it waits.
    pub decided: Option<(FeedbackDecision, String)>,
}
