//! A try to sign in, from its first count to its end.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{
    browsers::{know, uncount},
    row::found,
    unknown_accounts::{count_unknown, standing_of_unknown},
};
use crate::{
    account::{record::record, second_step},
    error::StoreError,
    model::{AccountId, Attempt, Attempts, KnownBrowser, SecondStep, SignInKind, Standing},
    secret::hash,
    store::Store,
};

impl Store {
    /// How a browser stands with the account of this address, whether there is one or not.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn standing(
        &self,
        email: &str,
        browser: Option<&str>,
    ) -> Result<Standing, StoreError> {
        match found(self.readers(), email, browser).await? {
            Some(row) => row.standing(),
            None => standing_of_unknown(self.readers(), email).await,
        }
    }

    /// Counts a try to sign in, unless `wait` says that it comes too early.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn begin_attempt(
        &self,
        email: &str,
        browser: Option<&str>,
        at: Timestamp,
        wait: impl Fn(Attempts, Timestamp) -> Option<SignedDuration> + Send,
    ) -> Result<Attempt, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let row = found(&mut *session, email, browser).await?;
            let standing = match &row {
                Some(row) => row.standing()?,
                None => standing_of_unknown(&mut *session, email).await?,
            };
            if let Some(left) = wait(standing.attempts, at) {
                return Ok(Attempt::Wait(left));
            }
            let Some(row) = row else {
                count_unknown(&mut session, email, at).await?;
                return Ok(Attempt::Counted(None));
            };
            if row.known {
                sqlx::query("UPDATE known_browsers SET failures = failures + 1, failed_at = ? WHERE account = ? AND hash = ?")
                    .bind(at.to_string())
                    .bind(row.id)
                    .bind(browser.map(|browser| hash("browser", browser)))
                    .execute(&mut *session)
                    .await?;
            } else {
                sqlx::query("UPDATE accounts SET failures = failures + 1, failed_at = ? WHERE id = ?")
                    .bind(at.to_string())
                    .bind(row.id)
                    .execute(&mut *session)
                    .await?;
            }
            row.credentials(self).map(|known| Attempt::Counted(Some(known)))
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Takes the count back after a right password that was typed by somebody who is signed in already.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn attempt_was_right(
        &self,
        id: AccountId,
        browser: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = uncount(&mut session, id, browser).await.map(|_known| ());
        self.settle(session, outcome).await
    }

    /// Notes a sign-in that went well: its count begins anew, the second step is used up, and the browser is known from now on, by a new
    /// secret. `on` is the day in town.
    ///
    /// `None` when the second step was used by somebody else a moment before, or is none.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn note_success(
        &self,
        id: AccountId,
        step: &SecondStep,
        browser: Option<&str>,
        at: Timestamp,
        on: Date,
    ) -> Result<Option<KnownBrowser>, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            if !second_step::use_up(&mut session, id, step, at).await? {
                record(&mut session, id, SignInKind::WrongCode, at).await?;
                return Ok(None);
            }
            let kind = match step {
                SecondStep::Recovery(_) => SignInKind::SignedInByRecovery,
                SecondStep::None | SecondStep::Code(_) => SignInKind::SignedIn,
            };
            record(&mut session, id, kind, at).await?;
            if uncount(&mut session, id, browser).await? {
                sqlx::query("DELETE FROM known_browsers WHERE account = ? AND hash = ?")
                    .bind(id.0)
                    .bind(browser.map(|browser| hash("browser", browser)))
                    .execute(&mut *session)
                    .await?;
            }
            sqlx::query("UPDATE accounts SET signed_in_on = ? WHERE id = ?")
                .bind(on.to_string())
                .bind(id.0)
                .execute(&mut *session)
                .await?;
            know(&mut session, id, at).await.map(Some)
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Knows a browser in which a one-time link was used.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn know_browser(
        &self,
        id: AccountId,
        at: Timestamp,
    ) -> Result<KnownBrowser, StoreError> {
        let mut session = self.writing().await?;
        let outcome = know(&mut session, id, at).await;
        self.settle(session, outcome).await
    }
}
