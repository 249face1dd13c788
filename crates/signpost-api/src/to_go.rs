//! `/api/v1/where-to-go`, as an address and, for those who would not leave their position in one, as a POST.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use serde_json::{Map, Value};
use signpost_domain::{Lang, LonLat, NeedCode, SiteSlug};
use signpost_plan::Question;

use crate::question::{count, instant, lang};
use signpost_web::reply::{Cache, JSON, json};
use signpost_web::{ApiError, App, SharedApp, body, params::Params};

const MEMBERS: &[&str] = &["need", "near", "from", "at", "limit", "lang"];
/// How many answers one gets without asking for more or fewer.
const USUAL: usize = 10;
const MOST: usize = 50;

/// GET
pub(crate) async fn ask(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), MEMBERS)?;
    let at = params
        .text("at")
        .map(|text| instant("at", text))
        .transpose()?;
    let need: Option<NeedCode> = params.value("need")?;
    let question = Question {
        need: need.ok_or_else(|| missing(&app))?,
        at: at.unwrap_or_else(|| app.now()),
        near: params.value("near")?,
        from: params.value("from")?,
        limit: count(&params, "limit", USUAL, MOST)?,
    };
    // An address with a position in it is for nobody's cache.
    let cache = if question.near.is_none() {
        Cache::Minute
    } else {
        Cache::Never
    };
    reply(&app, &question, lang(&params)?, cache)
}

/// POST
pub(crate) async fn ask_privately(
    app: SharedApp,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    expect_json(&request, &["application/json"])?;
    let body = body::json_object(&body::body(payload).await?)?;
    let (question, lang) = from_json(&app, &body)?;
    reply(&app, &question, lang, Cache::Never)
}

fn reply(
    app: &App,
    question: &Question,
    lang: Lang,
    cache: Cache,
) -> Result<HttpResponse, ApiError> {
    let reply = signpost_answers::answer(&app.snapshot(), question, lang)?;
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

fn from_json(app: &App, body: &Map<String, Value>) -> Result<(Question, Lang), ApiError> {
    if let Some(name) = body.keys().find(|name| !MEMBERS.contains(&name.as_str())) {
        let shown: String = name.chars().take(40).collect();
        let known = MEMBERS.join(", ");
        return Err(ApiError::parameter(
            &shown,
            format!("there is no such member; a question has {known}"),
        ));
    }
    let need: Option<NeedCode> = read(body, "need")?;
    let from: Option<SiteSlug> = read(body, "from")?;
    let at = text(body, "at")?.map(|at| instant("at", at)).transpose()?;
    let question = Question {
        need: need.ok_or_else(|| missing(app))?,
        at: at.unwrap_or_else(|| app.now()),
        near: body
            .get("near")
            .filter(|near| !near.is_null())
            .map(near)
            .transpose()?,
        from,
        limit: limit(body.get("limit"))?,
    };
    Ok((question, read(body, "lang")?.unwrap_or_default()))
}

fn text<'b>(body: &'b Map<String, Value>, name: &str) -> Result<Option<&'b str>, ApiError> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(ApiError::parameter(name, "write it as a text in quotes")),
    }
}

fn read<T>(body: &Map<String, Value>, name: &str) -> Result<Option<T>, ApiError>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    text(body, name)?
        .map(|text| {
            text.parse()
                .map_err(|error| ApiError::parameter(name, error))
        })
        .transpose()
}

fn limit(value: Option<&Value>) -> Result<usize, ApiError> {
    let wanted = || ApiError::parameter("limit", format!("write a whole number from 1 to {MOST}"));
    match value {
        None | Some(Value::Null) => Ok(USUAL),
        Some(value) => value
            .as_u64()
            .and_then(|number| usize::try_from(number).ok())
            .filter(|number| (1..=MOST).contains(number))
            .ok_or_else(wanted),
    }
}

/// `"LAT,LON"` as in the address, `[LAT, LON]` in the same order, or `{"lat": …, "lon": …}`.
fn near(value: &Value) -> Result<LonLat, ApiError> {
    let wanted = || {
        ApiError::parameter(
            "near",
            "write \"LAT,LON\", [LAT, LON] or {\"lat\": LAT, \"lon\": LON}",
        )
    };
    let number = |value: Option<&Value>| value.and_then(Value::as_f64).ok_or_else(wanted);
    let place = match value {
        Value::String(text) => text.parse(),
        Value::Array(pair) if pair.len() == 2 => {
            LonLat::new(number(pair.get(1))?, number(pair.first())?)
        }
        Value::Object(pair) if pair.len() == 2 => {
            LonLat::new(number(pair.get("lon"))?, number(pair.get("lat"))?)
        }
        _ => return Err(wanted()),
    };
    place.map_err(|error| ApiError::parameter("near", error))
}
