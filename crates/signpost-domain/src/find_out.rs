//! How one finds out what nobody knows about a place.

use crate::{Service, Site, SiteKind};

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
    /// It has no door: of people who go about, or of their van, when one sees them.
    Meet,
}

impl Site {
    /// How one finds out what nobody knows about it. Nobody is told to call an emergency department first, whatever they come for: its number
    /// is the one of a whole hospital.
    #[must_use]
    pub fn find_out(&self) -> FindOut {
        match (&self.phone, self.kind) {
            (Some(_), _) if !self.has_emergency_department() => FindOut::Call,
            (None, SiteKind::Box) => FindOut::Look,
            (None, SiteKind::Mobile) => FindOut::Meet,
            (Some(_), _) | (None, SiteKind::Building | SiteKind::Pharmacy) => FindOut::Ask,
        }
    }

    /// Whether one of its services is an emergency department.
    #[must_use]
    pub fn has_emergency_department(&self) -> bool {
        self.services.iter().any(Service::is_emergency_department)
    }
}
