//! Free space where something is written.

use std::path::Path;

use super::Finding;
use crate::settings::ServeSettings;

/// Below this nothing can be trusted to be written.
const LEAST: u64 = 200 << 20;
/// What a copy and its check need, times the database.
const TIMES: u64 = 3;

/// How much room there is for the database and for its copies.
pub(crate) fn space(settings: &ServeSettings) -> Vec<Finding> {
    let Some(file) = settings.database_file() else {
        return Vec::new();
    };
    let size = std::fs::metadata(&file).map_or(0, |file| file.len());
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
    let own = at(
        "free space",
        folder.unwrap_or(Path::new(".")),
        LEAST.max(size * TIMES),
    );
    let copies = settings.backups.as_deref().filter(|it| it.is_dir());
    let copies = copies.map(|folder| at("free space for backups", folder, LEAST.max(size * TIMES)));
    [Some(own), copies].into_iter().flatten().collect()
}

fn at(what: &'static str, folder: &Path, least: u64) -> Finding {
    let Ok(disk) = rustix::fs::statvfs(folder) else {
        return Finding::bad(
            what,
            format!("{} is not there, or may not be read.", folder.display()),
            "make the folder, for the server's user alone",
        );
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let said = format!("{} MB at {}.", free >> 20, folder.display());
    if free < least || disk.f_favail == 0 && disk.f_files > 0 {
        let to_do = format!("make room: {} MB at least", least >> 20);
        return Finding::bad(what, said, to_do);
    }
    Finding::good(what, said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_little_room_is_bad_and_so_is_no_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!at("x", folder.path(), 0).is_bad());
        assert!(at("x", folder.path(), u64::MAX).is_bad());
        assert!(at("x", &folder.path().join("nowhere"), 0).is_bad());
    }
}
