//! `/api/v1/plan/delivered`: what the plan promised in a week that is over, and what was kept; for the working group's own tools.

use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;
use serde::Deserialize;
use signpost_editing::week_delivered;
use signpost_plan::delivered::{Delivered, last_week, monday_of};
use signpost_web::{
    ApiError, SharedApp,
    members::written,
    params::Params,
    reply::{Cache, JSON, json as reply},
};

use crate::{editing::token::StewardTool, parameters::DayOfWeek};

/// Which week.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct WeekQuery {
    /// Any day of a week, Monday to Sunday, that is over in the town's zone; the last one when left out.
    #[serde(default, deserialize_with = "written")]
    week: Option<DayOfWeek>,
}

/// What the plan promised in a week that is over, and what was kept
#[utoipa::path(
    get,
    path = "/api/v1/plan/delivered",
    params(WeekQuery),
    responses((status = 200, description = "Done", body = Delivered)),
    security(("steward" = []))
)]
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let asked: WeekQuery = Params::typed(request.query_string())?;
    StewardTool::of(&app, &request).await?;
    let last = last_week(app.snapshot().town_zone().day(app.now()));
    let monday: Date = asked.week.map_or(last, |DayOfWeek(day)| monday_of(day));
    if monday > last {
        return Err(ApiError::parameter("week", "this week is not over yet"));
    }
    reply(
        &week_delivered(app.live(), monday).await?,
        JSON,
        Cache::Never,
    )
}
