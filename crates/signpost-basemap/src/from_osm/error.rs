//! Why a map could not be built.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::fetch::FetchError;

/// What stood in the way.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A program that does part of the work is not installed.
    #[error("{tool} is not installed. {how}")]
    Missing {
        /// Its name.
        tool: &'static str,
        /// How to get it.
        how: &'static str,
    },
    /// A program failed.
    #[error("{tool} failed: {stderr}")]
    Failed {
        /// Its name.
        tool: &'static str,
        /// The end of what it said.
        stderr: String,
    },
    /// There is no such file.
    #[error("{}: there is no such file", .path.display())]
    NoFile {
        /// Which one.
        path: PathBuf,
    },
    /// The extract is of another place.
    #[error(
        "the extract has nothing to draw in the box {bounds}; name the box of your town with --bbox W,S,E,N"
    )]
    Nothing {
        /// The box.
        bounds: String,
    },
    /// The tiles could not be put into an archive.
    #[error(transparent)]
    Archive(#[from] FetchError),
    /// A feature could not be written as JSON.
    #[error(transparent)]
    Json(#[from] crate::ArchiveError),
    /// A file could not be read or written.
    #[error("{}", .path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl BuildError {
    /// For `map_err` on what is done with a file.
    pub(super) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
