//! A brake: most of a directory does not go at once by mistake.

use std::collections::BTreeSet;

use signpost_domain::Directory;

use crate::fault::Failure;

/// So many things may go without a word, however small the town.
const UNASKED: usize = 20;

/// How many names are told of what would go.
const TOLD: usize = 5;

/// Refuses to let more things go than a tenth of all, and more than 20; or more than `allowed`, when somebody said so.
pub(crate) fn not_too_many(
    before: &Directory,
    after: &Directory,
    allowed: Option<usize>,
) -> Result<(), Failure> {
    let (before, after) = (things(before), things(after));
    let gone: Vec<&String> = before.difference(&after).collect();
    let unasked = (before.len() / 10).max(UNASKED);
    if gone.len() <= allowed.unwrap_or(unasked) {
        return Ok(());
    }
    let some: Vec<&str> = gone.iter().take(TOLD).map(|one| one.as_str()).collect();
    let (gone, all) = (gone.len(), before.len());
    Err(Failure::new(format!(
        "{gone} of {all} things would go: {}, … Nothing was changed. Is the data whole? If they are to go, say --allow-removals {gone}.",
        some.join(", ")
    )))
}

/// What a directory holds, each with its kind and name. Exceptions come and go by themselves, and are not counted.
fn things(directory: &Directory) -> BTreeSet<String> {
    let organizations = directory.organizations.iter();
    let mut all: BTreeSet<String> = organizations
        .map(|one| format!("organization {}", one.id))
        .collect();
    for site in &directory.sites {
        all.insert(format!("site {}", site.slug));
        let services = site.services.iter();
        all.extend(services.map(|one| format!("{} at {}", one.need, site.slug)));
        let point = site.disposal_point.iter();
        all.extend(point.map(|_| format!("disposal point {}", site.slug)));
    }
    all.extend(directory.lines.iter().map(|one| format!("line {}", one.id)));
    let landmarks = directory.landmarks.iter();
    all.extend(landmarks.map(|one| format!("landmark {}", one.id)));
    let plans = directory.plans.iter();
    all.extend(plans.map(|one| format!("plan {}", one.version)));
    all
}
