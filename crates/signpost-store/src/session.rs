//! A connection with an open transaction that always comes to an end.

use std::{
    ops::{Deref, DerefMut},
    time::Duration,
};

use sqlx::{Sqlite, SqliteConnection, SqlitePool, pool::PoolConnection};

use crate::error::StoreError;

/// How long a writer waits for its turn, whoever holds it up. It is refused whole: nothing of it is stored later.
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// A transaction.
///
/// Not `sqlx::Transaction`: when SQLite itself rolls back (a full disk, a failing one), that type's own `ROLLBACK` fails, its count of open
/// transactions stays at one, and the only writer would be of no use until a restart. Here a connection whose transaction did not end as
/// planned is closed, and the pool opens a fresh one.
pub(crate) struct Session {
    connection: PoolConnection<Sqlite>,
    settled: bool,
}

impl Session {
    /// A transaction that reads one moment of the database.
    pub(crate) async fn reading(pool: &SqlitePool) -> Result<Self, StoreError> {
        Self::begin(pool, "BEGIN").await
    }

    /// A transaction that writes. It waits for its turn here, so that nothing it reads is changed by others before it writes.
    pub(crate) async fn writing(pool: &SqlitePool) -> Result<Self, StoreError> {
        tokio::time::timeout(LONGEST_WAIT, Self::begin(pool, "BEGIN IMMEDIATE"))
            .await
            .unwrap_or(Err(StoreError::Locked))
    }

    async fn begin(pool: &SqlitePool, statement: &'static str) -> Result<Self, StoreError> {
        let mut session = Self {
            connection: pool.acquire().await?,
            settled: false,
        };
        sqlx::raw_sql(statement).execute(&mut *session).await?;
        Ok(session)
    }

    /// Commits, and keeps the connection: nobody else writes until the session is dropped.
    pub(crate) async fn commit(&mut self) -> Result<(), StoreError> {
        sqlx::raw_sql("COMMIT").execute(&mut **self).await?;
        self.settled = true;
        Ok(())
    }

    /// Commits when all went well, and takes everything back when it did not. `Ok` means that the commit is on the disk.
    pub(crate) async fn settle<T>(
        mut self,
        outcome: Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match outcome {
            Ok(value) => self.commit().await.map(|()| value),
            Err(error) => {
                self.settled = sqlx::raw_sql("ROLLBACK").execute(&mut *self).await.is_ok();
                Err(error)
            }
        }
    }
}

impl Deref for Session {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.connection
    }
}

impl DerefMut for Session {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.settled {
            self.connection.close_on_drop();
        }
    }
}
