//! The forms of a site, each with what stands in it, how it is read, and how it looks. Nothing here touches the database.

pub(crate) mod bring;
pub(crate) mod clock;
pub(crate) mod closing;
pub(crate) mod details;
pub(crate) mod hours;
pub(crate) mod offers;
pub(crate) mod place;
pub(crate) mod reasons;
pub(crate) mod service;
pub(crate) mod stock;
