//! `/api/v1/sites` and `/api/v1/needs`.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use signpost_domain::{Edition, LonLat, Metres, NeedCode, SiteSlug};
use signpost_locate::{ListedSite, SiteQuery, Snapshot};

use crate::{
    features::Telling,
    question::{count, instant, lang},
    search::Search,
};
use signpost_web::reply::{Cache, GEO_JSON, JSON, json};
use signpost_web::{ApiError, App, SharedApp, params::Params};

const PARAMETERS: &[&str] = &[
    "need", "open", "bbox", "near", "within", "limit", "cursor", "q", "lang",
];
const USUAL: usize = 50;
const MOST: usize = 1_000;
/// Half the way around the Earth, in metres.
const FARTHEST_M: f64 = 20_037_508.0;

/// GET `/api/v1/sites`
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), PARAMETERS)?;
    let snapshot = app.snapshot();
    let near: Option<LonLat> = params.value("near")?;
    let mut ask = read(&params, &app, &snapshot, near)?;
    let page = ask.limit;
    ask.limit += 1;
    let search = params
        .text("q")
        .map(|text| Search::new(&snapshot, text))
        .transpose()?;
    let fits = |ix| search.as_ref().is_none_or(|search| search.fits(ix));
    let lang = lang(&params)?;
    let mut found = match near {
        Some(near) => snapshot.nearest_that(near, &ask, fits),
        None => snapshot.list_that(&ask, fits),
    };
    let more = found.len() > page;
    found.truncate(page);
    let telling = Telling {
        snapshot: &snapshot,
        at: ask.open_at.unwrap_or_else(|| app.now()),
        need: ask.need.as_ref(),
        lang,
    };
    let next = more
        .then(|| cursor(&snapshot, near, &ask, &found))
        .flatten();
    let cache = if near.is_none() {
        Cache::Minute
    } else {
        Cache::Never
    };
    json(&telling.collection(&found, next), GEO_JSON, cache)
}

fn read(
    params: &Params,
    app: &App,
    snapshot: &Snapshot,
    near: Option<LonLat>,
) -> Result<SiteQuery, ApiError> {
    let need: Option<NeedCode> = params.value("need")?;
    if let Some(need) = need.as_ref().filter(|need| snapshot.need(need).is_none()) {
        return Err(ApiError::parameter(
            "need",
            format!("no need has the code {need}; /api/v1/needs lists them"),
        ));
    }
    let open_at = match params.text("open") {
        None => None,
        Some("now") => Some(app.now()),
        Some(text) => Some(instant("open", text)?),
    };
    let (skip, after) = place_in_list(params.text("cursor"), near)?;
    Ok(SiteQuery {
        need,
        open_at,
        bbox: params.value("bbox")?,
        within: within(params, near)?,
        limit: count(params, "limit", USUAL, MOST)?,
        skip,
        after,
    })
}

fn within(params: &Params, near: Option<LonLat>) -> Result<Option<Metres>, ApiError> {
    let Some(text) = params.text("within") else {
        return Ok(None);
    };
    if near.is_none() {
        return Err(ApiError::parameter(
            "within",
            "it needs near=LAT,LON to measure from",
        ));
    }
    text.parse()
        .ok()
        .filter(|metres| (1.0..=FARTHEST_M).contains(metres))
        .map(|metres| Some(Metres(metres)))
        .ok_or_else(|| {
            ApiError::parameter("within", "write metres from 1 to 20037508, such as 2000")
        })
}

/// Where the next page starts: after so many with `near`, after a slug without.
fn cursor(
    snapshot: &Snapshot,
    near: Option<LonLat>,
    ask: &SiteQuery,
    found: &[ListedSite],
) -> Option<String> {
    match near {
        Some(_) => Some(format!("n{}", ask.skip + found.len())),
        None => found
            .last()
            .map(|last| format!("s-{}", snapshot.site(last.site).slug)),
    }
}

fn place_in_list(
    cursor: Option<&str>,
    near: Option<LonLat>,
) -> Result<(usize, Option<SiteSlug>), ApiError> {
    let Some(cursor) = cursor else {
        return Ok((0, None));
    };
    let read = match near {
        Some(_) => cursor
            .strip_prefix('n')
            .filter(|digits| digits.len() <= 9)
            .and_then(|digits| digits.parse().ok())
            .map(|skip| (skip, None)),
        None => cursor
            .strip_prefix("s-")
            .and_then(|slug| slug.parse().ok())
            .map(|slug| (0, Some(slug))),
    };
    read.ok_or_else(|| {
        ApiError::parameter(
            "cursor",
            "send the next of the page before, with the other parameters as they were",
        )
    })
}

#[derive(Serialize)]
struct Needs {
    edition: Edition,
    needs: Vec<signpost_answers::NeedView>,
}

/// GET `/api/v1/needs`
pub(crate) async fn needs(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["lang"])?;
    let snapshot = app.snapshot();
    let needs = Needs {
        edition: snapshot.directory().edition,
        needs: signpost_answers::needs(&snapshot, lang(&params)?),
    };
    json(&needs, JSON, Cache::Minute)
}
