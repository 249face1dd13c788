//! What counts on a day: the usual hours, a holiday or an exception. And what that makes of the day and of the night that starts on it.

use jiff::civil::Date;
use signpost_domain::{Exception, ExceptionKind, HolidayChoice};

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

/// Why a range is what it is, cheap to copy.
#[derive(Clone, Copy)]
pub(super) enum Why<'a> {
    Hours,
    NotStated,
    Holiday(&'static Holiday),
    Exception(&'a Exception),
}

impl Why<'_> {
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

    /// What a day is where nothing is open or unknown.
    pub(super) fn closed(&self, day: Date) -> Known<'_> {
        let why = match self.precedence(day) {
            Precedence::HolidayClosed(holiday) => Why::Holiday(holiday),
            Precedence::Exception(dated) if dated.exception.kind.turns_away() => {
                Why::Exception(&dated.exception)
            }
            _ => Why::Hours,
        };
        (OpenState::Closed, why)
    }

    fn precedence(&self, day: Date) -> Precedence<'_> {
        if let Some(dated) = self
            .exceptions
            .iter()
            .rfind(|dated| dated.exception.covers(day))
        {
            return Precedence::Exception(dated);
        }
        match &self.holidays {
            HolidayChoice::ClosedOn(codes) => self
                .calendar
                .on(day)
                .find(|holiday| codes.contains(&holiday.code))
                .map_or(Precedence::Usual, Precedence::HolidayClosed),
            HolidayChoice::Unstated => self
                .calendar
                .on(day)
                .find(|holiday| self.is_unsure(holiday))
                .map_or(Precedence::Usual, Precedence::HolidayUnsure),
        }
    }

    /// Whether a holiday makes the usual hours doubtful. A text that speaks of `PH` has spoken of the days that `PH` means, but not of
    /// the day off in place of a holiday on a weekend.
    fn is_unsure(&self, holiday: &Holiday) -> bool {
        holiday.statutory
            && self.base.as_ref().is_some_and(|hours| {
                !(hours.is_round_the_clock() || hours.mentions_public_holidays() && holiday.public)
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
                match (dated.exception.kind, &dated.hours) {
                    (ExceptionKind::Closed | ExceptionKind::OutOfStock, _) => Vec::new(),
                    (ExceptionKind::Unknown, _) => whole_day((OpenState::Unknown, why)),
                    (ExceptionKind::Open, None) => whole_day((OpenState::Open, why)),
                    (ExceptionKind::Open, Some(hours)) => because(hours.starts(day), why),
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
                match (dated.exception.kind, &dated.hours) {
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
