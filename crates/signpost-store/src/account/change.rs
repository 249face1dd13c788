//! What a steward changes about an account.

use jiff::Timestamp;
use signpost_domain::OrganizationId;
use sqlx::SqliteConnection;

use super::{access::end_access, event};
use crate::{
    error::StoreError,
    model::{AccountId, EventKind, Role},
    rows::organization,
    store::Store,
};

impl Store {
    /// Lets somebody in no longer, or again. Their sessions and open links end at once.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`], [`StoreError::LastSteward`], and when the database cannot be written.
    pub async fn set_disabled(
        &self,
        id: AccountId,
        disabled: bool,
        by: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            if disabled {
                others_can_steward(&mut session, id).await?;
            }
            let done = sqlx::query("UPDATE accounts SET disabled_at = ? WHERE id = ?")
                .bind(disabled.then(|| at.to_string()))
                .bind(id.0)
                .execute(&mut *session)
                .await?;
            if done.rows_affected() == 0 {
                return Err(StoreError::NoSuchAccount { id: id.0 });
            }
            end_access(&mut session, id).await?;
            let kind = if disabled {
                EventKind::Disabled
            } else {
                EventKind::Enabled
            };
            event::note(&mut session, id, by, kind, at).await
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Lets somebody do something else from now on. Their sessions and open links end at once.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`], [`StoreError::NoSuchOrganization`], [`StoreError::LastSteward`], and when the database cannot be
    /// written.
    pub async fn set_role(
        &self,
        id: AccountId,
        role: &Role,
        by: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            if let Some(of) = role.organization()
                && organization(&mut session, of).await?.is_none()
            {
                return Err(StoreError::NoSuchOrganization { id: of.clone() });
            }
            if *role != Role::Steward {
                others_can_steward(&mut session, id).await?;
            }
            let done = sqlx::query("UPDATE accounts SET role = ?, organization = ? WHERE id = ?")
                .bind(role.word())
                .bind(role.organization().map(OrganizationId::as_str))
                .bind(id.0)
                .execute(&mut *session)
                .await?;
            if done.rows_affected() == 0 {
                return Err(StoreError::NoSuchAccount { id: id.0 });
            }
            end_access(&mut session, id).await?;
            event::note(&mut session, id, by, EventKind::RoleChanged, at).await
        }
        .await;
        self.settle(session, outcome).await
    }
}

/// Refuses to go on when this is a steward and nobody else could do a steward's work: another one who may sign in and has a password. Asked
/// inside the transaction that changes it, which waits for its turn: of two who stop each other at once, the second is refused.
async fn others_can_steward(db: &mut SqliteConnection, id: AccountId) -> Result<(), StoreError> {
    let last: bool = sqlx::query_scalar(
        "SELECT EXISTS (
             SELECT 1 FROM accounts AS this WHERE this.id = ?1 AND this.role = 'steward' AND this.disabled_at IS NULL
             AND NOT EXISTS (
                 SELECT 1 FROM accounts AS other
                 WHERE other.id <> ?1 AND other.role = 'steward' AND other.disabled_at IS NULL
                 AND (other.password IS NOT NULL OR this.password IS NULL)))",
    )
    .bind(id.0)
    .fetch_one(db)
    .await?;
    if last {
        return Err(StoreError::LastSteward);
    }
    Ok(())
}
