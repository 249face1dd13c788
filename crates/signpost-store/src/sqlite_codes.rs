//! What SQLite and sqlx say, named after what it means for the caller.

use std::path::Path;

use crate::error::StoreError;

/// Primary result codes of SQLite (<https://sqlite.org/rescode.html>); the extended ones keep them in the low byte.
mod code {
    pub(super) const BUSY: i32 = 5;
    pub(super) const LOCKED: i32 = 6;
    pub(super) const READONLY: i32 = 8;
    pub(super) const IOERR: i32 = 10;
    pub(super) const CORRUPT: i32 = 11;
    pub(super) const FULL: i32 = 13;
    pub(super) const CANTOPEN: i32 = 14;
    pub(super) const NOTADB: i32 = 26;
}

fn primary_code(cause: &dyn sqlx::error::DatabaseError) -> i32 {
    let extended = cause.code().and_then(|code| code.parse::<i32>().ok());
    extended.unwrap_or_default() & 0xff
}

/// What went wrong while the file at `path` was opened.
pub(crate) fn at_open(path: &Path, error: sqlx::Error) -> StoreError {
    match &error {
        sqlx::Error::Database(cause) if primary_code(cause.as_ref()) == code::CANTOPEN => {
            StoreError::CannotOpen {
                path: path.to_owned(),
            }
        }
        _ => error.into(),
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let sqlx::Error::Database(cause) = &error else {
            return match error {
                sqlx::Error::PoolTimedOut => Self::Locked,
                error => Self::Statement(error),
            };
        };
        match primary_code(cause.as_ref()) {
            code::BUSY | code::LOCKED => Self::Locked,
            code::READONLY => Self::ReadOnly,
            code::FULL => Self::Full,
            code::CORRUPT | code::NOTADB => Self::Corrupt {
                detail: cause.message().to_owned(),
            },
            code::IOERR | code::CANTOPEN => Self::Io {
                doing: "reading or writing the database file".to_owned(),
                source: std::io::Error::other(cause.message().to_owned()),
            },
            _ => Self::Statement(error),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError as Cause;
        match error {
            // Another process may have written the same migration down a moment ago; who opens the file looks again then.
            Cause::Execute(error) => match StoreError::from(error) {
                Self::Statement(error) => Self::Migration(Cause::Execute(error)),
                named => named,
            },
            Cause::VersionMissing(migration)
            | Cause::VersionMismatch(migration)
            | Cause::VersionTooNew(migration, _)
            | Cause::Dirty(migration) => Self::OtherVersion { migration },
            Cause::ExecuteMigration(error, migration) => match StoreError::from(error) {
                Self::Statement(error) => {
                    Self::Migration(Cause::ExecuteMigration(error, migration))
                }
                named => named,
            },
            error => Self::Migration(error),
        }
    }
}
