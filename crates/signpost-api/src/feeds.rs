//! `/changes.ics` and `/changes.atom`: closings, special hours and what else changed, for calendars and feed readers.

use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use signpost_answers::Speaker;
use signpost_domain::{Lang, NeedCode, OrganizationId};
use signpost_feeds::Only;
use signpost_locate::Snapshot;
use signpost_web::{
    ApiError, SharedApp,
    members::written,
    params::Params,
    reply::{digest, tagged},
};

/// The media type of a calendar (RFC 5545).
const CALENDAR: &str = "text/calendar; charset=utf-8";
/// The media type of a feed (RFC 4287).
const ATOM: &str = "application/atom+xml; charset=utf-8";

/// What a calendar or feed is narrowed to.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct FollowQuery {
    /// Only places of this organization.
    #[serde(default, deserialize_with = "written")]
    organization: Option<OrganizationId>,
    /// Only what is about this need, or about all of a place with it.
    #[serde(default, deserialize_with = "written")]
    need: Option<NeedCode>,
    /// Language of names and sentences; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
}

impl FollowQuery {
    fn read(request: &HttpRequest, snapshot: &Snapshot) -> Result<(Only, Speaker), ApiError> {
        let query: Self = Params::typed(request.query_string())?;
        if let Some(need) = query
            .need
            .as_ref()
            .filter(|need| snapshot.need(need).is_none())
        {
            return Err(ApiError::parameter(
                "need",
                format!("no need has the code {need}; /api/v1/needs lists them"),
            ));
        }
        let mut known = snapshot.directory().organizations.iter();
        if let Some(id) = &query.organization
            && !known.any(|organization| organization.id == *id)
        {
            return Err(ApiError::not_found());
        }
        let only = Only {
            organization: query.organization,
            need: query.need,
        };
        Ok((only, Speaker::of(query.lang.unwrap_or_default())))
    }
}

/// Closings and special hours as a calendar
#[utoipa::path(
    get,
    path = "/changes.ics",
    params(FollowQuery),
    responses((status = 200, description = "Done", body = String, content_type = "text/calendar"))
)]
pub(crate) async fn calendar(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let (only, speaker) = FollowQuery::read(&request, &snapshot)?;
    let origin = app.hosting().origin(&request).unwrap_or_default();
    let today = snapshot.town_zone().day(app.now());
    let past = app.live().past();
    let text = signpost_feeds::calendar(&snapshot, &past, &speaker, &only, (today, &origin));
    let tag = format!("\"{}\"", digest(text.as_bytes()));
    Ok(tagged(&request, text, CALENDAR, &tag))
}

/// What changed at the places of the directory as a feed
#[utoipa::path(
    get,
    path = "/changes.atom",
    params(FollowQuery),
    responses((status = 200, description = "Done", body = String, content_type = "application/atom+xml"))
)]
pub(crate) async fn feed(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let (only, speaker) = FollowQuery::read(&request, &snapshot)?;
    let origin = app.hosting().origin(&request).unwrap_or_default();
    let own = match request.query_string() {
        "" => request.path().to_owned(),
        query => format!("{}?{query}", request.path()),
    };
    let past = app.live().past();
    let text = signpost_feeds::feed(&snapshot, &past, &speaker, &only, (&origin, &own));
    let tag = format!("\"{}\"", digest(text.as_bytes()));
    Ok(tagged(&request, text, ATOM, &tag))
}
