//! Banks and crossings, `ground.geojson`: polygons are banks, lines of two points are crossings.

use signpost_domain::{Bank, Crossing, FaultSubject, Ground};

use crate::{
    columns::Columns,
    fault::Faults,
    json::{Collection, Feature, Shape},
    source_span::SourceSpans,
    value,
};

pub(crate) const FILE: &str = "ground.geojson";
const BANK: Columns = Columns {
    required: &[],
    all: &["id", "name", "note"],
    texts: &["name"],
    judged: &[],
};
const CROSSING: Columns = Columns {
    required: &[],
    all: &[
        "id",
        "name",
        "joins",
        "open",
        "source",
        "source_day",
        "note",
    ],
    texts: &["name"],
    judged: &[],
};

/// Banks and crossings of a file; nothing when it is no `FeatureCollection`.
pub(crate) fn read(file: &str, text: &str, spans: &mut SourceSpans, faults: &mut Faults) -> Ground {
    let mut ground = Ground::default();
    let Some(collection) = Collection::read(file, text, faults) else {
        faults.rows_lost = true;
        return ground;
    };
    collection.only(&["type", "features", "note", "name", "bbox"], faults);
    let mut ids: Vec<String> = Vec::new();
    for feature in collection.features(&["name"], "_en", faults) {
        let row = &feature.row;
        row.required(faults, "id");
        let id = row.word("id").to_owned();
        if ids.contains(&id) {
            row.fault(faults, "id", &format!("{id} is used twice"));
        }
        ids.push(id);
        match feature.geometry {
            Shape::Some("Polygon") => ground.banks.extend(bank(&collection, &feature, faults)),
            Shape::Some("LineString") => {
                spans.keep(FaultSubject::Crossing(row.word("id").to_owned()), &row.span);
                ground
                    .crossings
                    .extend(crossing(&collection, &feature, faults));
            }
            _ => {
                let message = "expected a Polygon (a bank) or a LineString (a crossing)";
                collection.name(faults, &format!("{}/geometry", feature.pointer), message);
            }
        }
        faults.rows_lost |= ids.len() != ground.banks.len() + ground.crossings.len();
    }
    ground
}

fn bank(collection: &Collection, feature: &Feature<'_>, faults: &mut Faults) -> Option<Bank> {
    let row = &feature.row;
    row.check(&BANK, &[], faults);
    let name = row.need_name(faults, "name");
    let pointer = format!("{}/geometry/coordinates", feature.pointer);
    let rings = feature.coordinates.as_array().map(Vec::as_slice);
    let Some([outer]) = rings else {
        collection.name(faults, &pointer, "a bank is one ring without holes");
        return None;
    };
    let pointer = format!("{pointer}/0");
    let ring = collection.places(outer, &pointer, faults)?;
    if ring.len() < 4 || ring.first() != ring.last() {
        let message = "a ring has four points or more, and its last repeats its first";
        collection.name(faults, &pointer, message);
    }
    Some(Bank {
        id: row.word("id").to_owned(),
        name,
        ring,
    })
}

fn crossing(
    collection: &Collection,
    feature: &Feature<'_>,
    faults: &mut Faults,
) -> Option<Crossing> {
    let row = &feature.row;
    row.check(&CROSSING, &[], faults);
    let name = row.need_name(faults, "name");
    let source = row.source(faults);
    row.required(faults, "open");
    let open = row.read_or(faults, "open", value::yes);
    let joins = row.list(faults, "joins", |bank| Ok(bank.to_owned()));
    let joins: Option<[String; 2]> = joins.try_into().ok();
    if joins.is_none() {
        row.fault(
            faults,
            "joins",
            "a crossing joins two banks: [\"…\", \"…\"]",
        );
    }
    let pointer = format!("{}/geometry/coordinates", feature.pointer);
    let ends = collection.places(feature.coordinates, &pointer, faults)?;
    let ends = ends.try_into().ok();
    if ends.is_none() {
        collection.name(
            faults,
            &pointer,
            "a crossing is a line of two points, one on each bank",
        );
    }
    Some(Crossing {
        id: row.word("id").to_owned(),
        name,
        joins: joins?,
        ends: ends?,
        open,
        source,
    })
}
