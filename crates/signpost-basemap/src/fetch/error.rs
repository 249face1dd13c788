//! Why a map could not be fetched.

use std::{io, path::PathBuf};

use pmtiles::PmtError;

use crate::ArchiveError;

/// What stood in the way. Every sentence says what to do where there is something to do.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The server cannot be reached or broke off.
    #[error("{url} cannot be read ({reason}). Check the network, and run the same command again")]
    Unreachable {
        /// What was asked.
        url: String,
        /// What happened.
        reason: String,
    },
    /// The server answered with something else than a part of a file.
    #[error("{url} answered {status}{hint}")]
    Refused {
        /// What was asked.
        url: String,
        /// The status.
        status: u16,
        /// What that means here.
        hint: &'static str,
    },
    /// The connection broke too often. What arrived is kept.
    #[error(
        "the connection broke off at {done} of {total} bytes ({reason}). They are kept in {}; run the same command again to go on from there",
        .part.display()
    )]
    BrokeOff {
        /// Bytes that are here.
        done: u64,
        /// Bytes there should be.
        total: u64,
        /// What happened last.
        reason: String,
        /// Where they are kept.
        part: PathBuf,
    },
    /// The file at the source is another one now.
    #[error("the source changed while it was read; run the same command again to begin anew")]
    Changed,
    /// The list of builds is not what it was.
    #[error(
        "{url} lists no build that can be used: {reason}. Name one yourself with --source URL|FILE"
    )]
    NoBuild {
        /// The list.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Far more tiles than a town has.
    #[error(
        "this box has {tiles} tiles down to zoom {maxzoom}; at most {most} are cut out. Make the box smaller or --maxzoom lower"
    )]
    TooMany {
        /// How many the box has.
        tiles: u64,
        /// Down to this zoom.
        maxzoom: u8,
        /// How many are taken.
        most: u64,
    },
    /// Nothing in the box.
    #[error("the source has no tile in the box {bounds}; it covers {covers}")]
    Nothing {
        /// The box.
        bounds: String,
        /// What there is.
        covers: String,
    },
    /// Somebody else is writing the same file.
    #[error("another run is writing {} right now", .path.display())]
    Busy {
        /// Its partial file.
        path: PathBuf,
    },
    /// The source is no archive of vector tiles.
    #[error("the source is not a whole PMTiles archive")]
    Structure(#[from] PmtError),
    /// The source, or the result, did not pass the check.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// A whole map, of another place.
    #[error("it is a map of another place: it covers {covers}, and the town is not in it")]
    Elsewhere {
        /// What it covers.
        covers: String,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", .path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl FetchError {
    /// For `map_err` on what is done with a file.
    pub(crate) fn file(path: &std::path::Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
