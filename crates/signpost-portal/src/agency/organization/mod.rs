//! What an organization says of itself.

mod claim;
mod facts;
mod handlers;
mod holidays;
mod organization_form;
mod page;

pub(crate) use self::{
    claim::routes as claim_routes, facts::Facts, handlers::routes_of, holidays::Holidays,
};
