//! What may come, when, and what somebody would then read.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::Serialize;
use signpost_domain::{HolidayCode, NeedCode, OrganizationId, Plan, RuleId, SiteSlug};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;
use utoipa::ToSchema;

use crate::{Question, proof::Grid, where_to_go};

/// How near a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Near {
    /// It is so already.
    Now,
    /// Within 7 days.
    Week,
    /// Within 28 days.
    Month,
    /// Within 60 days.
    Later,
}

impl Near {
    /// Every one, the nearest first.
    pub const ALL: [Self; 4] = [Self::Now, Self::Week, Self::Month, Self::Later];

    /// The word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Week => "week",
            Self::Month => "month",
            Self::Later => "later",
        }
    }
}

/// What happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Lapse {
    /// An organization has not agreed from this day on, because it took its word back or the days it agreed to are over: the plan sends
    /// nobody to it any more.
    Consent {
        /// Which.
        organization: OrganizationId,
        /// What for.
        need: NeedCode,
    },
    /// Nobody vouches for a target any more: people are told to call first.
    Confirmation {
        /// Where.
        site: SiteSlug,
        /// What for.
        need: NeedCode,
    },
    /// A rule does not count any more, and no other is there for its door.
    Rule {
        /// Which.
        rule: RuleId,
        /// The version that counts instead and has no rule for the door; `null` when the rule itself is over, or the plan.
        #[schema(required)]
        by: Option<u32>,
        /// The day within those looked at on which the next rule for the door begins to count.
        #[schema(required)]
        next: Option<Date>,
    },
    /// A target's hours name no open day any more.
    Hours {
        /// Where.
        site: SiteSlug,
        /// What for.
        need: NeedCode,
    },
    /// A holiday for which the target's organization has said nothing.
    Holiday {
        /// Where.
        site: SiteSlug,
        /// What for.
        need: NeedCode,
        /// Which.
        holiday: HolidayCode,
    },
    /// Nobody is sure of a target's hours from this day on, since somebody noted so, or since a closing without an end is past the day on which
    /// somebody was to look again: people are told to call first.
    NotKnown {
        /// Where.
        site: SiteSlug,
        /// What for.
        need: NeedCode,
    },
    /// Hours of every usual week have no open place, though the version before had one, or the old door is open by its own hours.
    EveryWeek {
        /// Those hours are `lost`, all others `not_served`.
        week: Grid,
    },
    /// Hours that have an open place in a usual week have none on this day.
    NoPlace {
        /// How many.
        hours: u32,
    },
}

/// Something that happens on a day, told once, with the old doors that it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Ahead {
    /// The first day on which it is so.
    pub day: Date,
    /// How near that is.
    pub near: Near,
    /// The version in force on that day, or the one that has just ended.
    pub version: u32,
    /// What happens.
    #[serde(flatten)]
    pub lapse: Lapse,
    /// The old doors, in the order of the version's rules; never empty.
    pub doors: Vec<Concerned>,
}

/// An old door that something concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Concerned {
    /// The old door.
    pub from: SiteSlug,
    /// What people come for.
    pub need: NeedCode,
    /// The places that its rule no longer sends people to; empty unless an organization has not agreed any more.
    pub lost: Vec<SiteSlug>,
    /// How many places its rule still sends people to on that day.
    pub left: usize,
    /// What somebody who comes from the door would then read.
    pub reads: Reads,
}

/// Something that happens at one old door, before what is the same is told once.
pub(super) struct News {
    pub day: Date,
    pub near: Near,
    pub version: u32,
    pub lapse: Lapse,
    pub door: Concerned,
}

/// Each thing once, in the order of the days.
pub(super) fn told_once(news: Vec<News>) -> Vec<Ahead> {
    let mut found: Vec<Ahead> = Vec::new();
    for one in news {
        let key = (one.day, one.version, &one.lapse);
        let mut known = found.iter_mut();
        match known.find(|own| (own.day, own.version, &own.lapse) == key) {
            Some(own) => own.doors.push(one.door),
            None => found.push(Ahead {
                day: one.day,
                near: one.near,
                version: one.version,
                lapse: one.lapse,
                doors: vec![one.door],
            }),
        }
    }
    found.sort_by_key(|ahead| (ahead.near, ahead.day));
    found
}

/// The first answer somebody would read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Reads {
    /// When they come.
    pub at: Timestamp,
    /// The place that comes first; `null` when there is none.
    #[schema(required)]
    pub first: Option<SiteSlug>,
    /// Whether it is open then.
    #[schema(required)]
    pub state: Option<OpenState>,
}

/// One day of those ahead.
#[derive(Clone, Copy)]
pub(super) struct Day<'p> {
    pub date: Date,
    pub noon: Timestamp,
    /// The version that redirects people, and the day in its zone.
    pub plan: Option<(&'p Plan, Date)>,
}

/// How near a day is to the first of those that are looked at.
pub(super) fn near(first: Date, day: Date) -> Near {
    let within = |days: i32| day <= first.saturating_add(days.days());
    if within(7) {
        Near::Week
    } else if within(28) {
        Near::Month
    } else {
        Near::Later
    }
}

/// What somebody reads at an instant who comes from a door.
pub(super) fn reads(
    snapshot: &Snapshot,
    (from, need): (&SiteSlug, &NeedCode),
    at: Timestamp,
) -> Reads {
    let question = Question {
        need: need.clone(),
        at,
        near: None,
        from: Some(from.clone()),
        age: None,
        limit: 1,
    };
    let reply = where_to_go(snapshot, &question).ok();
    let first = reply.and_then(|reply| reply.answers.into_iter().next());
    Reads {
        at,
        first: first
            .as_ref()
            .map(|answer| snapshot.site(answer.site).slug.clone()),
        state: first.map(|answer| answer.moment.state),
    }
}
