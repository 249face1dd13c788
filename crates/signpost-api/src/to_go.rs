//! `/api/v1/where-to-go`, as an address and, for those who would not leave their position in one, as a POST.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde::Deserialize;
use signpost_answers::ReplyView;
use signpost_domain::{Age, Lang, LonLat, NeedCode, SiteSlug};
use signpost_hours::OpenState;
use signpost_plan::Question;
use utoipa::ToSchema;

use crate::parameters::{AnswerLimit, LatLon, Near, When, near};
use signpost_web::reply::{Cache, JSON, json};
use signpost_web::{
    ApiError, App, SharedApp, body,
    counts::LookUp,
    members::{self, written},
    params::Params,
};

/// A question in an address.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AskedQuery {
    /// What for; /api/v1/needs lists the codes.
    #[serde(default, deserialize_with = "written")]
    #[param(required = true)]
    need: Option<NeedCode>,
    /// LAT,LON to measure from, latitude first, such as 49.7696,-94.4882.
    #[serde(default, deserialize_with = "written")]
    near: Option<LatLon>,
    /// The site one comes from: the plan may have a rule for it.
    #[serde(default, deserialize_with = "written")]
    from: Option<SiteSlug>,
    /// How old the person is who asks, in years: places for that age count as places for everyone, those for others come last.
    #[serde(default, deserialize_with = "written")]
    #[param(value_type = Option<u8>, maximum = 120)]
    age: Option<Age>,
    /// For which instant, or day (its noon in town); now when left out. A + in the offset is written %2B.
    #[serde(default, deserialize_with = "written")]
    at: Option<When>,
    /// At most so many answers; 10 when left out.
    #[serde(default, deserialize_with = "written")]
    limit: Option<AnswerLimit>,
    /// Language of names and sentences; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
}

/// A question in a body.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Question)]
pub(crate) struct AskedBody {
    /// What for; /api/v1/needs lists the codes.
    #[serde(default, deserialize_with = "written")]
    #[schema(required, nullable = false)]
    need: Option<NeedCode>,
    /// Where to measure from, latitude first.
    #[serde(default, deserialize_with = "near")]
    #[schema(value_type = Option<Near>)]
    near: Option<LonLat>,
    /// The site one comes from: the plan may have a rule for it.
    #[serde(default, deserialize_with = "written")]
    from: Option<SiteSlug>,
    /// How old the person is who asks, in years: places for that age count as places for everyone, those for others come last.
    #[serde(default)]
    #[schema(value_type = Option<u8>, maximum = 120)]
    age: Option<Age>,
    /// For which instant, or day (its noon in town); now when left out.
    #[serde(default, deserialize_with = "written")]
    at: Option<When>,
    /// At most so many answers; 10 when left out.
    #[serde(default)]
    limit: Option<AnswerLimit>,
    /// Language of names and sentences; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
}

impl From<AskedQuery> for AskedBody {
    fn from(asked: AskedQuery) -> Self {
        let AskedQuery {
            need,
            near,
            from,
            age,
            at,
            limit,
            lang,
        } = asked;
        Self {
            need,
            near: near.map(|LatLon(near)| near),
            from,
            age,
            at,
            limit,
            lang,
        }
    }
}

/// Where to go now: the soonest served, with the reasons
#[utoipa::path(
    get,
    path = "/api/v1/where-to-go",
    params(AskedQuery),
    responses((status = 200, description = "Done", body = ReplyView))
)]
pub(crate) async fn ask(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let asked: AskedQuery = Params::typed(request.query_string())?;
    // An address that says what somebody needs is for nobody's cache, neither on the way nor on a phone that others open.
    reply(&app, &request, asked.into(), Cache::Never)
}

/// The same with the question in the body, so that no position stands in an address
#[utoipa::path(
    post,
    path = "/api/v1/where-to-go",
    request_body = AskedBody,
    responses((status = 200, description = "Done", body = ReplyView))
)]
pub(crate) async fn ask_privately(
    app: SharedApp,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    expect_json(&request, &["application/json"])?;
    let body = body::json_object(&body::body(payload).await?)?;
    reply(&app, &request, members::typed(body)?, Cache::Never)
}

fn reply(
    app: &App,
    request: &HttpRequest,
    asked: AskedBody,
    cache: Cache,
) -> Result<HttpResponse, ApiError> {
    let is_now = asked.at.is_none();
    let question = Question {
        need: asked.need.ok_or_else(|| missing(app))?,
        at: asked.at.map_or_else(|| app.now(), |when| when.instant(app)),
        near: asked.near,
        from: asked.from,
        age: asked.age,
        limit: asked.limit.unwrap_or_default().get(),
    };
    let lang = asked.lang.unwrap_or_default();
    let reply = signpost_answers::answer(&app.snapshot(), &question, lang)?;
    if is_now {
        let near = reply.answers.iter().filter(|answer| !answer.in_other_towns);
        app.count_look_up(
            request,
            &LookUp {
                need: &question.need,
                from: question.from.as_ref(),
                open: near.clone().any(|answer| answer.state == OpenState::Open),
                shown: near
                    .map(|answer| (&answer.place.site, &answer.service))
                    .collect(),
            },
        );
    }
    json(&reply, JSON, cache)
}

fn missing(app: &App) -> ApiError {
    let snapshot = app.snapshot();
    let codes: Vec<&str> = snapshot
        .directory()
        .needs
        .iter()
        .map(|need| need.code.as_str())
        .collect();
    ApiError::parameter("need", format!("say what for: one of {}", codes.join(", ")))
}

/// Refuses a body of another media type.
pub(crate) fn expect_json(request: &HttpRequest, taken: &[&str]) -> Result<(), ApiError> {
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    if taken.contains(&kind.as_str()) {
        return Ok(());
    }
    Err(ApiError::MediaType {
        detail: format!("send Content-Type: {}", taken.join(" or ")),
    })
}
