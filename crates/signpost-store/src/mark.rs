//! How far the history went, kept beside the database: one line in `signpost.db.head`, so that a history that became shorter, older or another
//! one is noticed.
//!
//! The line is written after the commit and before the edit is acknowledged. A crash between the two leaves a mark that is behind, which is
//! well: it names a revision that is still there. It always has the same length and is written over itself, so a full disk does not stop it.

use std::{
    fs, io,
    path::{Path, PathBuf},
    str::FromStr,
};

use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    file::{File, with_suffix},
    model::Loss,
    private_file,
    session::Session,
};

/// The end of a history: its last revision and that one's hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) sequence: u64,
    pub(crate) hash: String,
}

impl Mark {
    /// The end of what is stored; `None` before the first revision.
    pub(crate) async fn of(db: &mut SqliteConnection) -> Result<Option<Self>, StoreError> {
        let last: Option<(i64, String)> =
            sqlx::query_as("SELECT sequence, hash FROM revisions ORDER BY sequence DESC LIMIT 1")
                .fetch_optional(db)
                .await?;
        // A CHECK keeps it above 0.
        Ok(last.map(|(sequence, hash)| Self {
            sequence: sequence.unsigned_abs(),
            hash,
        }))
    }

    fn line(&self) -> String {
        format!("{:020} {}\n", self.sequence, self.hash)
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let (sequence, hash) = line.trim_end().split_once(' ').ok_or(())?;
        if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(());
        }
        Ok(Self {
            sequence: sequence.parse().map_err(|_no_number| ())?,
            hash: hash.to_owned(),
        })
    }
}

/// The file that holds the mark of a database.
pub(crate) fn beside(database: &Path) -> PathBuf {
    with_suffix(database, ".head")
}

/// What is written beside the database; `None` when nothing ever was.
pub(crate) fn read(path: &Path) -> Result<Option<Mark>, StoreError> {
    use std::io::Read as _;
    let line = fs::File::open(path).and_then(|mut file| {
        // Nobody is in the middle of writing it.
        file.lock_shared()?;
        let mut line = String::new();
        file.read_to_string(&mut line).map(|_bytes| line)
    });
    match line {
        Ok(line) => line
            .parse()
            .map(Some)
            .map_err(|()| StoreError::NoMark { path: path.into() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) if source.kind() == io::ErrorKind::InvalidData => {
            Err(StoreError::NoMark { path: path.into() })
        }
        Err(source) => Err(StoreError::Io {
            doing: format!("reading {}", path.display()),
            source,
        }),
    }
}

/// Writes the mark so that it is on the disk. Without `back` it never goes back: another process may have gone further.
pub(crate) fn write(path: &Path, mark: &Mark, back: bool) -> io::Result<()> {
    use std::io::{Read as _, Seek as _, Write as _};
    match private_file::make(path, &mark.line()) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        made => return made,
    }
    let mut file = fs::OpenOptions::new().read(true).write(true).open(path)?;
    file.lock()?;
    let mut line = String::new();
    let before = file.read_to_string(&mut line).ok();
    let before = before.and_then(|_bytes| line.parse::<Mark>().ok());
    if !back && before.is_some_and(|before| before.sequence >= mark.sequence) {
        return Ok(());
    }
    file.rewind()?;
    file.write_all(mark.line().as_bytes())?;
    file.set_len(mark.line().len() as u64)?;
    file.sync_all()
}

/// Holds what is stored against what the mark said before: `Some` when something that was acknowledged is not there any more. The mark is read
/// first, because the history may go on in between.
pub(crate) async fn lost(
    db: &mut SqliteConnection,
    mark: Option<Mark>,
) -> Result<Option<Loss>, StoreError> {
    let Some(mark) = mark else {
        return Ok(None);
    };
    let there: Option<String> = sqlx::query_scalar("SELECT hash FROM revisions WHERE sequence = ?")
        .bind(i64::try_from(mark.sequence).unwrap_or(i64::MAX))
        .fetch_optional(&mut *db)
        .await?;
    if there.as_deref() == Some(mark.hash.as_str()) {
        return Ok(None);
    }
    let last = Mark::of(db).await?;
    Ok(Some(Loss {
        counted: mark.sequence,
        found: last.map_or(0, |last| last.sequence),
        head: mark.hash,
    }))
}

/// Commits, and marks how far the history goes before anybody is told.
pub(crate) async fn settle<T>(
    mut session: Session,
    file: &File,
    value: T,
) -> Result<T, StoreError> {
    let mark = Mark::of(&mut session).await?;
    let fresh = mark.filter(|mark| !file.is_marked(mark.sequence));
    session.commit().await?;
    if let Some(mark) = fresh {
        // What is committed is stored, whatever becomes of the mark: who edited is told the truth, and the next edit tries again.
        match write(&beside(file.path()), &mark, false) {
            Ok(()) => file.marked(mark.sequence),
            Err(error) => tracing::error!(
                cause = %error,
                "how far the history goes could not be written beside the database; a loss of the last edits would not be noticed"
            ),
        }
    }
    // Only now may the next one write: two marks never overtake each other.
    drop(session);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written_and_never_goes_back_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db.head");
        assert_eq!(read(&path).unwrap(), None);
        let at = |sequence| Mark {
            sequence,
            hash: "5".repeat(64),
        };
        for (given, back, kept) in [(7, false, 7), (9, false, 9), (8, false, 9), (3, true, 3)] {
            write(&path, &at(given), back).unwrap();
            assert_eq!(read(&path).unwrap(), Some(at(kept)));
        }
        for damage in ["", "x", "7 abc", "\u{0}\u{0}"] {
            fs::write(&path, damage).unwrap();
            assert!(matches!(read(&path), Err(StoreError::NoMark { .. })));
        }
    }
}
