//! Why a place is among the answers, in codes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A reason, or something to know before one goes. Lists of these are in this order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The plan sends people here.
    PlanTarget,
    /// Open now, and with at least 10 minutes left when one gets there, as far as there is a way.
    OpenNow,
    /// Open now and for at least 24 hours more.
    OpenAllDay,
    /// Open now, but not for 10 more minutes when one gets there.
    ClosingSoon,
    /// Not to be served on arrival from now on, but at `served_at`; also when it opens while one walks.
    OpensAt,
    /// Not open within 14 days.
    NotSoon,
    /// Nobody knows whether it is open.
    CallFirst,
    /// The organization has not confirmed it, or its confirmation is due for review.
    Unconfirmed,
    /// In another town, too far to walk.
    OtherTown,
    /// No other place that could be an answer is a shorter walk away.
    Nearest,
    /// Water lies between, and the way goes over crossings.
    CrossesWater,
    /// Water lies between, and no way over it on foot is known.
    NoWayOnFoot,
    /// Where it is is not known, or it has no fixed place.
    PlaceNotKnown,
}
