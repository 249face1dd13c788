//! The files that stand beside the target while it is made.

use std::path::{Path, PathBuf};

/// A name beside `out`: the same with something behind it.
pub(super) fn beside(out: &Path, ending: &str) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
