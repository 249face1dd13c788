//! What is wrong with a plan, found before anyone is sent anywhere by it.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::{Date, Time, Weekday};
use serde::Serialize;
use signpost_domain::{
    Directory, Lang, Need, NeedCode, Organization, OrganizationId, Plan, PlanStatus, Rule, RuleId,
    Site, SiteSlug,
};
use signpost_hours::Zone;

use crate::routes::Rulebook;

mod closing;
mod days;
mod ends;
mod names;
mod rivals;

use days::Days;
pub use days::change_days;
use utoipa::ToSchema;

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[schema(as = FaultSeverity)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The plan does not do what it says; it should not be approved.
    Error,
    /// Someone should look; the plan holds without it.
    Warning,
}

/// One thing that is wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlanFault {
    /// How much it matters.
    pub severity: Severity,
    /// A stable word for the kind of fault, such as `loop` or `no_consent`.
    pub code: &'static str,
    /// The rule it is about; `None` when it is about the plan.
    #[schema(required)]
    pub rule: Option<RuleId>,
    /// The target it is about.
    #[schema(required)]
    pub target: Option<SiteSlug>,
    /// What is wrong, in a plain sentence.
    pub message: String,
    /// What it speaks of, for who says it in other words.
    #[serde(skip)]
    pub about: About,
}

/// What a fault speaks of beside its rule and target.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The organization.
    pub organization: Option<OrganizationId>,
    /// What public words call it.
    pub name: Option<String>,
    /// The first day on which it is so.
    pub day: Option<Date>,
    /// The last day on which it is so; `None` when that is open, or nothing is said of days.
    pub last: Option<Date>,
    /// The other versions, by their numbers.
    pub versions: Vec<u32>,
    /// When a target closes.
    pub closing: Option<Closing>,
    /// Days of a usual week, as runs of them: the first and the last of each.
    pub days: Vec<(Weekday, Weekday)>,
}

/// A target that closes before the old door does, on days on which both are open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// When the target closes.
    pub at: Time,
    /// How much earlier that is; 0 where the old door never closed.
    ///
    /// # Units
    /// Minutes.
    pub earlier: u32,
    /// On which days, as runs of them: the first and the last of each.
    pub days: Vec<(Weekday, Weekday)>,
}

/// Every fault of a plan, held against the directory: first those of the plan, then those of each rule in its order.
///
/// Errors: `zone`, `no_first_day`, `dates`, `overlap`, `loop`, `own_door`, `unknown_site`, `not_offered`, `no_message`, `never_counts`, `over`. Warnings:
/// `no_rules`, `plans_overlap`, `overridden`, `outside_plan`, `one_language`, `no_targets`, `target_twice`, `offer_unknown`, `unconfirmed`, `no_consent`,
/// `consent_gap`, `names_unagreed`, `names_gap`, `closes_earlier`, `closed_days`, `sent_on`.
///
/// `never_counts` is a warning of what is published already.
#[must_use]
pub fn check(plan: &Plan, directory: &Directory) -> Vec<PlanFault> {
    check_from(plan, directory, Date::MIN)
}

/// The same for a version that is to be approved on a day: days that are over make no version count.
#[must_use]
pub fn check_from(plan: &Plan, directory: &Directory, today: Date) -> Vec<PlanFault> {
    let mut checking = Checking {
        plan,
        sites: directory
            .sites
            .iter()
            .map(|site| (&site.slug, site))
            .collect(),
        organizations: directory
            .organizations
            .iter()
            .map(|row| (&row.id, row))
            .collect(),
        book: Rulebook::new(plan),
        change_days: change_days(plan, &directory.organizations),
        needs: &directory.needs,
        faults: Vec::new(),
    };
    checking.plan();
    checking.rivals(directory, today);
    checking.names(directory);
    for (ix, rule) in plan.rules.iter().enumerate() {
        checking.words(rule);
        checking.overlap(ix, rule);
        checking.targets(rule);
        checking.ends(rule);
        checking.closing(rule);
    }
    checking.faults
}

struct Checking<'a> {
    plan: &'a Plan,
    sites: HashMap<&'a SiteSlug, &'a Site>,
    organizations: HashMap<&'a OrganizationId, &'a Organization>,
    book: Rulebook<'a>,
    /// Days on which the plan may begin to say something else.
    change_days: BTreeSet<Date>,
    needs: &'a [Need],
    faults: Vec<PlanFault>,
}

impl Checking<'_> {
    fn found(
        &mut self,
        severity: Severity,
        code: &'static str,
        (rule, target): (Option<&Rule>, Option<&SiteSlug>),
        message: String,
    ) {
        self.found_about(severity, code, (rule, target), message, About::default());
    }

    fn found_about(
        &mut self,
        severity: Severity,
        code: &'static str,
        (rule, target): (Option<&Rule>, Option<&SiteSlug>),
        message: String,
        about: About,
    ) {
        self.faults.push(PlanFault {
            severity,
            code,
            rule: rule.map(|rule| rule.id.clone()),
            target: target.cloned(),
            message,
            about,
        });
    }

    /// What a place is called in English; its slug when it is not there.
    fn called(&self, slug: &SiteSlug) -> String {
        let site = self.sites.get(slug);
        site.map_or_else(
            || slug.to_string(),
            |site| site.name.words(Lang::En).to_owned(),
        )
    }

    fn plan(&mut self) {
        let plan = self.plan;
        if let Err(error) = Zone::named(&plan.zone) {
            self.found(Severity::Error, "zone", (None, None), error.to_string());
        }
        if plan.status == PlanStatus::Approved && plan.from.is_none() {
            let message = "an approved plan without a first day is never in force".into();
            self.found(Severity::Error, "no_first_day", (None, None), message);
        }
        if Days::of(plan).is_empty() {
            let message = "the last day of the plan is before its first".into();
            self.found(Severity::Error, "dates", (None, None), message);
        }
        if plan.rules.is_empty() {
            let message = "the plan has no rules, so it sends nobody anywhere".into();
            self.found(Severity::Warning, "no_rules", (None, None), message);
        }
    }

    fn words(&mut self, rule: &Rule) {
        let about = (Some(rule), None);
        let (own, plan) = (Days::of_rule_alone(rule), Days::of(self.plan));
        if own.is_empty() {
            let message = "the last day of the rule is before its first".into();
            self.found(Severity::Error, "dates", about, message);
        } else if !own.meet(plan) && !plan.is_empty() {
            let message = "no day of the rule is a day of the plan, so it never applies".into();
            self.found(Severity::Error, "dates", about, message);
        } else if rule.first.is_some_and(|first| first < plan.first)
            || rule.last.is_some_and(|last| last > plan.last)
        {
            let message =
                "some days of the rule are not days of the plan; on those it does not apply".into();
            self.found(Severity::Warning, "outside_plan", about, message);
        }
        if rule.message.exactly(Lang::En).is_none() {
            let message =
                "who comes from this door is told nothing: write an English message".into();
            self.found(Severity::Error, "no_message", about, message);
        } else if rule.message.exactly(Lang::Fr).is_none() {
            let message = "the message is not in both English and French".into();
            self.found(Severity::Warning, "one_language", about, message);
        }
    }

    fn overlap(&mut self, ix: usize, rule: &Rule) {
        let plan = self.plan;
        let earlier = plan.rules.iter().take(ix).find(|other| {
            (&other.from, &other.need) == (&rule.from, &rule.need)
                && Days::of_rule(plan, other).meet(Days::of_rule(plan, rule))
        });
        if let Some(other) = earlier {
            let message = format!(
                "rule {} is for the same door, need and days; on those only that one applies",
                other.id
            );
            self.found(Severity::Error, "overlap", (Some(rule), None), message);
        }
    }

    /// What shows without following chains.
    fn targets(&mut self, rule: &Rule) {
        if !self.sites.contains_key(&rule.from) {
            let message = format!("no site has the slug {}", rule.from);
            self.found(Severity::Error, "unknown_site", (Some(rule), None), message);
        }
        if rule.targets.is_empty() {
            let message =
                "the rule has no targets: the message is shown, and the usual order answers".into();
            self.found(Severity::Warning, "no_targets", (Some(rule), None), message);
        }
        let mut seen: Vec<(&SiteSlug, &NeedCode)> = Vec::new();
        for target in &rule.targets {
            let about = (Some(rule), Some(&target.site));
            let need = target.need.as_ref().unwrap_or(&rule.need);
            if !self.sites.contains_key(&target.site) {
                let message = format!("no site has the slug {}", target.site);
                self.found(Severity::Error, "unknown_site", about, message);
            }
            if target.site == rule.from && need != &rule.need {
                let message = format!(
                    "people who come from {} are sent back to it, for {need}: is that meant?",
                    rule.from
                );
                self.found(Severity::Warning, "own_door", about, message);
            }
            if seen.contains(&(&target.site, need)) {
                let message = format!("{} is named twice for {need}", target.site);
                self.found(Severity::Warning, "target_twice", about, message);
            }
            seen.push((&target.site, need));
        }
    }
}
