//! The forms of a site, each with what stands in it, how it is read, and how it looks. Nothing here touches the database.

mod bring;
mod clock;
pub(crate) mod closing;
mod details;
pub(crate) mod hours;
pub(crate) mod kind;
pub(crate) mod offers;
pub(crate) mod page;
pub(crate) mod place;
pub(crate) mod reasons;
mod service;
pub(crate) mod stock;
