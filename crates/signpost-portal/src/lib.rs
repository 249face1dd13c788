#![doc = include_str!("../README.md")]

mod accounts;
mod agency;
mod disposal;
mod feedback;
mod figures;
mod history;
mod listings;
mod plan;
mod proposals;
mod report;
mod sign_in;
mod steward;

use actix_web::web::ServiceConfig;

pub use signpost_access::PortalState;
// The gate is a room of its own; here it is called by its short name.
use signpost_access::{self as access, RouteEntry, notice};

/// Every page and form of the portal, with who may use it.
fn table() -> Vec<RouteEntry> {
    let sections = [
        sign_in::routes(),
        accounts::routes(),
        agency::routes(),
        proposals::routes(),
        history::routes(),
        feedback::routes(),
        figures::routes(),
        listings::routes(),
        report::routes(),
        steward::routes(),
        plan::routes(),
        disposal::routes(),
    ];
    sections.into_iter().flatten().collect()
}

/// The routes of the portal; what is not in the table has none.
pub fn routes(cfg: &mut ServiceConfig) {
    access::register(cfg, table());
}

/// One route of the portal as the table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortalRoute {
    /// GET or POST.
    pub method: String,
    /// Its address in English, with names in braces.
    pub path: &'static str,
    /// What using it is, by the name the policy has for it.
    pub act: String,
    /// Whether who uses it shows a password or a code first.
    pub is_power: bool,
}

/// Every route of the portal, so that a test can try each of them as everybody.
#[must_use]
pub fn portal_routes() -> Vec<PortalRoute> {
    let entries = table().into_iter();
    entries
        .map(|entry| PortalRoute {
            method: entry.method.to_string(),
            path: entry.path,
            act: format!("{:?}", entry.act),
            is_power: entry.is_power,
        })
        .collect()
}
