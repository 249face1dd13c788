//! The language check of a plan's texts, as that of a site's: only of words that changed.

use signpost_domain::{Directory, Plan, prose_of_plan};

use crate::wording::{WordingFault, WordingOverride, by_field, faults_between};

pub(super) fn faults(
    before: Option<&Plan>,
    after: &Plan,
    kept: &[WordingOverride],
    directory: &Directory,
) -> Vec<WordingFault> {
    let words = |plan| by_field(prose_of_plan(plan));
    let old = before.map(words).unwrap_or_default();
    faults_between(&old, &words(after), kept, directory)
}
