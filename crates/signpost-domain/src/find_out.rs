//! How one finds out what nobody knows about a place.

use crate::{Site, SiteKind};

/// How one finds out what nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum FindOut {
    /// On the phone.
    #[default]
    Call,
    /// Nobody can be called: at the door.
    Ask,
    /// Nobody is there either: by looking.
    Look,
}

impl Site {
    /// How one finds out what nobody knows about it.
    #[must_use]
    pub const fn find_out(&self) -> FindOut {
        match (&self.phone, self.kind) {
            (Some(_), _) => FindOut::Call,
            (None, SiteKind::Box) => FindOut::Look,
            (None, SiteKind::Building | SiteKind::Pharmacy | SiteKind::Mobile) => FindOut::Ask,
        }
    }
}
