//! What differs between two versions of a site.

use std::collections::BTreeSet;

use signpost_domain::{ExceptionId, NeedCode, PointMember, Site};

use crate::{
    Part, Value,
    part::{OF_A_SERVICE, OWN},
};

/// A part that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Which part.
    pub part: Part,
    /// What it held; `None` when there was no site.
    pub before: Option<Value>,
    /// What it holds; `None` when there is no site any more.
    pub after: Option<Value>,
}

/// Every part two sites may differ in, in the order a reader expects them.
pub(crate) fn parts_of(sites: &[&Site]) -> Vec<Part> {
    let needs: BTreeSet<&NeedCode> = sites
        .iter()
        .flat_map(|site| site.services.iter().map(|service| &service.need))
        .collect();
    let exceptions: BTreeSet<&ExceptionId> = sites
        .iter()
        .flat_map(|site| site.exceptions.iter().map(|exception| &exception.id))
        .collect();
    let own = OWN.iter().map(|(_, part)| part.clone());
    let is_point = sites.iter().any(|site| site.disposal_point.is_some());
    let point = PointMember::ALL.iter().filter(|_| is_point);
    let point = point.map(|member| Part::DisposalPoint(*member));
    let services = needs.into_iter().flat_map(|need| {
        OF_A_SERVICE
            .iter()
            .map(|(_, part)| Part::Service(need.clone(), *part))
    });
    let exceptions = exceptions.into_iter().cloned().map(Part::Exception);
    own.chain(point).chain(services).chain(exceptions).collect()
}

/// The parts that differ. `None` stands for a site that is not there: then every part that says something differs. The slug is no part,
/// for it never changes.
#[must_use]
pub fn differences(before: Option<&Site>, after: Option<&Site>) -> Vec<Difference> {
    let sites: Vec<&Site> = before.into_iter().chain(after).collect();
    parts_of(&sites)
        .into_iter()
        .map(|part| Difference {
            before: before.map(|site| Value::of(site, &part)),
            after: after.map(|site| Value::of(site, &part)),
            part,
        })
        .filter(|difference| difference.before != difference.after)
        .collect()
}

/// Makes these parts of a site what they are after the differences. What takes a whole service away comes last.
pub fn put_all<'a>(site: &mut Site, differences: impl IntoIterator<Item = &'a Difference>) {
    let mut last = Vec::new();
    for difference in differences {
        let Some(value) = difference.after.clone() else {
            continue;
        };
        if value == Value::Flag(false) && matches!(difference.part, Part::Service(..)) {
            last.push(difference.part.clone());
        } else {
            value.put(site, &difference.part);
        }
    }
    for part in last {
        Value::Flag(false).put(site, &part);
    }
}
