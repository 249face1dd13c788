//! `localities.csv`: towns and settlements that addresses name, each with its middle.

use signpost_domain::{Locality, LonLat};

use super::Writer;
use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
};

pub(crate) const FILE: &str = "localities.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["name", "lat", "lon", "source"],
    all: &["name", "lat", "lon", "source", "source_day"],
    texts: &[],
    judged: &["name"],
};

pub(crate) fn read(row: &SourceRow, centre: LonLat, faults: &mut Faults) -> Option<Locality> {
    let named = row.required(faults, "name");
    let there = row.required(faults, "lat") && row.required(faults, "lon");
    let point = if there {
        row.placed(faults, centre)
    } else {
        None
    };
    let name = row.line(faults, "name");
    let source = row.source(faults);
    Some(Locality {
        name: named.then_some(name)?,
        point: point?,
        source,
    })
}

pub(crate) fn write(locality: &Locality) -> Cells {
    Writer::default()
        .word("name", &locality.name)
        .word("lat", &locality.point.lat())
        .word("lon", &locality.point.lon())
        .source(&locality.source)
        .0
}
