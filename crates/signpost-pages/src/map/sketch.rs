//! `/map/sketch.json`: what is known of the ground where no street map is installed. Landmarks, the ways over the water, and its sides.
//!
//! The outlines of banks are rough and only tell sides apart, so a stretch of one is given as a shore only where another bank lies across, and
//! the page draws it as a sketch.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use signpost_domain::{Bank, Crossing, Ground, Landmark, Lang, LonLat, Text};

use signpost_answers::{LocalizedText, locale_path};
use signpost_web::{
    ApiError, SharedApp,
    params::Params,
    reply::{JSON, digest, tagged, text},
};

use signpost_pictures::shore::shores;

/// Something with a name at a place.
#[derive(Serialize)]
struct Spot {
    name: LocalizedText,
    /// The language of the name, where it is not that of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'static str>,
    at: LonLat,
}

/// A way over the water.
#[derive(Serialize)]
struct Way {
    #[serde(flatten)]
    spot: Spot,
    ends: [LonLat; 2],
}

/// What is known of the ground.
#[derive(Serialize)]
struct Sketch {
    landmarks: Vec<Spot>,
    sides: Vec<Spot>,
    shores: Vec<Vec<LonLat>>,
    crossings: Vec<Way>,
}

/// GET `/map/sketch.json`.
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let snapshot = app.snapshot();
    let lang = locale_path::lang_of_path(request.path());
    let directory = snapshot.directory();
    let sketch = sketch(&directory.landmarks, &directory.ground, lang);
    let body = text(&sketch)?;
    let tag = format!("\"{}\"", digest(body.as_bytes()));
    Ok(tagged(&request, body, JSON, &tag))
}

fn sketch(landmarks: &[Landmark], ground: &Ground, lang: Lang) -> Sketch {
    let spot = |name: &Text, at: LonLat| {
        let name = LocalizedText::of(name, lang);
        Spot {
            lang: name.other_than(lang),
            name,
            at,
        }
    };
    let way = |crossing: &Crossing| {
        let [a, b] = crossing.ends;
        let at = LonLat::new(
            f64::midpoint(a.lon(), b.lon()),
            f64::midpoint(a.lat(), b.lat()),
        );
        at.ok().map(|at| Way {
            spot: spot(&crossing.name, at),
            ends: crossing.ends,
        })
    };
    let open = ground.crossings.iter().filter(|crossing| crossing.open);
    Sketch {
        landmarks: landmarks
            .iter()
            .map(|landmark| spot(&landmark.name, landmark.point))
            .collect(),
        sides: ground
            .banks
            .iter()
            .filter_map(|bank| Some(spot(&bank.name, middle(bank)?)))
            .collect(),
        shores: shores(&ground.banks),
        crossings: open.filter_map(way).collect(),
    }
}

/// The middle of the corners of a bank.
fn middle(bank: &Bank) -> Option<LonLat> {
    let corners = bank.ring.get(1..)?;
    let count = f64::from(u32::try_from(corners.len()).ok()?);
    let mean = |side: fn(LonLat) -> f64| corners.iter().copied().map(side).sum::<f64>() / count;
    LonLat::new(mean(LonLat::lon), mean(LonLat::lat)).ok()
}
