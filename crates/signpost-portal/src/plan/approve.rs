//! Approving a draft as it was looked at.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use signpost_domain::Line;
use signpost_editing::{ApprovalRequest, Approving, approve_plan};
use signpost_web::{ApiError, SharedApp};

use super::{
    changed::changed_lines,
    opened::Opened,
    proof::{Typed, proof_page},
};
use crate::{
    access::SharedPortal,
    access::{Actor, Form, page, redirect},
};

/// POST
pub(super) async fn sent(
    app: SharedApp,
    portal: SharedPortal,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let opened = Opened::draft(&app, &who, &request).await?;
    let (decision, reason) = (form.text("decision"), form.text("reason"));
    let mut typed = Typed {
        decision: Some(decision.to_owned()),
        reason: reason.to_owned(),
        ..Typed::default()
    };
    let fits = |words: &str| Line::new(words).is_ok();
    if decision.is_empty() || !fits(decision) || !fits(reason) {
        let most = Line::LONGEST.to_string();
        typed.fault = Some(opened.f.t1("sp-fault-decision", "most", most));
        let shown = proof_page(&app, &portal, opened, typed).await?;
        return page(&shown.f, &shown, false);
    }
    let asked = ApprovalRequest {
        version: opened.plan.version,
        sequence: form.text("sequence").parse().unwrap_or_default(),
        proof: form.text("proof").to_owned(),
        author: who.author(),
        decision: decision.to_owned(),
        reason: reason.to_owned(),
        needed: portal.approvals_needed(),
    };
    let status = match approve_plan(app.live(), asked).await? {
        Approving::Approved => {
            return Ok(redirect(&opened.f.link(&opened.path("?done=approved"))));
        }
        Approving::Counted { .. } => {
            return Ok(redirect(&opened.f.link(&opened.path("?done=counted"))));
        }
        Approving::AlreadyYours => {
            typed.fault = Some(opened.f.t("sp-fault-yours"));
            StatusCode::CONFLICT
        }
        Approving::Faulty(_) => {
            typed.fault = Some(opened.f.t("sp-fault-errors"));
            StatusCode::CONFLICT
        }
        Approving::Changed(since) => {
            typed.changed = changed_lines(&opened.names(), &since);
            StatusCode::CONFLICT
        }
    };
    let shown = proof_page(&app, &portal, opened, typed).await?;
    let mut answer = page(&shown.f, &shown, false)?;
    *answer.status_mut() = status;
    Ok(answer)
}
