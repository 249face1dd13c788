//! One-time links: an invitation, a new password, or the end of a second step whose phone is lost. Shown once, good for 24 hours, stored only
//! as a hash.

use jiff::{SignedDuration, Timestamp};
use sqlx::SqliteConnection;

use super::{
    access::end_access,
    event,
    row::{ACCOUNT_COLUMNS, AccountRow},
    second_step::switch_off,
};
use crate::{
    error::StoreError,
    model::{AccountId, EventKind, LinkOwner, LinkPurpose, OneTimeLink},
    secret::{hash, secret},
    store::Store,
};

/// How long a link is good.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(24);

impl LinkPurpose {
    const fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Phone => "phone",
        }
    }
}

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
        self.link_for(account, LinkPurpose::Password, by, at).await
    }

    /// Makes a link with which the owner of an account, who lost their phone, switches the second step off. Links made before for it end.
    ///
    /// # Errors
    /// As [`Store::one_time_link`].
    pub async fn lost_phone_link(
        &self,
        account: AccountId,
        by: &str,
        at: Timestamp,
    ) -> Result<OneTimeLink, StoreError> {
        self.link_for(account, LinkPurpose::Phone, by, at).await
    }

    async fn link_for(
        &self,
        account: AccountId,
        purpose: LinkPurpose,
        by: &str,
        at: Timestamp,
    ) -> Result<OneTimeLink, StoreError> {
        let made = secret("")?;
        let expires_at = at.saturating_add(GOOD_FOR).unwrap_or(Timestamp::MAX);
        let mut session = self.writing_whatever_is_lost().await?;
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
            sqlx::query(
                "INSERT INTO one_time_links (hash, account, expires_at, opens) VALUES (?, ?, ?, ?)",
            )
            .bind(hash("link", &made))
            .bind(account.0)
            .bind(expires_at.to_string())
            .bind(purpose.word())
            .execute(&mut *session)
            .await?;
            match purpose {
                LinkPurpose::Phone => {
                    event::note(&mut session, account, by, EventKind::PhoneLost, at).await?;
                }
                LinkPurpose::Password if has_password => {
                    event::note(&mut session, account, by, EventKind::Reset, at).await?;
                }
                LinkPurpose::Password => {}
            }
            Ok(OneTimeLink {
                secret: made,
                expires_at,
            })
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Whose link this is, and what for, while it is good.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn link_owner(
        &self,
        secret: &str,
        at: Timestamp,
    ) -> Result<Option<LinkOwner>, StoreError> {
        #[derive(sqlx::FromRow)]
        struct Found {
            #[sqlx(flatten)]
            account: AccountRow,
            opens: String,
        }
        let row: Option<Found> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT {ACCOUNT_COLUMNS}, opens FROM one_time_links JOIN accounts ON accounts.id = account
             WHERE hash = ? AND expires_at > ? AND disabled_at IS NULL"
        )))
        .bind(hash("link", secret))
        .bind(at.to_string())
        .fetch_optional(self.readers())
        .await?;
        let Some(found) = row else { return Ok(None) };
        Ok(Some(LinkOwner {
            account: found.account.try_into()?,
            purpose: match found.opens.as_str() {
                "phone" => LinkPurpose::Phone,
                _ => LinkPurpose::Password,
            },
        }))
    }

    /// Uses a link for a password up: the password is set, every session ends, and waiting after wrong passwords is over. A second step stays
    /// as it is: whoever reads another's letters has one half only. `None` when the link is not good, or was used a moment before.
    ///
    /// # Errors
    /// When the database cannot be written; the link is still good then.
    pub async fn use_link(
        &self,
        secret: &str,
        password: &str,
        at: Timestamp,
    ) -> Result<Option<AccountId>, StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            let Some(id) = owner_of(&mut session, secret, LinkPurpose::Password, at).await? else {
                return Ok(None);
            };
            sqlx::query(
                "UPDATE accounts SET password = ?, failures = 0, failed_at = NULL WHERE id = ?",
            )
            .bind(password)
            .bind(id.0)
            .execute(&mut *session)
            .await?;
            end_access(&mut session, id).await?;
            event::note_own(&mut session, id, EventKind::PasswordSet, at).await?;
            Ok(Some(id))
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Uses a link for a lost phone up: the second step is off, and every session ends. Whoever asks has made sure that its owner knows the
    /// password. `None` when the link is not good, or was used a moment before.
    ///
    /// # Errors
    /// When the database cannot be written; the link is still good then.
    pub async fn use_lost_phone_link(
        &self,
        secret: &str,
        at: Timestamp,
    ) -> Result<Option<AccountId>, StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            let Some(id) = owner_of(&mut session, secret, LinkPurpose::Phone, at).await? else {
                return Ok(None);
            };
            switch_off(&mut session, id).await?;
            end_access(&mut session, id).await?;
            event::note_own(&mut session, id, EventKind::TotpOff, at).await?;
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
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            sqlx::query("UPDATE accounts SET password = ? WHERE id = ?")
                .bind(password)
                .bind(id.0)
                .execute(&mut *session)
                .await?;
            end_access(&mut session, id).await?;
            event::note_own(&mut session, id, EventKind::PasswordSet, at).await
        }
        .await;
        self.settle(session, outcome).await
    }
}

async fn owner_of(
    db: &mut SqliteConnection,
    secret: &str,
    purpose: LinkPurpose,
    at: Timestamp,
) -> Result<Option<AccountId>, StoreError> {
    let id: Option<i64> = sqlx::query_scalar(
        "SELECT accounts.id FROM one_time_links JOIN accounts ON accounts.id = account
         WHERE hash = ? AND opens = ? AND expires_at > ? AND disabled_at IS NULL",
    )
    .bind(hash("link", secret))
    .bind(purpose.word())
    .bind(at.to_string())
    .fetch_optional(db)
    .await?;
    Ok(id.map(AccountId))
}
