//! `organizations.csv`

use signpost_domain::{HolidayChoice, HolidayCode, Organization};
use signpost_hours::Calendar;

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
        "website",
        "indigenous_led",
        "closed_on",
        "source",
        "source_day",
        "example",
    ],
    texts: &["name"],
    judged: &["website"],
};

pub(crate) fn read(row: &SourceRow, faults: &mut Faults) -> Option<Organization> {
    let id = row.need(faults, "id");
    let organization = Organization {
        name: row.need_name(faults, "name"),
        website: row.web_address(faults, "website"),
        indigenous_led: row.read_or(faults, "indigenous_led", value::yes),
        holidays: holidays(row, faults),
        source: row.source(faults),
        example: row.read_or(faults, "example", value::yes),
        id: id?,
    };
    Some(organization)
}

/// Nothing: nobody said. `none`: open on every holiday as usual. Otherwise the holidays on which it closes.
fn holidays(row: &SourceRow, faults: &mut Faults) -> HolidayChoice {
    match row.word("closed_on") {
        "" => HolidayChoice::Unstated,
        "none" => HolidayChoice::ClosedOn(vec![]),
        _ => HolidayChoice::ClosedOn(row.list(faults, "closed_on", holiday)),
    }
}

fn holiday(text: &str) -> Result<HolidayCode, String> {
    let code: HolidayCode = text.parse().map_err(|error| format!("{error}"))?;
    let calendar = Calendar::ontario();
    if calendar.codes().any(|known| known == &code) {
        Ok(code)
    } else {
        let known: Vec<&str> = calendar.codes().map(HolidayCode::as_str).collect();
        Err(format!(
            "no holiday has the code {code}; there are {}",
            known.join(", ")
        ))
    }
}

pub(crate) fn write(organization: &Organization) -> Cells {
    let writer = Writer::default()
        .word("id", &organization.id)
        .text("name", &organization.name)
        .maybe("website", organization.website.as_ref())
        .yes("indigenous_led", organization.indigenous_led)
        .source(&organization.source)
        .yes("example", organization.example);
    match &organization.holidays {
        HolidayChoice::Unstated => writer,
        HolidayChoice::ClosedOn(none) if none.is_empty() => writer.word("closed_on", "none"),
        HolidayChoice::ClosedOn(codes) => writer.list("closed_on", codes),
    }
    .0
}
