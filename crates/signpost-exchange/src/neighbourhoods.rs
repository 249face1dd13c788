//! Parts of the town, `neighbourhoods.geojson`: polygons with a name.

use signpost_domain::{FaultSubject, Neighbourhood};

use crate::{
    columns::Columns,
    fault::Faults,
    json::{Collection, Feature, Shape},
    source_span::SourceSpans,
    value,
};

pub(crate) const FILE: &str = "neighbourhoods.geojson";
const COLUMNS: Columns = Columns {
    required: &[],
    all: &["id", "name", "approximate", "source", "source_day", "note"],
    texts: &["name"],
    judged: &[],
};

/// The neighbourhoods of a file; nothing when it is no `FeatureCollection`.
pub(crate) fn read(
    file: &str,
    text: &str,
    spans: &mut SourceSpans,
    faults: &mut Faults,
) -> Vec<Neighbourhood> {
    let Some(collection) = Collection::read(file, text, faults) else {
        faults.rows_lost = true;
        return Vec::new();
    };
    collection.only(&["type", "features", "note", "name", "bbox"], faults);
    let features = collection.features(&["name"], "_en", faults);
    features
        .iter()
        .filter_map(|feature| {
            let span = &feature.row.span;
            let id = feature.row.word("id").to_owned();
            spans.keep(FaultSubject::Neighbourhood(id), span);
            neighbourhood(&collection, feature, faults)
        })
        .collect()
}

fn neighbourhood(
    collection: &Collection,
    feature: &Feature<'_>,
    faults: &mut Faults,
) -> Option<Neighbourhood> {
    let row = &feature.row;
    row.check(&COLUMNS, &[], faults);
    row.required(faults, "id");
    // Nobody has surveyed a neighbourhood: who says nothing says that it is rough.
    let approximate = match row.word("approximate") {
        "" => true,
        _ => row.read_or(faults, "approximate", value::yes),
    };
    let name = row.need_name(faults, "name");
    let source = row.source(faults);
    let pointer = format!("{}/geometry", feature.pointer);
    if feature.geometry != Shape::Some("Polygon") {
        collection.name(faults, &pointer, "a neighbourhood is a Polygon");
        return None;
    }
    let pointer = format!("{pointer}/coordinates");
    let rings = feature.coordinates.as_array().map(Vec::as_slice);
    let Some([outer]) = rings else {
        collection.name(
            faults,
            &pointer,
            "a neighbourhood is one ring without holes",
        );
        return None;
    };
    let pointer = format!("{pointer}/0");
    let ring = collection.places(outer, &pointer, faults)?;
    if ring.len() < 4 || ring.first() != ring.last() {
        let message = "a ring has four points or more, and its last repeats its first";
        collection.name(faults, &pointer, message);
        return None;
    }
    Some(Neighbourhood {
        id: row.word("id").to_owned(),
        name,
        ring,
        approximate,
        source,
    })
}
