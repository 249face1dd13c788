//! Sites as GeoJSON, in and out. What [`crate::write_geojson`] writes can be read into a directory again.

use geojson::{FeatureCollection, Geometry, JsonObject, feature::Id};
use serde_json::{Value, json};
use signpost_domain::{Directory, Lang, PointMember, Site};

use crate::{
    columns::Columns,
    json::{Collection, Shape},
    row::Cells,
    tables::{disposal_points, exceptions, services, sites},
    tree,
    upsert::Draft,
};

/// Everything in a feature that is written for a reader, and therefore has a language.
const TEXTS: [&str; 8] = [
    "name",
    "door",
    "access",
    "description",
    "hours_note",
    "bring",
    "eligibility_description",
    "reason",
];
/// Properties we write for readers that follow from others, and are passed over when read.
const DERIVED: [&str; 1] = ["organization_name"];

/// Upserts the features of a `FeatureCollection` as sites. A known slug changes only what its feature names.
pub(crate) fn upsert(file: &str, text: &str, draft: &mut Draft) {
    let Some(collection) = Collection::read(file, text, &mut draft.faults) else {
        return;
    };
    let faults = &mut draft.faults;
    collection.only(
        &[
            "type", "features", "lang", "edition", "note", "name", "bbox", "banner", "day",
            "licence",
        ],
        faults,
    );
    let plain = match collection
        .member("lang")
        .map(|lang| lang.as_str().and_then(tree::ending))
    {
        Some(Some(ending)) => ending,
        None => "_en",
        Some(None) => {
            collection.name(faults, "/lang", "lang is en, fr, oj-Latn or oj-Cans");
            "_en"
        }
    };
    let mut rows = Vec::new();
    let mut inner = (Vec::new(), Vec::new(), Vec::new());
    for feature in collection.features(&TEXTS, plain, faults) {
        let mut row = feature.row;
        for name in DERIVED {
            row.cells.remove(name);
        }
        for name in ["lat", "lon"] {
            if row.cells.contains_key(name) {
                row.fault(faults, name, "the point is the feature's geometry");
            }
        }
        let slug = row.word("slug").to_owned();
        let pointer = format!("{}/geometry/coordinates", feature.pointer);
        match feature.geometry {
            Shape::Some("Point") => {
                if let Some(point) = collection.place(feature.coordinates, &pointer, faults) {
                    row.cells.insert("lat".into(), point.lat().to_string());
                    row.cells.insert("lon".into(), point.lon().to_string());
                    row.span.also("lat", &pointer);
                }
            }
            // A site without a trustworthy point (RFC 7946 §3.2): one that had one has it no longer.
            Shape::None => {
                for name in ["lat", "lon"] {
                    row.cells.insert(name.into(), String::new());
                }
            }
            Shape::Unsaid => {}
            Shape::Some(_) => {
                collection.name(faults, &pointer, "the geometry of a site is a Point");
            }
        }
        for (name, columns, list) in [
            ("services", &services::COLUMNS, &mut inner.0),
            ("exceptions", &exceptions::COLUMNS, &mut inner.1),
            ("disposal_point", &disposal_points::COLUMNS, &mut inner.2),
        ] {
            if row
                .lists
                .remove(name)
                .is_some_and(|plain| !plain.is_empty())
            {
                row.fault(faults, name, &format!("{name} is a list of objects"));
            }
            for mut part in row.children.remove(name).unwrap_or_default() {
                part.cells
                    .entry("site".into())
                    .or_insert_with(|| slug.clone());
                part.check_keys(columns, &[], faults);
                list.push(part);
            }
        }
        row.check_keys(&sites::COLUMNS, &[], faults);
        rows.push(row);
    }
    draft.sites(rows);
    draft.services(inner.0);
    draft.exceptions(inner.1);
    draft.disposal_points(inner.2);
}

/// One site as a feature, with words for a reader of `lang`; also what the API answers for one site.
#[must_use]
pub fn site_feature(site: &Site, directory: &Directory, lang: Lang) -> geojson::Feature {
    let organization = directory
        .organizations
        .iter()
        .find(|o| o.id == site.organization);
    let mut properties = object(&sites::write(site), &sites::COLUMNS, lang);
    let name = organization.map_or("", |o| o.name.words(lang));
    properties.insert("organization_name".into(), json!(name));
    let list = |rows: Vec<JsonObject>| {
        Value::from(rows.into_iter().map(Value::Object).collect::<Vec<_>>())
    };
    let rows = site.services.iter().map(|service| {
        inner(
            services::write(&site.slug, service),
            &services::COLUMNS,
            lang,
        )
    });
    properties.insert("services".into(), list(rows.collect()));
    let rows = site.exceptions.iter().map(|exception| {
        inner(
            exceptions::write(&site.slug, exception),
            &exceptions::COLUMNS,
            lang,
        )
    });
    properties.insert("exceptions".into(), list(rows.collect()));
    if let Some(point) = &site.disposal_point {
        let members = PointMember::ALL.iter().filter(|member| member.is_public());
        let words = members.map(|member| (member.code().to_owned(), point.word(*member)));
        let words = words.filter(|(_, word)| !word.is_empty()).collect();
        let object = object(&words, &disposal_points::COLUMNS, lang);
        properties.insert("disposal_point".into(), Value::Object(object));
    }
    let point = site.point.map(|p| Geometry::new_point([p.lon(), p.lat()]));
    geojson::Feature {
        bbox: None,
        geometry: point,
        id: Some(Id::String(site.slug.to_string())),
        properties: Some(properties),
        foreign_members: None,
    }
}

/// The sites as a GeoJSON `FeatureCollection` (RFC 7946), with words for a reader of `lang`.
///
/// Sites without a point have a null geometry. The collection says its language and edition in foreign members (§6.1).
#[must_use]
pub fn write_geojson(directory: &Directory, lang: Lang) -> String {
    let features = directory
        .sites
        .iter()
        .map(|site| site_feature(site, directory, lang));
    let mut collection = FeatureCollection::new(features);
    let mut members = JsonObject::new();
    members.insert("edition".into(), json!(directory.edition.as_str()));
    members.insert("lang".into(), json!(lang.tag()));
    collection.foreign_members = Some(members);
    collection.to_string()
}

/// A part of a site, which need not name its site.
fn inner(mut cells: Cells, columns: &Columns, lang: Lang) -> JsonObject {
    cells.remove("site");
    object(&cells, columns, lang)
}

/// Cells as properties: a text in one language, lists as lists, yes and no as true and false, without lat and lon.
fn object(cells: &Cells, columns: &Columns, lang: Lang) -> JsonObject {
    let mut object = JsonObject::new();
    for name in columns
        .all
        .iter()
        .filter(|name| !["lat", "lon"].contains(name))
    {
        let word = if columns.texts.contains(name) {
            let languages = lang.fallbacks().iter();
            languages
                .filter_map(|lang| tree::ending(lang.tag()))
                .find_map(|ending| cells.get(&format!("{name}{ending}")))
        } else {
            cells.get(*name)
        };
        let Some(word) = word.filter(|word| !word.is_empty()) else {
            continue;
        };
        let value = match *name {
            "closed_on" if word == "none" => json!([]),
            "languages" | "items" | "whose" | "closed_on" => word.split(' ').collect(),
            "example" | "winter" | "wheelchair" | "braille" => json!(word == "yes"),
            "minimum_age" | "maximum_age" => json!(word.parse::<u8>().ok()),
            _ => json!(word),
        };
        object.insert((*name).to_owned(), value);
    }
    object
}
