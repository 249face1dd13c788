//! One organization changed by its own people.

use crate::{
    error::StoreError,
    idempotency::Edited,
    model::OrganizationEdit,
    revision::{By, Ledger},
    rows::{Aggregate as _, organization},
    store::Store,
};

impl Store {
    /// Changes one organization. One that is already as asked stays at its version, so that asking twice changes once.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the version is not `expected`, [`StoreError::NoSuchOrganization`], and when the database cannot be written.
    pub async fn edit_organization(&self, edit: OrganizationEdit) -> Result<Edited, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let wanted = &edit.organization;
            let Some(current) = organization(&mut session, &wanted.id).await? else {
                return Err(StoreError::NoSuchOrganization {
                    id: wanted.id.clone(),
                });
            };
            if current.row == *wanted {
                return Ok(Edited {
                    sequence: current.revision,
                    replayed: true,
                    proposal: None,
                });
            }
            if current.revision != edit.expected {
                return Err(StoreError::Stale {
                    current: current.revision,
                });
            }
            let by = By {
                author: &edit.author,
                reason: &edit.reason,
                at: edit.at,
            };
            let mut ledger = Ledger::open(&mut session, by).await?;
            let revision = ledger
                .append(&mut session, Some(&current.row), Some(wanted))
                .await?;
            wanted.write(&mut session, revision).await?;
            Ok(Edited {
                sequence: ledger.sequence(),
                replayed: false,
                proposal: None,
            })
        }
        .await;
        self.settle(session, outcome).await
    }
}
