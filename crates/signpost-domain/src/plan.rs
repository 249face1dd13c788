//! The redirection plan as data: versions, rules, targets, consent. What follows from it is `signpost-plan`'s.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{NeedCode, OrganizationId, RuleId, SiteSlug, Text};

/// How far a plan has come. Only an approved plan between its dates is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanStatus {
    /// Being written; never redirects anyone.
    Draft,
    /// Approved by the working group; in force between its dates.
    Approved,
    /// Ended before its last day, or replaced.
    Ended,
}

/// One version of the working group's plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Its number; later plans have higher ones.
    pub version: u32,
    /// Draft, approved or ended.
    pub status: PlanStatus,
    /// Its name.
    pub title: Text,
    /// What changed, in plain words, for the `/plan` page.
    pub summary: Text,
    /// First day it is in force, at the zone of the plan.
    pub from: Option<Date>,
    /// Last day it is in force, itself included; `None` means until it is ended.
    pub until: Option<Date>,
    /// IANA name of the zone its days are meant in.
    pub zone: String,
    /// The decision it rests on.
    pub decision: String,
    /// Its rules.
    pub rules: Vec<Rule>,
    /// Which organizations agreed to be named as targets.
    pub consents: Vec<Consent>,
    /// A made-up plan for tests and training.
    pub example: bool,
}

/// "Who used to come here for this is sent there."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its id within the plan.
    pub id: RuleId,
    /// The old door.
    pub from: SiteSlug,
    /// The need it is about.
    pub need: NeedCode,
    /// First day, when later than the plan's.
    pub first: Option<Date>,
    /// Last day, when earlier than the plan's.
    pub last: Option<Date>,
    /// Where to, first choice first.
    pub targets: Vec<Target>,
    /// What a client reads who comes from the old door.
    pub message: Text,
    /// The decision it rests on.
    pub decision: String,
}

/// One place a rule sends people to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The site.
    pub site: SiteSlug,
    /// The need there, when it is not the rule's own.
    pub need: Option<NeedCode>,
    /// A word for the client about this target; may be empty.
    pub note: Text,
}

/// An organization agreed to be a target. Without it no rule sends anyone there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who agreed.
    pub organization: OrganizationId,
    /// For this need only; `None` means for all.
    pub need: Option<NeedCode>,
    /// From this day.
    pub on: Date,
    /// Until this day, itself included, if it was withdrawn or limited.
    pub until: Option<Date>,
    /// Who said so, or where it is written.
    pub reference: String,
}

impl Plan {
    /// Whether it redirects anyone on `day` (the civil day in the plan's zone).
    #[must_use]
    pub fn in_force(&self, day: Date) -> bool {
        self.status == PlanStatus::Approved
            && self.from.is_some_and(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
    }

    /// Whether `organization` has agreed, on `day`, to be a target for `need`.
    #[must_use]
    pub fn consented(&self, organization: &OrganizationId, need: &NeedCode, day: Date) -> bool {
        self.consents.iter().any(|consent| {
            &consent.organization == organization
                && consent.need.as_ref().is_none_or(|own| own == need)
                && consent.on <= day
                && consent.until.is_none_or(|until| day <= until)
        })
    }
}

impl Rule {
    /// Whether `day` is one of its days.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }
}
