//! Whom a plan's public words name although it has not agreed.

use jiff::civil::Date;
use signpost_domain::{Directory, Lang, Organization, Rule, Text};

use super::{About, Checking, Severity, days::Days};
use crate::named::{Named, Scope};

/// Somebody whom words name, on the days that are looked at.
struct Alarm<'a> {
    organization: &'a Organization,
    name: String,
    /// The first day on which it has not agreed.
    first: Date,
    /// Of how many days that are looked at.
    times: usize,
}

impl Checking<'_> {
    /// Organizations and places that the title, the summary, a message or a note names, though they have not agreed; each once for the version
    /// and once for a rule.
    pub(super) fn names(&mut self, directory: &Directory) {
        let plan = self.plan;
        let named = Named::new(plan, directory);
        let days = self.change_days_in(Days::of(plan));
        let mut alarms = Vec::new();
        let scope = Scope::of_plan(plan);
        for &day in &days {
            let found = named.unagreed(&scope, day, &[&plan.title, &plan.summary]);
            note(&mut alarms, found, day);
        }
        self.alarms(None, alarms, days.len());
        for rule in &plan.rules {
            let days = self.change_days_in(Days::of_rule(plan, rule));
            let mut alarms = Vec::new();
            for &day in &days {
                let route = self.route(rule, day);
                let notes = rule.targets.iter().map(|target| &target.note);
                let texts: Vec<&Text> = std::iter::once(&rule.message).chain(notes).collect();
                let found = named.unagreed(&Scope::of_rule(rule, &route), day, &texts);
                note(&mut alarms, found, day);
            }
            self.alarms(Some(rule), alarms, days.len());
        }
    }

    fn alarms(&mut self, rule: Option<&Rule>, alarms: Vec<Alarm<'_>>, days: usize) {
        for alarm in alarms {
            let (who, name) = (alarm.organization.name.words(Lang::En), &alarm.name);
            let always = alarm.times == days;
            // A draft without days has a first day some time.
            if !always && self.plan.from.is_none() {
                continue;
            }
            let (code, message) = if always {
                let message = format!(
                    "the public would read the name \"{name}\", but {who} has not agreed to be part of this plan: until it has, people read \
                     words of ours instead"
                );
                ("names_unagreed", message)
            } else {
                let message = format!(
                    "the public would read the name \"{name}\", but {who} has not agreed for every day: from {} on people read words of ours \
                     instead",
                    alarm.first
                );
                ("names_gap", message)
            };
            let about = About {
                organization: Some(alarm.organization.id.clone()),
                name: Some(alarm.name),
                day: Some(alarm.first),
                ..About::default()
            };
            self.found_about(Severity::Warning, code, (rule, None), message, about);
        }
    }
}

fn note<'a>(alarms: &mut Vec<Alarm<'a>>, found: Vec<(&'a Organization, &str)>, day: Date) {
    for (organization, name) in found {
        let mut known = alarms.iter_mut();
        match known.find(|alarm| alarm.organization.id == organization.id) {
            Some(alarm) => alarm.times += 1,
            None => alarms.push(Alarm {
                organization,
                name: name.to_owned(),
                first: day,
                times: 1,
            }),
        }
    }
}
