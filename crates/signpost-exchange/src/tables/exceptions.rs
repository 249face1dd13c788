//! `exceptions.csv`: dated exceptions to the hours of a site.

use signpost_domain::{Exception, ExceptionId, ExceptionKind, SiteSlug};

use super::{NO_DAY, Writer};
use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
    value,
};

pub(crate) const FILE: &str = "exceptions.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["site", "id", "kind", "first", "last"],
    all: &[
        "site",
        "id",
        "need",
        "items",
        "kind",
        "first",
        "last",
        "hours",
        "reason",
        "review_by",
    ],
    texts: &["reason"],
    judged: &[],
};

/// The slug of its site and the exception.
pub(crate) fn read(row: &SourceRow, faults: &mut Faults) -> Option<(SiteSlug, Exception)> {
    let site = row.need(faults, "site");
    let id: Option<ExceptionId> = row.need(faults, "id");
    row.required(faults, "kind");
    let first = row.need_date(faults, "first").unwrap_or(NO_DAY);
    let last = row.read(faults, "last", value::date);
    let review_by = row.read(faults, "review_by", value::date);
    if row.word("last").is_empty() && row.word("review_by").is_empty() {
        let message = "say the last day; or leave it empty until further notice, and say in review_by when somebody looks again";
        row.fault(faults, "last", message);
    }
    let exception = Exception {
        need: row.parse(faults, "need"),
        items: row.ids(faults, "items"),
        kind: row
            .read(faults, "kind", value::exception_kind)
            .unwrap_or(ExceptionKind::Open),
        first,
        // What could not be read is named already.
        last: last.or((!row.word("last").is_empty() || review_by.is_none()).then_some(first)),
        hours: row.read(faults, "hours", value::hours),
        reason: row.text(faults, "reason"),
        review_by,
        id: id?,
    };
    Some((site?, exception))
}

pub(crate) fn write(site: &SiteSlug, exception: &Exception) -> Cells {
    Writer::default()
        .word("site", site)
        .word("id", &exception.id)
        .maybe("need", exception.need.as_ref())
        .list("items", &exception.items)
        .word("kind", exception.kind.code())
        .word("first", &exception.first)
        .maybe("last", exception.last)
        .maybe("hours", exception.hours.as_ref())
        .text("reason", &exception.reason)
        .maybe("review_by", exception.review_by)
        .0
}
