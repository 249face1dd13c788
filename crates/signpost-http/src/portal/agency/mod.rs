//! The pages on which an agency keeps its own details true.
//!
//! A *sheet* is one form of a site: what stands in it, how it is read and how it looks is in `sheets`, without database and clock; `page`
//! opens it, sends it the one way every edit goes, and shows it again with what is wrong.

mod closing;
mod confirm;
mod drafts;
mod field;
mod fields;
mod form;
mod home;
mod hours;
mod keys;
mod kind;
mod meanwhile;
mod new_site;
mod news;
mod organization;
mod outcome;
mod overview;
mod page;
mod reading;
mod routes;
mod sheet;
mod sheets;
mod stock;

pub(super) use self::routes::rows;
