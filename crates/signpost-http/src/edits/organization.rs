//! What an organization says of itself: its holidays, whether it is Indigenous-led, its website.

use signpost_domain::{Organization, OrganizationId};
use signpost_locate::Inputs;
use signpost_store::{Edited, OrganizationEdit, Reason};

use super::turn::put_in_place;
use crate::{ApiError, App, refresh};

/// An edit of an organization as it came in.
#[derive(Debug, Clone)]
pub(crate) struct OrganizationAsked {
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
/// [`ApiError::NotFound`], [`ApiError::Stale`], and when the database cannot be written; nothing was changed then.
pub(crate) async fn change_organization(
    app: &App,
    asked: OrganizationAsked,
    change: impl FnOnce(&mut Organization),
) -> Result<Edited, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let _turn = app.writing.lock().await;
    let outcome = async {
        let loaded = store.load().await?;
        let mut directory = loaded.directory.ok_or_else(ApiError::not_found)?;
        let row = directory
            .organizations
            .iter_mut()
            .find(|row| row.id == asked.id)
            .ok_or_else(ApiError::not_found)?;
        change(row);
        let edit = OrganizationEdit {
            expected: asked.expected,
            organization: row.clone(),
            author: asked.author,
            reason: asked.reason,
            at: app.now(),
        };
        // The next snapshot is built before anything is stored: what cannot be served is never acknowledged.
        let inputs = Inputs {
            directory,
            versions: loaded.versions,
            sequence: loaded.sequence + 1,
        };
        let next = refresh::build(app, inputs).await?;
        let edited = store.edit_organization(edit).await?;
        put_in_place(app, store, Some(next), edited).await;
        Ok(edited)
    }
    .await;
    app.database_was(!matches!(outcome, Err(ApiError::StoreDown { .. })));
    outcome
}
