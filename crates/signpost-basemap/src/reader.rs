//! How an archive is read: the reader, the packing of its tiles, the deepest zoom.

use pmtiles::{AsyncPmTilesReader, HashMapCache};

use crate::memory::Memory;

/// No zoom above this is served or asked for.
pub(crate) const HIGHEST_ZOOM: u8 = 22;

/// Reads an archive that lies in memory or is mapped.
pub(crate) type Reader = AsyncPmTilesReader<Memory, HashMapCache>;

/// How the bytes of a tile are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Not at all.
    Plain,
    /// With gzip.
    Gzip,
}
