//! Checks across rows: does every id point at something, is every pair of days in order.

use std::collections::BTreeSet;

use crate::{Directory, ExceptionKind, PointMisfit, Site};

/// The row a fault is about, so that a reader of files can name the line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultSubject {
    /// An organization, by id.
    Organization(String),
    /// A site, by slug.
    Site(String),
    /// A service, by slug and need.
    Service(String, String),
    /// A disposal point, by slug.
    DisposalPoint(String),
    /// An exception, by slug and id.
    Exception(String, String),
    /// A phone line, by id.
    Line(String),
    /// A landmark, by id.
    Landmark(String),
    /// A locality, by name.
    Locality(String),
    /// A crossing, by id.
    Crossing(String),
    /// A neighbourhood, by id.
    Neighbourhood(String),
    /// A rule, by plan version and id.
    Rule(u32, String),
    /// A plan, by version.
    Plan(u32),
}

/// Something that cannot be right, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row.
    pub subject: FaultSubject,
    /// The field, as it is named in the data files.
    pub field: &'static str,
    /// What is wrong, in a sentence.
    pub message: String,
}

/// Every fault of a directory that shows only when rows are held against each other.
#[must_use]
pub fn faults(directory: &Directory) -> Vec<Fault> {
    let mut found = Faults(Vec::new());
    let organizations = found.unique(
        directory
            .organizations
            .iter()
            .map(|o| (FaultSubject::Organization(o.id.to_string()), o.id.as_str())),
    );
    let sites = found.unique(
        directory
            .sites
            .iter()
            .map(|s| (FaultSubject::Site(s.slug.to_string()), s.slug.as_str())),
    );
    let needs: BTreeSet<&str> = directory.needs.iter().map(|n| n.code.as_str()).collect();
    found.unique(
        directory
            .lines
            .iter()
            .map(|l| (FaultSubject::Line(l.id.to_string()), l.id.as_str())),
    );
    found.unique(
        directory
            .landmarks
            .iter()
            .map(|l| (FaultSubject::Landmark(l.id.to_string()), l.id.as_str())),
    );
    found.unique(directory.localities.iter().map(|one| {
        let subject = FaultSubject::Locality(one.name.clone());
        (subject, one.name.as_str())
    }));
    for site in &directory.sites {
        let subject = || FaultSubject::Site(site.slug.to_string());
        if !organizations.contains(site.organization.as_str()) {
            found.push(
                subject(),
                "organization",
                format!("no organization has the id {}", site.organization),
            );
        }
        for misfit in site.point_misfits() {
            let subject = match misfit {
                PointMisfit::NotToBeFound => subject(),
                _ => FaultSubject::DisposalPoint(site.slug.to_string()),
            };
            found.push(subject, misfit.field(), misfit.to_string());
        }
        services(directory, site, &needs, &mut found);
        exceptions(site, (directory, &needs), &mut found);
    }
    for line in &directory.lines {
        for need in line
            .needs
            .iter()
            .filter(|need| !needs.contains(need.as_str()))
        {
            found.push(
                FaultSubject::Line(line.id.to_string()),
                "needs",
                format!("no need has the code {need}"),
            );
        }
    }
    found.unique(
        directory
            .ground
            .neighbourhoods
            .iter()
            .map(|row| (FaultSubject::Neighbourhood(row.id.clone()), row.id.as_str())),
    );
    let banks: BTreeSet<&str> = directory
        .ground
        .banks
        .iter()
        .map(|b| b.id.as_str())
        .collect();
    for crossing in &directory.ground.crossings {
        for bank in crossing
            .joins
            .iter()
            .filter(|bank| !banks.contains(bank.as_str()))
        {
            found.push(
                FaultSubject::Crossing(crossing.id.clone()),
                "joins",
                format!("no bank has the id {bank}"),
            );
        }
    }
    plans(directory, &organizations, &sites, &needs, &mut found);
    found.0
}

struct Faults(Vec<Fault>);

impl Faults {
    fn push(&mut self, subject: FaultSubject, field: &'static str, message: String) {
        self.0.push(Fault {
            subject,
            field,
            message,
        });
    }

    fn unique<'a>(
        &mut self,
        rows: impl Iterator<Item = (FaultSubject, &'a str)>,
    ) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::new();
        for (subject, id) in rows {
            if !seen.insert(id) {
                self.push(subject, "id", format!("{id} is used twice"));
            }
        }
        seen
    }
}

fn services(directory: &Directory, site: &Site, needs: &BTreeSet<&str>, found: &mut Faults) {
    let mut seen = BTreeSet::new();
    for service in &site.services {
        let subject = || FaultSubject::Service(site.slug.to_string(), service.need.to_string());
        if !needs.contains(service.need.as_str()) {
            found.push(
                subject(),
                "need",
                format!("no need has the code {}", service.need),
            );
        }
        if !seen.insert(&service.need) {
            found.push(
                subject(),
                "need",
                format!("{} has two services for {}", site.slug, service.need),
            );
        }
        let known = directory
            .needs
            .iter()
            .find(|need| need.code == service.need);
        for item in &service.items {
            if known.is_some_and(|need| !need.items.iter().any(|own| &own.code == item)) {
                found.push(
                    subject(),
                    "items",
                    format!("{} has no item {item}", service.need),
                );
            }
        }
        if service.has_backward_ages() {
            found.push(
                subject(),
                "maximum_age",
                "the oldest is younger than the youngest".into(),
            );
        }
        if let Some(confirmation) = &service.confirmation
            && confirmation.review_by < confirmation.on
        {
            found.push(
                subject(),
                "review_by",
                "the review day is before the day it was confirmed".into(),
            );
        }
    }
}

fn exceptions(site: &Site, (directory, needs): (&Directory, &BTreeSet<&str>), found: &mut Faults) {
    let mut seen = BTreeSet::new();
    for exception in &site.exceptions {
        let subject = || FaultSubject::Exception(site.slug.to_string(), exception.id.to_string());
        if !seen.insert(&exception.id) {
            found.push(
                subject(),
                "id",
                format!("{} is used twice at {}", exception.id, site.slug),
            );
        }
        if exception.sure_until() < exception.first {
            found.push(subject(), "last", "the last day is before the first".into());
        }
        if exception.last.is_none() && exception.review_by.is_none() {
            found.push(
                subject(),
                "last",
                "say the last day, or the day on which somebody looks again (review_by)".into(),
            );
        }
        if exception.hours.is_some() && exception.kind != ExceptionKind::Open {
            found.push(
                subject(),
                "hours",
                "only an exception of kind open can have hours".into(),
            );
        }
        if exception.kind == ExceptionKind::OutOfStock && exception.need.is_none() {
            found.push(
                subject(),
                "need",
                "what is out of stock must be said: give the code of a need".into(),
            );
        }
        if exception.is_of_items() && exception.kind != ExceptionKind::OutOfStock {
            found.push(
                subject(),
                "items",
                "only what is out of stock is said thing by thing".into(),
            );
        }
        let mut known = directory.needs.iter();
        let known = known.find(|need| Some(&need.code) == exception.need.as_ref());
        for item in &exception.items {
            if known.is_some_and(|need| !need.items.iter().any(|own| &own.code == item)) {
                found.push(subject(), "items", format!("this need has no item {item}"));
            }
        }
        if let Some(need) = &exception.need
            && !needs.contains(need.as_str())
        {
            found.push(subject(), "need", format!("no need has the code {need}"));
        }
    }
}

fn plans(
    directory: &Directory,
    organizations: &BTreeSet<&str>,
    sites: &BTreeSet<&str>,
    needs: &BTreeSet<&str>,
    found: &mut Faults,
) {
    let mut versions = BTreeSet::new();
    for plan in &directory.plans {
        if !versions.insert(plan.version) {
            found.push(
                FaultSubject::Plan(plan.version),
                "version",
                "this version is used twice".into(),
            );
        }
        for consent in &plan.consents {
            if !organizations.contains(consent.organization.as_str()) {
                let message = format!("no organization has the id {}", consent.organization);
                found.push(FaultSubject::Plan(plan.version), "organization", message);
            }
        }
        let mut rules = BTreeSet::new();
        for rule in &plan.rules {
            let subject = || FaultSubject::Rule(plan.version, rule.id.to_string());
            if !rules.insert(&rule.id) {
                found.push(subject(), "id", format!("{} is used twice", rule.id));
            }
            let named = std::iter::once((&rule.from, "from"))
                .chain(rule.targets.iter().map(|target| (&target.site, "site")));
            for (slug, field) in named.filter(|(slug, _)| !sites.contains(slug.as_str())) {
                found.push(subject(), field, format!("no site has the slug {slug}"));
            }
            let named = std::iter::once(&rule.need)
                .chain(rule.targets.iter().filter_map(|t| t.need.as_ref()));
            for need in named.filter(|need| !needs.contains(need.as_str())) {
                found.push(subject(), "need", format!("no need has the code {need}"));
            }
        }
    }
}
