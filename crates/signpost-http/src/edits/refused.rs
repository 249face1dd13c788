//! Why an edit was not made.

use signpost_domain::{Site, SiteSlug};
use signpost_store::StoreError;

use super::WordingFault;
use crate::{ApiError, FieldFault};

/// Why an edit was not made; nothing was changed.
#[derive(Debug)]
pub(crate) enum EditRefused {
    /// There is no such site, or it is somebody else's: both look alike.
    NoSuchSite(SiteSlug),
    /// Fields that cannot be taken.
    Fields(Vec<FieldFault>),
    /// Words that hurt, and nobody said why they should stay.
    Wording(Vec<WordingFault>),
    /// Somebody else changed the site first.
    Overtaken(Box<Overtaken>),
    /// Anything else: the database is away, the key was used for something else.
    Other(ApiError),
}

/// An edit of a version that is no longer the current one, with all that is needed to bring the two together.
#[derive(Debug)]
pub(crate) struct Overtaken {
    /// The version the site has now.
    pub current: u64,
    /// The site as it is now.
    pub theirs: Site,
    /// The site as the editor saw it, and as they want it; `None` when that version cannot be found.
    pub mine: Option<(Site, Site)>,
}

impl From<ApiError> for EditRefused {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::Fields { faults } => Self::Fields(faults),
            ApiError::Wording { faults } => Self::Wording(faults),
            error => Self::Other(error),
        }
    }
}

impl From<StoreError> for EditRefused {
    fn from(error: StoreError) -> Self {
        Self::from(ApiError::from(error))
    }
}

impl From<EditRefused> for ApiError {
    fn from(refused: EditRefused) -> Self {
        match refused {
            EditRefused::NoSuchSite(slug) => Self::NotFound {
                detail: format!("no site has the slug {slug}"),
            },
            EditRefused::Fields(faults) => Self::Fields { faults },
            EditRefused::Wording(faults) => Self::Wording { faults },
            EditRefused::Overtaken(overtaken) => Self::Stale {
                current: overtaken.current,
            },
            EditRefused::Other(error) => error,
        }
    }
}
