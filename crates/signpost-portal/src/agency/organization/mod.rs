//! What an organization says of itself.

mod facts;
mod handlers;
mod holidays;
mod organization_form;
mod page;

pub(crate) use self::{facts::Facts, handlers::routes_of, holidays::Holidays};
