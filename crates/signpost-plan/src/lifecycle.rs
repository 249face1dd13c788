//! The life of a version: draft, approved, in force, ended. All of it follows from what is written in the versions and from the instant;
//! nothing is flipped by a timer.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use signpost_domain::{
    Directory, NeedCode, OrganizationId, Plan, PlanStatus, RuleId, SiteSlug, Text,
};
use signpost_hours::Zone;
use utoipa::ToSchema;

use crate::counting::{counts_from, overriding};

/// Where a version stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ToSchema)]
#[schema(as = PlanStage)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Being written.
    Draft,
    /// Approved, and the first day on which it counts has not come.
    Coming,
    /// It redirects people.
    InForce,
    /// It would, but a version with a higher number does today, and on all its days that are left.
    Replaced,
    /// Its last day is over.
    Ended,
}

impl Stage {
    /// The word for it in files and answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Coming => "coming",
            Self::InForce => "in_force",
            Self::Replaced => "replaced",
            Self::Ended => "ended",
        }
    }
}

/// The civil day in the zone of a plan; in the town's when the plan's is not one, which [`crate::check()`] reports.
#[must_use]
pub fn plan_day(plan: &Plan, town: &Zone, at: Timestamp) -> Date {
    if plan.zone == town.name() {
        return town.day(at);
    }
    Zone::named(&plan.zone).map_or_else(|_no_zone| town.day(at), |zone| zone.day(at))
}

/// Of some versions the one that redirects people at an instant: of those in force that day, in each plan's own zone, the highest.
#[must_use]
pub fn in_force_among<'p>(plans: &'p [Plan], town: &Zone, at: Timestamp) -> Option<&'p Plan> {
    plans
        .iter()
        .filter(|plan| plan.in_force(plan_day(plan, town, at)))
        .max_by_key(|plan| plan.version)
}

/// Where a version stands at an instant among all versions.
#[must_use]
pub fn stage(plan: &Plan, plans: &[Plan], town: &Zone, at: Timestamp) -> Stage {
    let day = plan_day(plan, town, at);
    match plan.status {
        PlanStatus::Draft => Stage::Draft,
        PlanStatus::Ended => Stage::Ended,
        PlanStatus::Approved if plan.last_day().is_some_and(|last| last < day) => Stage::Ended,
        PlanStatus::Approved if plan.from.is_none() => Stage::Coming,
        PlanStatus::Approved => {
            let first = in_force_among(plans, town, at);
            if first.is_some_and(|first| first.version == plan.version) {
                return Stage::InForce;
            }
            match counts_from(plan, plans, day) {
                Some(days) if days.first > day => Stage::Coming,
                _ if !overriding(plan, plans, day).is_empty() => Stage::Replaced,
                // Its own first day is after its last: it was ended before it began.
                None => Stage::Ended,
                // Days of another zone have begun already, or not yet.
                Some(_) => Stage::Coming,
            }
        }
    }
}

/// The version that people are used to when `plan` begins on `day`: the one in force on the day before, else the one it would replace that day.
#[must_use]
pub fn before_of<'p>(plans: &'p [Plan], plan: &Plan, day: Date) -> Option<&'p Plan> {
    let on = |day: Date| {
        let others = plans.iter().filter(|one| one.version != plan.version);
        let in_force = others.filter(|one| one.in_force(day));
        in_force.max_by_key(|one| one.version)
    };
    let eve = day.yesterday().ok().and_then(on);
    eve.or_else(|| on(day))
}

/// The number of the next version.
#[must_use]
pub fn next_version(plans: &[Plan]) -> u32 {
    let last = plans.iter().map(|plan| plan.version).max();
    last.unwrap_or_default().saturating_add(1)
}

/// A new draft that only stewards see: what an earlier version says, without its days, its decision and its approval.
#[must_use]
pub fn started(version: u32, from: Option<&Plan>, zone: &str) -> Plan {
    let bare = from.cloned().unwrap_or_else(|| Plan {
        zone: zone.to_owned(),
        ..Plan::default()
    });
    Plan {
        version,
        status: PlanStatus::Draft,
        from: None,
        until: None,
        decision: String::new(),
        decided_on: None,
        decided_by: Text::default(),
        review_by: None,
        hidden: true,
        ended_after: None,
        approvals: Vec::new(),
        ..bare
    }
}

/// A draft as it would be once approved, to be checked before it is.
#[must_use]
pub fn as_approved(plan: &Plan) -> Plan {
    Plan {
        status: PlanStatus::Approved,
        hidden: false,
        ..plan.clone()
    }
}

/// Whether two texts of a version say the same to everybody: all but who approved it, when it was ended and who has agreed.
#[must_use]
pub fn says_the_same(one: &Plan, other: &Plan) -> bool {
    let bare = |plan: &Plan| Plan {
        consents: Vec::new(),
        approvals: Vec::new(),
        ended_after: None,
        ..plan.clone()
    };
    bare(one) == bare(other)
}

/// An id for a new rule of a plan, made of its door and need; one that no rule has.
#[must_use]
pub fn free_rule_id(plan: &Plan, from: &SiteSlug, need: &NeedCode) -> RuleId {
    const ROOM: usize = 58;
    let base: String = format!("{from}-{need}").chars().take(ROOM).collect();
    let base = base.trim_matches('-');
    let taken = |id: &RuleId| plan.rules.iter().any(|rule| rule.id == *id);
    let candidates = std::iter::once(base.to_owned())
        .chain((2_u32..).map(|number| format!("{base}-{number}")))
        .filter_map(|text| RuleId::new(&text).ok());
    let mut free = candidates.filter(|id| !taken(id));
    // A slug and a code with a hyphen between them are an id, and numbers never end.
    free.next().unwrap_or_else(|| unreachable_id(from))
}

fn unreachable_id(from: &SiteSlug) -> RuleId {
    RuleId::new(from.as_str()).expect("a slug is written like an id")
}

/// Every site a plan names, old doors and targets.
#[must_use]
pub fn named_sites(plan: &Plan) -> BTreeSet<&SiteSlug> {
    let rules = plan.rules.iter();
    rules
        .flat_map(|rule| {
            let targets = rule.targets.iter().map(|target| &target.site);
            std::iter::once(&rule.from).chain(targets)
        })
        .collect()
}

/// Every organization that runs a site a plan sends people to, with the needs it is named for.
#[must_use]
pub fn named_organizations<'p>(
    plan: &'p Plan,
    directory: &'p Directory,
) -> BTreeSet<(&'p OrganizationId, &'p NeedCode)> {
    let targets = plan
        .rules
        .iter()
        .flat_map(|rule| rule.targets.iter().map(move |target| (rule, target)));
    targets
        .filter_map(|(rule, target)| {
            let mut sites = directory.sites.iter();
            let site = sites.find(|site| site.slug == target.site)?;
            Some((&site.organization, target.need(rule)))
        })
        .collect()
}

/// What data that is read again would do to versions that are published; each by its number.
pub type Rewritten = Vec<u32>;

/// A directory that was read from files, with what only the database knows of the plan: versions that the files do not hold, approvals, and
/// what organizations said to being sent people.
///
/// # Errors
/// The numbers of the published versions that the files would rewrite. A correction is a new version.
pub fn carried_over(before: &Directory, given: Directory) -> Result<Directory, Rewritten> {
    let mut given = given;
    let mut rewritten = Vec::new();
    for stored in &before.plans {
        let published = stored.status != PlanStatus::Draft;
        let mut found = given.plans.iter_mut();
        match found.find(|plan| plan.version == stored.version) {
            None => given.plans.push(stored.clone()),
            Some(read) if published && says_the_same(stored, read) => {
                read.ended_after = stored.ended_after.or(read.ended_after);
                if read.approvals.is_empty() {
                    read.approvals.clone_from(&stored.approvals);
                }
            }
            Some(_) if published => rewritten.push(stored.version),
            Some(_) => {}
        }
    }
    given.plans.sort_by_key(|plan| plan.version);
    for stored in &before.organizations {
        let mut found = given.organizations.iter_mut();
        if let Some(read) = found.find(|row| row.id == stored.id) {
            let new = std::mem::take(&mut read.consents);
            read.consents.clone_from(&stored.consents);
            let new = new.into_iter();
            read.consents
                .extend(new.filter(|word| !stored.consents.contains(word)));
        }
    }
    if rewritten.is_empty() {
        Ok(given)
    } else {
        Err(rewritten)
    }
}
