//! Sites and services as layers of a GeoPackage, with the columns of the public spreadsheet.

use geo_types::{Geometry, Point};
use jiff::civil::Date;
use signpost_domain::{Directory, Lang, LonLat};
use signpost_geopackage::{Cell, Column, ColumnType, GeometryKind, Layer, Row};

use crate::{row::Cells, write};

/// Under what others may use what is in a file. The directory does not say it, and nobody may say it but who runs the server.
pub const DATA_LICENCE: &str = "not stated; ask who runs this server";

/// The columns of the spreadsheet that are of the site.
const OF_SITES: [&str; 16] = [
    "edition",
    "slug",
    "name",
    "alternate_name",
    "former_name",
    "organization",
    "organization_name",
    "kind",
    "address",
    "locality",
    "zone",
    "phone",
    "website",
    "door",
    "access",
    "step_free",
];

/// Two layers: `sites`, a row for each, and `services`, a row for what each offers for a need. Both have the point of the site.
#[must_use]
pub fn site_layers(directory: &Directory, day: Date, lang: Lang) -> Vec<Layer> {
    let description = format!(
        "{}, {day}, edition {}. {} Licence: {DATA_LICENCE}",
        directory.title.words(Lang::En),
        directory.edition.as_str(),
        directory.banner.words(Lang::En),
    );
    let of_service: Vec<&'static str> = write::PUBLIC
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !["lat", "lon"].contains(name))
        .collect();
    let mut sites = Vec::new();
    let mut services = Vec::new();
    for site in &directory.sites {
        let rows = write::public_rows(directory, site, lang);
        let place = write::public_site(directory, site, lang);
        sites.push(row(site.point, &place, &OF_SITES));
        services.extend(rows.iter().map(|cells| row(site.point, cells, &of_service)));
    }
    let layer = |name, title: &str, columns: &[&'static str], rows| Layer {
        name,
        title: title.to_owned(),
        description: description.clone(),
        geometry: GeometryKind::Point,
        columns: columns.iter().map(|&name| column(name)).collect(),
        rows,
    };
    vec![
        layer("sites", "Places", &OF_SITES, sites),
        layer("services", "What places offer", &of_service, services),
    ]
}

/// The beginning of a day, as a GeoPackage tells its last change.
#[must_use]
pub fn day_stamp(day: Date) -> String {
    format!("{day}T00:00:00.000Z")
}

fn column(name: &'static str) -> Column {
    let kind = match name {
        "minimum_age" | "maximum_age" => ColumnType::Integer,
        "first_day" | "last_day" | "confirmed_on" => ColumnType::Date,
        _ if is_yes_or_no(name) => ColumnType::Boolean,
        _ => ColumnType::Text,
    };
    Column { name, kind }
}

fn is_yes_or_no(name: &str) -> bool {
    matches!(
        name,
        "step_free"
            | "id_required"
            | "for_women"
            | "pets"
            | "winter"
            | "wheelchair"
            | "braille"
            | "example"
    )
}

fn row(point: Option<LonLat>, cells: &Cells, columns: &[&'static str]) -> Row {
    let cell = |name: &&'static str| {
        let word = cells.get(*name).map_or("", String::as_str);
        match column(name).kind {
            _ if word.is_empty() => Cell::Null,
            ColumnType::Boolean => (word == "yes").into(),
            ColumnType::Integer => word.parse::<i64>().ok().into(),
            _ => word.into(),
        }
    };
    Row {
        geometry: point.map(|at| Geometry::Point(Point::new(at.lon(), at.lat()))),
        cells: columns.iter().map(cell).collect(),
    }
}
