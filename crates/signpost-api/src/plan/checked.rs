//! `/api/v1/plan/check`: what is wrong with the versions, and what one of them changes, hour by hour.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::Deserialize;
use signpost_domain::{Directory, Plan};
use signpost_editing::{LookedAt, look_at, prove, prove_for_anybody, whole_directory};
use signpost_plan::{PlanFault, check_from, plan_day};
use signpost_web::{
    ApiError, PROBLEM_JSON, Problem, SharedApp,
    members::written,
    params::Params,
    reply::{Cache, JSON, json as reply},
};

use super::{
    views::{FaultsOfPlan, PlanFaults},
    written::no_such_version,
};
use crate::{editing::token::StewardTool, parameters::PlanVersion};

/// Which versions are held against each other.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Compared {
    /// The version whose hour-by-hour proof is wanted; none when left out.
    #[serde(default, deserialize_with = "written")]
    #[param(value_type = Option<PlanVersion>)]
    after: Option<u32>,
    /// The version it is held against; when left out, the one people are used to when it begins. Goes with `after`.
    #[serde(default, deserialize_with = "written")]
    #[param(value_type = Option<PlanVersion>)]
    before: Option<u32>,
}

/// What is wrong with each version of the plan, and what one of them changes, hour by hour
#[utoipa::path(
    get,
    path = "/api/v1/plan/check",
    params(Compared),
    responses(
        (status = 200, description = "Done", body = PlanFaults),
        (status = 503, description = "Too many wait for a proof; again after the seconds in Retry-After", body = Problem,
            content_type = PROBLEM_JSON, headers(("Retry-After" = u32, description = "Seconds"))),
    )
)]
pub(crate) async fn check(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let asked = Params::typed::<Compared>(request.query_string())?;
    let steward = StewardTool::if_any(&app, &request).await.is_some();
    let directory = if steward {
        whole_directory(app.live()).await?
    } else {
        app.snapshot().directory().clone()
    };
    let proof = match (asked.after, asked.before) {
        (None, None) => None,
        (None, Some(_)) => return Err(ApiError::parameter("before", "it goes with after")),
        (Some(after), before) => {
            let after = version(&directory, after)?;
            let mut looked_at = look_at(app.live(), &directory.plans, after);
            if let Some(before) = before {
                let before = version(&directory, before)?;
                looked_at = LookedAt {
                    before: Some(before.clone()),
                    ..looked_at
                };
            }
            Some(if steward {
                prove(app.live(), looked_at).await?
            } else {
                let proof = prove_for_anybody(app.live(), looked_at).await?;
                proof.ok_or(ApiError::Busy)?
            })
        }
    };
    let plans = directory.plans.iter().map(|plan| {
        let today = plan_day(plan, app.snapshot().town_zone(), app.now());
        let faults = check_from(plan, &directory, today).into_iter();
        FaultsOfPlan {
            version: plan.version,
            status: plan.status,
            faults: faults
                .map(|fault| if steward { fault } else { without_names(fault) })
                .collect(),
        }
    });
    let body = PlanFaults {
        edition: directory.edition,
        plans: plans.collect(),
        proof: proof.as_deref(),
    };
    let mut answer = reply(&body, JSON, Cache::Minute)?;
    if steward {
        let headers = answer.headers_mut();
        headers.insert(
            header::CACHE_CONTROL,
            header::HeaderValue::from_static("no-store"),
        );
    }
    Ok(answer)
}

fn version(directory: &Directory, number: u32) -> Result<&Plan, ApiError> {
    let mut plans = directory.plans.iter();
    let found = plans.find(|plan| plan.version == number);
    found.ok_or_else(no_such_version)
}

/// Who has not agreed to be a target is told to stewards only.
fn without_names(fault: PlanFault) -> PlanFault {
    let message = match fault.code {
        "no_consent" | "consent_gap" => {
            "A target's organization has not agreed, or not for all of the rule's days."
        }
        "names_unagreed" | "names_gap" => {
            "Words name an organization that has not agreed, or not for all days; people read words of ours instead."
        }
        _ => return fault,
    };
    PlanFault {
        target: None,
        message: message.to_owned(),
        ..fault
    }
}
