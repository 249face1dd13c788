//! Versions of the plan that come by themselves: through the API, or pasted into a form.

use std::rc::Rc;

use serde_json::Value;
use signpost_domain::{ConsentWord, Directory, OrganizationId, Plan};

use super::reader::Reader;
use crate::{
    fault::{Fault, Faults},
    tree,
};

/// The members that are texts in several languages.
const TEXTS: &[&str] = &["title", "summary", "decided_by", "message", "note"];

/// What a `plan.toml` holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFile {
    /// Its versions.
    pub plans: Vec<Plan>,
    /// What organizations say to being sent people.
    pub words: Vec<(OrganizationId, ConsentWord)>,
}

/// Reads a `plan.toml` beside a directory, whose needs, organizations and sites it may name. `file` is what faults call it.
///
/// # Errors
/// Every fault found, with line and column.
pub fn plans_of_toml(
    file: &str,
    text: &str,
    directory: &Directory,
) -> Result<PlanFile, Vec<Fault>> {
    let mut faults = Faults::default();
    let root = tree::read_toml(file, text, &mut faults);
    let mut reader = Reader::of(directory, faults);
    let plans = reader.plans(&root);
    let words = reader.words(&root);
    reader.faults.finish(Some(PlanFile { plans, words }))
}

/// Reads one version written as JSON, with the names of `plan.toml`.
///
/// # Errors
/// Every fault found, each with the JSON pointer of its member as its field.
pub fn plan_of_json(text: &str, directory: &Directory) -> Result<Plan, Vec<Fault>> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        vec![Fault::of_file(
            "body",
            &format!("this is not JSON: {error}"),
        )]
    })?;
    let Value::Object(members) = value else {
        return Err(vec![Fault::of_file("body", "send one plan as an object")]);
    };
    let text: Rc<str> = text.into();
    let row = tree::json_row(&"body".into(), &text, &members, "", TEXTS, "_en");
    let mut reader = Reader::of(directory, Faults::default());
    let plan = reader.plan(&row);
    reader.faults.finish(plan)
}
