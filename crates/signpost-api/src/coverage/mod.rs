//! `/api/v1/coverage`: what is within reach of the places that are open, as areas and figures.

mod collection;
mod walk;

pub(crate) use self::{
    collection::{CoverageCollection, collection},
    walk::{Counting, Walk},
};
use crate::parameters::When;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use signpost_domain::{Lang, NeedCode};
use signpost_web::reply::{Cache, GEO_JSON, json as reply};
use signpost_web::{ApiError, CoverageAsk, SharedApp, members::written, params::Params};

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
    /// For which instant, or day (its noon in town); now when left out. A + in the offset is written %2B.
    #[serde(default, deserialize_with = "written")]
    at: Option<When>,
    /// Which places count; open when left out.
    #[serde(default, deserialize_with = "written")]
    count: Option<Counting>,
    /// Language of names and sentences; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
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
    let cache = match query.at {
        None => Cache::Minute,
        Some(_) => Cache::Never,
    };
    let ask = CoverageAsk {
        need: query.need.unwrap_or_else(NeedCode::disposal),
        metres: query.metres.unwrap_or_default().0,
        at: query
            .at
            .map_or_else(|| app.now(), |when| when.instant(&app)),
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
    reply(&body, GEO_JSON, cache)
}
