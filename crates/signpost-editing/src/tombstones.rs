//! "Do not list, do not call": set and lifted, with a reason. While one stands, what it covers is not public, whatever imports bring.

use signpost_domain::{Lifted, Site, Tombstone};
use signpost_locate::Inputs;
use signpost_store::Store;

use crate::{EditError, Live, refresh};

/// Sets one: the place is gone from everything public at once. One that stands already for its site stays as it is.
///
/// # Errors
/// When the database cannot be written; nothing was changed then.
pub async fn set_tombstone(live: &Live, new: &Tombstone) -> Result<(), EditError> {
    live.edit(async |store| {
        // What cannot be served without the place is never acknowledged.
        let loaded = store.load().await?;
        let mut directory = loaded.directory.ok_or_else(EditError::empty_database)?;
        directory.tombstones.push(new.clone());
        let inputs = Inputs {
            directory,
            versions: loaded.versions,
            sequence: loaded.sequence,
        };
        refresh::build(live, inputs).await?;
        store.set_tombstone(new, live.now()).await?;
        refresh::reload(live, store).await
    })
    .await
}

/// Lifts one: what it covered and is stored is public again.
///
/// # Errors
/// [`EditError::NotFound`] when it does not stand, and when the database cannot be written.
pub async fn lift_tombstone(live: &Live, id: i64, lifted: &Lifted) -> Result<(), EditError> {
    live.edit(async |store| {
        if !store.lift_tombstone(id, lifted, live.now()).await? {
            return Err(EditError::NotFound);
        }
        refresh::reload(live, store).await
    })
    .await
}

/// Refuses a new place that asked not to be listed.
pub(crate) async fn refuse(store: &Store, site: &Site) -> Result<(), EditError> {
    let all = store.tombstones().await?;
    if all.iter().any(|one| one.covers(site)) {
        return Err(EditError::DoNotList);
    }
    Ok(())
}
