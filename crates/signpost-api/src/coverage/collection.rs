//! What is within reach, as GeoJSON: figures, and areas as features.

use serde::Serialize;
use serde_json::{Value, json};
use signpost_answers::{
    LocalizedText,
    reach::{Reach, ReachView},
};
use signpost_coverage::{Area, Town, percent};
use signpost_domain::{Lang, LonLat};
use signpost_locate::Snapshot;
use utoipa::ToSchema;

/// What is within reach: figures, and areas as features.
#[derive(Serialize, ToSchema)]
#[schema(as = Coverage)]
pub(crate) struct CoverageCollection {
    #[serde(rename = "type")]
    kind: CoverageCollectionKind,
    #[serde(flatten)]
    figures: ReachView,
    /// The ground within reach, the neighbourhoods, the gaps and the places that count.
    features: Vec<CoverageFeature>,
}

/// What `type` says of it.
#[derive(Serialize, ToSchema)]
enum CoverageCollectionKind {
    FeatureCollection,
}

/// A piece of ground, or a place.
#[derive(Serialize, ToSchema)]
struct CoverageFeature {
    #[serde(rename = "type")]
    kind: CoverageFeatureKind,
    /// A `MultiPolygon` or a `Point` (RFC 7946 §3.1).
    #[schema(value_type = Object)]
    geometry: Value,
    properties: CoverageProperties,
}

/// What `type` says of a feature.
#[derive(Serialize, ToSchema)]
enum CoverageFeatureKind {
    Feature,
}

/// What a feature is.
#[derive(Serialize, ToSchema)]
struct CoverageProperties {
    what: CoverageWhat,
    /// Its name; empty when it has none.
    name: LocalizedText,
    /// How large it is, about; `null` for a place.
    #[schema(required)]
    square_metres: Option<f64>,
    /// The share of a neighbourhood's land within reach; `null` for all else.
    #[schema(required)]
    percent: Option<u8>,
}

/// What a feature is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum CoverageWhat {
    /// The ground within reach.
    Covered,
    /// The land of a neighbourhood.
    Neighbourhood,
    /// A piece of a neighbourhood that is not reached.
    Gap,
    /// A place that counts.
    Point,
}

/// The figures and the areas.
pub(crate) fn collection(
    snapshot: &Snapshot,
    town: &Town,
    reach: &Reach,
    lang: Lang,
) -> CoverageCollection {
    let figures = ReachView::of(snapshot, town, reach, lang);
    let coverage = &reach.coverage;
    let feature = |geometry: Value, properties| CoverageFeature {
        kind: CoverageFeatureKind::Feature,
        geometry,
        properties,
    };
    let covered = feature(
        area_geometry(&coverage.area),
        CoverageProperties {
            what: CoverageWhat::Covered,
            name: LocalizedText::default(),
            square_metres: Some(figures.square_metres),
            percent: figures.percent,
        },
    );
    let parts = coverage.shares.iter().filter_map(|share| {
        let place = town.neighbourhoods.get(share.neighbourhood)?;
        Some(feature(
            area_geometry(&place.land),
            CoverageProperties {
                what: CoverageWhat::Neighbourhood,
                name: LocalizedText::of(&place.row.name, lang),
                square_metres: Some(signpost_coverage::two_digits(place.square_metres)),
                percent: Some(percent(share.share())),
            },
        ))
    });
    let gaps = coverage.gaps.iter().zip(&figures.gaps).map(|(gap, view)| {
        feature(
            area_geometry(&gap.area),
            CoverageProperties {
                what: CoverageWhat::Gap,
                name: view.neighbourhood.clone(),
                square_metres: Some(view.square_metres),
                percent: None,
            },
        )
    });
    let points = reach.points.iter().filter_map(|slug| {
        let site = snapshot.site(snapshot.find(slug)?);
        Some(feature(
            point_geometry(site.point?),
            CoverageProperties {
                what: CoverageWhat::Point,
                name: LocalizedText::of(&site.name, lang),
                square_metres: None,
                percent: None,
            },
        ))
    });
    let features = std::iter::once(covered)
        .chain(parts)
        .chain(gaps)
        .chain(points)
        .collect();
    CoverageCollection {
        kind: CoverageCollectionKind::FeatureCollection,
        figures,
        features,
    }
}

/// To six places, a tenth of a metre.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

fn area_geometry(area: &Area) -> Value {
    let ring = |ring: &geo_types::LineString| -> Vec<[f64; 2]> {
        let places = ring.coords();
        places.map(|at| [rounded(at.x), rounded(at.y)]).collect()
    };
    let polygons: Vec<Vec<Vec<[f64; 2]>>> = area
        .iter()
        .map(|polygon| {
            std::iter::once(polygon.exterior())
                .chain(polygon.interiors())
                .map(ring)
                .collect()
        })
        .collect();
    json!({"type": "MultiPolygon", "coordinates": polygons})
}

fn point_geometry(point: LonLat) -> Value {
    json!({"type": "Point", "coordinates": point})
}
