//! A folder of backups: what they are called, which there are, which are kept.

mod keep;

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::{Timestamp, ToSpan as _, civil::DateTime, tz::TimeZone};

pub(crate) use self::keep::Keep;
use crate::fault::Failure;

/// What a name begins with.
const BEGIN: &str = "signpost-";
/// What it ends with.
const END: &str = "Z.db";
/// The instant between, in UTC.
const INSTANT: &str = "%Y%m%dT%H%M%S";
/// So many copies may be made at one moment.
const SECONDS: i64 = 60;

/// One backup of a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Copy {
    /// When it was made, by its name.
    pub(crate) made: Timestamp,
    /// Where it is.
    pub(crate) file: PathBuf,
}

impl Copy {
    /// The copy that is made at this instant; a second later for each that is there already.
    pub(crate) fn at(folder: &Path, made: Timestamp) -> Self {
        let free = |copy: &Self| copy.file.symlink_metadata().is_err();
        let seconds = 0..SECONDS;
        let mut names = seconds.map(|later| Self::of(folder, made + later.seconds()));
        let first_free = names.find(free);
        first_free.unwrap_or_else(|| Self::of(folder, made))
    }

    fn of(folder: &Path, made: Timestamp) -> Self {
        let instant = made.to_zoned(TimeZone::UTC).strftime(INSTANT).to_string();
        Self {
            made,
            file: folder.join(format!("{BEGIN}{instant}{END}")),
        }
    }

    /// Its name.
    pub(crate) fn name(&self) -> String {
        let name = self.file.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// A file of a folder, when its name is one of ours.
    fn named(file: PathBuf) -> Option<Self> {
        let name = file.file_name()?.to_str()?;
        let instant = name.strip_prefix(BEGIN)?.strip_suffix(END)?;
        let made = DateTime::strptime(INSTANT, instant).ok()?;
        let made = made.to_zoned(TimeZone::UTC).ok()?.timestamp();
        (file.is_file()).then_some(Self { made, file })
    }

    /// Takes it away, with what lies beside it.
    fn remove(&self) -> std::io::Result<()> {
        fs::remove_file(&self.file)?;
        for beside in [".head", "-wal", "-shm"] {
            let mut name = self.file.clone().into_os_string();
            name.push(beside);
            let _is_not_there = fs::remove_file(name);
        }
        Ok(())
    }
}

/// The backups of a folder, the newest first. Files with other names are none of ours.
pub(crate) fn copies_in(folder: &Path) -> Result<Vec<Copy>, Failure> {
    let unread = |error| Failure::new(format!("{}: {error}", folder.display()));
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        copies.extend(Copy::named(entry.map_err(unread)?.path()));
    }
    copies.sort();
    copies.reverse();
    Ok(copies)
}

/// Takes away the backups that the rule does not keep. `never` are kept whatever it says: the one that is known to be good, and the one that
/// was proven last.
pub(crate) fn thin(folder: &Path, keep: &Keep, never: &[String]) -> Result<Vec<Copy>, Failure> {
    let copies = copies_in(folder)?;
    let kept = keep.of(copies.iter().map(|copy| copy.made));
    let mut gone = Vec::new();
    for copy in copies {
        if kept.contains(&copy.made) || never.contains(&copy.name()) {
            continue;
        }
        let removed = copy.remove();
        removed.map_err(|error| Failure::new(format!("{}: {error}", copy.file.display())))?;
        gone.push(copy);
    }
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_and_what_has_another_name_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let made = "2026-11-29T08:30:05Z".parse().unwrap();
        let copy = Copy::at(folder.path(), made);
        assert_eq!(copy.name(), "signpost-20261129T083005Z.db");
        let others = [
            "signpost.db",
            "signpost-2026.db",
            "signpost-20261129T083005Z.db.head",
            "signpost-20261329T083005Z.db",
            "old.db",
        ];
        for name in others {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::write(&copy.file, "").unwrap();
        assert_eq!(
            Copy::at(folder.path(), made).name(),
            "signpost-20261129T083006Z.db"
        );
        let earlier = Copy::at(folder.path(), "2026-11-28T08:30:05Z".parse().unwrap());
        fs::write(&earlier.file, "").unwrap();
        assert_eq!(
            copies_in(folder.path()).unwrap(),
            [copy.clone(), earlier.clone()]
        );
        let keep = "1d".parse().unwrap();
        let gone = thin(folder.path(), &keep, &[earlier.name()]).unwrap();
        assert_eq!(gone, []);
        let gone = thin(folder.path(), &keep, &[]).unwrap();
        assert_eq!(gone, [earlier]);
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 1 + others.len());
    }
}
