//! Other approved versions for the same days: of those the one with the highest number counts.

use jiff::civil::Date;
use signpost_domain::{Directory, PlanStatus};

use super::{About, Checking, Severity, days::Days};
use crate::counting::{counts_from, overriding};

impl Checking<'_> {
    /// Versions that this one takes the place of, and those that take its place: from `today` on, for what is over is no matter.
    pub(super) fn rivals(&mut self, directory: &Directory, today: Date) {
        let plan = self.plan;
        if plan.status == PlanStatus::Ended || plan.from.is_none() || Days::of(plan).is_empty() {
            return;
        }
        let mut plans = directory.plans.iter();
        let stored = plans.find(|other| other.version == plan.version);
        let is_published = stored.is_some_and(|stored| stored.status != PlanStatus::Draft);
        if !is_published && plan.last_day().is_some_and(|last| last < today) {
            let message = "the last day of the plan is over, so it would send nobody anywhere";
            self.found(Severity::Error, "over", (None, None), message.into());
            return;
        }
        for rival in directory.plans.iter().filter(|other| {
            plan.status == PlanStatus::Approved
                && other.version < plan.version
                && other.status == PlanStatus::Approved
                && Days::of(plan).meet(Days::of(other))
        }) {
            let message = format!(
                "plan {} is approved for some of the same days; on those this one counts, for its number is higher",
                rival.version
            );
            let about = About {
                versions: vec![rival.version],
                ..About::default()
            };
            let place = (None, None);
            self.found_about(Severity::Warning, "plans_overlap", place, message, about);
        }
        let over = overriding(plan, &directory.plans, today);
        if over.is_empty() {
            return;
        }
        if counts_from(plan, &directory.plans, today).is_none() {
            let versions: Vec<u32> = over.iter().map(|(rival, _)| rival.version).collect();
            let numbers: Vec<String> = versions.iter().map(u32::to_string).collect();
            let message = format!(
                "it would never count: of the versions approved for its days the highest number counts, and that is {}; end that one, or \
                 start the next version as a copy of this one",
                numbers.join(", ")
            );
            let about = About {
                versions,
                ..About::default()
            };
            // What is published is past mending, and harms nobody.
            let severity = if is_published {
                Severity::Warning
            } else {
                Severity::Error
            };
            self.found_about(severity, "never_counts", (None, None), message, about);
            return;
        }
        for (rival, days) in over {
            let until = days
                .last
                .map_or_else(|| "on".to_owned(), |last| format!("to {last}"));
            let message = format!(
                "plan {} counts instead from {} {until}, for its number is higher",
                rival.version, days.first
            );
            let about = About {
                versions: vec![rival.version],
                day: Some(days.first),
                last: days.last,
                ..About::default()
            };
            let place = (None, None);
            self.found_about(Severity::Warning, "overridden", place, message, about);
        }
    }
}
