//! `/steward/plan/{version}/difference`: what differs from another version, in words.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_answers::plan::difference_lines;
use signpost_domain::Plan;
use signpost_editing::look_at;
use signpost_plan::differences;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{opened::Opened, standing::title};
use crate::access::{Actor, PortalContext, page};

#[derive(Template)]
#[template(path = "portal/steward/plan/difference.html")]
struct DifferencePage {
    f: PortalContext,
    title: String,
    /// What it is held against; `None` when there is nothing before it.
    before: Option<String>,
    lines: Vec<String>,
    /// Versions to choose from: number, title, whether it is chosen.
    others: Vec<(u32, String, bool)>,
    base: String,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["before"])?;
    let opened = Opened::of(&app, &who, &request).await?;
    let asked: Option<u32> = params.value("before")?;
    let plans = &opened.directory.plans;
    let before: Option<Plan> = match asked {
        Some(number) => {
            let found = plans.iter().find(|plan| plan.version == number);
            Some(found.ok_or_else(ApiError::not_found)?.clone())
        }
        None => look_at(app.live(), plans, &opened.plan).before,
    };
    let f = &opened.f;
    let named = |plan: &Plan| {
        let number = plan.version.to_string();
        f.t2(
            "sp-version-title",
            ("number", &number),
            ("title", &title(f, &plan.title)),
        )
    };
    let nothing = Plan::default();
    let changes = differences(before.as_ref().unwrap_or(&nothing), &opened.plan);
    let chosen = before.as_ref().map(|plan| plan.version);
    let page_of = DifferencePage {
        title: named(&opened.plan),
        before: before.as_ref().map(named),
        lines: difference_lines(&opened.names(), &changes),
        others: plans
            .iter()
            .filter(|plan| plan.version != opened.plan.version)
            .map(|plan| (plan.version, named(plan), Some(plan.version) == chosen))
            .collect(),
        base: f.link(&opened.path("")),
        f: opened.f,
    };
    page(&page_of.f, &page_of, true)
}
