//! `/api/v1/coverage`: what is within reach of the places that are open, as areas and figures.

use std::str::FromStr;

use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use signpost_answers::{
    LocalizedText,
    reach::{Reach, ReachView},
};
use signpost_coverage::{Area, Town, percent};
use signpost_domain::{Lang, LonLat, NeedCode};
use signpost_locate::Snapshot;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use crate::parameters::Instant;
use signpost_web::reply::{Cache, GEO_JSON, json as reply};
use signpost_web::{ApiError, CoverageAsk, SharedApp, members::written, params::Params};

/// How far one walks: a step or two up to a morning's way.
#[derive(Clone, Copy)]
pub(crate) struct Walk(pub f64);

const NEAREST: u16 = 50;
const FARTHEST: u16 = 5_000;

impl Default for Walk {
    fn default() -> Self {
        Self(400.0)
    }
}

impl FromStr for Walk {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        let metres: Option<u16> = text.parse().ok().filter(|_| digits);
        metres
            .filter(|metres| (NEAREST..=FARTHEST).contains(metres))
            .map(|metres| Self(f64::from(metres)))
            .ok_or_else(|| format!("write whole metres from {NEAREST} to {FARTHEST}, such as 400"))
    }
}

impl PartialSchema for Walk {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .description(Some("How far one walks, in metres"))
            .minimum(Some(NEAREST))
            .maximum(Some(FARTHEST))
            .default(Some(400.into()))
            .into()
    }
}

impl ToSchema for Walk {}

/// Whether places count of which nobody knows if they are open.
#[derive(Clone, Copy, Default, PartialEq, Eq, ToSchema)]
#[schema(rename_all = "snake_case")]
pub(crate) enum Counting {
    /// Only those that are known to be open.
    #[default]
    Open,
    /// Those too of which nobody knows.
    OpenOrUnknown,
}

impl FromStr for Counting {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "open" => Ok(Self::Open),
            "open_or_unknown" => Ok(Self::OpenOrUnknown),
            _ => Err("write open or open_or_unknown"),
        }
    }
}

/// Which reach.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CoverageQuery {
    /// For which need; disposal when left out.
    #[serde(default, deserialize_with = "written")]
    need: Option<NeedCode>,
    /// How far one walks; 400 when left out.
    #[serde(default, deserialize_with = "written")]
    metres: Option<Walk>,
    /// For which instant; now when left out. A + in the offset is written %2B.
    #[serde(default, deserialize_with = "written")]
    at: Option<Instant>,
    /// Which places count; open when left out.
    #[serde(default, deserialize_with = "written")]
    count: Option<Counting>,
    /// Language of names and sentences; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
}

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

/// What is within reach of the places that are open, as the crow flies over land or along streets
#[utoipa::path(
    get,
    path = "/api/v1/coverage",
    params(CoverageQuery),
    responses((status = 200, description = "Done", body = CoverageCollection, content_type = GEO_JSON))
)]
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: CoverageQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot_to_keep();
    let ask = CoverageAsk {
        need: query.need.unwrap_or_else(NeedCode::disposal),
        metres: query.metres.unwrap_or_default().0,
        at: query.at.map_or_else(|| app.now(), |Instant(at)| at),
        also_unknown: query.count.unwrap_or_default() == Counting::OpenOrUnknown,
    };
    if snapshot.need(&ask.need).is_none() {
        let detail = format!(
            "no need has the code {}; /api/v1/needs lists them",
            ask.need
        );
        return Err(ApiError::parameter("need", detail));
    }
    let (town, reach) = app.coverage().reach(&snapshot, &ask).await?;
    let body = collection(&snapshot, &town, &reach, query.lang.unwrap_or_default());
    reply(&body, GEO_JSON, Cache::Minute)
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
