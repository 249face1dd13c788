//! The check every archive passes before a tile of it is served.

use std::{io::Read as _, sync::Arc};

use fast_mvt::MvtReaderRef;
use flate2::read::MultiGzDecoder;
use futures_util::TryStreamExt as _;
use pmtiles::TileCoord;

use crate::{
    ArchiveError, Encoding,
    memory::at_once,
    reader::{HIGHEST_ZOOM, Reader},
};

/// Up to this many tiles are unpacked and read; of more, an even sample of this size.
const SAMPLE: u64 = 4096;
/// No tile of a map is larger than this once unpacked; a crafted one would fill the memory.
const LARGEST_TILE_BYTES: u64 = 16 << 20;

/// What a check saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// How many tiles the archive answers for.
    pub tiles: u64,
    /// How many different ones were unpacked and read.
    pub read: u64,
}

/// Walks every directory, takes each entry's bytes, and unpacks tiles.
pub(crate) fn run(reader: Reader, encoding: Encoding) -> Result<(Reader, Checked), ArchiveError> {
    let reader = Arc::new(reader);
    let entries: Vec<_> = at_once(Arc::clone(&reader).entries().try_collect())?;
    let step = (entries.len() as u64).div_ceil(SAMPLE).max(1);
    let (mut tiles, mut read) = (0_u64, 0_u64);
    for (entry, ix) in entries.iter().zip(0_u64..) {
        let coordinates = entry.iter_coords();
        let Some(first) = entry.iter_coords().next() else {
            continue;
        };
        tiles += coordinates.count() as u64;
        // Every entry must lie within the file; this reads nothing yet.
        let bytes = at_once(reader.get_tile(first))?;
        let at = TileCoord::from(first);
        let damaged = |reason: String| ArchiveError::Tile {
            z: at.z(),
            x: at.x(),
            y: at.y(),
            reason,
        };
        let bytes = bytes.ok_or_else(|| damaged("its directory loses it".to_owned()))?;
        if at.z() > HIGHEST_ZOOM {
            return Err(damaged("there is no such zoom".to_owned()));
        }
        if ix.is_multiple_of(step) {
            look_inside(&bytes, encoding).map_err(damaged)?;
            read += 1;
        }
    }
    if tiles == 0 {
        return Err(ArchiveError::Empty);
    }
    let Some(reader) = Arc::into_inner(reader) else {
        return Err(ArchiveError::Empty);
    };
    Ok((reader, Checked { tiles, read }))
}

/// Unpacks a tile and reads each feature of each layer.
fn look_inside(bytes: &[u8], encoding: Encoding) -> Result<(), String> {
    let mut plain = Vec::new();
    let tile = match encoding {
        Encoding::Plain => bytes,
        Encoding::Gzip => {
            MultiGzDecoder::new(bytes)
                .take(LARGEST_TILE_BYTES + 1)
                .read_to_end(&mut plain)
                .map_err(|error| error.to_string())?;
            if plain.len() as u64 > LARGEST_TILE_BYTES {
                return Err(format!(
                    "it unpacks to more than {LARGEST_TILE_BYTES} bytes"
                ));
            }
            plain.as_slice()
        }
    };
    let reader = MvtReaderRef::new(tile).map_err(|error| error.to_string())?;
    for layer in reader.layers() {
        for feature in layer.features() {
            feature.geometry().map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}
