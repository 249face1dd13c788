//! What a sign-in is checked against, and how wrong ones slow down the next.
//!
//! Every try is counted before its password is looked at, and a right one takes its count back: a thousand at once are counted like a
//! thousand in a row, and a try that was cut off counts. Tries are counted for the account, except in a browser in which its owner signed in
//! before: that one has a count of its own, so that nobody can lock an owner out by guessing. Tries with a name nobody has are counted for
//! the name, so that waiting tells nobody who has an account.

mod browsers;
mod row;
mod strangers;

use jiff::{SignedDuration, Timestamp, civil::Date};

use self::{
    browsers::{know, uncount},
    row::found,
    strangers::{count_stranger, stranger},
};
use super::{AccountId, SecondStep, second_step};
use crate::{Store, StoreError, token::hash};

/// Tries in a row that were not right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attempts {
    /// How many.
    pub failures: u32,
    /// When the last one was.
    pub last: Option<Timestamp>,
}

/// How a browser stands with an account before it tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Its tries so far.
    pub attempts: Attempts,
    /// Whether the owner signed in with it before.
    pub browser_is_known: bool,
}

/// What becomes of a try.
#[derive(Clone)]
pub enum Attempt {
    /// It comes too early, by so much; it was not counted.
    Wait(SignedDuration),
    /// It was counted. This is what it is checked against; `None` when nobody has this name.
    Counted(Option<Credentials>),
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
}

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
            None => stranger(self.readers(), email).await,
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
                None => stranger(&mut *session, email).await?,
            };
            if let Some(left) = wait(standing.attempts, at) {
                return Ok(Attempt::Wait(left));
            }
            let Some(row) = row else {
                count_stranger(&mut session, email, at).await?;
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
            row.credentials().map(|known| Attempt::Counted(Some(known)))
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
                return Ok(None);
            }
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
