//! All that a plan says at an instant, origin by origin: for who must answer later without it.

use jiff::Timestamp;
use signpost_domain::{NeedCode, SiteSlug};
use signpost_locate::Snapshot;

use crate::{
    Applied, Held, Route, Spoken,
    answer::applied,
    routes::{Rulebook, day_of, in_force},
};

/// What holds for who came from one site for one need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirection {
    /// The site one came from.
    pub from: SiteSlug,
    /// What one came for.
    pub need: NeedCode,
    /// The rule.
    pub applied: Applied,
    /// Where it leads, as on that day.
    pub route: Route,
    /// Why the rule's own message is held back, and words of ours stand in its place; `None` when it is not.
    pub held: Option<Held>,
}

/// Every origin of the plan in force at an instant, in the order of its rules; none when no plan is in force.
///
/// [`crate::where_to_go`] finds the same rule and the same route for a question from one of these origins.
#[must_use]
pub fn redirections(snapshot: &Snapshot, at: Timestamp) -> Vec<Redirection> {
    let Some(plan) = in_force(snapshot, at) else {
        return Vec::new();
    };
    let day = day_of(plan, snapshot, at);
    let rules = Rulebook::new(plan);
    let spoken = Spoken::new(plan, snapshot.directory(), day);
    plan.rules
        .iter()
        .filter_map(|rule| {
            let origin = (&rule.from, &rule.need);
            // Where two rules overlap at an origin, the first counts; where an origin is not in the directory, nobody comes from it.
            rules
                .rule(origin, day)
                .filter(|first| std::ptr::eq(*first, rule))?;
            snapshot.find(&rule.from)?;
            let route = rules.follow(origin, day, |slug| {
                let site = snapshot.find(slug)?;
                Some(snapshot.organization(site))
            });
            Some(Redirection {
                from: rule.from.clone(),
                need: rule.need.clone(),
                applied: applied(plan, rule, day, spoken.message(rule, &route)),
                held: spoken.held(rule, &route),
                route: spoken.route(rule, route),
            })
        })
        .collect()
}
