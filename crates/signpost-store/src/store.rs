//! Opening the database.

use std::{
    path::Path,
    str::FromStr as _,
    sync::Arc,
    time::{Duration, Instant},
};

use sqlx::{
    ConnectOptions as _, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    address::Address,
    error::StoreError,
    file::{File, with_suffix},
    last, mark, private_file,
    seal::KeyFile,
    session::Session,
    sqlite_codes::at_open,
};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/sqlite");

/// Below this, SQLite may corrupt a database in WAL mode that two connections write to and reset at once (<https://sqlite.org/wal.html#walresetbug>).
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// How long opening waits for another process that makes the same file.
const OPENING: Duration = Duration::from_secs(5);

/// How long a statement waits for another process before it gives up.
const BUSY: Duration = Duration::from_secs(2);

/// How long a task waits for a connection. Together with [`BUSY`] this is the longest that anybody waits to be refused.
const QUEUE: Duration = Duration::from_millis(2_500);

/// How long to wait before looking again.
const PAUSE: Duration = Duration::from_millis(50);

/// Public reads never come here, so a few are plenty.
const READERS: u32 = 3;

/// A database that holds one directory and its history. Cheap to clone; clones share their connections.
#[derive(Debug, Clone)]
pub struct Store {
    writer: SqlitePool,
    readers: SqlitePool,
    /// For copying: SQLite takes `VACUUM INTO` for a write, which readers may not do, and it must not hold up the writer.
    copier: SqlitePool,
    /// `None` for a database in memory.
    file: Option<Arc<File>>,
    /// Seals what has to be read again.
    pub(crate) key: Arc<KeyFile>,
    /// Keeps a database in memory alive while the writer's connection is renewed.
    _anchor: Option<SqlitePool>,
}

impl Store {
    /// Opens a database, makes it when it is not there, and brings its tables up to date.
    ///
    /// `url` is `sqlite:FILE`, or `sqlite::memory:` for a database that lasts as long as the `Store`.
    ///
    /// # Errors
    /// When the address is none, the file cannot be opened or is damaged, the linked SQLite is too old, or a newer build made the tables.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let address = Address::parse(url)?;
        let started = Instant::now();
        // Two processes may make a new file at once. SQLite does not wait while another switches it to WAL, and a migration may find its
        // tables made a moment ago: the second process looks again.
        loop {
            match Self::open_at(&address).await {
                Err(StoreError::Locked | StoreError::Migration(_))
                    if started.elapsed() < OPENING =>
                {
                    tokio::time::sleep(PAUSE).await;
                }
                done => return done,
            }
        }
    }

    async fn open_at(address: &Address) -> Result<Self, StoreError> {
        let store = match address {
            Address::Memory => Self::in_memory().await?,
            Address::File(path) => Self::in_file(path).await?,
        };
        let found: String = sqlx::query_scalar("SELECT sqlite_version()")
            .fetch_one(&store.writer)
            .await?;
        if !new_enough(&found) {
            return Err(StoreError::OldSqlite { found });
        }
        MIGRATIONS.run(&store.writer).await?;
        store.look_for_losses().await?;
        tracing::debug!(sqlite.version = found, "database open");
        Ok(store)
    }

    async fn in_file(path: &Path) -> Result<Self, StoreError> {
        // A volume that is not mounted is no reason to begin a new directory.
        if !path.exists()
            && let Some(missing) = last::tells_of(path)
        {
            return Err(missing);
        }
        // Nobody else on this machine has any business in it. What cannot be made, SQLite names better.
        let _sqlite_names_it = private_file::make_empty(path);
        for suffix in ["", "-wal", "-shm"] {
            private_file::close_to_others(&with_suffix(path, suffix));
        }
        let options = settings(SqliteConnectOptions::new())
            .filename(path)
            .create_if_missing(true);
        let writer = pool(1)
            .connect_with(options.clone())
            .await
            .map_err(|error| at_open(path, error))?;
        // From here on a missing file is a fault, never a reason to begin a new directory.
        let options = options.create_if_missing(false);
        writer.set_connect_options(options.clone());
        let readers = options.clone().pragma("query_only", "ON");
        Ok(Self {
            writer,
            readers: pool(READERS).connect_lazy_with(readers),
            copier: pool(1).connect_lazy_with(options),
            file: Some(Arc::new(File::opened(path)?)),
            key: Arc::new(KeyFile::at(with_suffix(path, ".key"))),
            _anchor: None,
        })
    }

    async fn in_memory() -> Result<Self, StoreError> {
        let options = settings(SqliteConnectOptions::from_str("sqlite::memory:")?);
        let anchor = pool(1)
            .min_connections(1)
            .connect_with(options.clone())
            .await?;
        let writer = pool(1).connect_with(options).await?;
        Ok(Self {
            readers: writer.clone(),
            copier: writer.clone(),
            writer,
            file: None,
            key: Arc::default(),
            _anchor: Some(anchor),
        })
    }

    /// A transaction that reads; refused when the file is no longer the one that was opened.
    pub(crate) async fn reading(&self) -> Result<Session, StoreError> {
        self.still_there()?;
        Session::reading(&self.readers).await
    }

    /// A transaction that writes; refused when the file is no longer the one that was opened.
    pub(crate) async fn writing(&self) -> Result<Session, StoreError> {
        self.nothing_lost().await?;
        self.writing_whatever_is_lost().await
    }

    /// The same for who takes the loss.
    pub(crate) async fn writing_whatever_is_lost(&self) -> Result<Session, StoreError> {
        self.still_there()?;
        self.undamaged()?;
        Session::writing(&self.writer).await
    }

    /// Ends a transaction that writes. `Ok` means that what was written is on the disk, in the file that is at its place.
    pub(crate) async fn settle<T>(
        &self,
        session: Session,
        outcome: Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let outcome = outcome.and_then(|value| self.still_there().map(|()| value));
        match (outcome, &self.file) {
            (Ok(value), Some(file)) => mark::settle(session, file, value).await,
            (outcome, _) => session.settle(outcome).await,
        }
    }

    /// The file behind it; `None` for a database in memory.
    pub(crate) fn file(&self) -> Option<&File> {
        self.file.as_deref()
    }

    /// The connections for reading, where no transaction may be open.
    pub(crate) fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// The connection for copying, with the same refusal.
    pub(crate) fn copier(&self) -> Result<&SqlitePool, StoreError> {
        self.still_there()?;
        Ok(&self.copier)
    }

    /// Lets go of the file. Clones cannot be used afterwards either.
    pub async fn close(self) {
        self.copier.close().await;
        self.readers.close().await;
        self.writer.close().await;
    }

    fn still_there(&self) -> Result<(), StoreError> {
        self.file.as_ref().map_or(Ok(()), |file| file.still_there())
    }
}

fn settings(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY)
        // Names and reasons stay out of the log.
        .disable_statement_logging()
}

fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(QUEUE)
        .idle_timeout(None)
        .max_lifetime(None)
}

fn new_enough(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    let found: [u32; 3] = std::array::from_fn(|_part| parts.next().unwrap_or(0));
    found >= OLDEST_SQLITE
}

#[cfg(test)]
mod tests;
