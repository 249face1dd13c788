//! `sites.csv`; services and exceptions of a site stand in their own tables.

use signpost_domain::{LonLat, OrganizationId, Site};

use super::Writer;
use crate::{
    columns::Columns,
    fault::Faults,
    row::{Cells, SourceRow},
    value,
};

pub(crate) const FILE: &str = "sites.csv";
pub(crate) const COLUMNS: Columns = Columns {
    required: &["slug", "organization", "source"],
    all: &[
        "slug",
        "organization",
        "name",
        "alternate_name",
        "former_name",
        "kind",
        "lat",
        "lon",
        "address",
        "locality",
        "zone",
        "phone",
        "website",
        "door",
        "access",
        "step_free",
        "description",
        "languages",
        "source",
        "source_day",
        "example",
    ],
    texts: &["name", "door", "access", "description"],
    judged: &[
        "alternate_name",
        "former_name",
        "address",
        "locality",
        "phone",
        "website",
        "languages",
    ],
};

/// A site without services and exceptions. `zone` is the directory's, for rows that name none; `centre` shows what cannot be meant.
pub(crate) fn read(
    row: &SourceRow,
    zone: &str,
    centre: LonLat,
    faults: &mut Faults,
) -> Option<Site> {
    let slug = row.need(faults, "slug");
    let organization: Option<OrganizationId> = row.need(faults, "organization");
    let point = row.placed(faults, centre);
    let name = row.need_name(faults, "name");
    let kind = row.read_or(faults, "kind", value::site_kind);
    let own_zone = row.read(faults, "zone", value::zone);
    let phone = row.phone(faults, "phone");
    let website = row.web_address(faults, "website");
    let languages = row.language_tags(faults, "languages");
    let source = row.source(faults);
    let example = row.read_or(faults, "example", value::yes);
    Some(Site {
        slug: slug?,
        organization: organization?,
        name,
        alternate_name: row.line(faults, "alternate_name"),
        former_name: row.line(faults, "former_name"),
        kind,
        point,
        address: row.line(faults, "address"),
        locality: row.line(faults, "locality"),
        zone: own_zone.unwrap_or_else(|| zone.to_owned()),
        phone,
        website,
        door: row.text(faults, "door"),
        access: row.text(faults, "access"),
        step_free: row.read(faults, "step_free", value::said),
        description: row.text(faults, "description"),
        languages,
        services: vec![],
        disposal_point: None,
        exceptions: vec![],
        source,
        example,
    })
}

pub(crate) fn write(site: &Site) -> Cells {
    Writer::default()
        .word("slug", &site.slug)
        .word("organization", &site.organization)
        .text("name", &site.name)
        .filled("alternate_name", &site.alternate_name)
        .filled("former_name", &site.former_name)
        .word("kind", site.kind.code())
        .maybe("lat", site.point.map(LonLat::lat))
        .maybe("lon", site.point.map(LonLat::lon))
        .word("address", &site.address)
        .word("locality", &site.locality)
        .word("zone", &site.zone)
        .maybe("phone", site.phone.as_ref())
        .maybe("website", site.website.as_ref())
        .text("door", &site.door)
        .text("access", &site.access)
        .said("step_free", site.step_free)
        .text("description", &site.description)
        .list("languages", &site.languages)
        .source(&site.source)
        .yes("example", site.example)
        .0
}
