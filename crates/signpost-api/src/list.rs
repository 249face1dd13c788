//! `/api/v1/sites` and `/api/v1/needs`.

use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use signpost_domain::{Edition, Lang, LonLat, NeedCode};
use signpost_locate::{ListedSite, SiteQuery, Snapshot};
use utoipa::ToSchema;

use crate::{
    features::{Collection, SiteRenderer},
    parameters::{
        BoxOfPlaces, Cursor, LatLon, ListLimit, OnlyLang, OpenAt, SearchWords, When, Within,
    },
};
use signpost_answers::search::Search;
use signpost_web::reply::{Cache, GEO_JSON, JSON, json};
use signpost_web::{ApiError, App, SharedApp, members::written, params::Params};

/// Which sites, and how they are told.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Only sites that offer this, or may.
    #[serde(default, deserialize_with = "written")]
    need: Option<NeedCode>,
    /// now, or an instant: only sites that are open then. Unknown is not open.
    #[serde(default, deserialize_with = "written")]
    open: Option<OpenAt>,
    /// At which instant their states are told; that of open when left out, else now. A + in the offset is written %2B.
    #[serde(default, deserialize_with = "written")]
    at: Option<When>,
    /// W,S,E,N in degrees; a west greater than east crosses the antimeridian.
    #[serde(default, deserialize_with = "written")]
    bbox: Option<BoxOfPlaces>,
    /// LAT,LON to measure from, latitude first, such as 49.7696,-94.4882.
    #[serde(default, deserialize_with = "written")]
    near: Option<LatLon>,
    /// Only sites no farther than this; needs near.
    #[serde(default, deserialize_with = "written")]
    within: Option<Within>,
    /// At most so many; 50 when left out.
    #[serde(default, deserialize_with = "written")]
    limit: Option<ListLimit>,
    /// The next of the page before, with the other parameters as they were.
    #[serde(default, deserialize_with = "written")]
    cursor: Option<Cursor>,
    /// Words to look for in names, addresses and what people call a need.
    #[serde(default, deserialize_with = "written")]
    q: Option<SearchWords>,
    /// Language of names and sentences; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
}

/// Sites as GeoJSON: nearest first with near, else in the order of their slugs
#[utoipa::path(
    get,
    path = "/api/v1/sites",
    params(ListQuery),
    responses((status = 200, description = "Done", body = Collection, content_type = GEO_JSON))
)]
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: ListQuery = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let near = query.near.map(|LatLon(near)| near);
    let lang = query.lang.unwrap_or_default();
    let search = query
        .q
        .as_ref()
        .map(|text| Search::new(&snapshot, text.as_str()));
    let fits = |ix| search.as_ref().is_none_or(|search| search.fits(ix));
    let mut ask = read(&query, &app, &snapshot, near)?;
    let page = ask.limit;
    ask.limit += 1;
    let mut found = match near {
        Some(near) => snapshot.nearest_that(near, &ask, fits),
        None => snapshot.list_that(&ask, fits),
    };
    let more = found.len() > page;
    found.truncate(page);
    let renderer = SiteRenderer {
        snapshot: &snapshot,
        at: query.at.map_or_else(
            || ask.open_at.unwrap_or_else(|| app.now()),
            |when| when.instant(&app),
        ),
        need: ask.need.as_ref(),
        lang,
    };
    let next = more
        .then(|| cursor(&snapshot, near, &ask, &found))
        .flatten()
        .map(|cursor| cursor.to_string());
    let preview = query.at.is_some() || matches!(query.open, Some(OpenAt::Then(_)));
    // What somebody needs, looks for or stands near is for nobody's cache, and neither is what is of another instant.
    let tells = near.is_some() || ask.need.is_some() || search.is_some();
    let cache = if !tells && !preview {
        Cache::Minute
    } else {
        Cache::Never
    };
    json(&renderer.collection(&found, next), GEO_JSON, cache)
}

fn read(
    query: &ListQuery,
    app: &App,
    snapshot: &Snapshot,
    near: Option<LonLat>,
) -> Result<SiteQuery, ApiError> {
    let need = query.need.clone();
    if let Some(need) = need.as_ref().filter(|need| snapshot.need(need).is_none()) {
        return Err(ApiError::parameter(
            "need",
            format!("no need has the code {need}; /api/v1/needs lists them"),
        ));
    }
    if query.within.is_some() && near.is_none() {
        return Err(ApiError::parameter(
            "within",
            "it needs near=LAT,LON to measure from",
        ));
    }
    let (skip, after) = Cursor::place(query.cursor.clone(), near.is_some())
        .map_err(|wanted| ApiError::parameter("cursor", wanted))?;
    Ok(SiteQuery {
        need,
        open_at: query.open.map(|open| match open {
            OpenAt::Now => query.at.map_or_else(|| app.now(), |when| when.instant(app)),
            OpenAt::Then(at) => at,
        }),
        bbox: query.bbox.map(|BoxOfPlaces(bbox)| bbox),
        within: query.within.map(|Within(metres)| metres),
        limit: query.limit.unwrap_or_default().get(),
        skip,
        after,
    })
}

/// Where the next page starts.
fn cursor(
    snapshot: &Snapshot,
    near: Option<LonLat>,
    ask: &SiteQuery,
    found: &[ListedSite],
) -> Option<Cursor> {
    match near {
        Some(_) => Some(Cursor::Skip(ask.skip + found.len())),
        None => found
            .last()
            .map(|last| Cursor::After(snapshot.site(last.site).slug.clone())),
    }
}

/// The needs there are.
#[derive(Serialize, ToSchema)]
pub(crate) struct Needs {
    edition: Edition,
    needs: Vec<signpost_answers::NeedView>,
}

/// What people may look for
#[utoipa::path(
    get,
    path = "/api/v1/needs",
    params(OnlyLang),
    responses((status = 200, description = "Done", body = Needs))
)]
pub(crate) async fn needs(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let query: OnlyLang = Params::typed(request.query_string())?;
    let snapshot = app.snapshot();
    let needs = Needs {
        edition: snapshot.directory().edition,
        needs: signpost_answers::needs(&snapshot, query.lang()),
    };
    json(&needs, JSON, Cache::Minute)
}
