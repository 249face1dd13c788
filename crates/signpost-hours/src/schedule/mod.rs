//! Hours, exceptions and holidays of one service, in one zone.

mod dated;
mod precedence;
mod walk;

#[cfg(test)]
mod tests;

use std::hash::{Hash, Hasher};

use jiff::{Timestamp, civil::Date};
use signpost_domain::{Exception, HolidayChoice};

use self::dated::Dated;
use crate::{
    Calendar, Cause, HoursFault, HoursText, Moment, OpenState, Span, Zone, timetable::Timetable,
};

/// How far ahead a change of state is looked for.
///
/// # Units
/// Days.
pub const HORIZON_DAYS: u16 = 400;

/// When one service is open: its zone, hours, exceptions and holidays. Equal and hashed by content.
///
/// Exception > the organization's holiday choice > base hours > unknown. Of several exceptions for a day, being out of stock counts; else
/// the one with the fewest days; of equally long ones the one for the need, then the one listed later.
#[derive(Debug, Clone)]
pub struct Schedule {
    zone: Zone,
    base: Option<HoursText>,
    usual: Option<Timetable>,
    /// The one that counts comes last.
    exceptions: Vec<Dated>,
    holidays: HolidayChoice,
    calendar: &'static Calendar,
}

impl Schedule {
    /// Puts a schedule together. `exceptions` are those that concern the service, in the order they are listed.
    ///
    /// # Errors
    /// When the hours of an exception are not understood.
    pub fn new(
        zone: Zone,
        base: Option<HoursText>,
        exceptions: &[Exception],
        holidays: &HolidayChoice,
        calendar: &'static Calendar,
    ) -> Result<Self, HoursFault> {
        let mut exceptions = exceptions
            .iter()
            .map(|exception| Dated::new(exception, calendar))
            .collect::<Result<Vec<_>, _>>()?;
        exceptions.sort_by_key(Dated::weight);
        Ok(Self {
            usual: base.as_ref().map(|hours| hours.timetable(calendar)),
            zone,
            base,
            exceptions,
            holidays: holidays.clone(),
            calendar,
        })
    }

    /// The state at an instant.
    ///
    /// On the day the clocks go forward, `until` may be a wall time that the clocks skip; it is then moved on by what they skip.
    #[must_use]
    pub fn at(&self, at: Timestamp) -> Moment {
        let wall = self.zone.wall(at);
        let minute =
            u16::from(wall.hour().unsigned_abs()) * 60 + u16::from(wall.minute().unsigned_abs());
        let today = self.day(wall.date());
        let (state, why) =
            crate::day::at(&today, minute).unwrap_or_else(|| self.closed(wall.date()));
        let (until, then) = self.next_change(at, minute, &today, state);
        Moment {
            state,
            until,
            cause: why.cause(),
            then,
        }
    }

    /// The spans that are not closed: sorted, disjoint, adjacent ones merged, clipped to `from..to`.
    ///
    /// They say the same as [`Schedule::at`] at every instant. No more than two times [`HORIZON_DAYS`] after `from` are looked at.
    #[must_use]
    pub fn spans(&self, from: Timestamp, to: Timestamp) -> Vec<Span> {
        self.walk_spans(from, to)
    }

    /// The zone.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The usual hours; `None` when nobody stated any.
    #[must_use]
    pub const fn base(&self) -> Option<&HoursText> {
        self.base.as_ref()
    }

    /// Why a whole day is closed that would not be by its usual hours; `None` when it is not so.
    pub(crate) fn closure(&self, day: Date) -> Option<Cause> {
        let (_, why) = self.closed(day);
        Some(why.cause()).filter(|cause| *cause != Cause::Hours)
    }

    /// Whether nothing but the base hours counts on any day, and these never change.
    fn never_changes(&self) -> Option<OpenState> {
        let no_holidays = match &self.holidays {
            HolidayChoice::Unstated => true,
            HolidayChoice::ClosedOn(codes) => codes.is_empty(),
        };
        if !no_holidays || !self.exceptions.is_empty() {
            return None;
        }
        match &self.base {
            None => Some(OpenState::Unknown),
            Some(hours) if hours.is_round_the_clock() => Some(OpenState::Open),
            Some(_) => None,
        }
    }
}

impl PartialEq for Schedule {
    fn eq(&self, other: &Self) -> bool {
        self.zone == other.zone
            && self.base == other.base
            && self.holidays == other.holidays
            && self.exceptions == other.exceptions
            && (std::ptr::eq(self.calendar, other.calendar) || self.calendar == other.calendar)
    }
}

impl Eq for Schedule {}

impl Hash for Schedule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.zone.hash(state);
        self.base.hash(state);
        match &self.holidays {
            HolidayChoice::Unstated => 0_u8.hash(state),
            HolidayChoice::ClosedOn(codes) => codes.hash(state),
        }
        self.exceptions.hash(state);
    }
}
