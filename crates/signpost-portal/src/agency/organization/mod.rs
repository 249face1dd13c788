//! What an organization says of itself.

mod handlers;
mod holidays;
mod kind;
mod page;

pub(crate) use self::{
    handlers::{sent, show},
    kind::OrganizationForm,
};
