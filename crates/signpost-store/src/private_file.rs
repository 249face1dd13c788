//! Files that only who runs the server may read.

use std::{fs, io, path::Path};

/// What such a file may be: read and written by its owner, and by nobody else.
#[cfg(unix)]
const MODE: u32 = 0o600;

/// Makes an empty file for its owner alone, when there is none. SQLite fills it, and makes its companions alike.
pub(crate) fn make_empty(path: &Path) -> io::Result<()> {
    match options().open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(|_file| ()),
    }
}

/// Makes a file of this content, whole or not at all; refused when there is one.
pub(crate) fn make(path: &Path, content: &str) -> io::Result<()> {
    use std::io::Write as _;
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.partial", std::process::id()));
    let partial = Path::new(&name);
    let _left_over = fs::remove_file(partial);
    let written = options().open(partial).and_then(|mut file| {
        file.write_all(content.as_bytes())?;
        file.sync_all()
    });
    // A link takes a name only when it is free.
    let made = written.and_then(|()| fs::hard_link(partial, path));
    let _already_gone = fs::remove_file(partial);
    made
}

/// Puts a file of this content in the place of the one before, in one step and on the disk.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    use std::io::Write as _;
    let mut name = path.as_os_str().to_owned();
    name.push(".partial");
    let partial = Path::new(&name);
    let _left_over = fs::remove_file(partial);
    let written = options().open(partial).and_then(|mut file| {
        file.write_all(content)?;
        file.sync_all()
    });
    let placed = written.and_then(|()| fs::rename(partial, path));
    if placed.is_err() {
        // Half a file would only take room on a disk that may have none.
        let _not_there = fs::remove_file(partial);
    }
    placed?;
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn options() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, MODE);
    options
}

/// Takes from everybody but its owner what they may do with a file that is there. Somebody else's file stays as it is.
pub(crate) fn close_to_others(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let Ok(metadata) = fs::metadata(path) else {
            return;
        };
        let now = metadata.permissions().mode();
        let closed = fs::Permissions::from_mode(now & MODE);
        if now & 0o777 & !MODE != 0
            && let Err(error) = fs::set_permissions(path, closed)
        {
            tracing::warn!(cause = %error, "a file of ours can be read by others, and is not ours to close");
        }
    }
    #[cfg(not(unix))]
    let _others_have_rules_of_their_own = path;
}
