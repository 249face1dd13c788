//! `services.csv`: what a site offers for a need.

use signpost_domain::{Confirmation, Service, SiteSlug};

use super::{NO_DAY, Writer};
use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
    value,
};

pub(crate) const FILE: &str = "services.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["site", "need", "offer", "source"],
    all: &[
        "site",
        "need",
        "offer",
        "hours",
        "closed_on",
        "hours_note",
        "description",
        "bring",
        "eligibility_description",
        "minimum_age",
        "maximum_age",
        "id_required",
        "for_women",
        "pets",
        "items",
        "confirmed_by",
        "confirmed_on",
        "review_by",
        "source",
        "source_day",
        "example",
    ],
    texts: &[
        "hours_note",
        "description",
        "bring",
        "eligibility_description",
    ],
    judged: &["confirmed_by"],
};

/// The slug of its site and the service.
pub(crate) fn read(row: &SourceRow, faults: &mut Faults) -> Option<(SiteSlug, Service)> {
    let site = row.need(faults, "site");
    let need = row.need(faults, "need");
    let service = Service {
        offer: row.read_or(faults, "offer", value::offer),
        hours: row.read(faults, "hours", value::hours),
        closed_on: row.closed_on(faults),
        hours_note: row.text(faults, "hours_note"),
        description: row.text(faults, "description"),
        bring: row.text(faults, "bring"),
        eligibility_description: row.text(faults, "eligibility_description"),
        minimum_age: row.parse(faults, "minimum_age"),
        maximum_age: row.parse(faults, "maximum_age"),
        id_required: row.read(faults, "id_required", value::said),
        for_women: row.read(faults, "for_women", value::said),
        pets: row.read(faults, "pets", value::said),
        items: row.ids(faults, "items"),
        confirmation: confirmation(row, faults),
        source: row.source(faults),
        example: row.read_or(faults, "example", value::yes),
        need: need?,
    };
    Some((site?, service))
}

fn confirmation(row: &SourceRow, faults: &mut Faults) -> Option<Confirmation> {
    let fields = ["confirmed_by", "confirmed_on", "review_by"];
    if fields.iter().all(|field| row.word(field).is_empty()) {
        return None;
    }
    for field in fields {
        if row.word(field).is_empty() {
            let message =
                "a confirmation says who, on what day, and until when it may be relied on";
            row.fault(faults, field, message);
        }
    }
    Some(Confirmation {
        by: row.line(faults, "confirmed_by"),
        on: row
            .read(faults, "confirmed_on", value::date)
            .unwrap_or(NO_DAY),
        // The latest day there is, so that an unreadable day is not named again as one before the confirmation.
        review_by: row
            .read(faults, "review_by", value::date)
            .unwrap_or(jiff::civil::Date::MAX),
    })
}

pub(crate) fn write(site: &SiteSlug, service: &Service) -> Cells {
    let confirmation = service.confirmation.as_ref();
    Writer::default()
        .word("site", site)
        .word("need", &service.need)
        .word("offer", service.offer.code())
        .maybe("hours", service.hours.as_ref())
        .closed_on(service.closed_on.as_deref())
        .text("hours_note", &service.hours_note)
        .text("description", &service.description)
        .text("bring", &service.bring)
        .text("eligibility_description", &service.eligibility_description)
        .maybe("minimum_age", service.minimum_age)
        .maybe("maximum_age", service.maximum_age)
        .said("id_required", service.id_required)
        .said("for_women", service.for_women)
        .said("pets", service.pets)
        .list("items", &service.items)
        .maybe("confirmed_by", confirmation.map(|c| &c.by))
        .maybe("confirmed_on", confirmation.map(|c| c.on))
        .maybe("review_by", confirmation.map(|c| c.review_by))
        .source(&service.source)
        .yes("example", service.example)
        .0
}
