#![doc = include_str!("../README.md")]

mod edit;
mod error;
mod live;
mod new_site;
mod organization;
mod proposal;
pub mod refresh;
pub mod rules;
mod site;
pub mod wording;

pub use self::{
    edit::{Asked, Committed, Surroundings, said_anew},
    error::{EditError, FieldFault, Overtaken},
    live::{Clock, Live},
    new_site::{NewAsked, add_site},
    organization::{OrganizationAsked, change_organization},
    proposal::{Accepted, Accepting, Outcome, accept, outcome},
    site::make,
    wording::{Kept, WordingFault},
};
