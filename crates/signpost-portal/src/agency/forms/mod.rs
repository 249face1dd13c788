//! The forms of a site, each with what stands in it, how it is read, and how it looks. Which there are stands in `list`.

mod bring;
mod clock;
pub(crate) mod closing;
pub(crate) mod details;
pub(crate) mod disposal_point;
mod holidays;
mod hours;
pub(crate) mod list;
pub(crate) mod offers;
pub(crate) mod place;
pub(crate) mod reasons;
mod service;
pub(crate) mod stock;
