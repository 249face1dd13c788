//! `disposal_points.csv`: what a site is as a place to leave used needles. What it accepts and when it is open stand in `services.csv`.

use signpost_domain::{DisposalPoint, PointMember, SiteSlug};

use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
    tables::Writer,
    value,
};

pub(crate) const FILE: &str = "disposal_points.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["site"],
    all: &[
        "site",
        "kind",
        "whose",
        "winter",
        "wheelchair",
        "braille",
        "status",
        "first_day",
        "last_day",
        "owner",
        "emptied_by",
        "empty_every_days",
        "capacity_litres",
        "asset",
    ],
    texts: &[],
    judged: &["owner", "emptied_by", "asset"],
};

/// The slug of its site and the point.
pub(crate) fn read(row: &SourceRow, faults: &mut Faults) -> Option<(SiteSlug, DisposalPoint)> {
    let site = row.need(faults, "site");
    let mut point = DisposalPoint::default();
    for member in PointMember::ALL {
        let name = member.code();
        // A list in GeoJSON, words with spaces between in a spreadsheet.
        let word = match row.lists.get(name) {
            Some(list) => list.join(" "),
            None => row.word(name).to_owned(),
        };
        if let Err(fault) = point.enter(*member, &word) {
            let message = format!("{}: {fault}", value::quoted(&word));
            row.fault(faults, name, &message);
        }
    }
    Some((site?, point))
}

pub(crate) fn write(site: &SiteSlug, point: &DisposalPoint) -> Cells {
    let row = Writer::default().word("site", site);
    PointMember::ALL
        .iter()
        .fold(row, |row, member| {
            row.word(member.code(), &point.word(*member))
        })
        .0
}
