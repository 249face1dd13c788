//! Names for single requests.

use std::{
    hash::{BuildHasher, RandomState},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
};

/// A word to find this request in the log by. It says nothing about who asked.
#[must_use]
pub fn request_id() -> String {
    static SEED: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!(
        "{:016x}",
        SEED.hash_one(COUNT.fetch_add(1, Ordering::Relaxed))
    )
}
