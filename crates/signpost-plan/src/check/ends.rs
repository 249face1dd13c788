//! Where rules lead in the end, on every day on which that may change.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use signpost_domain::{NeedCode, Offer, Organization, OrganizationId, Rule, Site, SiteSlug};

use super::{About, Checking, Severity, days::Days};
use crate::{Route, routes::Stop};

impl Checking<'_> {
    /// Where the rule leads on every day on which that may change.
    pub(super) fn ends(&mut self, rule: &Rule) {
        let days = Days::of_rule(self.plan, rule);
        let change_days = self.change_days_in(days);
        let mut looped = false;
        let mut sent_on: HashSet<(SiteSlug, NeedCode)> = HashSet::new();
        let mut ends: Vec<End> = Vec::new();
        for day in change_days {
            let origin = (&rule.from, &rule.need);
            if !self
                .book
                .rule(origin, day)
                .is_some_and(|first| std::ptr::eq(first, rule))
            {
                continue;
            }
            let route = self.route(rule, day);
            looped |= route.looped;
            sent_on.extend(route.passed);
            for (stops, agreed) in [(&route.targets, true), (&route.unconsented, false)] {
                for stop in stops.iter().filter(|stop| names(rule, stop)) {
                    End::note(&mut ends, stop, day, agreed);
                }
            }
        }
        if looped {
            let message = format!(
                "people sent on from {} for {} come back to a door they have passed",
                rule.from, rule.need
            );
            self.found(Severity::Error, "loop", (Some(rule), None), message);
        }
        if !looped {
            self.never_seen(rule, &ends, &sent_on);
        }
        for end in ends {
            self.offered(rule, &end.stop, days.first);
            self.consent(rule, &end);
        }
    }

    /// The first of some days, and those of them on which what the plan says may change.
    pub(super) fn change_days_in(&self, days: Days) -> Vec<Date> {
        let changes = self.change_days.iter().copied();
        let later = changes.filter(|&day| day > days.first);
        std::iter::once(days.first)
            .chain(later)
            .filter(|&day| days.contains(day))
            .collect()
    }

    /// Where a rule leads on a day.
    pub(super) fn route(&self, rule: &Rule, day: Date) -> Route {
        let (sites, organizations) = (&self.sites, &self.organizations);
        let origin = (&rule.from, &rule.need);
        self.book
            .follow(origin, day, |slug| organization(sites, organizations, slug))
    }

    /// Targets that are doors themselves: people are sent on from there, and never see them.
    fn never_seen(&mut self, rule: &Rule, ends: &[End], sent_on: &HashSet<(SiteSlug, NeedCode)>) {
        for target in &rule.targets {
            let need = target.need.as_ref().unwrap_or(&rule.need);
            let own_door = (&target.site, need) == (&rule.from, &rule.need);
            let ends_there = |end: &End| (&end.stop.site, &end.stop.need) == (&target.site, need);
            if !own_door
                && sent_on.contains(&(target.site.clone(), need.clone()))
                && !ends.iter().any(ends_there)
            {
                let message = format!(
                    "a rule of this plan sends people on from {} for {need}, so they see where it leads and never {} itself",
                    target.site, target.site
                );
                let about = (Some(rule), Some(&target.site));
                self.found(Severity::Warning, "sent_on", about, message);
            }
        }
    }

    fn offered(&mut self, rule: &Rule, stop: &Stop, first: Date) {
        let Some(site) = self.sites.get(&stop.site) else {
            return;
        };
        let (name, need) = (&stop.site, &stop.need);
        let service = site.service(need);
        let confirmed = |until| {
            service.is_some_and(|row| {
                row.confirmation
                    .as_ref()
                    .is_some_and(|own| until <= own.review_by)
            })
        };
        let (severity, code, message) = match service.map(|service| service.offer) {
            Some(Offer::Offered) if confirmed(first) => return,
            Some(Offer::Offered) => (
                Severity::Warning,
                "unconfirmed",
                format!("nobody has confirmed that {name} offers {need} when the rule begins"),
            ),
            Some(Offer::Unknown) => (
                Severity::Warning,
                "offer_unknown",
                format!(
                    "nobody has said whether {name} offers {need}; people are told to call first"
                ),
            ),
            Some(Offer::NotOffered) => (
                Severity::Error,
                "not_offered",
                format!("{name} is known not to offer {need}"),
            ),
            None => (
                Severity::Error,
                "not_offered",
                format!("{name} has no service for {need}"),
            ),
        };
        self.found(severity, code, (Some(rule), Some(&stop.site)), message);
    }

    fn consent(&mut self, rule: &Rule, end: &End) {
        let Some(site) = self.sites.get(&end.stop.site) else {
            return;
        };
        let Some(day) = end.refused else {
            return;
        };
        let (who, need) = (&site.organization, &end.stop.need);
        let about = (Some(rule), Some(&end.stop.site));
        if !end.agreed {
            let message = format!(
                "{who} has not agreed that people are sent to {} for {need}, so nobody is",
                end.stop.site
            );
            self.found(Severity::Warning, "no_consent", about, message);
        } else if self.plan.from.is_some() {
            let message = format!(
                "{who} has not agreed for every day: on {day} nobody is sent to {} for {need}",
                end.stop.site
            );
            let gap = About {
                day: Some(day),
                ..About::default()
            };
            self.found_about(Severity::Warning, "consent_gap", about, message, gap);
        }
    }
}

/// A target at which a rule itself ends, over all its days.
struct End {
    stop: Stop,
    /// Consented on some day.
    agreed: bool,
    /// The first day without consent.
    refused: Option<Date>,
}

impl End {
    fn note(ends: &mut Vec<Self>, stop: &Stop, day: Date, agreed: bool) {
        let refused = (!agreed).then_some(day);
        let known = ends
            .iter_mut()
            .find(|end| (&end.stop.site, &end.stop.need) == (&stop.site, &stop.need));
        match known {
            Some(end) => {
                end.agreed |= agreed;
                end.refused = end.refused.or(refused);
            }
            None => ends.push(Self {
                stop: stop.clone(),
                agreed,
                refused,
            }),
        }
    }
}

/// Whether the rule itself names this stop; the rule at the end of a chain answers for its own.
fn names(rule: &Rule, stop: &Stop) -> bool {
    rule.targets.iter().any(|target| {
        target.site == stop.site && target.need.as_ref().unwrap_or(&rule.need) == &stop.need
    })
}

fn organization<'a>(
    sites: &HashMap<&SiteSlug, &'a Site>,
    organizations: &HashMap<&OrganizationId, &'a Organization>,
    slug: &SiteSlug,
) -> Option<&'a Organization> {
    organizations.get(&sites.get(slug)?.organization).copied()
}
