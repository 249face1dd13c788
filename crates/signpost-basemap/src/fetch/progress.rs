//! How far a fetch is.

/// How far it is. Bytes are those of the byte ranges that are fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Bytes arrive.
    Fetching {
        /// How many are here, those of an earlier run included.
        done: u64,
        /// How many there will be.
        total: u64,
    },
    /// The new archive is written and checked.
    Writing,
}

/// Takes note of progress.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress);
