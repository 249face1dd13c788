//! One-time links: an invitation, or a new password. Shown once, good for 24 hours, stored only as a hash.

use jiff::{SignedDuration, Timestamp};

use super::{
    access::end_access,
    event,
    row::{ACCOUNT_COLUMNS, AccountRow},
    second_step,
};
use crate::{
    error::StoreError,
    model::{Account, AccountId, EventKind, OneTimeLink},
    secret::{hash, secret},
    store::Store,
};

/// How long a link is good.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(24);

impl Store {
    /// Makes a link with which the owner of an account sets a password. Links made before for it end.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`] also for a disabled one, and when the database cannot be written.
    pub async fn one_time_link(
        &self,
        account: AccountId,
        by: &str,
        at: Timestamp,
    ) -> Result<OneTimeLink, StoreError> {
        let made = secret("")?;
        let expires_at = at.saturating_add(GOOD_FOR).unwrap_or(Timestamp::MAX);
        let mut session = self.writing().await?;
        let outcome = async {
            let has_password: Option<bool> = sqlx::query_scalar(
                "SELECT password IS NOT NULL FROM accounts WHERE id = ? AND disabled_at IS NULL",
            )
            .bind(account.0)
            .fetch_optional(&mut *session)
            .await?;
            let Some(has_password) = has_password else {
                return Err(StoreError::NoSuchAccount { id: account.0 });
            };
            sqlx::query("DELETE FROM one_time_links WHERE account = ? OR expires_at < ?")
                .bind(account.0)
                .bind(at.to_string())
                .execute(&mut *session)
                .await?;
            sqlx::query("INSERT INTO one_time_links (hash, account, expires_at) VALUES (?, ?, ?)")
                .bind(hash("link", &made))
                .bind(account.0)
                .bind(expires_at.to_string())
                .execute(&mut *session)
                .await?;
            if has_password {
                event::note(&mut session, account, by, EventKind::Reset, at).await?;
            }
            Ok(OneTimeLink {
                secret: made,
                expires_at,
            })
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Whose link this is, while it is good.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn link_owner(
        &self,
        secret: &str,
        at: Timestamp,
    ) -> Result<Option<Account>, StoreError> {
        let row: Option<AccountRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT {ACCOUNT_COLUMNS} FROM one_time_links JOIN accounts ON accounts.id = account
             WHERE hash = ? AND expires_at > ? AND disabled_at IS NULL"
        )))
        .bind(hash("link", secret))
        .bind(at.to_string())
        .fetch_optional(self.readers())
        .await?;
        row.map(Account::try_from).transpose()
    }

    /// Uses a link up: the password is set, a second step that may have been lost is off, every session ends, and waiting after wrong
    /// passwords is over. `None` when the link is not good, or was used a moment before.
    ///
    /// # Errors
    /// When the database cannot be written; the link is still good then.
    pub async fn use_link(
        &self,
        secret: &str,
        password: &str,
        at: Timestamp,
    ) -> Result<Option<AccountId>, StoreError> {
        let key = hash("link", secret);
        let mut session = self.writing().await?;
        let outcome = async {
            let owner: Option<(i64, String)> = sqlx::query_as(
                "SELECT accounts.id, accounts.name FROM one_time_links JOIN accounts ON accounts.id = account
                 WHERE hash = ? AND expires_at > ? AND disabled_at IS NULL",
            )
            .bind(&key)
            .bind(at.to_string())
            .fetch_optional(&mut *session)
            .await?;
            let Some((id, name)) = owner else {
                return Ok(None);
            };
            let id = AccountId(id);
            sqlx::query(
                "UPDATE accounts SET password = ?, totp = NULL, totp_step = 0, failures = 0, failed_at = NULL WHERE id = ?",
            )
            .bind(password)
            .bind(id.0)
            .execute(&mut *session)
            .await?;
            second_step::forget_recovery(&mut session, id).await?;
            end_access(&mut session, id).await?;
            event::note(&mut session, id, &name, EventKind::PasswordSet, at).await?;
            Ok(Some(id))
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Sets a password for somebody who is signed in; every session ends.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`], and when the database cannot be written.
    pub async fn set_password(
        &self,
        id: AccountId,
        password: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let name: Option<String> =
                sqlx::query_scalar("UPDATE accounts SET password = ? WHERE id = ? RETURNING name")
                    .bind(password)
                    .bind(id.0)
                    .fetch_optional(&mut *session)
                    .await?;
            let Some(name) = name else {
                return Err(StoreError::NoSuchAccount { id: id.0 });
            };
            end_access(&mut session, id).await?;
            event::note(&mut session, id, &name, EventKind::PasswordSet, at).await
        }
        .await;
        self.settle(session, outcome).await
    }
}
