//! Hours, exceptions and holidays of one service, in one zone.

mod dated;
mod nights;
mod precedence;
mod stock;
mod walk;

pub(crate) use self::nights::MORNING;
pub use self::precedence::HolidayHours;

#[cfg(test)]
mod tests;

use std::hash::{Hash, Hasher};

use jiff::Timestamp;
use signpost_domain::{Exception, HolidayChoice, HolidayCode};

use self::dated::Dated;
pub use self::dated::weight;
use crate::{
    Calendar, Doubt, HoursFault, HoursText, Moment, OpenState, Span, Zone, timetable::Timetable,
};

/// How far ahead a change of state is looked for.
///
/// # Units
/// Days.
pub const HORIZON_DAYS: u16 = 400;

/// When one service is open: its zone, hours, exceptions and holidays. Equal and hashed by content.
///
/// Exception > holidays of its own > a text that speaks of holidays or is round the clock > the organization's holiday choice > base hours >
/// unknown. Of several exceptions for a day, being out of stock counts; else
/// the one with the fewest days; of equally long ones the one for the need, then the one listed later.
#[derive(Debug, Clone)]
pub struct Schedule {
    zone: Zone,
    base: Option<HoursText>,
    usual: Option<Timetable>,
    /// The one that counts comes last.
    exceptions: Vec<Dated>,
    holidays: HolidayChoice,
    /// The holidays on which this service is closed, whatever the organization keeps.
    own_holidays: Option<Vec<HolidayCode>>,
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
        exceptions.sort_by_key(|dated| weight(&dated.exception));
        Ok(Self {
            usual: base.as_ref().map(|hours| hours.timetable(calendar)),
            zone,
            base,
            exceptions,
            holidays: holidays.clone(),
            own_holidays: None,
            calendar,
        })
    }

    /// The same with a list of holidays of the service's own, which counts instead of the organization's; `None` changes nothing.
    #[must_use]
    pub fn closing_on(mut self, own: Option<&[HolidayCode]>) -> Self {
        self.own_holidays = own.map(<[_]>::to_vec);
        self
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
        let (state, why, last_night) = match crate::day::at(&today, minute) {
            Some((state, why)) => (state, why, false),
            None => self.closed_at(wall.date(), minute),
        };
        let (until, then) = self.next_change(at, minute, &today, state);
        // What ends sooner covers what goes on behind it, which is told then.
        let why = match until {
            Some(end) if state == OpenState::Closed => self.goes_on(why, (wall.date(), end), then),
            _ => why,
        };
        // No end is told of what lasts until further notice: that somebody looks again is none.
        let further_notice = state == OpenState::Closed && why.lasts_until_further_notice();
        let (until, then) = match until {
            Some(end) if further_notice && self.follows(&why, self.zone.day(end)) => (None, state),
            _ => (until, then),
        };
        let doubt = until
            .filter(|_| state == OpenState::Closed && then == OpenState::Unknown)
            .map(|begins| self.doubt(begins));
        Moment {
            state,
            until,
            cause: why.cause(),
            last_night,
            further_notice,
            then,
            doubt,
        }
    }

    /// The doubt that begins at an instant.
    #[must_use]
    pub fn doubt(&self, begins: Timestamp) -> Doubt {
        let Moment { until, cause, .. } = self.at(begins);
        Doubt {
            until,
            cause,
            further_notice: self.is_past_review(self.zone.day(begins)),
        }
    }

    /// Whether what counts on a day lasts until somebody answers, and nobody looked at it when they should have.
    pub(crate) fn is_past_review(&self, day: jiff::civil::Date) -> bool {
        self.exception(day).is_some_and(|dated| {
            dated.exception.is_open_ended() && dated.exception.sure_until() < day
        })
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

    /// Whether nothing but the base hours counts on any day, and these never change.
    fn never_changes(&self) -> Option<OpenState> {
        if !self.exceptions.is_empty()
            || self
                .own_holidays
                .as_ref()
                .is_some_and(|own| !own.is_empty())
        {
            return None;
        }
        let no_holidays = match &self.holidays {
            HolidayChoice::Unstated => true,
            HolidayChoice::ClosedOn(codes) => codes.is_empty(),
        };
        match &self.base {
            None if no_holidays || self.own_holidays.is_some() => Some(OpenState::Unknown),
            Some(hours) if hours.is_round_the_clock() => Some(OpenState::Open),
            _ => None,
        }
    }
}

impl PartialEq for Schedule {
    fn eq(&self, other: &Self) -> bool {
        self.zone == other.zone
            && self.base == other.base
            && self.holidays == other.holidays
            && self.own_holidays == other.own_holidays
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
        self.own_holidays.hash(state);
        self.exceptions.hash(state);
    }
}
