//! Why something was changed, for a reader: what was done in their language, people's own words as they wrote them.

use signpost_store::{Cause, Reason};

use crate::access::{Authors, PortalContext};

/// The reason of a change; empty when there is nothing a reader does not see anyway.
pub(crate) fn reason(f: &PortalContext, authors: &Authors, reason: &Reason) -> String {
    let mut sentences = Vec::new();
    if let Some(who) = &reason.asked_by {
        sentences.push(f.t1("st-reason-asked", "who", authors.named(who)));
    }
    if let Cause::TakenBack { change } = &reason.cause {
        sentences.push(f.t1("st-reason-back", "number", change.to_string()));
    }
    let kept = reason.kept.iter().map(|one| {
        let (field, because) = (&*one.field, &*one.because);
        f.t2("st-reason-kept", ("field", field), ("because", because))
    });
    let words = Some(reason.words.clone()).filter(|words| !words.is_empty());
    let why: Vec<String> = cause(f, &reason.cause)
        .into_iter()
        .chain(words)
        .chain(kept)
        .collect();
    if !why.is_empty() {
        sentences.push(f.t1("st-reason", "reason", why.join("; ")));
    }
    sentences.join(" ")
}

/// What was done, where the change itself does not say it. What forms of a site do stands in the change already, so a reader is spared it.
fn cause(f: &PortalContext, cause: &Cause) -> Option<String> {
    match cause {
        Cause::Imported { from } => Some(f.t1("st-reason-imported", "from", from.join(", "))),
        Cause::LossAccepted { counted, .. } => {
            Some(f.t1("st-reason-loss", "number", counted.to_string()))
        }
        Cause::FirstStart { from } => Some(f.t1("st-reason-first-start", "from", from)),
        Cause::OrganizationChanged => Some(f.t("st-reason-organization")),
        Cause::HolidaysChanged => Some(f.t("st-reason-holidays")),
        Cause::PlanStarted => Some(f.t("st-reason-plan-started")),
        Cause::PlanWritten => Some(f.t("st-reason-plan-written")),
        Cause::PlanAgreed => Some(f.t("st-reason-plan-agreed")),
        Cause::PlanApproved => Some(f.t("st-reason-plan-approved")),
        Cause::PlanEnded => Some(f.t("st-reason-plan-ended")),
        Cause::DoNotList => Some(f.t("st-reason-do-not-list")),
        Cause::ListedAgain => Some(f.t("st-reason-listed-again")),
        Cause::ConsentAnswered => Some(f.t("st-reason-consent")),
        _ => None,
    }
}
