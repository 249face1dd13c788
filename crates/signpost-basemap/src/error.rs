//! Why an archive is not taken.

use std::{io, path::PathBuf};

use pmtiles::PmtError;

/// What is wrong with an archive, or with the way to it.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The file cannot be read.
    #[error("{} cannot be read", .path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The bytes are no PMTiles archive, or it ends too early, or a directory points outside of it.
    #[error("this is not a whole PMTiles archive")]
    Structure(#[from] PmtError),
    /// The archive holds something else than vector tiles.
    #[error("the archive holds {found}, not vector tiles (MVT)")]
    NotVector {
        /// What it holds.
        found: String,
    },
    /// The tiles are packed in a way that not every browser unpacks.
    #[error("the tiles are packed with {found}; only gzip, or none at all, is served")]
    Compression {
        /// What they are packed with.
        found: String,
    },
    /// The description of the archive is not the JSON object it should be.
    #[error("the metadata of the archive is not a JSON object")]
    Metadata(#[from] serde_json::Error),
    /// There is not a single tile in it.
    #[error("the archive holds no tile")]
    Empty,
    /// A tile does not unpack or does not read as a vector tile.
    #[error("tile {z}/{x}/{y} is damaged: {reason}")]
    Tile {
        /// Zoom.
        z: u8,
        /// Column, from the west.
        x: u32,
        /// Row, from the north.
        y: u32,
        /// What happened.
        reason: String,
    },
    /// Bounds or zooms that no map has.
    #[error("the header of the archive says {what}")]
    Header {
        /// What it says.
        what: String,
    },
}
