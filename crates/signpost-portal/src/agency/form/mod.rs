//! What all forms of a site share: fields as they are sent, read, shown again; drafts; and what happens when two people change the same.

mod conflict_page;
pub(crate) mod draft;
pub(crate) mod field;
pub(crate) mod handlers;
pub(crate) mod key;
pub(crate) mod opened;
pub(crate) mod reader;
pub(crate) mod save;
pub(crate) mod site_form;
pub(crate) mod site_page;
mod submit;
pub(crate) mod view;

pub(crate) use signpost_forms::{conflict, faults, fields};
