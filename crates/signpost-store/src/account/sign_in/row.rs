//! The row of an account as a sign-in needs it.

use sqlx::SqliteExecutor;

use crate::{
    error::StoreError,
    model::{AccountId, Attempts, Credentials, Standing},
    rows::Cells,
    secret::hash,
    store::Store,
};

#[derive(sqlx::FromRow)]
pub(super) struct SignInRow {
    pub id: i64,
    password: Option<String>,
    totp: Option<String>,
    totp_step: i64,
    failures: i64,
    failed_at: Option<String>,
    pub known: bool,
}

impl SignInRow {
    pub(super) fn standing(&self) -> Result<Standing, StoreError> {
        let key = self.id.to_string();
        let cells = Cells {
            table: "accounts",
            row: &key,
        };
        Ok(Standing {
            attempts: Attempts {
                failures: cells.number("failures", self.failures)?,
                last: cells.maybe("failed_at", self.failed_at.as_deref())?,
            },
            browser_is_known: self.known,
        })
    }

    /// What a try is checked against.
    pub(super) fn credentials(self, store: &Store) -> Result<Credentials, StoreError> {
        let key = self.id.to_string();
        let cells = Cells {
            table: "accounts",
            row: &key,
        };
        Ok(Credentials {
            id: AccountId(self.id),
            password: self.password,
            second_step: store.opened(AccountId(self.id), self.totp),
            totp_step: cells.number("totp_step", self.totp_step)?,
        })
    }
}

/// The account of this address that may be used, counted as this browser is.
pub(super) async fn found(
    db: impl SqliteExecutor<'_>,
    email: &str,
    browser: Option<&str>,
) -> Result<Option<SignInRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT accounts.id, password, totp, totp_step, known.hash IS NOT NULL AS known,
                CASE WHEN known.hash IS NULL THEN accounts.failures ELSE known.failures END AS failures,
                CASE WHEN known.hash IS NULL THEN accounts.failed_at ELSE known.failed_at END AS failed_at
         FROM accounts LEFT JOIN known_browsers AS known ON known.account = accounts.id AND known.hash = ?
         WHERE email = ? AND disabled_at IS NULL",
    )
    .bind(browser.map(|browser| hash("browser", browser)))
    .bind(email.trim().to_lowercase())
    .fetch_optional(db)
    .await?)
}
