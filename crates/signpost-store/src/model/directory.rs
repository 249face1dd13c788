//! The whole directory as it is stored, and what bringing it up to date did.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use signpost_domain::{Directory, SiteSlug};

/// What is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The directory; `None` when nothing was ever stored.
    pub directory: Option<Directory>,
    /// The version of each site: the sequence of its last revision.
    pub versions: BTreeMap<SiteSlug, u64>,
    /// The sequence of the last revision of all; 0 when there is none.
    pub sequence: u64,
}

/// The directory as it was kept beside the database, to be served when that cannot be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCopy {
    /// When the database was last known to say this.
    pub at: Timestamp,
    /// The sequence of the last revision in it.
    pub sequence: u64,
    /// The version of each site.
    pub versions: BTreeMap<SiteSlug, u64>,
    /// Places that somebody said are full, since when.
    pub reports: BTreeMap<SiteSlug, Date>,
    /// The directory.
    pub directory: Directory,
}

/// What a sync did. A site counts once, whatever changed in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Synced {
    /// Rows that are new.
    pub added: usize,
    /// Rows that differ.
    pub changed: usize,
    /// Rows that are gone.
    pub removed: usize,
    /// The sequence of the last revision.
    pub sequence: u64,
}
