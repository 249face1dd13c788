//! The redirection plan as data: versions, rules, targets, consent. What follows from it is `signpost-plan`'s.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ConsentAnswer, NeedCode, Organization, OrganizationId, RuleId, SiteSlug, Text};

/// How far a plan has come. Only an approved plan between its dates is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanStatus {
    /// Being written; never redirects anyone.
    #[default]
    Draft,
    /// Approved by the working group; in force between its dates.
    Approved,
    /// Ended before its last day, or replaced.
    Ended,
}

/// One version of the working group's plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// Who looks after it, such as a role or a committee.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The day by which somebody looks at it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// The day of the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Date>,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub decided_by: Text,
    /// A draft that only stewards see.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// The last day on which it was in force, when it was ended before the day it says. The one thing of an approved plan that may change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_after: Option<Date>,
    /// Who approved it, and what they had looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Approval>,
}

/// A steward approved a version of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who, as the history names them.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The sequence of the directory that was looked at.
    pub sequence: u64,
    /// The hash of the proof that was looked at.
    pub proof: String,
    /// The first day of that proof.
    pub day: Date,
    /// The decision it rests on.
    pub decision: String,
    /// Why, in the steward's words; may be empty.
    pub reason: String,
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

/// From when until when people may be sent to an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentDays {
    /// The first day.
    pub first: Date,
    /// The last day, itself included; `None` when it is open.
    pub last: Option<Date>,
}

impl Plan {
    /// The last day on which it can be in force; `None` when that is open.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        match (self.until, self.ended_after) {
            (Some(until), Some(ended)) => Some(until.min(ended)),
            (until, ended) => until.or(ended),
        }
    }

    /// Whether `day` is one of its days, whatever its status.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_some_and(|from| from <= day) && self.last_day().is_none_or(|last| day <= last)
    }

    /// Whether it redirects anyone on `day` (the civil day in the plan's zone).
    #[must_use]
    pub fn in_force(&self, day: Date) -> bool {
        self.status == PlanStatus::Approved && self.covers(day)
    }

    /// Whether `organization` agrees, on `day`, to be a target for `need`.
    #[must_use]
    pub fn consented(&self, organization: &Organization, need: &NeedCode, day: Date) -> bool {
        self.consent(organization, need, day).is_some()
    }

    /// The days of what makes `organization` a target for `need` on `day`; `None` when nothing does.
    ///
    /// Its own latest word counts. Where it has said nothing, what was written into the plan does.
    #[must_use]
    pub fn consent(
        &self,
        organization: &Organization,
        need: &NeedCode,
        day: Date,
    ) -> Option<ConsentDays> {
        if let Some(word) = organization.consent_word(need, day) {
            return (word.answer == ConsentAnswer::Agreed).then_some(ConsentDays {
                first: word.first,
                last: word.last,
            });
        }
        let written = self.consents.iter().filter(|consent| {
            consent.organization == organization.id
                && consent.need.as_ref().is_none_or(|own| own == need)
                && consent.on <= day
                && consent.until.is_none_or(|until| day <= until)
        });
        let days = written.map(|consent| ConsentDays {
            first: consent.on,
            last: consent.until,
        });
        days.max_by_key(|days| (days.last.is_none(), days.last))
    }
}

impl Rule {
    /// Whether `day` is one of its days.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }
}

impl Target {
    /// The need there: its own, or that of its rule.
    #[must_use]
    pub fn need<'t>(&'t self, rule: &'t Rule) -> &'t NeedCode {
        self.need.as_ref().unwrap_or(&rule.need)
    }
}
