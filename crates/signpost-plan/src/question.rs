//! What is asked, and what is answered.

use jiff::{Timestamp, civil::Date};
use signpost_domain::{Age, LonLat, Metres, NeedCode, RuleId, SiteSlug, Text, Trust};
use signpost_hours::Moment;
use signpost_locate::{ServiceIx, SiteIx};

use crate::Why;

/// "Where can I go for this, now?"
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What for.
    pub need: NeedCode,
    /// The instant it is asked for.
    pub at: Timestamp,
    /// Where one starts from; `None` when nobody said: then the walk counts from the site one came from, else from the town's centre.
    pub near: Option<LonLat>,
    /// The site one came from, such as the one with the QR code.
    pub from: Option<SiteSlug>,
    /// How old the person is who asks; `None` when nobody said.
    pub age: Option<Age>,
    /// At most so many answers.
    pub limit: usize,
}

/// Where to go.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The rule that applied to the site one came from; `None` when none did.
    pub plan: Option<Applied>,
    /// Best first.
    pub answers: Vec<Answer>,
    /// How many places for the need are not among the answers.
    pub left_out: usize,
    /// Phone lines for the need, those that are answered now first, as indexes into `directory().lines`.
    pub otherwise: Vec<usize>,
}

/// The rule of the plan that applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The version of the plan.
    pub version: u32,
    /// The rule.
    pub rule: RuleId,
    /// The first day on which both the plan and the rule hold.
    pub in_force_from: Date,
    /// What one who comes from the old site reads; may be empty.
    pub message: Text,
}

/// One place to go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The service; its need is not always the one asked for, since a plan may send people to something else.
    pub service: ServiceIx,
    /// Its site.
    pub site: SiteIx,
    /// Open, closed or unknown at the instant asked for.
    pub moment: Moment,
    /// When one would be served, the walk included; `None` when that is not known, not within 14 days, when there is no way on foot, or when
    /// it is in another town.
    pub served_at: Option<Timestamp>,
    /// The length of the way, over the crossings when water lies between; `None` when either end is not known. Where nobody said where one
    /// starts, the old site is the start, and the town's centre is none.
    pub metres: Option<Metres>,
    /// How far away the other town is it stands in, as the crow flies; `None` within walking range.
    pub other_town: Option<Metres>,
    /// Whether water lies between.
    pub crosses_water: bool,
    /// The ids of the crossings, in walking order.
    pub over: Vec<String>,
    /// How far its details may be relied on at the instant asked for.
    pub trust: Trust,
    /// Why it is here, always in the order of [`Why`].
    pub why: Vec<Why>,
    /// The plan's word about this target; empty for others.
    pub note: Text,
}

/// Why a question has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    /// No such need.
    #[error("no need has the code {need}")]
    UnknownNeed {
        /// What was asked for.
        need: NeedCode,
    },
    /// No such site to come from.
    #[error("no site has the slug {site}")]
    UnknownSite {
        /// What was given as `from`.
        site: SiteSlug,
    },
}
