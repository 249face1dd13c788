//! What an organization says of itself: its holidays, whether it is Indigenous-led, its website.

use signpost_domain::{Organization, OrganizationId};
use signpost_locate::Inputs;
use signpost_store::{ClaimId, Edited, Loaded, OrganizationEdit, Reason, StoreError};

use crate::{EditError, Live, refresh, site::put_in_place};

/// An edit of an organization as it came in.
#[derive(Debug, Clone)]
pub struct OrganizationRequest {
    /// Which.
    pub id: OrganizationId,
    /// Whether its own people ask, whose word that they are Indigenous-led waits for a steward. False is a steward: nothing waits.
    pub by_own_people: bool,
    /// The version the editor saw.
    pub expected: u64,
    /// How the history names who answers for it.
    pub author: String,
    /// Why, for the history.
    pub reason: Reason,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrganizationChanged {
    /// The version it made.
    pub edited: Edited,
    /// What of it waits for a steward.
    pub waits: Option<ClaimId>,
}

/// Changes an organization: stored, and served, when this comes back. That it is Indigenous-led is kept for a steward when its own people say
/// so; that it is not any more is public at once.
///
/// # Errors
/// [`EditError::NotFound`], [`EditError::Stale`], and when the database cannot be written; nothing was changed then.
pub async fn change_organization(
    live: &Live,
    asked: OrganizationRequest,
    change: impl FnOnce(&mut Organization),
) -> Result<OrganizationChanged, EditError> {
    live.edit(async |store| {
        let loaded = store.load().await?;
        let mut wanted = row_of(&loaded, &asked.id)?.clone();
        let was_led = wanted.indigenous_led;
        change(&mut wanted);
        let claims = asked.by_own_people && wanted.indigenous_led && !was_led;
        if claims {
            wanted.indigenous_led = false;
        }
        let edit = OrganizationEdit {
            expected: asked.expected,
            organization: wanted.clone(),
            author: asked.author.clone(),
            reason: asked.reason,
            at: live.now(),
        };
        // The next snapshot is built before anything is stored: what cannot be served is never acknowledged.
        let next = refresh::build(live, with_organization(loaded, wanted)?).await?;
        let edited = store.edit_organization(edit).await?;
        put_in_place(live, store, Some(next), edited).await;
        let waits = if claims {
            Some(store.claim(&asked.id, &asked.author, live.now()).await?)
        } else {
            None
        };
        Ok(OrganizationChanged { edited, waits })
    })
    .await
}

/// Makes a claim public, as a steward. `false` when somebody decided before.
///
/// # Errors
/// [`EditError::NotFound`] when there is no such claim or its organization is gone, and when the database cannot be written; nothing was
/// changed then.
pub async fn accept_claim(live: &Live, id: ClaimId, author: &str) -> Result<bool, EditError> {
    live.edit(async |store| {
        let claims = store.claims(None).await?;
        let claim = claims.into_iter().find(|claim| claim.id == id);
        let claim = claim.ok_or(EditError::NotFound)?;
        let loaded = store.load().await?;
        let mut wanted = row_of(&loaded, &claim.organization)?.clone();
        wanted.indigenous_led = true;
        let next = refresh::build(live, with_organization(loaded, wanted)?).await?;
        match store.accept_claim(id, author, live.now()).await {
            Ok(edited) => {
                put_in_place(live, store, Some(next), edited).await;
                Ok(true)
            }
            Err(StoreError::NoSuchClaim { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    })
    .await
}

fn row_of<'l>(loaded: &'l Loaded, id: &OrganizationId) -> Result<&'l Organization, EditError> {
    let directory = loaded.directory.as_ref().ok_or(EditError::NotFound)?;
    let mut rows = directory.organizations.iter();
    rows.find(|row| row.id == *id).ok_or(EditError::NotFound)
}

/// The directory with this organization in the place of the one before.
fn with_organization(loaded: Loaded, wanted: Organization) -> Result<Inputs, EditError> {
    let mut directory = loaded.directory.ok_or(EditError::NotFound)?;
    let mut rows = directory.organizations.iter_mut();
    let row = rows.find(|row| row.id == wanted.id);
    *row.ok_or(EditError::NotFound)? = wanted;
    Ok(Inputs {
        directory,
        versions: loaded.versions,
        sequence: loaded.sequence + 1,
    })
}
