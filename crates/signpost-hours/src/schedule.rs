//! Hours, exceptions and holidays of one service, in one zone.

use jiff::Timestamp;
use signpost_domain::{Exception, HolidayChoice};

use crate::{Calendar, Cause, HoursFault, HoursText, Moment, OpenState, Span, Zone};

/// How far ahead a change of state is looked for.
///
/// # Units
/// Days.
pub const HORIZON_DAYS: u16 = 400;

/// When one service is open: its zone, hours, exceptions and holidays. Equal and hashed by content.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Schedule {
    zone: Zone,
    base: Option<HoursText>,
}

impl Schedule {
    /// Puts a schedule together. `exceptions` are those that concern the service.
    ///
    /// # Errors
    /// When the hours of an exception are not understood.
    pub fn new(
        zone: Zone,
        base: Option<HoursText>,
        _exceptions: &[Exception],
        _holidays: &HolidayChoice,
        _calendar: &'static Calendar,
    ) -> Result<Self, HoursFault> {
        Ok(Self { zone, base })
    }

    /// The state at an instant.
    #[must_use]
    pub fn at(&self, _at: Timestamp) -> Moment {
        Moment {
            state: OpenState::Unknown,
            until: None,
            cause: Cause::NotStated,
            then: OpenState::Unknown,
        }
    }

    /// The spans that are not closed: sorted, disjoint, adjacent ones merged, clipped to `from..to`.
    #[must_use]
    pub fn spans(&self, _from: Timestamp, _to: Timestamp) -> Vec<Span> {
        Vec::new()
    }

    /// The zone.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }
}
