//! Tiles that were drawn, kept as long as the snapshot they show is served, and no longer than there is room.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use actix_web::web::Bytes;
use jiff::Timestamp;
use signpost_locate::Snapshot;

use super::address::Numbers;

/// How much is kept, in bytes. A town's tiles are far less; of a million places it is the tiles that were asked for first.
const ROOM: usize = 16 << 20;
/// What keeping a tile costs beside its bytes, so that empty tiles have a bound too.
const OVERHEAD: usize = 128;

/// Encoded tiles of the places, shared by all workers.
#[derive(Debug, Default)]
pub struct SiteTiles(Mutex<Kept>);

/// A drawn tile and the tag of its bytes.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    pub(super) bytes: Bytes,
    pub(super) tag: String,
}

#[derive(Debug, Default)]
struct Kept {
    of: Option<(u64, Timestamp)>,
    tiles: BTreeMap<Numbers, Drawn>,
    size: usize,
}

impl SiteTiles {
    /// A tile that was drawn of this snapshot.
    pub(super) fn get(&self, snapshot: &Snapshot, tile: Numbers) -> Option<Drawn> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let tiles = (kept.of == Some(of(snapshot))).then_some(&kept.tiles)?;
        tiles.get(&tile).cloned()
    }

    /// Keeps a tile, while there is room. Those of another snapshot go.
    pub(super) fn keep(&self, snapshot: &Snapshot, tile: Numbers, drawn: &Drawn) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of = of(snapshot);
        if kept.of != Some(of) {
            // One that is older than what is kept was drawn by who was slow.
            if kept.of.is_some_and(|newer| newer > of) {
                return;
            }
            *kept = Kept {
                of: Some(of),
                ..Kept::default()
            };
        }
        let size = kept.size + drawn.bytes.len() + OVERHEAD;
        if size <= ROOM && kept.tiles.insert(tile, drawn.clone()).is_none() {
            kept.size = size;
        }
    }
}

fn of(snapshot: &Snapshot) -> (u64, Timestamp) {
    (snapshot.sequence(), snapshot.built_at())
}
