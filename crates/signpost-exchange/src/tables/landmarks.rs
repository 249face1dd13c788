//! `landmarks.csv`: places people know.

use signpost_domain::{Landmark, LonLat};

use super::Writer;
use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
};

pub(crate) const FILE: &str = "landmarks.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["id", "lat", "lon", "source"],
    all: &["id", "name", "lat", "lon", "source", "source_day"],
    texts: &["name"],
    judged: &[],
};

pub(crate) fn read(row: &SourceRow, centre: LonLat, faults: &mut Faults) -> Option<Landmark> {
    let id = row.need(faults, "id");
    let name = row.need_name(faults, "name");
    let there = row.required(faults, "lat") && row.required(faults, "lon");
    let point = if there {
        row.placed(faults, centre)
    } else {
        None
    };
    let source = row.source(faults);
    Some(Landmark {
        id: id?,
        name,
        point: point?,
        source,
    })
}

pub(crate) fn write(landmark: &Landmark) -> Cells {
    Writer::default()
        .word("id", &landmark.id)
        .text("name", &landmark.name)
        .word("lat", &landmark.point.lat())
        .word("lon", &landmark.point.lon())
        .source(&landmark.source)
        .0
}
