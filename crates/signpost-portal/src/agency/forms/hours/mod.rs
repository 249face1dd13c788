//! `/agency/sites/{slug}/hours/{need}`: days and times, a look at the next week before it counts, and then it counts.

mod days;
mod fields;
pub(crate) mod form;
mod hours_text;
mod labels;
mod needs;
mod not_used;
mod page;
mod preview;
mod read;
mod rows;
