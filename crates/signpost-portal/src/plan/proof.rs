//! `/steward/plan/{version}/proof`: what a version changes, hour by hour, and the form that approves a draft as it was looked at.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::PlanStatus;
use signpost_editing::{look_at, prove};
use signpost_hours::words;
use signpost_plan::proof::Proof;
use signpost_web::{ApiError, App, SharedApp, params::Params};

use super::{
    grid::{self, DoorView},
    opened::Opened,
    said::{FaultLine, faults},
    shares::{self, ShareView},
    standing::title,
};
use crate::{
    PortalState,
    access::SharedPortal,
    access::{Actor, PortalContext, page},
};

#[derive(Template)]
#[template(path = "portal/steward/plan/proof.html")]
pub(super) struct ProofPage {
    pub f: PortalContext,
    title: String,
    /// What it is held against, and from which day.
    against: String,
    doors: Vec<DoorView>,
    shares: Vec<ShareView>,
    faults: Vec<FaultLine>,
    /// Whether a draft may be approved, or why not.
    approving: Option<Approving>,
    /// What changed since somebody looked.
    changed: Vec<String>,
    /// What is wrong with the form.
    fault: Option<String>,
    sequence: u64,
    proof: String,
    base: String,
}

/// The form that approves.
struct Approving {
    /// How many have approved what is shown, of how many.
    given: String,
    decision: String,
    reason: String,
    /// Errors stand in the way.
    blocked: bool,
}

/// What was typed into the form, and why it came back.
#[derive(Default)]
pub(super) struct Typed {
    pub decision: Option<String>,
    pub reason: String,
    pub fault: Option<String>,
    pub changed: Vec<String>,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    portal: SharedPortal,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let opened = Opened::of(&app, &who, &request).await?;
    let shown = proof_page(&app, &portal, opened, Typed::default()).await?;
    page(&shown.f, &shown, true)
}

/// The page, with the proof as it is now.
pub(super) async fn proof_page(
    app: &App,
    portal: &PortalState,
    opened: Opened,
    typed: Typed,
) -> Result<ProofPage, ApiError> {
    let looked_at = look_at(app.live(), &opened.directory.plans, &opened.plan);
    let proof: Arc<Proof> = prove(app.live(), looked_at).await?;
    let f = &opened.f;
    let names = opened.names();
    let faults = faults(&opened);
    let day = words::date(proof.day, f.lang);
    let against = match proof.before {
        None => f.t1("sp-proof-against-none", "day", &day),
        Some(before) => {
            let before = before.to_string();
            f.t2("sp-proof-against", ("number", &before), ("day", &day))
        }
    };
    let plan = &opened.plan;
    let approvals = plan.approvals.iter();
    let given = approvals.filter(|one| one.proof == proof.hash).count();
    let number = plan.version.to_string();
    let approving = (plan.status == PlanStatus::Draft).then(|| Approving {
        given: f.t2(
            "sp-approve-given",
            ("given", &given.to_string()),
            ("needed", &portal.approvals_needed().to_string()),
        ),
        decision: typed.decision.unwrap_or_else(|| plan.decision.clone()),
        reason: typed.reason,
        blocked: faults.iter().any(|fault| fault.is_error),
    });
    let doors = proof.doors.iter().enumerate();
    Ok(ProofPage {
        title: f.t2(
            "sp-version-title",
            ("number", &number),
            ("title", &title(f, &plan.title)),
        ),
        against,
        doors: doors
            .flat_map(|(nth, door)| grid::door(f, &names, (nth, proof.day), door))
            .collect(),
        shares: proof
            .shares
            .iter()
            .map(|shares| shares::share(f, &names, shares))
            .collect(),
        faults,
        approving,
        changed: typed.changed,
        fault: typed.fault,
        sequence: proof.sequence,
        proof: proof.hash.clone(),
        base: f.link(&opened.path("")),
        f: opened.f,
    })
}
