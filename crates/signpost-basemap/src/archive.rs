//! One archive of tiles that passed its check.

use std::{fmt, path::Path};

use bytes::Bytes;
use pmtiles::{
    AsyncBackend as _, AsyncPmTilesReader, Compression, HashMapCache, MmapBackend, TileCoord,
    TileType,
};
use sha2::{Digest as _, Sha256};

use crate::{
    About, ArchiveError, Bounds, Checked, Encoding,
    about::Metadata,
    check,
    memory::{Memory, at_once},
    reader::{HIGHEST_ZOOM, Reader},
};

/// Archives up to this size are read into memory, larger ones mapped.
const IN_MEMORY_BYTES: u64 = 64 << 20;

/// A tile as it lies in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// A Mapbox vector tile, packed as `encoding` says.
    pub bytes: Bytes,
    /// How it is packed.
    pub encoding: Encoding,
}

/// An archive that passed its check. Cheap to read from many threads.
pub struct Archive {
    reader: Reader,
    about: About,
    encoding: Encoding,
}

impl Archive {
    /// An archive in memory.
    ///
    /// # Errors
    /// What is wrong with it; nothing that fails the check is ever served.
    pub fn of_bytes(bytes: Bytes) -> Result<Self, ArchiveError> {
        let (archive, _) = Self::checked(bytes)?;
        Ok(archive)
    }

    /// An archive in a file. To be called where tokio runs.
    ///
    /// # Errors
    /// The file cannot be read, or what is wrong with the archive.
    pub async fn open(path: &Path) -> Result<Self, ArchiveError> {
        let bytes = Self::bytes_of(path).await?;
        Self::of_bytes(bytes)
    }

    /// Reads an archive and tells what the check saw.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn checked(bytes: Bytes) -> Result<(Self, Checked), ArchiveError> {
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        let size = bytes.len() as u64;
        let reader = at_once(AsyncPmTilesReader::try_from_cached_source(
            Memory(bytes),
            HashMapCache::default(),
        ))?;
        let header = reader.get_header();
        if header.tile_type != TileType::Mvt {
            return Err(ArchiveError::NotVector {
                found: format!("{:?}", header.tile_type),
            });
        }
        let encoding = match header.tile_compression {
            Compression::Gzip => Encoding::Gzip,
            Compression::None => Encoding::Plain,
            other => {
                return Err(ArchiveError::Compression {
                    found: format!("{other:?}"),
                });
            }
        };
        let metadata = Metadata::read(&at_once(reader.get_metadata())?)?;
        let about = About {
            hash: hex(&digest),
            bounds: bounds(&reader)?,
            minzoom: header.min_zoom,
            maxzoom: header.max_zoom,
            attribution: metadata.attribution(),
            layers: metadata.vector_layers,
            tiles: 0,
            bytes: size,
        };
        let (reader, checked) = check::run(reader, encoding)?;
        let about = About {
            tiles: checked.tiles,
            ..about
        };
        let archive = Self {
            reader,
            about,
            encoding,
        };
        Ok((archive, checked))
    }

    /// The bytes of an archive's file: in memory when it is of a town's size, mapped when it is larger.
    pub(crate) async fn bytes_of(path: &Path) -> Result<Bytes, ArchiveError> {
        let failed = |source| ArchiveError::File {
            path: path.to_owned(),
            source,
        };
        let size = tokio::fs::metadata(path).await.map_err(failed)?.len();
        if size <= IN_MEMORY_BYTES {
            return Ok(tokio::fs::read(path).await.map_err(failed)?.into());
        }
        let mapped = MmapBackend::try_from(path).await?;
        let length = usize::try_from(size).map_err(|error| failed(std::io::Error::other(error)))?;
        Ok(mapped.read_exact(0, length).await?.bytes)
    }

    /// One tile; `None` where the archive has none.
    ///
    /// # Errors
    /// A directory that turns out to be damaged.
    pub fn tile(&self, z: u8, x: u32, y: u32) -> Result<Option<Tile>, ArchiveError> {
        let found = at_once(self.reader.get_tile(TileCoord::new(z, x, y)?))?;
        Ok(found.map(|bytes| Tile {
            bytes,
            encoding: self.encoding,
        }))
    }

    /// What the archive says of itself.
    #[must_use]
    pub const fn about(&self) -> &About {
        &self.about
    }
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive")
            .field("about", &self.about)
            .finish_non_exhaustive()
    }
}

fn bounds(reader: &Reader) -> Result<Bounds, ArchiveError> {
    let header = reader.get_header();
    let (west, south) = (header.min_longitude, header.min_latitude);
    let (east, north) = (header.max_longitude, header.max_latitude);
    if header.min_zoom > header.max_zoom || header.max_zoom > HIGHEST_ZOOM {
        let (low, high) = (header.min_zoom, header.max_zoom);
        return Err(ArchiveError::Header {
            what: format!("zooms {low} to {high}"),
        });
    }
    Bounds::new(west, south, east, north).map_err(|error| ArchiveError::Header {
        what: format!("bounds {west},{south},{east},{north}: {error}"),
    })
}

/// The first eight bytes, as 16 hexadecimal digits.
pub(crate) fn hex(digest: &[u8; 32]) -> String {
    let first: u64 = digest
        .iter()
        .take(8)
        .fold(0, |number, byte| (number << 8) | u64::from(*byte));
    format!("{first:016x}")
}

#[cfg(test)]
mod tests {
    use std::fs::OpenOptions;

    use super::*;

    #[tokio::test]
    async fn an_archive_too_large_for_memory_is_mapped_and_reads_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.pmtiles");
        let district = include_bytes!("../../../data/basemap/district.pmtiles");
        std::fs::write(&path, district).unwrap();
        let file = OpenOptions::new().write(true).open(&path).unwrap();
        file.set_len(IN_MEMORY_BYTES + 1).unwrap();
        let large = Archive::open(&path).await.unwrap();
        assert_eq!(large.about().bytes, IN_MEMORY_BYTES + 1);
        let small = Archive::of_bytes(Bytes::from_static(district)).unwrap();
        assert_ne!(large.about().hash, small.about().hash);
        let tile = |archive: &Archive| archive.tile(7, 30, 43).unwrap().unwrap();
        assert_eq!(tile(&large), tile(&small));
    }
}
