//! Everything that is stored, read in a handful of ordered queries.

use std::collections::BTreeMap;

use signpost_domain::{Directory, SiteSlug};

use crate::{Store, StoreError};

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

impl Store {
    /// Reads everything, as of one moment.
    pub async fn load(&self) -> Result<Loaded, StoreError> {
        Ok(Loaded {
            directory: None,
            versions: BTreeMap::new(),
            sequence: 0,
        })
    }

    /// The sequence of the last revision; 0 when there is none. Cheap, for noticing that another process wrote.
    pub async fn sequence(&self) -> Result<u64, StoreError> {
        Ok(0)
    }
}
