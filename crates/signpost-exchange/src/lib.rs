#![doc = include_str!("../README.md")]

mod columns;
mod crs;
mod entered;
mod fault;
mod features;
mod files;
mod folder;
mod hsds;
mod hsds_import;
mod json;
mod json_place;
mod layers;
mod manifest;
mod needs;
mod neighbourhoods;
mod osm;
mod osm_places;
mod overlay;
mod plans;
mod practice;
mod quotes;
mod row;
mod source_span;
mod table;
mod tables;
mod tree;
mod upsert;
mod value;
mod water;
mod write;

pub use fault::Fault;
pub use features::{site_feature, write_geojson};
pub use folder::{read_folder, read_folder_placed, read_service_log};
pub use hsds::{Depth, FACTS, HSDS_VERSION, Hsds, NEEDS, hsds_id, hsds_service_key};
pub use hsds_import::{HsdsRead, is_hsds, read_hsds};
pub use layers::{DATA_LICENCE, day_stamp, site_layers};
pub use osm::osm_change;
pub use osm_places::{HoursDifference, OsmPlace, osm_places};
pub use overlay::{read_into, read_into_placed};
pub use plans::{PlanFile, plan_json, plan_of_json, plans_of_toml, plans_toml};
pub use practice::{Practice, read_practice};
pub use source_span::SourceSpans;
pub use write::{head, write_csv, write_public_csv, write_table};

/// The needs shipped with Signpost (`data/needs.toml`), in their order.
///
/// # Errors
/// When the file has faults, which a test rules out.
pub fn embedded_needs() -> Result<Vec<signpost_domain::Need>, Vec<Fault>> {
    let mut faults = fault::Faults::default();
    let needs = needs::embedded(&mut faults);
    faults.finish(Some(needs))
}
