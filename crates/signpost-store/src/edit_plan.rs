//! One version of the plan, written.

use crate::{
    error::StoreError,
    idempotency::Edited,
    model::PlanEdit,
    revision::{By, Ledger},
    rows::{Aggregate as _, plan},
    store::Store,
};

impl Store {
    /// Writes a version of the plan. One that is already as asked stays at its revision, so that asking twice changes once.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when its revision is not `expected`, or when it is there and none was expected; and when the database cannot be
    /// written.
    pub async fn edit_plan(&self, edit: PlanEdit) -> Result<Edited, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let wanted = &edit.plan;
            let current = plan(&mut session, wanted.version).await?;
            if let Some(current) = current.as_ref().filter(|current| current.row == *wanted) {
                return Ok(Edited {
                    sequence: current.revision,
                    replayed: true,
                    proposal: None,
                });
            }
            let revision = current.as_ref().map(|current| current.revision);
            if revision != edit.expected {
                return Err(StoreError::Stale {
                    current: revision.unwrap_or_default(),
                });
            }
            let by = By {
                author: &edit.author,
                reason: &edit.reason,
                at: edit.at,
            };
            let mut ledger = Ledger::open(&mut session, by).await?;
            let before = current.as_ref().map(|current| &current.row);
            let revision = ledger.append(&mut session, before, Some(wanted)).await?;
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
