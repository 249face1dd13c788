//! Why an edit was not made.

use std::fmt;

use serde::Serialize;
use signpost_domain::{Site, SiteSlug};
use signpost_store::StoreError;
use utoipa::ToSchema;

use crate::{WordingFault, outage::Outage};

/// One field that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldFault {
    /// Which one, such as `services.supplies.hours`.
    pub field: String,
    /// What is wrong, and what would be right.
    pub detail: String,
}

/// Why an edit was not made; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// There is no such site, or it is somebody else's: both look alike.
    #[error("no site has the slug {0}")]
    NoSuchSite(SiteSlug),
    /// What the edit is about is not there (any more).
    #[error("what this edit is about is not there")]
    NotFound,
    /// Fields that cannot be taken; never empty.
    #[error("some fields cannot be taken")]
    Fields(Vec<FieldFault>),
    /// The place asked not to be listed and not to be called.
    #[error("this place asked not to be listed and not to be called")]
    DoNotList,
    /// Words that hurt, and nobody said why they should stay; never empty.
    #[error("some words should be others")]
    Wording(Vec<WordingFault>),
    /// Somebody else changed the site first; with all that is needed to bring the two together.
    #[error("the site was changed in the meantime")]
    StaleEdit(Box<StaleEdit>),
    /// Somebody else changed it first.
    #[error("it was changed in the meantime")]
    Stale {
        /// The version it has now.
        current: u64,
    },
    /// A version of the plan that is approved or ended does not change: a correction is a new version.
    #[error("version {version} of the plan is published and does not change; start the next one")]
    Published {
        /// Which.
        version: u32,
    },
    /// The key of this edit was used before, for another one.
    #[error("the key was used before, for a different edit")]
    KeyReused,
    /// The database cannot be read or written now.
    #[error("{}", .outage.told())]
    StoreDown {
        /// What people are told.
        outage: Outage,
        /// For the log only.
        cause: String,
    },
    /// Our own mistake.
    #[error("something went wrong on our side")]
    Internal {
        /// For the log only.
        cause: String,
    },
}

/// An edit of a version that is no longer the current one, with all that is needed to bring the two together.
#[derive(Debug)]
pub struct StaleEdit {
    /// The version the site has now.
    pub current: u64,
    /// The site as it is now.
    pub theirs: Site,
    /// The site as the editor saw it, and as they want it; `None` when that version cannot be found.
    pub mine: Option<(Site, Site)>,
}

impl EditError {
    /// There is no database to write to.
    pub(crate) fn no_database() -> Self {
        Self::StoreDown {
            outage: Outage::Closed,
            cause: "there is no database".to_owned(),
        }
    }

    /// The database has no directory in it.
    pub(crate) fn empty_database() -> Self {
        Self::StoreDown {
            outage: Outage::Passing,
            cause: "the database is empty".to_owned(),
        }
    }

    pub(crate) fn internal(cause: impl fmt::Display) -> Self {
        Self::Internal {
            cause: cause.to_string(),
        }
    }

    /// What is wrong with the database, when that is why.
    #[must_use]
    pub const fn outage(&self) -> Option<Outage> {
        match self {
            Self::StoreDown { outage, .. } => Some(*outage),
            _ => None,
        }
    }

    /// What is logged and never told.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        match self {
            Self::StoreDown { cause, .. } | Self::Internal { cause } => Some(cause),
            _ => None,
        }
    }
}

impl From<StoreError> for EditError {
    /// Here alone it is decided what of the database's trouble is the editor's to mend and what is ours.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale { current } => Self::Stale { current },
            StoreError::KeyReused => Self::KeyReused,
            StoreError::NoSuchSite { slug } => Self::NoSuchSite(slug),
            StoreError::Faulty { faults } => Self::Fields(
                faults
                    .into_iter()
                    .map(|fault| FieldFault {
                        field: fault.field.to_owned(),
                        detail: fault.message,
                    })
                    .collect(),
            ),
            error if error.is_about_the_request() => Self::internal(&error),
            error => Self::StoreDown {
                outage: Outage::from(&error),
                cause: with_sources(&error),
            },
        }
    }
}

fn with_sources(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        words.push_str(": ");
        words.push_str(&error.to_string());
        source = error.source();
    }
    words
}
