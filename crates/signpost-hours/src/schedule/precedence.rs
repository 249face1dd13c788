//! What counts on a day: the usual hours, a holiday or an exception. And what that makes of the day and of the night that starts on it.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use signpost_domain::{Exception, ExceptionKind, HolidayChoice, HolidayCode};

use super::{Schedule, dated::Dated};
use crate::{
    Cause, Holiday, OpenState,
    day::{MinuteRange, MinuteRanges, at, edges, ends, pieces, whole_day},
};

/// What counts on one day.
#[derive(Clone, Copy)]
enum Precedence<'a> {
    Usual,
    /// Closed by the organization's choice.
    HolidayClosed(&'static Holiday),
    /// A holiday of which nobody said what it means here.
    HolidayUnsure(&'static Holiday),
    Exception(&'a Dated),
}

/// What a holiday makes of the usual hours of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolidayHours {
    /// Nothing starts on that day.
    Closed,
    /// What the hours say.
    Usual,
    /// Nobody said: what would be open is unknown.
    NotKnown,
}

/// Why a range is what it is, cheap to copy.
#[derive(Clone, Copy)]
pub(super) enum Why<'a> {
    Hours,
    NotStated,
    Holiday(&'static Holiday),
    Exception(&'a Exception),
}

impl Why<'_> {
    pub(super) fn lasts_until_further_notice(self) -> bool {
        matches!(self, Self::Exception(exception) if exception.is_open_ended())
    }

    pub(super) fn cause(self) -> Cause {
        match self {
            Self::Hours => Cause::Hours,
            Self::NotStated => Cause::NotStated,
            Self::Holiday(holiday) => Cause::Holiday(holiday.code.clone(), holiday.name.clone()),
            Self::Exception(exception) => {
                let (id, reason) = (exception.id.clone(), exception.reason.clone());
                match exception.kind {
                    ExceptionKind::OutOfStock if exception.leaves_no_room() => {
                        Cause::Full(id, reason)
                    }
                    ExceptionKind::OutOfStock => Cause::OutOfStock(id, reason),
                    ExceptionKind::Closed | ExceptionKind::Open | ExceptionKind::Unknown => {
                        Cause::Exception(id, reason)
                    }
                }
            }
        }
    }
}

/// Two ranges in the same state are one, whatever the reason.
impl PartialEq for Why<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Hours, Self::Hours) | (Self::NotStated, Self::NotStated) => true,
            (Self::Holiday(a), Self::Holiday(b)) => std::ptr::eq(*a, *b),
            (Self::Exception(a), Self::Exception(b)) => std::ptr::eq(*a, *b),
            _ => false,
        }
    }
}

/// A state and why.
pub(super) type Known<'a> = (OpenState, Why<'a>);

impl Schedule {
    /// One civil day: what starts on it, and what is left of the night before.
    pub(super) fn day(&self, day: Date) -> MinuteRanges<Known<'_>> {
        let starts = self.starts(day);
        let Some(tail) = day.yesterday().ok().map(|before| self.tail(before)) else {
            return starts;
        };
        if tail.is_empty() {
            return starts;
        }
        let edges = edges(ends(&starts).chain(ends(&tail)));
        pieces(&edges, |minute| {
            // An open door counts more than a doubt, whether it opened today or last night.
            match (at(&starts, minute), at(&tail, minute)) {
                (Some(own), Some(left)) if left.0 < own.0 => Some(left),
                (own, left) => own.or(left),
            }
        })
    }

    /// Why a minute of a day is closed, and whether that is about the night before, which would still run.
    pub(super) fn closed_at(&self, day: Date, minute: u16) -> (OpenState, Why<'_>, bool) {
        let last_night = day
            .yesterday()
            .ok()
            .filter(|before| self.night_runs(*before, minute))
            .and_then(|before| self.closing(before));
        match last_night {
            Some(why) => (OpenState::Closed, why, true),
            None => (
                OpenState::Closed,
                self.closing(day).unwrap_or(Why::Hours),
                false,
            ),
        }
    }

    /// Why a whole day is closed that would not be by its usual hours; `None` when it is not so.
    pub(crate) fn closure(&self, day: Date) -> Option<Cause> {
        let why = self.closing(day)?;
        // A door that is shut all day is said before what would not be there behind it.
        let stock = |one: &Exception| one.kind == ExceptionKind::OutOfStock;
        let shut = match why {
            Why::Exception(own) if stock(own) => self.shut(day),
            _ => None,
        };
        Some(shut.unwrap_or(why).cause())
    }

    /// The closing of a day, whatever is out of stock on it.
    fn shut(&self, day: Date) -> Option<Why<'_>> {
        let mut covering = self.exceptions.iter().rev().map(|dated| &dated.exception);
        let other = covering.find(|one| {
            let is_sure = one.covers(day) && day <= one.sure_until();
            is_sure && one.kind != ExceptionKind::OutOfStock
        });
        let closed = other.filter(|one| one.kind == ExceptionKind::Closed);
        closed.map(Why::Exception)
    }

    /// What closes a day that its usual hours do not.
    pub(super) fn closing(&self, day: Date) -> Option<Why<'_>> {
        match self.precedence(day) {
            Precedence::HolidayClosed(holiday) => Some(Why::Holiday(holiday)),
            Precedence::Exception(dated) if dated.exception.kind_on(day).turns_away() => {
                Some(Why::Exception(&dated.exception))
            }
            _ => None,
        }
    }

    /// The exception that counts on a day.
    pub(super) fn exception(&self, day: Date) -> Option<&Dated> {
        let mut covering = self
            .exceptions
            .iter()
            .rev()
            .filter(|dated| dated.exception.covers(day));
        let sure = covering
            .clone()
            .find(|dated| day <= dated.exception.sure_until());
        // What nobody looked at again counts less than anything that is sure.
        sure.or_else(|| covering.next())
    }

    /// Whether what counts on a day is the same exception as here.
    pub(super) fn follows(&self, why: &Why<'_>, day: Date) -> bool {
        let counts = self
            .exception(day)
            .map(|dated| Why::Exception(&dated.exception));
        counts.as_ref() == Some(why)
    }

    /// What keeps it closed to the end, where that is not what closes it now: what lasts until further notice, behind anything that ends
    /// before, be it a closing, the hours of an extra opening or a night before its first day; and of a week and more, what closes its last day. No reason of one day is told for a month.
    pub(super) fn goes_on<'a>(
        &'a self,
        why: Why<'a>,
        (today, end): (Date, Timestamp),
        then: OpenState,
    ) -> Why<'a> {
        let day = self.zone().day(end);
        let on = |day| self.exception(day).map(|dated| &dated.exception);
        let behind = on(day).filter(|_| then == OpenState::Unknown);
        // A doubt without an end closes nothing: what is shut is shut by its usual hours.
        let shuts = |one: &&Exception| {
            one.is_open_ended() && one.kind.turns_away() && today <= one.sure_until()
        };
        if let Some(behind) = behind.filter(shuts) {
            return Why::Exception(behind);
        }
        let Why::Exception(own) = why else {
            return why;
        };
        let is_long = today.saturating_add(7.days()) <= day;
        let last = day.yesterday().ok().filter(|_| is_long);
        match last.and_then(|last| Some((last, on(last)?))) {
            Some((last, other)) if !own.covers(last) => Why::Exception(other),
            _ => why,
        }
    }

    fn precedence(&self, day: Date) -> Precedence<'_> {
        if let Some(dated) = self.exception(day) {
            return Precedence::Exception(dated);
        }
        // Of two holidays on one day the one that closes counts more than the one that only makes unsure.
        let closes = self
            .calendar
            .on(day)
            .find(|holiday| self.on_holiday(holiday) == HolidayHours::Closed);
        if let Some(holiday) = closes {
            return Precedence::HolidayClosed(holiday);
        }
        self.calendar
            .on(day)
            .find(|holiday| self.on_holiday(holiday) == HolidayHours::NotKnown)
            .map_or(Precedence::Usual, Precedence::HolidayUnsure)
    }

    /// What a holiday makes of the usual hours. A list of the service's own counts before all; then a text that is round the clock, or
    /// speaks of `PH` on a day that `PH` means (not the day off in place of a holiday on a weekend); then what the organization keeps.
    #[must_use]
    pub fn on_holiday(&self, holiday: &Holiday) -> HolidayHours {
        let closed_if = |codes: &[HolidayCode]| {
            if codes.contains(&holiday.code) {
                HolidayHours::Closed
            } else {
                HolidayHours::Usual
            }
        };
        if let Some(own) = &self.own_holidays {
            return closed_if(own);
        }
        let has_spoken = self.base.as_ref().is_some_and(|hours| {
            hours.is_round_the_clock()
                || (hours.mentions_public_holidays()
                    && (holiday.public
                        || (holiday.statutory && self.keeps_hours_on_holidays(holiday.date))))
        });
        match &self.holidays {
            _ if has_spoken => HolidayHours::Usual,
            HolidayChoice::ClosedOn(codes) => closed_if(codes),
            HolidayChoice::Unstated if holiday.statutory && self.base.is_some() => {
                HolidayHours::NotKnown
            }
            HolidayChoice::Unstated => HolidayHours::Usual,
        }
    }

    /// Whether a text keeps a day's usual hours on public holidays too, by what it says of Christmas: then the day off in place of a holiday is
    /// a day like any other, whichever of the two one takes it for.
    fn keeps_hours_on_holidays(&self, day: Date) -> bool {
        const CHRISTMAS: (i8, i8) = (12, 25);
        let christmas = Date::new(day.year(), CHRISTMAS.0, CHRISTMAS.1);
        self.usual.as_ref().is_some_and(|usual| {
            let own = usual.starts(day);
            !own.is_empty() && christmas.is_ok_and(|christmas| usual.starts(christmas) == own)
        })
    }

    /// What starts on a day, up to midnight.
    fn starts(&self, day: Date) -> MinuteRanges<Known<'_>> {
        let usual = || self.usual.as_ref().map(|usual| usual.starts(day));
        match self.precedence(day) {
            Precedence::Usual => usual().map_or_else(
                || whole_day((OpenState::Unknown, Why::NotStated)),
                |ranges| because(ranges, Why::Hours),
            ),
            Precedence::HolidayClosed(_) => Vec::new(),
            Precedence::HolidayUnsure(holiday) => {
                unsure(usual().unwrap_or_default(), Why::Holiday(holiday))
            }
            Precedence::Exception(dated) => {
                let why = Why::Exception(&dated.exception);
                match (dated.exception.kind_on(day), &dated.hours) {
                    (ExceptionKind::Closed | ExceptionKind::OutOfStock, _) => Vec::new(),
                    // A doubt opens no door that is shut.
                    (ExceptionKind::Unknown, _) => usual().map_or_else(
                        || whole_day((OpenState::Unknown, why)),
                        |ranges| unsure(ranges, why),
                    ),
                    (ExceptionKind::Open, None) => {
                        self.doubt_of_stock(day, whole_day((OpenState::Open, why)))
                    }
                    (ExceptionKind::Open, Some(hours)) => {
                        self.doubt_of_stock(day, because(hours.starts(day), why))
                    }
                }
            }
        }
    }

    /// What of the night that starts on a day is left after midnight.
    fn tail(&self, day: Date) -> MinuteRanges<Known<'_>> {
        let usual = || {
            self.usual
                .as_ref()
                .map(|usual| usual.tail(day))
                .unwrap_or_default()
        };
        match self.precedence(day) {
            Precedence::Usual => because(usual(), Why::Hours),
            Precedence::HolidayClosed(_) => Vec::new(),
            Precedence::HolidayUnsure(holiday) => unsure(usual(), Why::Holiday(holiday)),
            Precedence::Exception(dated) => {
                let why = Why::Exception(&dated.exception);
                match (dated.exception.kind_on(day), &dated.hours) {
                    (ExceptionKind::Closed | ExceptionKind::OutOfStock, _) => Vec::new(),
                    (ExceptionKind::Unknown, _) => unsure(usual(), why),
                    (ExceptionKind::Open, None) => because(usual(), why),
                    (ExceptionKind::Open, Some(hours)) => because(hours.tail(day), why),
                }
            }
        }
    }
}

fn because(ranges: MinuteRanges, why: Why<'_>) -> MinuteRanges<Known<'_>> {
    ranges
        .into_iter()
        .map(|MinuteRange { start, end, state }| MinuteRange {
            start,
            end,
            state: (state, why),
        })
        .collect()
}

fn unsure(ranges: MinuteRanges, why: Why<'_>) -> MinuteRanges<Known<'_>> {
    let mut unsure = because(ranges, why);
    for range in &mut unsure {
        range.state.0 = OpenState::Unknown;
    }
    unsure
}
