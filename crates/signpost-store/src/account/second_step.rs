//! The second step of an account: a code from a phone, or one of the recovery codes when the phone is lost.

use jiff::{SignedDuration, Timestamp};
use sqlx::SqliteConnection;

use super::event::note_own;
use crate::{
    error::StoreError,
    model::{AccountId, EventKind, SecondStep, StoredSecondStep},
    secret::hash,
    store::Store,
};

/// How long a secret that was offered waits for its first code.
const OFFERED_FOR: SignedDuration = SignedDuration::from_mins(15);

impl Store {
    /// Keeps a secret, in base32, that an account is offered for its second step. It counts for nothing before a code of it was shown; one
    /// that was offered before is gone.
    ///
    /// # Errors
    /// [`StoreError::KeyMissing`], and when the database cannot be written.
    pub async fn offer_second_step(
        &self,
        id: AccountId,
        secret: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            let sealed = self.key_to_seal(&mut session).await?.seal(id, secret)?;
            sqlx::query(
                "INSERT OR REPLACE INTO offered_second_steps (account, secret, at) VALUES (?, ?, ?)",
            )
            .bind(id.0)
            .bind(sealed)
            .bind(at.to_string())
            .execute(&mut *session)
            .await?;
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }

    /// The secret an account is offered, while the offer stands.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn offered_second_step(
        &self,
        id: AccountId,
        at: Timestamp,
    ) -> Result<Option<String>, StoreError> {
        let row: Option<(String, String)> =
            sqlx::query_as("SELECT secret, at FROM offered_second_steps WHERE account = ?")
                .bind(id.0)
                .fetch_optional(self.readers())
                .await?;
        let stands = |then: &str| {
            then.parse::<Timestamp>()
                .is_ok_and(|then| at.duration_since(then).abs() <= OFFERED_FOR)
        };
        let sealed = row
            .filter(|(_, then)| stands(then))
            .map(|(secret, _)| secret);
        Ok(match self.opened(id, sealed) {
            StoredSecondStep::On(secret) => Some(secret),
            StoredSecondStep::Off | StoredSecondStep::Unreadable => None,
        })
    }

    /// Switches the second step on, with the secret that was offered. `step` is the one whose code proved it.
    ///
    /// # Errors
    /// [`StoreError::NothingOffered`], [`StoreError::NoSuchAccount`], and when the database cannot be written.
    pub async fn second_step_on(
        &self,
        id: AccountId,
        step: u64,
        recovery: &[String],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            let offered: Option<String> = sqlx::query_scalar(
                "DELETE FROM offered_second_steps WHERE account = ? RETURNING secret",
            )
            .bind(id.0)
            .fetch_optional(&mut *session)
            .await?;
            let offered = offered.ok_or(StoreError::NothingOffered)?;
            sqlx::query("UPDATE accounts SET totp = ?, totp_step = ? WHERE id = ?")
                .bind(offered)
                .bind(step.cast_signed())
                .bind(id.0)
                .execute(&mut *session)
                .await?;
            keep_recovery(&mut session, id, recovery).await?;
            note_own(&mut session, id, EventKind::TotpOn, at).await
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Switches the second step off.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`], and when the database cannot be written.
    pub async fn second_step_off(&self, id: AccountId, at: Timestamp) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            switch_off(&mut session, id).await?;
            note_own(&mut session, id, EventKind::TotpOff, at).await
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Gives an account new recovery codes; those of before are worth nothing.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`], and when the database cannot be written.
    pub async fn new_recovery_codes(
        &self,
        id: AccountId,
        recovery: &[String],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            keep_recovery(&mut session, id, recovery).await?;
            note_own(&mut session, id, EventKind::CodesMade, at).await
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Uses a second step up that somebody who is signed in showed again. False when it was used a moment before, or is none.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn use_second_step(
        &self,
        id: AccountId,
        step: &SecondStep,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = use_up(&mut session, id, step, at).await;
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

/// Takes the secret and every recovery code of an account away.
pub(super) async fn switch_off(db: &mut SqliteConnection, id: AccountId) -> Result<(), StoreError> {
    sqlx::query("UPDATE accounts SET totp = NULL, totp_step = 0 WHERE id = ?")
        .bind(id.0)
        .execute(&mut *db)
        .await?;
    keep_recovery(db, id, &[]).await
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
        note_own(db, id, EventKind::RecoveryUsed, at).await?;
    }
    Ok(true)
}

/// Puts these recovery codes in the place of those there are.
async fn keep_recovery(
    db: &mut SqliteConnection,
    id: AccountId,
    codes: &[String],
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM recovery_codes WHERE account = ?")
        .bind(id.0)
        .execute(&mut *db)
        .await?;
    for code in codes {
        sqlx::query("INSERT OR IGNORE INTO recovery_codes (account, hash) VALUES (?, ?)")
            .bind(id.0)
            .bind(hash("recovery", code))
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
