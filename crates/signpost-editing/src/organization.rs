//! What an organization says of itself: its holidays, whether it is Indigenous-led, its website.

use signpost_domain::{Organization, OrganizationId};
use signpost_locate::Inputs;
use signpost_store::{Edited, OrganizationEdit, Reason};

use crate::{EditError, Live, refresh, site::put_in_place};

/// An edit of an organization as it came in.
#[derive(Debug, Clone)]
pub struct OrganizationAsked {
    /// Which.
    pub id: OrganizationId,
    /// The version the editor saw.
    pub expected: u64,
    /// How the history names who answers for it.
    pub author: String,
    /// Why, for the history.
    pub reason: Reason,
}

/// Changes an organization: stored, and served, when this comes back.
///
/// # Errors
/// [`EditError::NotFound`], [`EditError::Stale`], and when the database cannot be written; nothing was changed then.
pub async fn change_organization(
    live: &Live,
    asked: OrganizationAsked,
    change: impl FnOnce(&mut Organization),
) -> Result<Edited, EditError> {
    live.edit(async |store| {
        let loaded = store.load().await?;
        let mut directory = loaded.directory.ok_or(EditError::NotFound)?;
        let row = directory
            .organizations
            .iter_mut()
            .find(|row| row.id == asked.id)
            .ok_or(EditError::NotFound)?;
        change(row);
        let edit = OrganizationEdit {
            expected: asked.expected,
            organization: row.clone(),
            author: asked.author,
            reason: asked.reason,
            at: live.now(),
        };
        // The next snapshot is built before anything is stored: what cannot be served is never acknowledged.
        let inputs = Inputs {
            directory,
            versions: loaded.versions,
            sequence: loaded.sequence + 1,
        };
        let next = refresh::build(live, inputs).await?;
        let edited = store.edit_organization(edit).await?;
        put_in_place(live, store, Some(next), edited).await;
        Ok(edited)
    })
    .await
}
