//! The secrets of second steps in the database: sealed on the way in, opened on the way out.

use sqlx::SqliteConnection;

use super::{cipher::is_sealed, key_file::KeyFile};
use crate::{
    error::StoreError,
    model::{AccountId, StoredSecondStep},
    store::Store,
};

/// What [`Store::keep_secrets`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SecretsKept {
    /// Secrets of an earlier release that were stored as they are, and are sealed now.
    pub sealed: usize,
}

impl Store {
    /// The same database with its key in another file than the one beside it.
    #[must_use]
    pub fn with_key_file(mut self, path: impl Into<std::path::PathBuf>) -> Self {
        self.key = std::sync::Arc::new(KeyFile::at(path));
        self
    }

    /// Where the key is.
    #[must_use]
    pub fn key_file(&self) -> &std::path::Path {
        self.key.path()
    }

    /// Makes the key when there is none, and seals what an earlier release stored as it is. A server does so when it starts.
    ///
    /// # Errors
    /// [`StoreError::KeyMissing`] when there are secrets that were sealed under a key which is not there: none is made then, for whoever has
    /// the old one puts it back. [`StoreError::NoKey`], and when a file cannot be read or written.
    pub async fn keep_secrets(&self) -> Result<SecretsKept, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let rows: Vec<(i64, String)> =
                sqlx::query_as("SELECT id, totp FROM accounts WHERE totp IS NOT NULL")
                    .fetch_all(&mut *session)
                    .await?;
            let key = self.key_to_seal(&mut session).await?;
            // One that another key sealed tells that this is not the key.
            let foreign = rows
                .iter()
                .any(|(id, totp)| is_sealed(totp) && key.open(AccountId(*id), totp).is_none());
            if foreign {
                return Err(self.key_missing());
            }
            let plain = rows.iter().filter(|(_, totp)| !is_sealed(totp));
            let mut kept = SecretsKept::default();
            for (id, totp) in plain {
                sqlx::query("UPDATE accounts SET totp = ? WHERE id = ?")
                    .bind(key.seal(AccountId(*id), totp)?)
                    .bind(id)
                    .execute(&mut *session)
                    .await?;
                kept.sealed += 1;
            }
            Ok(kept)
        }
        .await;
        let kept = self.settle(session, outcome).await?;
        if kept.sealed > 0 {
            self.forget_what_was_there().await?;
        }
        Ok(kept)
    }

    /// The key to seal with: made when there is none and nothing is sealed yet.
    pub(crate) async fn key_to_seal(
        &self,
        db: &mut SqliteConnection,
    ) -> Result<super::cipher::Key, StoreError> {
        if let Some(key) = self.key.read()? {
            return Ok(key);
        }
        let sealed: bool =
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM accounts WHERE totp LIKE 'sealed%')")
                .fetch_one(db)
                .await?;
        if sealed {
            return Err(self.key_missing());
        }
        self.key.read_or_make()
    }

    /// The second step as it is stored. That a secret cannot be read is for the log: its owner is told no more than that a code is not right.
    pub(crate) fn opened(&self, account: AccountId, totp: Option<String>) -> StoredSecondStep {
        let Some(totp) = totp else {
            return StoredSecondStep::Off;
        };
        if !is_sealed(&totp) {
            return StoredSecondStep::On(totp);
        }
        let key = self.key.read().ok().flatten();
        if let Some(secret) = key.and_then(|key| key.open(account, &totp)) {
            return StoredSecondStep::On(secret);
        }
        tracing::error!(
            file = %self.key.path().display(),
            "the secret of a second step cannot be read: is its key file there?"
        );
        StoredSecondStep::Unreadable
    }

    fn key_missing(&self) -> StoreError {
        StoreError::KeyMissing {
            path: self.key.path().to_owned(),
        }
    }

    /// Writes the file anew, so that what was overwritten stands nowhere in it, nor beside it.
    async fn forget_what_was_there(&self) -> Result<(), StoreError> {
        sqlx::raw_sql("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(self.copier()?)
            .await?;
        Ok(())
    }
}
