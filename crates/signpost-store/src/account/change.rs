//! What a steward changes about an account.

use jiff::Timestamp;
use signpost_domain::OrganizationId;

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
    /// [`StoreError::NoSuchAccount`], and when the database cannot be written.
    pub async fn set_disabled(
        &self,
        id: AccountId,
        disabled: bool,
        by: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
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
    /// [`StoreError::NoSuchAccount`], [`StoreError::NoSuchOrganization`], and when the database cannot be written.
    pub async fn set_role(
        &self,
        id: AccountId,
        role: &Role,
        by: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            if let Some(of) = role.organization()
                && organization(&mut session, of).await?.is_none()
            {
                return Err(StoreError::NoSuchOrganization { id: of.clone() });
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
