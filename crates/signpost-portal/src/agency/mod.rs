//! The pages on which an agency keeps its own details true.
//!
//! What all forms of a site share is in `form`; each form, what stands in it, how it is read and how it looks, in `forms`.

mod confirm;
pub(crate) mod form;
mod forms;
mod holidays;
mod home;
mod new_site;
mod new_site_draft;
mod news;
mod organization;
mod routes;
mod site;

pub(crate) use self::routes::routes;
