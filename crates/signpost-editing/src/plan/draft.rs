//! Drafts of the plan: begun, and written again and again until they are approved.

use signpost_domain::{Directory, Plan, PlanStatus};
use signpost_plan::{next_version, started};
use signpost_store::{Cause, Edited, KeptWords, Reason};

use super::{Writing, limits, put, wording};
use crate::{EditError, FieldFault, Live, WordingOverride};

/// A draft as it came in.
#[derive(Debug, Clone)]
pub struct DraftRequest {
    /// Its number.
    pub version: u32,
    /// The revision the writer saw; `None` for a version that is not there yet.
    pub expected: Option<u64>,
    /// How the history names who answers for it.
    pub author: String,
    /// Why, in the writer's words; may be empty.
    pub words: String,
    /// Words that shall stand although the language check would have others.
    pub kept: Vec<WordingOverride>,
}

/// Begins the next version, as a copy of an earlier one or bare, and gives its number. Only stewards see it.
///
/// # Errors
/// [`EditError::NotFound`] when the earlier one is not there, and when the database cannot be written; nothing was changed then.
pub async fn start_draft(live: &Live, from: Option<u32>, author: &str) -> Result<u32, EditError> {
    live.edit(async |store| {
        let loaded = store.load().await?;
        let directory = loaded.directory.as_ref();
        let directory = directory.ok_or_else(EditError::empty_database)?;
        let plans = &directory.plans;
        let source = match from {
            None => None,
            Some(number) => {
                let found = plans.iter().find(|plan| plan.version == number);
                Some(found.ok_or(EditError::NotFound)?)
            }
        };
        let version = next_version(plans);
        let writing = Writing {
            expected: None,
            plan: started(version, source, &directory.zone),
            author: author.to_owned(),
            reason: Cause::PlanStarted.into(),
        };
        put(live, store, loaded, writing).await?;
        Ok(version)
    })
    .await
}

/// Writes a draft: stored, and served when it is not hidden, when this comes back. Who had agreed to it before has not agreed to this.
///
/// `change` is given the draft as it stands, `None` when there is none, and the whole directory.
///
/// # Errors
/// [`EditError::Published`] of what is approved or ended, [`EditError::Stale`], [`EditError::Fields`], [`EditError::Wording`], and when the
/// database cannot be written; nothing was changed then.
pub async fn write_draft(
    live: &Live,
    asked: DraftRequest,
    change: impl FnOnce(Option<&Plan>, &Directory) -> Result<Plan, Vec<FieldFault>>,
) -> Result<Edited, EditError> {
    live.edit(async |store| {
        let loaded = store.load().await?;
        let directory = loaded.directory.as_ref();
        let directory = directory.ok_or_else(EditError::empty_database)?;
        let mut plans = directory.plans.iter();
        let stored = plans.find(|plan| plan.version == asked.version);
        if let Some(plan) = stored.filter(|plan| plan.status != PlanStatus::Draft) {
            return Err(EditError::Published {
                version: plan.version,
            });
        }
        let current = store.plan(asked.version).await?;
        let current = current.map(|(_, revision)| revision);
        if current != asked.expected {
            return Err(EditError::Stale {
                current: current.unwrap_or_default(),
            });
        }
        let mut plan = change(stored, directory).map_err(EditError::Fields)?;
        plan.version = asked.version;
        plan.status = PlanStatus::Draft;
        plan.ended_after = None;
        // A draft that is written again is another one, unless it says the very same.
        let same = stored.filter(|stored| signpost_plan::says_the_same(stored, &plan));
        plan.approvals = same.map_or_else(Vec::new, |stored| stored.approvals.clone());
        limits::of(&plan)?;
        let found = wording::faults(stored, &plan, &asked.kept, directory);
        if !found.is_empty() {
            return Err(EditError::Wording(found));
        }
        let kept = asked.kept.into_iter().map(|one| KeptWords {
            field: one.field,
            because: one.because,
        });
        let writing = Writing {
            expected: asked.expected,
            plan,
            author: asked.author,
            reason: Reason {
                cause: Cause::PlanWritten,
                words: asked.words,
                asked_by: None,
                kept: kept.collect(),
            },
        };
        put(live, store, loaded, writing).await
    })
    .await
}
