//! Data from files, whole or not at all: the one step behind `check`, `import` and the first start.

use std::{collections::HashMap, path::Path};

use jiff::civil::Date;
use signpost_domain::{
    Directory, FaultSubject, Lang, NeedCode, PlanStatus, PointMisfit, ServiceEntry, Site, SiteSlug,
};
use signpost_editing::{HoursCheck, rules};
use signpost_exchange::{Fault, Practice, SourceSpans};
use signpost_plan::{PlanFault, Severity};

use crate::{clock::Clock, wording};

/// What was read, and what to say about it although nothing stands in its way.
#[derive(Debug)]
pub(crate) struct Read {
    /// The directory, with what was read in it.
    pub directory: Directory,
    /// Words that should be others, plans that a single file leaves with an error, and hours that may not be meant: one line each.
    pub notes: Vec<String>,
    /// Lines of a folder's service log, which is no part of the directory.
    pub service_log: Vec<ServiceEntry>,
    /// A year that never was, of a town to practise with.
    pub practice: Practice,
}

/// Reads a data folder, or lays a single CSV or GeoJSON file, or HSDS, over `base`.
///
/// A label blocks, wherever it comes from; of a single file only its own words are looked at, so that an old text never stands in the
/// way of a new phone number. What the plan check calls an error is a fault of a folder's `plan.toml`, unless the plan is a draft. A
/// single file holds no plan: that a place stops offering something is true even when a plan still sends people there, so that is said
/// and taken.
pub(crate) fn read_data(base: Option<Directory>, path: &Path) -> Result<Read, Vec<Fault>> {
    let shown = path.display().to_string();
    let is_hsds = signpost_exchange::is_hsds(path);
    let is_folder = path.is_dir() && !is_hsds;
    let mut notes = Vec::new();
    let (before, (mut directory, spans)) = match base {
        Some(base) if is_hsds => {
            let read = signpost_exchange::read_hsds(base.clone(), path)?;
            notes.extend(read.notes);
            (Some(base), (read.directory, read.spans))
        }
        Some(base) if !is_folder => {
            let read = signpost_exchange::read_into_placed(base.clone(), path)?;
            (Some(base), read)
        }
        None if path.is_file() || is_hsds => {
            let message = "a single file is laid over a directory, and there is none yet: give a data folder first";
            return Err(vec![Fault::of_file(&shown, message)]);
        }
        _ => (None, signpost_exchange::read_folder_placed(path)?),
    };
    let service_log = if is_folder {
        signpost_exchange::read_service_log(path, &directory)?
    } else {
        Vec::new()
    };
    let practice = if is_folder {
        signpost_exchange::read_practice(path, &directory)?
    } else {
        Practice::default()
    };
    let mut faults = Vec::new();
    match &before {
        None => {
            let file = path.join("plan.toml").display().to_string();
            let errors = plan_errors(&directory);
            faults.extend(errors.map(|error| error.placed(&spans, &file)));
        }
        Some(before) => {
            let old: Vec<_> = plan_errors(before).collect();
            let new = plan_errors(&directory).filter(|error| !old.contains(error));
            notes.extend(new.map(|error| format!("plan {}: {}", error.version, error.message)));
        }
    }
    faults.extend(in_water(&directory, before.as_ref()).map(|site| {
        let message = format!(
            "{} ({}) lies in the water as ground.geojson draws it: a place to leave used needles stands on land, so its numbers or the outline are wrong",
            site.name.words(Lang::En),
            site.slug
        );
        spans.fault(&FaultSubject::Site(site.slug.to_string()), "lat", &message, &shown)
    }));
    for (subject, field, message) in wrong_boxes(&directory, before.as_ref()) {
        faults.push(spans.fault(&subject, field, &message, &shown));
    }
    notes.extend(over(&directory));
    for found in wording::of(&directory, before.as_ref()) {
        if found.blocks() {
            faults.push(found.placed(&spans, &shown));
        } else {
            notes.push(found.in_words());
        }
    }
    notes.extend(hours_notes(&directory, before.as_ref()));
    if faults.is_empty() {
        for entry in &service_log {
            make_room(&mut directory, entry);
        }
        Ok(Read {
            directory,
            notes,
            service_log,
            practice,
        })
    } else {
        Err(faults)
    }
}

/// Places to leave used needles that lie in the water and did not in `before`.
fn in_water<'d>(
    directory: &'d Directory,
    before: Option<&'d Directory>,
) -> impl Iterator<Item = &'d Site> {
    let old = move |slug: &SiteSlug| before?.sites.iter().find(|site| site.slug == *slug);
    let disposal = NeedCode::disposal();
    directory
        .sites
        .iter()
        .filter(move |site| site.service(&disposal).is_some())
        .filter(move |site| rules::puts_into_water(old(&site.slug), site, &directory.ground))
}

/// Boxes that nobody could find, and boxes that a file says to stand although their last day is over; what was so before is not judged.
fn wrong_boxes(
    directory: &Directory,
    before: Option<&Directory>,
) -> Vec<(FaultSubject, &'static str, String)> {
    let old = |slug: &SiteSlug| before?.sites.iter().find(|site| site.slug == *slug);
    let today = today(directory);
    let mut found = Vec::new();
    for site in &directory.sites {
        let was = old(&site.slug);
        let hidden = site.disposal_point.is_none() && site.cannot_be_found();
        if hidden && was.is_none_or(|was| !was.cannot_be_found()) {
            let subject = FaultSubject::Site(site.slug.to_string());
            let misfit = PointMisfit::NotToBeFound;
            found.push((subject, misfit.field(), misfit.to_string()));
        }
        // A folder is read again long after it was written: there it is only said.
        let changed = was.is_some_and(|was| was.disposal_point != site.disposal_point);
        if changed && is_over(site, today) {
            let subject = FaultSubject::DisposalPoint(site.slug.to_string());
            found.push((subject, "last_day", past_its_end(site)));
        }
    }
    found
}

/// Boxes that stand past their last day, one line each.
fn over(directory: &Directory) -> Vec<String> {
    let today = today(directory);
    let sites = directory.sites.iter().filter(|site| is_over(site, today));
    sites.map(past_its_end).collect()
}

fn is_over(site: &Site, today: Date) -> bool {
    let point = site.disposal_point.as_ref();
    point.is_some_and(|point| point.stands_past_its_end(today))
}

fn past_its_end(site: &Site) -> String {
    format!(
        "{} ({}) is a box with the status existing whose last_day is over: write closed, or another last day",
        site.name.words(Lang::En),
        site.slug
    )
}

/// The civil day in the town; of a zone that nobody knows nothing is over.
fn today(directory: &Directory) -> Date {
    let now = Clock::Running.now();
    signpost_hours::Zone::named(&directory.zone).map_or(Date::MIN, |zone| zone.day(now))
}

/// A line of the log that leaves room ends what was said of the box being full on an earlier day.
fn make_room(directory: &mut Directory, entry: &ServiceEntry) {
    let Ok(before) = entry.day.yesterday() else {
        return;
    };
    let mut sites = directory.sites.iter_mut();
    if let Some(site) = sites.find(|site| site.slug == entry.site)
        && entry.leaves_room()
    {
        site.exceptions.retain(|one| !one.is_full_on(before));
    }
}

/// Hours that may not be meant, as far as they do not stand in `before` already.
fn hours_notes(directory: &Directory, before: Option<&Directory>) -> Vec<String> {
    let old: HashMap<&SiteSlug, &Site> = before
        .iter()
        .flat_map(|before| &before.sites)
        .map(|site| (&site.slug, site))
        .collect();
    let mut check = HoursCheck::default();
    let sites = directory.sites.iter();
    sites
        .flat_map(|site| {
            let old = old.get(&site.slug).copied();
            let warnings = check.warnings(old, site, Lang::En);
            warnings.into_iter().map(|found| {
                format!(
                    "{}, {}: {} ({})",
                    site.slug, found.field, found.detail, found.code
                )
            })
        })
        .collect()
}

/// An error of a plan that is more than a draft.
#[derive(PartialEq)]
struct PlanError {
    version: u32,
    rule: Option<String>,
    message: String,
}

impl PlanError {
    fn placed(&self, spans: &SourceSpans, file: &str) -> Fault {
        let subject = match &self.rule {
            Some(rule) => FaultSubject::Rule(self.version, rule.clone()),
            None => FaultSubject::Plan(self.version),
        };
        let field = format!("plan {}", self.version);
        spans.fault(&subject, &field, &self.message, file)
    }
}

/// Every error of a plan that is more than a draft.
fn plan_errors(directory: &Directory) -> impl Iterator<Item = PlanError> {
    directory
        .plans
        .iter()
        .filter(|plan| plan.status != PlanStatus::Draft)
        .flat_map(|plan| {
            signpost_plan::check(plan, directory)
                .into_iter()
                .map(move |fault| (plan.version, fault))
        })
        .filter(|(_, fault)| fault.severity == Severity::Error)
        .map(|(version, fault)| PlanError {
            version,
            rule: fault.rule.as_ref().map(ToString::to_string),
            message: fault_line(&fault),
        })
}

/// A fault of a plan in one line.
pub(crate) fn fault_line(fault: &PlanFault) -> String {
    let severity = match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    match &fault.rule {
        Some(rule) => format!(
            "{severity} in rule {rule}: {} ({})",
            fault.message, fault.code
        ),
        None => format!("{severity}: {} ({})", fault.message, fault.code),
    }
}
