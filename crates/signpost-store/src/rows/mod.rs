//! The aggregates: what is changed and versioned as one, each with its own tables in its own file.

mod aggregate;
mod cells;
mod exceptions;
mod ground;
mod landmarks;
mod lines;
mod organizations;
mod plans;
mod services;
mod settings;
mod site_reading;
mod sites;

pub(crate) use self::{
    aggregate::{Aggregate, Stored},
    cells::{Cells, json, word},
    organizations::one as organization,
    plans::one as plan,
    settings::Settings,
    sites::{in_order, one as site},
};
