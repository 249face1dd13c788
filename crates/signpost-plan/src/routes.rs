//! Which plan is in force, and where it sends people from an origin.

use std::collections::{HashMap, HashSet};

use jiff::{Timestamp, civil::Date};
use signpost_domain::{Directory, NeedCode, Organization, Plan, Rule, SiteSlug, Text};
use signpost_locate::Snapshot;

use crate::lifecycle::{in_force_among, plan_day};

/// A place a plan sends people to, for a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The site.
    pub site: SiteSlug,
    /// The need there.
    pub need: NeedCode,
    /// The plan's word about it; may be empty.
    pub note: Text,
}

/// Where a plan sends people from one origin, chains followed to their ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Route {
    /// First choice first, each once. All have consented.
    pub targets: Vec<Stop>,
    /// Doors that send people on themselves, each for a need. Nobody should be sent there for that need; for another one may be.
    pub passed: Vec<(SiteSlug, NeedCode)>,
    /// Would be targets, had their organizations consented on that day. A site that the directory does not hold is among them.
    pub unconsented: Vec<Stop>,
    /// Whether a branch came back to an origin it had passed. Such a branch has no target.
    pub looped: bool,
}

/// The plan that redirects people at an instant: of those in force that day, in each plan's own zone, the highest version.
#[must_use]
pub fn in_force(snapshot: &Snapshot, at: Timestamp) -> Option<&Plan> {
    in_force_among(&snapshot.directory().plans, snapshot.town_zone(), at)
}

/// See [`plan_day`].
pub(crate) fn day_of(plan: &Plan, snapshot: &Snapshot, at: Timestamp) -> Date {
    plan_day(plan, snapshot.town_zone(), at)
}

/// Follows the rules of a plan from an origin, on a civil day in the plan's zone. Does not ask whether the plan is in force.
///
/// An origin without a rule that day has an empty route.
#[must_use]
pub fn routes(
    plan: &Plan,
    from: &SiteSlug,
    need: &NeedCode,
    day: Date,
    directory: &Directory,
) -> Route {
    Rulebook::new(plan).follow((from, need), day, |slug| {
        let site = directory.sites.iter().find(|site| &site.slug == slug)?;
        let mut organizations = directory.organizations.iter();
        organizations.find(|row| row.id == site.organization)
    })
}

/// An origin: where one came from, and for what.
pub(crate) type Origin<'a> = (&'a SiteSlug, &'a NeedCode);

/// The rules of a plan by their origins.
pub(crate) struct Rulebook<'a> {
    plan: &'a Plan,
    rules: HashMap<Origin<'a>, Vec<&'a Rule>>,
}

/// The rest of a rule's targets, and the origin the rule stands at.
struct Branch<'a> {
    origin: Origin<'a>,
    rule: &'a Rule,
    next: usize,
}

impl<'a> Rulebook<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        let mut rules: HashMap<Origin<'a>, Vec<&'a Rule>> = HashMap::new();
        for rule in &plan.rules {
            rules
                .entry((&rule.from, &rule.need))
                .or_default()
                .push(rule);
        }
        Self { plan, rules }
    }

    /// The rule at an origin on a day; the first of the plan where rules overlap.
    pub fn rule(&self, (site, need): (&SiteSlug, &NeedCode), day: Date) -> Option<&'a Rule> {
        self.rules
            .get(&(site, need))?
            .iter()
            .copied()
            .find(|rule| rule.covers(day))
    }

    /// Follows the rules from an origin. `organization` tells who runs a site.
    ///
    /// Depth first with a stack of our own, since a plan may be as long as its file. An origin is opened once: what lies behind it is in the
    /// route already when another branch comes by, so that the work is at most one step a target.
    pub fn follow<'o>(
        &self,
        from: (&SiteSlug, &NeedCode),
        day: Date,
        organization: impl Fn(&SiteSlug) -> Option<&'o Organization>,
    ) -> Route {
        let mut route = Route::default();
        let mut opened: HashSet<Origin<'a>> = HashSet::new();
        let mut seen: HashSet<Origin<'a>> = HashSet::new();
        let mut path: Vec<Branch<'a>> = Vec::new();
        if let Some(rule) = self.rule(from, day) {
            let origin = (&rule.from, &rule.need);
            opened.insert(origin);
            path.push(Branch {
                origin,
                rule,
                next: 0,
            });
        }
        while let Some(branch) = path.last_mut() {
            let Some(target) = branch.rule.targets.get(branch.next) else {
                path.pop();
                continue;
            };
            branch.next += 1;
            let need = target.need.as_ref().unwrap_or(&branch.rule.need);
            let origin = (&target.site, need);
            if let Some(rule) = self.rule(origin, day) {
                if opened.insert(origin) {
                    route.passed.push((target.site.clone(), need.clone()));
                    path.push(Branch {
                        origin,
                        rule,
                        next: 0,
                    });
                } else if path.iter().any(|branch| branch.origin == origin) {
                    route.looped = true;
                }
            } else if seen.insert(origin) {
                let stop = Stop {
                    site: target.site.clone(),
                    need: need.clone(),
                    note: target.note.clone(),
                };
                let consented = organization(&target.site)
                    .is_some_and(|organization| self.plan.consented(organization, need, day));
                if consented {
                    route.targets.push(stop);
                } else {
                    route.unconsented.push(stop);
                }
            }
        }
        route
    }
}
