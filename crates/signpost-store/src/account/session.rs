//! Sessions: who is signed in, until when.

use jiff::{SignedDuration, Timestamp};

use super::{
    event::note_own,
    record::record,
    row::{ACCOUNT_COLUMNS, AccountRow},
};
use crate::{
    error::StoreError,
    model::{
        AccountId, EventKind, NewSession, OpenSession, SessionOwner, SessionTimes, SignInKind,
        WrongProof,
    },
    rows::Cells,
    secret::{hash, secret},
    store::Store,
};

/// After this a session is over whatever [`SessionTimes`] say, and its row goes away.
const SWEPT_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// With so many wrong passwords and codes typed in it, a session is over.
const MOST_WRONG_PROOFS: i64 = 5;

/// How often a session's last use is written down: not with every request.
const NOTE_EVERY: SignedDuration = SignedDuration::from_mins(1);

impl Store {
    /// Begins a session, always with a new secret. `before` ends: nobody keeps a session that was there before the sign-in.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn begin_session(
        &self,
        account: AccountId,
        before: Option<&str>,
        at: Timestamp,
    ) -> Result<NewSession, StoreError> {
        let (made, csrf) = (secret("")?, secret("")?);
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            if let Some(before) = before {
                sqlx::query("DELETE FROM sessions WHERE hash = ?")
                    .bind(hash("session", before))
                    .execute(&mut *session)
                    .await?;
            }
            sqlx::query("DELETE FROM sessions WHERE seen_at < ?")
                .bind(at.saturating_sub(SWEPT_AFTER).unwrap_or(at).to_string())
                .execute(&mut *session)
                .await?;
            sqlx::query("INSERT INTO sessions (hash, account, csrf, made_at, seen_at) VALUES (?, ?, ?, ?, ?)")
                .bind(hash("session", &made))
                .bind(account.0)
                .bind(&csrf)
                .bind(at.to_string())
                .bind(at.to_string())
                .execute(&mut *session)
                .await?;
            let mark: Option<String> = sqlx::query_scalar("SELECT mark FROM accounts WHERE id = ?")
                .bind(account.0)
                .fetch_one(&mut *session)
                .await?;
            Ok(NewSession {
                secret: made,
                csrf: marked(csrf, mark),
            })
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Whose session this is, while it lasts; its last use is noted.
    ///
    /// # Errors
    /// When the database cannot be read. That its use could not be noted is no error: reading goes on with a full disk.
    pub async fn session(
        &self,
        secret: &str,
        times: SessionTimes,
        at: Timestamp,
    ) -> Result<Option<SessionOwner>, StoreError> {
        #[derive(sqlx::FromRow)]
        struct Found {
            #[sqlx(flatten)]
            account: AccountRow,
            csrf: String,
            begun_at: String,
            seen_at: String,
            proven_at: Option<String>,
            mark: Option<String>,
        }
        let key = hash("session", secret);
        let found: Option<Found> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT {ACCOUNT_COLUMNS}, csrf, sessions.made_at AS begun_at, seen_at, proven_at, mark FROM sessions
             JOIN accounts ON accounts.id = sessions.account WHERE hash = ? AND disabled_at IS NULL"
        )))
        .bind(&key)
        .fetch_optional(self.readers())
        .await?;
        let Some(found) = found else { return Ok(None) };
        let cells = Cells {
            table: "sessions",
            row: "of a cookie",
        };
        let made_at: Timestamp = cells.parsed("made_at", &found.begun_at)?;
        let seen_at: Timestamp = cells.parsed("seen_at", &found.seen_at)?;
        if !times.last(made_at, seen_at, at) {
            // It stays ended when the clock goes back.
            let _is_over_anyway = self.end_session(secret).await;
            return Ok(None);
        }
        if at.duration_since(seen_at) >= NOTE_EVERY {
            let _reading_goes_on = self.note_use(&key, at).await;
        }
        Ok(Some(SessionOwner {
            account: found.account.try_into()?,
            csrf: marked(found.csrf, found.mark),
            made_at,
            proven_at: cells.maybe("proven_at", found.proven_at.as_deref())?,
        }))
    }

    async fn note_use(&self, key: &str, at: Timestamp) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = sqlx::query("UPDATE sessions SET seen_at = ? WHERE hash = ?")
            .bind(at.to_string())
            .bind(key)
            .execute(&mut *session)
            .await
            .map(|_done| ())
            .map_err(StoreError::from);
        self.settle(session, outcome).await
    }

    /// Notes that whoever has this session showed a password or a code again, and gives the session a new secret: who has a copy of the one
    /// before has nothing any more. `None` when the session is over.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn prove_session(
        &self,
        before: &str,
        at: Timestamp,
    ) -> Result<Option<String>, StoreError> {
        let made = secret("")?;
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            let account: Option<i64> = sqlx::query_scalar(
                "UPDATE sessions SET hash = ?, proven_at = ?, seen_at = ?, wrong_proofs = 0 WHERE hash = ? RETURNING account",
            )
            .bind(hash("session", &made))
            .bind(at.to_string())
            .bind(at.to_string())
            .bind(hash("session", before))
            .fetch_optional(&mut *session)
            .await?;
            let Some(account) = account else {
                return Ok(None);
            };
            record(&mut session, AccountId(account), SignInKind::Proven, at).await?;
            Ok(Some(made))
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Counts a wrong password or code that was typed in a session; too many end it. A session that was left open is no place to guess from.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn wrong_proof(&self, secret: &str, at: Timestamp) -> Result<WrongProof, StoreError> {
        let key = hash("session", secret);
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            let row: Option<(i64, i64)> = sqlx::query_as(
                "UPDATE sessions SET wrong_proofs = wrong_proofs + 1 WHERE hash = ? RETURNING account, wrong_proofs",
            )
            .bind(&key)
            .fetch_optional(&mut *session)
            .await?;
            let Some((account, wrong)) = row else {
                return Ok(WrongProof::Ended);
            };
            record(&mut session, AccountId(account), SignInKind::WrongProof, at).await?;
            if wrong < MOST_WRONG_PROOFS {
                return Ok(WrongProof::GoesOn);
            }
            sqlx::query("DELETE FROM sessions WHERE hash = ?")
                .bind(&key)
                .execute(&mut *session)
                .await?;
            record(&mut session, AccountId(account), SignInKind::SessionEnded, at).await?;
            Ok(WrongProof::Ended)
        }
        .await;
        self.settle(session, outcome).await
    }

    /// The sessions of an account that last, the newest first; `this` is the secret of the one that asks.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open_sessions(
        &self,
        account: AccountId,
        this: &str,
        times: SessionTimes,
        at: Timestamp,
    ) -> Result<Vec<OpenSession>, StoreError> {
        let rows: Vec<(String, String, bool)> = sqlx::query_as(
            "SELECT made_at, seen_at, hash = ? FROM sessions WHERE account = ? ORDER BY seen_at DESC, hash",
        )
        .bind(hash("session", this))
        .bind(account.0)
        .fetch_all(self.readers())
        .await?;
        let cells = Cells {
            table: "sessions",
            row: "of an account",
        };
        let mut open = Vec::with_capacity(rows.len());
        for (made_at, seen_at, is_this) in rows {
            let found = OpenSession {
                made_at: cells.parsed("made_at", &made_at)?,
                seen_at: cells.parsed("seen_at", &seen_at)?,
                is_this,
            };
            if times.last(found.made_at, found.seen_at, at) {
                open.push(found);
            }
        }
        Ok(open)
    }

    /// Ends one session.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn end_session(&self, secret: &str) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = sqlx::query("DELETE FROM sessions WHERE hash = ?")
            .bind(hash("session", secret))
            .execute(&mut *session)
            .await
            .map(|_done| ())
            .map_err(StoreError::from);
        self.settle(session, outcome).await
    }

    /// Ends every session of an account but the one of `keep`.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn end_other_sessions(
        &self,
        account: AccountId,
        keep: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut session = self.writing_whatever_is_lost().await?;
        let outcome = async {
            sqlx::query("DELETE FROM sessions WHERE account = ? AND hash <> ?")
                .bind(account.0)
                .bind(hash("session", keep))
                .execute(&mut *session)
                .await?;
            note_own(&mut session, account, EventKind::SessionsEnded, at).await
        }
        .await;
        self.settle(session, outcome).await
    }
}

/// What proves a form of a session, with what tells whose it is. A release of before, still running during an upgrade, gives no mark.
fn marked(csrf: String, mark: Option<String>) -> String {
    match mark {
        Some(mark) => format!("{csrf}.{mark}"),
        None => csrf,
    }
}
