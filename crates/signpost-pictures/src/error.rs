//! Why there is no picture.

use std::io;

use signpost_basemap::ArchiveError;

/// What is in the way of a picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The street map's archive.
    #[error("a tile of the street map cannot be read")]
    Map(#[from] ArchiveError),
    /// What is in a tile.
    #[error("a tile of the street map cannot be read")]
    Tile(#[from] fast_mvt::MvtError),
    /// The description could not be read back, or the pixels not be packed.
    #[error("the picture could not be drawn: {0}")]
    Undrawn(String),
    /// The program that draws.
    #[error("the program that draws did not: {0}")]
    Worker(String),
    /// The disk.
    #[error("the picture could not be kept")]
    Disk(#[from] io::Error),
}
