//! Versions of the plan: written, approved, ended; and what organizations say to being sent people.

mod approve;
mod consent;
mod delivered;
mod draft;
mod end;
mod limits;
mod prove;
mod wording;

use signpost_domain::{Directory, Plan};
use signpost_locate::Inputs;
use signpost_store::{Edited, Loaded, PlanEdit, Reason, Store};

pub use self::{
    approve::{ApprovalRequest, Approving, ChangedSince, ChangedSubject, approve_plan},
    consent::{ConsentRequest, answer_consent},
    delivered::week_delivered,
    draft::{DraftRequest, start_draft, write_draft},
    end::{EndRequest, end_plan},
    limits::MOST_TARGETS,
    prove::{look_at, prove, prove_for_anybody},
};
use crate::{EditError, Live, refresh, site::put_in_place};

/// Everything that is stored, drafts that only stewards see included.
///
/// # Errors
/// When the database cannot be read or is empty.
pub async fn whole_directory(live: &Live) -> Result<Directory, EditError> {
    let loaded = live.database()?.load().await?;
    loaded.directory.ok_or_else(EditError::empty_database)
}

/// What is written of a version, by whom and why.
struct Writing {
    expected: Option<u64>,
    plan: Plan,
    author: String,
    reason: Reason,
}

/// Stores a version and serves it. The next snapshot is built before anything is stored: what cannot be served is never acknowledged.
async fn put(
    live: &Live,
    store: &Store,
    loaded: Loaded,
    writing: Writing,
) -> Result<Edited, EditError> {
    let mut directory = loaded.directory.ok_or_else(EditError::empty_database)?;
    let version = writing.plan.version;
    directory.plans.retain(|plan| plan.version != version);
    directory.plans.push(writing.plan.clone());
    directory.plans.sort_by_key(|plan| plan.version);
    limits::whole(&directory, version)?;
    let inputs = Inputs {
        directory,
        versions: loaded.versions,
        sequence: loaded.sequence + 1,
    };
    let next = refresh::build(live, inputs).await?;
    let edit = PlanEdit {
        expected: writing.expected,
        plan: writing.plan,
        author: writing.author,
        reason: writing.reason,
        at: live.now(),
    };
    let edited = store.edit_plan(edit).await?;
    put_in_place(live, store, Some(next), edited).await;
    Ok(edited)
}
