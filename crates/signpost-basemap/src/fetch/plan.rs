//! Which ranges of a source hold the tiles of a box.
//!
//! The `pmtiles` crate finds a tile and reads it in one go. So it is given a backend that reads directories, but only notes where a tile
//! would be: what it noted is then fetched in few, long ranges instead of one request a tile.

use std::{
    collections::BTreeSet,
    future::{self, Future},
    io,
    ops::Range,
    sync::{Mutex, PoisonError},
};

use bytes::{Buf as _, Bytes};
use pmtiles::{
    AsyncBackend, AsyncPmTilesReader, BackendResponse, Compression, HashMapCache, PmtError,
    PmtResult, TileCoord, TileId, TileType,
};

use super::{FetchError, Source};
use crate::{ArchiveError, Bounds, about::Metadata, memory::at_once};

/// Far more than a town has (about 2,000) and still a matter of seconds.
const MOST_TILES: u64 = 300_000;
/// Ranges nearer to each other than this are fetched as one: a request costs more than these bytes.
const GAP_BYTES: u64 = 32 << 10;
/// No range is longer, so that a broken connection loses little.
const RANGE_BYTES: u64 = 4 << 20;
/// Where a header (PMTiles 3, §3) says where the tiles begin, and behind it how many bytes they have.
const DATA_SECTION: Range<usize> = 56..72;

/// What will be fetched.
#[derive(Debug)]
pub struct Plan {
    pub(super) source: String,
    pub(super) version: Option<String>,
    pub(super) bounds: Bounds,
    pub(super) maxzoom: u8,
    pub(super) minzoom: u8,
    pub(super) compression: Compression,
    pub(super) metadata: Metadata,
    /// In the order of an archive.
    pub(super) tiles: Vec<Wanted>,
    /// In the order of the source.
    pub(super) ranges: Vec<ByteRange>,
}

/// A tile and where it lies in the source.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub(super) at: TileCoord,
    pub(super) piece: Piece,
}

/// Bytes in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    pub(super) offset: u64,
    pub(super) length: u64,
}

/// Bytes that are fetched together, and where they come to lie when all ranges are put one behind the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ByteRange {
    pub(super) offset: u64,
    pub(super) length: u64,
    pub(super) place: u64,
}

impl Plan {
    /// How many tiles there will be.
    #[must_use]
    pub const fn tiles(&self) -> usize {
        self.tiles.len()
    }

    /// How many bytes have to be fetched.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.ranges.iter().map(|range| range.length).sum()
    }

    /// In how many requests.
    #[must_use]
    pub const fn requests(&self) -> usize {
        self.ranges.len()
    }

    /// The highest zoom there will be: the one asked for, or the source's own when that is lower.
    #[must_use]
    pub const fn maxzoom(&self) -> u8 {
        self.maxzoom
    }

    /// Where a piece lies among the fetched bytes.
    pub(super) fn place(&self, piece: Piece) -> Option<u64> {
        let after = self
            .ranges
            .partition_point(|range| range.offset <= piece.offset);
        let range = self.ranges.get(after.checked_sub(1)?)?;
        let within = piece.offset - range.offset;
        (within + piece.length <= range.length).then_some(range.place + within)
    }
}

pub(super) fn of(source: &Source, bounds: Bounds, maxzoom: u8) -> Result<Plan, FetchError> {
    let looking = Looking::begin(source)?;
    let backend = Noting(&looking);
    let reader = looking.explained(at_once(AsyncPmTilesReader::try_from_cached_source(
        backend,
        HashMapCache::default(),
    )))?;
    let header = reader.get_header();
    if header.tile_type != TileType::Mvt {
        let found = format!("{:?}", header.tile_type);
        return Err(ArchiveError::NotVector { found }.into());
    }
    if !matches!(
        header.tile_compression,
        Compression::Gzip | Compression::None
    ) {
        let found = format!("{:?}", header.tile_compression);
        return Err(ArchiveError::Compression { found }.into());
    }
    let metadata = Metadata::read(&looking.explained(at_once(reader.get_metadata()))?)?;
    let (minzoom, maxzoom) = (header.min_zoom, maxzoom.min(header.max_zoom));
    let mut tiles = Vec::new();
    for at in addresses(bounds, minzoom, maxzoom)? {
        let found = looking.explained(at_once(reader.get_tile(at)))?;
        if let (Some(_), Some(piece)) = (found, looking.take_note()) {
            tiles.push(Wanted { at, piece });
        }
    }
    let covers = [
        header.min_longitude,
        header.min_latitude,
        header.max_longitude,
        header.max_latitude,
    ];
    // The tile of the whole world is found for every box on it, so the tiles alone do not tell.
    if tiles.is_empty() || !bounds.meets(covers) {
        return Err(FetchError::Nothing {
            bounds: bounds.to_string(),
            covers: covers.map(|side| side.to_string()).join(","),
        });
    }
    let ranges = ranges(&tiles);
    Ok(Plan {
        source: source.name().to_owned(),
        version: source.version(),
        bounds,
        maxzoom,
        minzoom,
        compression: header.tile_compression,
        metadata,
        tiles,
        ranges,
    })
}

/// Every tile that touches the box, in the order of an archive.
fn addresses(bounds: Bounds, minzoom: u8, maxzoom: u8) -> Result<Vec<TileCoord>, FetchError> {
    let zooms = || (minzoom..=maxzoom).map(|zoom| (zoom, bounds.tiles(zoom)));
    let count = |range: &std::ops::RangeInclusive<u32>| u64::from(range.end() - range.start()) + 1;
    let tiles = zooms()
        .map(|(_, (columns, rows))| count(&columns) * count(&rows))
        .sum();
    if tiles > MOST_TILES {
        return Err(FetchError::TooMany {
            tiles,
            maxzoom,
            most: MOST_TILES,
        });
    }
    let mut all = Vec::new();
    for (zoom, (columns, rows)) in zooms() {
        for x in columns {
            for y in rows.clone() {
                all.push(TileCoord::new(zoom, x, y)?);
            }
        }
    }
    all.sort_unstable_by_key(|at| TileId::from(*at));
    Ok(all)
}

/// Pieces that lie near each other become one range.
fn ranges(tiles: &[Wanted]) -> Vec<ByteRange> {
    let pieces: BTreeSet<Piece> = tiles.iter().map(|tile| tile.piece).collect();
    let mut all: Vec<ByteRange> = Vec::new();
    let mut place = 0;
    for piece in pieces {
        let end = piece.offset + piece.length;
        if let Some(last) = all.last_mut()
            && piece.offset <= last.offset + last.length + GAP_BYTES
            && end - last.offset <= RANGE_BYTES.max(last.length)
        {
            let longer = last.length.max(end - last.offset);
            place += longer - last.length;
            last.length = longer;
            continue;
        }
        all.push(ByteRange {
            offset: piece.offset,
            length: piece.length,
            place,
        });
        place += piece.length;
    }
    all
}

/// Reads directories from the source and notes where tiles are.
struct Looking<'a> {
    source: &'a Source,
    tiles: Range<u64>,
    noted: Mutex<Option<Piece>>,
    failed: Mutex<Option<FetchError>>,
}

impl<'a> Looking<'a> {
    fn begin(source: &'a Source) -> Result<Self, FetchError> {
        let head = source.read(0, DATA_SECTION.end as u64)?;
        let mut section = head
            .get(DATA_SECTION)
            .ok_or(FetchError::Structure(PmtError::InvalidHeader))?;
        let (start, length) = (section.get_u64_le(), section.get_u64_le());
        Ok(Self {
            source,
            tiles: start..start.saturating_add(length),
            noted: Mutex::new(None),
            failed: Mutex::new(None),
        })
    }

    /// What went wrong at the source says more than what the reader makes of it.
    fn explained<T>(&self, result: PmtResult<T>) -> Result<T, FetchError> {
        let failed = self
            .failed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        result.map_err(|error| failed.unwrap_or(FetchError::Structure(error)))
    }

    fn take_note(&self) -> Option<Piece> {
        self.noted
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
    }

    fn answer(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        if self.tiles.contains(&offset) {
            let length = length as u64;
            *self.noted.lock().unwrap_or_else(PoisonError::into_inner) =
                Some(Piece { offset, length });
            return Ok(BackendResponse::new(Bytes::new()));
        }
        let read = self.source.read(offset, length as u64);
        read.map(BackendResponse::new).map_err(|error| {
            let short = io::Error::other(error.to_string());
            *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
            short.into()
        })
    }
}

struct Noting<'a>(&'a Looking<'a>);

impl AsyncBackend for Noting<'_> {
    fn read_exact(
        &self,
        offset: u64,
        length: usize,
    ) -> impl Future<Output = PmtResult<BackendResponse>> + Send {
        let is_directory = !self.0.tiles.contains(&offset);
        let answer = self.0.answer(offset, length).and_then(|answer| {
            let got = answer.bytes.len();
            if is_directory && got != length {
                return Err(PmtError::UnexpectedNumberOfBytesReturned(length, got));
            }
            Ok(answer)
        });
        future::ready(answer)
    }

    fn read(
        &self,
        offset: u64,
        length: usize,
    ) -> impl Future<Output = PmtResult<BackendResponse>> + Send {
        future::ready(self.0.answer(offset, length))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(offset: u64, length: u64) -> Wanted {
        Wanted {
            at: TileCoord::new(0, 0, 0).unwrap(),
            piece: Piece { offset, length },
        }
    }

    #[test]
    fn near_pieces_are_one_stretch_and_every_piece_keeps_its_place() {
        let tiles = [
            wanted(1_000, 10),
            wanted(1_010, 500),
            wanted(1_000, 10),
            wanted(1_000_000, 7),
        ];
        let all = ranges(&tiles);
        let expected = |offset, length, place| ByteRange {
            offset,
            length,
            place,
        };
        assert_eq!(all, [expected(1_000, 510, 0), expected(1_000_000, 7, 510)]);
    }

    #[test]
    fn a_long_run_is_cut_into_stretches_that_a_broken_line_can_afford_to_lose() {
        let tiles: Vec<Wanted> = (0..100).map(|ix| wanted(ix * 100_000, 100_000)).collect();
        let all = ranges(&tiles);
        assert!(all.len() > 2 && all.iter().all(|one| one.length <= RANGE_BYTES));
        assert_eq!(all.iter().map(|one| one.length).sum::<u64>(), 10_000_000);
    }
}
