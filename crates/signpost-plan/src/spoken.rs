//! What of a version's own words people read on a day. Words that were right when they were approved may name an organization that has not
//! agreed, or does not any more: they are held back then, everywhere, and words of ours stand in their place.

use std::{cell::OnceCell, sync::LazyLock};

use jiff::civil::Date;
use signpost_domain::{Directory, Lang, OrganizationId, Plan, Rule, Text};
use signpost_messages::{Catalogue, texts};

use crate::{
    Route,
    named::{Named, Scope},
};

static MESSAGES: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::read(&[
        (Lang::En, texts!["locales/en/said.ftl"]),
        (Lang::Fr, texts!["locales/fr/said.ftl"]),
    ])
});

/// Why words of a version are held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// No place that they may speak of is left: none of those the rule leads to has agreed.
    NoPlaceLeft,
    /// They name an organization that has not agreed on that day.
    Names {
        /// Which.
        organization: OrganizationId,
        /// What they call it.
        name: String,
    },
}

/// A version as it speaks on a day.
pub struct Spoken<'a> {
    plan: &'a Plan,
    directory: &'a Directory,
    day: Date,
    named: OnceCell<Named<'a>>,
}

impl<'a> Spoken<'a> {
    /// The day is one in the plan's zone.
    #[must_use]
    pub const fn new(plan: &'a Plan, directory: &'a Directory, day: Date) -> Self {
        Self {
            plan,
            directory,
            day,
            named: OnceCell::new(),
        }
    }

    /// Why the message of a rule is held back; `None` when it is not. `route` is where the rule leads that day.
    #[must_use]
    pub fn held(&self, rule: &Rule, route: &Route) -> Option<Held> {
        if route.targets.is_empty() && !route.unconsented.is_empty() {
            return Some(Held::NoPlaceLeft);
        }
        self.names(&Scope::of_rule(rule, route), &rule.message)
    }

    /// Why the summary of the version is held back.
    #[must_use]
    pub fn summary_held(&self) -> Option<Held> {
        self.names(&Scope::of_plan(self.plan), &self.plan.summary)
    }

    /// What somebody reads who comes from the door of a rule: its message, or words of ours.
    #[must_use]
    pub fn message(&self, rule: &Rule, route: &Route) -> Text {
        if self.held(rule, route).is_none() {
            return rule.message.clone();
        }
        let mut needs = self.directory.needs.iter();
        let need = needs.find(|need| need.code == rule.need);
        in_both(|lang| {
            let need = need.map_or(rule.need.as_str(), |need| need.name.words(lang));
            MESSAGES.of(lang).say("changed-here", &[("need", need)])
        })
    }

    /// The same route; what its notes say of whom has not agreed is left out.
    #[must_use]
    pub fn route(&self, rule: &Rule, route: Route) -> Route {
        if route.targets.iter().all(|stop| stop.note.is_empty()) {
            return route;
        }
        let mut spoken = route.clone();
        for stop in &mut spoken.targets {
            if self
                .names(&Scope::of_rule(rule, &route), &stop.note)
                .is_some()
            {
                stop.note = Text::default();
            }
        }
        spoken
    }

    /// The word about one target, unless it names somebody who has not agreed.
    #[must_use]
    pub fn note(&self, rule: &Rule, route: &Route, note: &Text) -> Text {
        match self.names(&Scope::of_rule(rule, route), note) {
            None => note.clone(),
            Some(_) => Text::default(),
        }
    }

    /// The title of the version, or its number.
    #[must_use]
    pub fn title(&self) -> Text {
        if self
            .names(&Scope::of_plan(self.plan), &self.plan.title)
            .is_none()
        {
            return self.plan.title.clone();
        }
        let number = self.plan.version.to_string();
        in_both(|lang| MESSAGES.of(lang).say("version", &[("number", &number)]))
    }

    /// The summary of the version, or words of ours.
    #[must_use]
    pub fn summary(&self) -> Text {
        if self.summary_held().is_none() {
            return self.plan.summary.clone();
        }
        in_both(|lang| MESSAGES.of(lang).plain("plan-changed").to_owned())
    }

    fn names(&self, scope: &Scope<'_>, text: &Text) -> Option<Held> {
        if text.is_empty() {
            return None;
        }
        let named = self
            .named
            .get_or_init(|| Named::new(self.plan, self.directory));
        let found = named.unagreed(scope, self.day, &[text]);
        let (organization, name) = found.into_iter().next()?;
        Some(Held::Names {
            organization: organization.id.clone(),
            name: name.to_owned(),
        })
    }
}

/// Words of ours in every language we have them in; other readers get the nearest.
fn in_both(say: impl Fn(Lang) -> String) -> Text {
    Text::en_fr(&say(Lang::En), &say(Lang::Fr))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_everything_and_put_in_the_same() {
        assert_eq!(MESSAGES.faults(), Vec::<String>::new());
    }
}
