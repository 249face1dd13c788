//! `plan.toml`: the versions of the redirection plan. Whether a plan makes sense is `signpost-plan`'s to say.

mod life;
mod reader;
mod single;
mod written;

use signpost_domain::Plan;

use self::{life::add_words, reader::Reader};
pub use self::{
    single::{PlanFile, plan_of_json, plans_of_toml},
    written::{plan_json, plans_toml},
};
use crate::{tree, upsert::Draft};

pub(crate) const FILE: &str = "plan.toml";

/// Reads the plans into the draft; its needs, organizations and sites have to be there.
pub(crate) fn read(file: &str, text: &str, draft: &mut Draft) {
    let root = tree::read_toml(file, text, &mut draft.faults);
    let mut reader = Reader::of(&draft.directory, std::mem::take(&mut draft.faults));
    let plans = reader.plans(&root);
    let words = reader.words(&root);
    let Reader { faults, spans, .. } = reader;
    draft.faults = faults;
    for (subject, row) in spans {
        draft.spans.keep(subject, &row.span);
    }
    for plan in plans {
        put(&mut draft.directory.plans, plan);
    }
    add_words(&mut draft.directory.organizations, &words);
}

/// Puts a version in the place of the one with its number, or adds it.
fn put(plans: &mut Vec<Plan>, plan: Plan) {
    let known = plans.iter_mut().find(|one| one.version == plan.version);
    match known {
        Some(place) => *place = plan,
        None => plans.push(plan),
    }
}
