//! Which texts are prose, so that the language check looks at them: at every door the same ones. Names and addresses are not; nobody corrects
//! what a body calls itself.

use crate::{FaultSubject, Plan, Site, Text};

/// A text that is prose, and where it stands.
#[derive(Debug, Clone)]
pub struct ProseText<'d> {
    /// What it is about.
    pub subject: FaultSubject,
    /// Of a rule: which of its targets, counted from 1.
    pub target: Option<usize>,
    /// The member.
    pub field: &'static str,
    /// The words.
    pub text: &'d Text,
}

impl<'d> ProseText<'d> {
    fn of(subject: FaultSubject, field: &'static str, text: &'d Text) -> Self {
        Self {
            subject,
            target: None,
            field,
            text,
        }
    }

    /// The member as edits name it, such as `services.supplies.bring`.
    #[must_use]
    pub fn path(&self) -> String {
        let field = self.field;
        match (&self.subject, self.target) {
            (FaultSubject::Service(_, need), _) => format!("services.{need}.{field}"),
            (FaultSubject::Exception(_, id), _) => format!("exceptions.{id}.{field}"),
            (FaultSubject::Rule(_, id), None) => format!("rules.{id}.{field}"),
            (FaultSubject::Rule(_, id), Some(nth)) => format!("rules.{id}.targets.{nth}.{field}"),
            _ => field.to_owned(),
        }
    }
}

/// The prose of a place.
#[must_use]
pub fn prose_of_site(site: &Site) -> Vec<ProseText<'_>> {
    let slug = || site.slug.to_string();
    let own = |field, text| ProseText::of(FaultSubject::Site(slug()), field, text);
    let mut texts = vec![
        own("door", &site.door),
        own("access", &site.access),
        own("description", &site.description),
    ];
    for service in &site.services {
        let subject = || FaultSubject::Service(slug(), service.need.to_string());
        let own = |field, text| ProseText::of(subject(), field, text);
        let for_whom = &service.eligibility_description;
        texts.push(own("hours_note", &service.hours_note));
        texts.push(own("description", &service.description));
        texts.push(own("bring", &service.bring));
        texts.push(own("eligibility_description", for_whom));
    }
    for exception in &site.exceptions {
        let subject = FaultSubject::Exception(slug(), exception.id.to_string());
        texts.push(ProseText::of(subject, "reason", &exception.reason));
    }
    texts
}

/// The prose of a version of the plan.
#[must_use]
pub fn prose_of_plan(plan: &Plan) -> Vec<ProseText<'_>> {
    let own = |field, text| ProseText::of(FaultSubject::Plan(plan.version), field, text);
    let mut texts = vec![own("title", &plan.title), own("summary", &plan.summary)];
    for rule in &plan.rules {
        let subject = || FaultSubject::Rule(plan.version, rule.id.to_string());
        texts.push(ProseText::of(subject(), "message", &rule.message));
        let targets = (1..).zip(&rule.targets);
        texts.extend(targets.map(|(nth, target)| ProseText {
            target: Some(nth),
            ..ProseText::of(subject(), "note", &target.note)
        }));
    }
    texts
}
