//! `organizations.csv`

use signpost_domain::{HolidayChoice, Organization};

use super::Writer;
use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
    value,
};

pub(crate) const FILE: &str = "organizations.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["id", "source"],
    all: &[
        "id",
        "name",
        "alternate_name",
        "former_name",
        "website",
        "indigenous_led",
        "closed_on",
        "source",
        "source_day",
        "example",
    ],
    texts: &["name"],
    judged: &["alternate_name", "former_name", "website"],
};

pub(crate) fn read(row: &SourceRow, faults: &mut Faults) -> Option<Organization> {
    let id = row.need(faults, "id");
    let organization = Organization {
        name: row.need_name(faults, "name"),
        alternate_name: row.line(faults, "alternate_name"),
        former_name: row.line(faults, "former_name"),
        website: row.web_address(faults, "website"),
        indigenous_led: row.read_or(faults, "indigenous_led", value::yes),
        holidays: row
            .closed_on(faults)
            .map_or(HolidayChoice::Unstated, HolidayChoice::ClosedOn),
        source: row.source(faults),
        example: row.read_or(faults, "example", value::yes),
        consents: vec![],
        id: id?,
    };
    Some(organization)
}

pub(crate) fn write(organization: &Organization) -> Cells {
    let closed_on = match &organization.holidays {
        HolidayChoice::Unstated => None,
        HolidayChoice::ClosedOn(codes) => Some(codes.as_slice()),
    };
    Writer::default()
        .word("id", &organization.id)
        .text("name", &organization.name)
        .filled("alternate_name", &organization.alternate_name)
        .filled("former_name", &organization.former_name)
        .maybe("website", organization.website.as_ref())
        .yes("indigenous_led", organization.indigenous_led)
        .closed_on(closed_on)
        .source(&organization.source)
        .yes("example", organization.example)
        .0
}
