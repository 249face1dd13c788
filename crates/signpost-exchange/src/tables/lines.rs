//! `lines.csv`: staffed phone lines.

use signpost_domain::PhoneLine;

use super::Writer;
use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
    value,
};

pub(crate) const FILE: &str = "lines.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["id", "phone", "source"],
    all: &[
        "id",
        "name",
        "phone",
        "texts",
        "website",
        "sentence",
        "hours",
        "needs",
        "order",
        "source",
        "source_day",
        "example",
    ],
    texts: &["name", "sentence"],
    judged: &["phone", "website"],
};

pub(crate) fn read(row: &SourceRow, faults: &mut Faults) -> Option<PhoneLine> {
    let id = row.need(faults, "id");
    row.required(faults, "phone");
    let phone = row.phone(faults, "phone");
    let line = PhoneLine {
        name: row.need_name(faults, "name"),
        texts: row.read_or(faults, "texts", value::yes),
        website: row.web_address(faults, "website"),
        sentence: row.need_text(faults, "sentence"),
        hours: row.read(faults, "hours", value::hours),
        needs: row.ids(faults, "needs"),
        order: row.read(faults, "order", value::order).unwrap_or(u16::MAX),
        source: row.source(faults),
        example: row.read_or(faults, "example", value::yes),
        id: id?,
        phone: phone?,
    };
    Some(line)
}

pub(crate) fn write(line: &PhoneLine) -> Cells {
    Writer::default()
        .word("id", &line.id)
        .text("name", &line.name)
        .word("phone", &line.phone)
        .yes("texts", line.texts)
        .maybe("website", line.website.as_ref())
        .text("sentence", &line.sentence)
        .maybe("hours", line.hours.as_ref())
        .list("needs", &line.needs)
        .word("order", &line.order)
        .source(&line.source)
        .yes("example", line.example)
        .0
}
