//! What a sign-in is checked against, and how wrong ones slow down the next.
//!
//! Wrong passwords are counted for the account, except in a browser in which its owner signed in before: that one has a count of its own, so
//! that nobody can lock an owner out by guessing.

use jiff::Timestamp;

use super::{AccountId, EventKind, event};
use crate::{
    Store, StoreError,
    rows::Cells,
    token::{hash, secret},
};

/// Wrong passwords in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attempts {
    /// How many.
    pub failures: u32,
    /// When the last one was.
    pub last: Option<Timestamp>,
}

/// The secret of a browser in which somebody signed in.
#[derive(Clone)]
pub struct KnownBrowser {
    /// What its cookie holds; stored only as a hash.
    pub secret: String,
}

/// What is needed to check a password and a code.
#[derive(Clone)]
pub struct Credentials {
    /// Whose.
    pub id: AccountId,
    /// The hash of the password, as a PHC string.
    pub password: Option<String>,
    /// The secret of the second step, in base32.
    pub totp: Option<String>,
    /// The last step of it that was used.
    pub totp_step: u64,
    /// Wrong passwords in a row, counted for this browser.
    pub attempts: Attempts,
    /// Whether the owner signed in with this browser before.
    pub browser_is_known: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    password: Option<String>,
    totp: Option<String>,
    totp_step: i64,
    failures: i64,
    failed_at: Option<String>,
    known: bool,
}

impl Store {
    /// What a sign-in with this address and browser is checked against; `None` when nobody may sign in with it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn credentials(
        &self,
        email: &str,
        browser: Option<&str>,
    ) -> Result<Option<Credentials>, StoreError> {
        let row: Option<Row> = sqlx::query_as(
            "SELECT accounts.id, password, totp, totp_step, known.hash IS NOT NULL AS known,
                    CASE WHEN known.hash IS NULL THEN accounts.failures ELSE known.failures END AS failures,
                    CASE WHEN known.hash IS NULL THEN accounts.failed_at ELSE known.failed_at END AS failed_at
             FROM accounts LEFT JOIN known_browsers AS known ON known.account = accounts.id AND known.hash = ?
             WHERE email = ? AND disabled_at IS NULL",
        )
        .bind(browser.map(|browser| hash("browser", browser)))
        .bind(email.trim().to_lowercase())
        .fetch_optional(self.readers())
        .await?;
        let Some(row) = row else { return Ok(None) };
        let key = row.id.to_string();
        let cells = Cells {
            table: "accounts",
            row: &key,
        };
        Ok(Some(Credentials {
            id: AccountId(row.id),
            password: row.password,
            totp: row.totp,
            totp_step: cells.number("totp_step", row.totp_step)?,
            attempts: Attempts {
                failures: cells.number("failures", row.failures)?,
                last: cells.maybe("failed_at", row.failed_at.as_deref())?,
            },
            browser_is_known: row.known,
        }))
    }

    /// Notes a wrong password, before the answer is given.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn note_failure(
        &self,
        id: AccountId,
        browser: Option<&str>,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let known = sqlx::query(
                "UPDATE known_browsers SET failures = failures + 1, failed_at = ? WHERE account = ? AND hash = ?",
            )
            .bind(at.to_string())
            .bind(id.0)
            .bind(browser.map(|browser| hash("browser", browser)))
            .execute(&mut *session)
            .await?;
            if known.rows_affected() == 0 {
                sqlx::query("UPDATE accounts SET failures = failures + 1, failed_at = ? WHERE id = ?")
                    .bind(at.to_string())
                    .bind(id.0)
                    .execute(&mut *session)
                    .await?;
            }
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Notes a sign-in that went well: the counts begin anew, the code is used up, and the browser is known from now on.
    ///
    /// `None` when the code was used by somebody else a moment before.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn note_success(
        &self,
        id: AccountId,
        totp_step: Option<u64>,
        at: Timestamp,
    ) -> Result<Option<KnownBrowser>, StoreError> {
        let made = secret("")?;
        let mut session = self.writing().await?;
        let outcome = async {
            if let Some(step) = totp_step {
                let step = step.cast_signed();
                let used = sqlx::query("UPDATE accounts SET totp_step = ? WHERE id = ? AND totp_step < ?")
                    .bind(step)
                    .bind(id.0)
                    .bind(step)
                    .execute(&mut *session)
                    .await?;
                if used.rows_affected() == 0 {
                    return Ok(None);
                }
            }
            sqlx::query("UPDATE accounts SET failures = 0, failed_at = NULL WHERE id = ?")
                .bind(id.0)
                .execute(&mut *session)
                .await?;
            // The newest twenty browsers are enough for anybody.
            sqlx::query(
                "DELETE FROM known_browsers WHERE account = ? AND hash NOT IN
                 (SELECT hash FROM known_browsers WHERE account = ? ORDER BY seen_at DESC LIMIT 19)",
            )
            .bind(id.0)
            .bind(id.0)
            .execute(&mut *session)
            .await?;
            sqlx::query("INSERT INTO known_browsers (hash, account, seen_at) VALUES (?, ?, ?)")
                .bind(hash("browser", &made))
                .bind(id.0)
                .bind(at.to_string())
                .execute(&mut *session)
                .await?;
            Ok(Some(KnownBrowser { secret: made }))
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Switches the second step on, with its secret in base32, or off.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`], and when the database cannot be written.
    pub async fn set_totp(
        &self,
        id: AccountId,
        secret: Option<&str>,
        step: u64,
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
}
