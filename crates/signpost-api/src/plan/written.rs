//! A version as it is written, with the names of `plan.toml`: read and written by the working group's own tools.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web,
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use signpost_domain::{Plan, PlanStatus};
use signpost_editing::{DraftRequest, FieldFault, write_draft};
use signpost_exchange::{Fault, plan_json, plan_of_json};
use signpost_plan::{PlanFault, as_approved, check_from, plan_day};
use utoipa::ToSchema;

use crate::{
    editing::token::{StewardTool, expected_version},
    parameters::{EntityTag, PlanVersion},
    to_go::expect_json,
};
use signpost_web::{ApiError, App, SharedApp, body, params::Params};

/// The version in the address.
pub(super) fn version_of(request: &HttpRequest) -> Result<u32, ApiError> {
    let text = request.match_info().get("version").unwrap_or_default();
    let number: Option<u32> = text.parse().ok();
    // One version has one address.
    let number = number.filter(|number| number.to_string() == text);
    number.ok_or_else(no_such_version)
}

pub(super) fn no_such_version() -> ApiError {
    ApiError::NotFound {
        detail: "there is no such version of the plan; /api/v1/plan lists them".to_owned(),
    }
}

fn tag(revision: u64) -> String {
    format!("\"{revision}-plan\"")
}

/// A version as it is written, for who showed a steward's token.
pub(super) async fn show(app: &App, version: u32) -> Result<HttpResponse, ApiError> {
    let found = app.database()?.plan(version).await?;
    let (plan, revision) = found.ok_or_else(no_such_version)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::ETAG, tag(revision)))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(plan_json(&plan)))
}

/// A draft that is stored for good.
#[derive(Serialize, ToSchema)]
pub(crate) struct DraftWritten {
    /// Its number.
    version: u32,
    /// The new `ETag`.
    etag: String,
    /// How many approvals were given to it before and do not count any more, because it says something else now.
    approvals_fell: usize,
    /// What stands in the way of its approval, and what somebody should look at.
    faults: Vec<PlanFault>,
}

/// Writes a draft of the plan
#[utoipa::path(
    put,
    path = "/api/v1/plan/{version}",
    params(("version" = PlanVersion, Path, description = "Its number. A number that no version has begins a draft."),
        ("If-Match" = Option<EntityTag>, Header, description = "The `ETag` of the draft you read, unless it is new. 428 without, 412 when it was changed since.")),
    request_body(content = Object, description = "The whole draft, with the names of `plan.toml`; see the plan's page in the documentation. \
        What is approved or ended does not change: 409. \
        `approval` is left out, or sent back as it was read."),
    responses(
        (status = 200, description = "Written", body = DraftWritten,
            headers(("ETag" = EntityTag, description = "The new version"))),
        (status = 201, description = "Begun", body = DraftWritten,
            headers(("ETag" = EntityTag, description = "The new version"))),
    ),
    security(("steward" = []))
)]
pub(crate) async fn put(
    app: SharedApp,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let tool = StewardTool::of(&app, &request).await?;
    Params::read(request.query_string(), &[])?;
    let version = version_of(&request)?;
    expect_json(&request, &["application/json"])?;
    let stored = app.database()?.plan(version).await?;
    let expected = match &stored {
        None => None,
        Some((plan, _)) if plan.status != PlanStatus::Draft => {
            return Err(ApiError::Published { version });
        }
        Some((_, current)) => {
            // What was read before somebody else's change is told as such, whatever stands in it.
            let expected = expected_version(&request)?;
            if expected != *current {
                return Err(ApiError::Stale { current: *current });
            }
            Some(expected)
        }
    };
    let body = body::json_object(&body::body(payload).await?)?;
    let before = stored.as_ref().map(|(plan, _)| plan.clone());
    let text = draft_text(body, (version, before.as_ref()))?;
    let asked = DraftRequest {
        version,
        expected,
        author: tool.author(),
        words: String::new(),
        kept: vec![],
    };
    let edited = write_draft(app.live(), asked, |_before, directory| {
        plan_of_json(&text, directory).map_err(|faults| in_fields(&faults))
    })
    .await?;
    let directory = signpost_editing::whole_directory(app.live()).await?;
    let mut plans = directory.plans.iter();
    let plan = plans.find(|plan| plan.version == version);
    let plan = plan.ok_or_else(no_such_version)?;
    let etag = tag(edited.sequence);
    let today = plan_day(plan, app.snapshot().town_zone(), app.now());
    let status = match stored {
        None => StatusCode::CREATED,
        Some(_) => StatusCode::OK,
    };
    Ok(HttpResponse::build(status)
        .insert_header((header::ETAG, etag.as_str()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(DraftWritten {
            version,
            approvals_fell: before
                .map_or(0, |before| before.approvals.len())
                .saturating_sub(plan.approvals.len()),
            faults: check_from(&as_approved(plan), &directory, today),
            etag,
        }))
}

/// The body with what its address says already.
fn draft_text(
    mut body: Map<String, Value>,
    (version, stored): (u32, Option<&Plan>),
) -> Result<String, ApiError> {
    let wrong = |field: &str, detail: &str| ApiError::Fields {
        faults: vec![FieldFault {
            field: field.to_owned(),
            detail: detail.to_owned(),
        }],
    };
    if body.get("version").is_some_and(|own| *own != version) {
        return Err(wrong("version", "its address says another number"));
    }
    if body.get("status").is_some_and(|own| own != "draft") {
        return Err(wrong(
            "status",
            "write draft; a version is approved by people, in the portal",
        ));
    }
    // Who approved it is not a tool's to say; what was read may be sent back as it is.
    let known = stored.map(plan_json);
    let known = known.and_then(|known| known.get("approval").cloned());
    let sent = body.remove("approval");
    if sent.is_some_and(|sent| sent != json!([]) && Some(sent) != known) {
        return Err(wrong(
            "approval",
            "leave it out, or send it back as you read it; a version is approved by people, in the portal",
        ));
    }
    body.insert("version".to_owned(), version.into());
    body.insert("status".to_owned(), "draft".into());
    serde_json::to_string(&body).map_err(ApiError::internal)
}

fn in_fields(faults: &[Fault]) -> Vec<FieldFault> {
    let faults = faults.iter().map(|fault| FieldFault {
        field: fault.field.clone().unwrap_or_default(),
        detail: fault.message.clone(),
    });
    faults.collect()
}
