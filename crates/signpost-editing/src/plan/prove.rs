//! A version as a steward looks at it, and its hour-by-hour proof.

use std::sync::Arc;

use signpost_domain::Plan;
use signpost_plan::{
    before_of, plan_day,
    proof::{self, Proof},
};

use crate::{EditError, Live, proofs::LookedAt};

/// A version as it is looked at now: from today, or from its own first day when that is later, beside the version that people are used to.
#[must_use]
pub fn look_at(live: &Live, plans: &[Plan], after: &Plan) -> LookedAt {
    let today = plan_day(after, live.snapshot().town_zone(), live.now());
    let day = proof::first_day_among(plans, after, today);
    LookedAt {
        before: before_of(plans, after, day).cloned(),
        after: after.clone(),
        day,
    }
}

/// The proof of a version on the directory as it is served now.
///
/// # Errors
/// When it cannot be worked out, which is our own mistake.
pub async fn prove(live: &Live, looked_at: LookedAt) -> Result<Arc<Proof>, EditError> {
    live.proofs().on(live.snapshot_to_keep(), looked_at).await
}

/// The same for anybody, who is not signed in; `None` when as many wait for a proof as may.
///
/// # Errors
/// When it cannot be worked out, which is our own mistake.
pub async fn prove_for_anybody(
    live: &Live,
    looked_at: LookedAt,
) -> Result<Option<Arc<Proof>>, EditError> {
    let proofs = live.proofs();
    proofs.for_anybody(live.snapshot_to_keep(), looked_at).await
}
