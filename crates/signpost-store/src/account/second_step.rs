//! The second step of an account: a code from a phone, or one of the recovery codes when the phone is lost.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::event;
use crate::{
    error::StoreError,
    model::{AccountId, EventKind, SecondStep},
    secret::hash,
    store::Store,
};

impl Store {
    /// Switches the second step on, with its secret in base32 and its recovery codes, or off. `step` is the one whose code proved it.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`], and when the database cannot be written.
    pub async fn set_totp(
        &self,
        id: AccountId,
        secret: Option<&str>,
        step: u64,
        recovery: &[String],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let name: Option<String> = sqlx::query_scalar(
                "UPDATE accounts SET totp = ?, totp_step = ? WHERE id = ? RETURNING name",
            )
            .bind(secret)
            .bind(step.cast_signed())
            .bind(id.0)
            .fetch_optional(&mut *session)
            .await?;
            let Some(name) = name else {
                return Err(StoreError::NoSuchAccount { id: id.0 });
            };
            forget_recovery(&mut session, id).await?;
            for code in recovery.iter().filter(|_| secret.is_some()) {
                sqlx::query("INSERT OR IGNORE INTO recovery_codes (account, hash) VALUES (?, ?)")
                    .bind(id.0)
                    .bind(hash("recovery", code))
                    .execute(&mut *session)
                    .await?;
            }
            let kind = if secret.is_some() {
                EventKind::TotpOn
            } else {
                EventKind::TotpOff
            };
            event::note(&mut session, id, &name, kind, at).await
        }
        .await;
        self.settle(session, outcome).await
    }

    /// How many recovery codes of an account were not used yet.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn recovery_codes_left(&self, id: AccountId) -> Result<i64, StoreError> {
        Ok(
            sqlx::query_scalar("SELECT count(*) FROM recovery_codes WHERE account = ?")
                .bind(id.0)
                .fetch_one(self.readers())
                .await?,
        )
    }
}

/// Uses a second step up. False when somebody else did so a moment before, or when there is no such code.
pub(super) async fn use_up(
    db: &mut SqliteConnection,
    id: AccountId,
    step: &SecondStep,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let used = match step {
        SecondStep::None => return Ok(true),
        SecondStep::Code(step) => {
            sqlx::query("UPDATE accounts SET totp_step = ? WHERE id = ? AND totp_step < ?")
                .bind(step.cast_signed())
                .bind(id.0)
                .bind(step.cast_signed())
                .execute(&mut *db)
                .await?
        }
        SecondStep::Recovery(code) => {
            sqlx::query("DELETE FROM recovery_codes WHERE account = ? AND hash = ?")
                .bind(id.0)
                .bind(hash("recovery", code))
                .execute(&mut *db)
                .await?
        }
    };
    if used.rows_affected() == 0 {
        return Ok(false);
    }
    if matches!(step, SecondStep::Recovery(_)) {
        let name: String = sqlx::query_scalar("SELECT name FROM accounts WHERE id = ?")
            .bind(id.0)
            .fetch_one(&mut *db)
            .await?;
        event::note(db, id, &name, EventKind::RecoveryUsed, at).await?;
    }
    Ok(true)
}

/// Takes every recovery code of an account away.
pub(super) async fn forget_recovery(
    db: &mut SqliteConnection,
    id: AccountId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM recovery_codes WHERE account = ?")
        .bind(id.0)
        .execute(db)
        .await?;
    Ok(())
}
