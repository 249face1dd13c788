//! Dated exceptions to the hours: a closure, a special opening, "we do not know", "there is none left".

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ExceptionId, ItemCode, NeedCode, Text};

/// What an exception says about its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// Closed.
    Closed,
    /// Open, at the exception's hours or all day.
    Open,
    /// Not known: call first.
    Unknown,
    /// The place may be open, but what is asked for is not there. Always for one need; it is over by itself after the last day.
    OutOfStock,
}

impl ExceptionKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Closed, Self::Open, Self::Unknown, Self::OutOfStock];

    /// Its name in tables, in the API and in ids.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::OutOfStock => "out_of_stock",
        }
    }

    /// Whether nobody is served on its days.
    #[must_use]
    pub const fn turns_away(self) -> bool {
        matches!(self, Self::Closed | Self::OutOfStock)
    }
}

/// A dated exception. It is keyed to the night that starts: closing on a Friday takes away Friday 20:00 to Saturday 08:00, and leaves
/// the night that began on Thursday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// Its id, unique within the site.
    pub id: ExceptionId,
    /// The need it is for; `None` means every service of the site, which [`ExceptionKind::OutOfStock`] never does.
    pub need: Option<NeedCode>,
    /// The things of the need that are out of stock; empty for all of it, and for every other kind. The service stays open for the rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemCode>,
    /// Closed, open, unknown or out of stock.
    pub kind: ExceptionKind,
    /// First day.
    pub first: Date,
    /// Last day, itself included; `None`: until further notice. Then [`Self::review_by`] is there: through that day it is so, and after it
    /// nobody is sure until somebody says.
    pub last: Option<Date>,
    /// Hours on these days when [`ExceptionKind::Open`], as an `opening_hours` text; `None` means all day.
    pub hours: Option<String>,
    /// Why, in plain words; may be empty.
    pub reason: Text,
    /// The last day on which it need not be looked at again.
    pub review_by: Option<Date>,
}

impl Exception {
    /// Whether `day` is one of its days.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.first <= day && !self.is_over(day)
    }

    /// Whether nobody knows its end.
    ///
    /// "Call first" that follows a closing whose review day came was once written as an exception of its own with a last day; nobody
    /// promised that day, so it does not end by itself either.
    #[must_use]
    pub fn is_open_ended(&self) -> bool {
        let follows = self.kind == ExceptionKind::Unknown
            && self.review_by.is_some_and(|review| review < self.first);
        self.last.is_none() || follows
    }

    /// The last day on which it is what it says.
    #[must_use]
    pub fn sure_until(&self) -> Date {
        self.last.or(self.review_by).unwrap_or(self.first)
    }

    /// Whether its last day is before `today`.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        !self.is_open_ended() && self.sure_until() < today
    }

    /// What it says about one of its days: after the review day of one without an end nobody is sure.
    #[must_use]
    pub fn kind_on(&self, day: Date) -> ExceptionKind {
        if day > self.sure_until() {
            ExceptionKind::Unknown
        } else {
            self.kind
        }
    }

    /// Whether some day is one of both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.is_over(other.first) && !other.is_over(self.first)
    }

    /// Whether it is a closing all of whose days another closing of the same need, or of everything, has too: it is part of that one, so that
    /// taking the other back opens them all.
    #[must_use]
    pub fn is_part_of(&self, other: &Self) -> bool {
        let ends = match (self.last, other.last) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(last)) => own <= last,
        };
        let closed = ExceptionKind::Closed;
        self.id != other.id
            && self.kind == closed
            && other.kind == closed
            && self.need == other.need
            && other.first <= self.first
            && ends
    }

    /// Whether it means that something is full: who comes to leave something is not told of a stock.
    #[must_use]
    pub fn leaves_no_room(&self) -> bool {
        self.kind == ExceptionKind::OutOfStock
            && self.need.as_ref().is_some_and(NeedCode::is_for_leaving)
    }

    /// Whether it means that a place for used needles is full, said on this day or before: who empties it on that day ends that. One that is
    /// over already is left as what was.
    #[must_use]
    pub fn is_full_on(&self, day: Date) -> bool {
        let disposal = self.need.as_ref() == Some(&NeedCode::disposal());
        self.leaves_no_room() && disposal && self.first <= day && !self.is_over(day)
    }

    /// Whether it speaks of some things of a need only.
    #[must_use]
    pub const fn is_of_items(&self) -> bool {
        !self.items.is_empty()
    }

    /// Whether it speaks of this need as a whole: when only some things are out of stock, one may still come for the others.
    #[must_use]
    pub fn concerns(&self, need: &NeedCode) -> bool {
        !self.is_of_items() && self.need.as_ref().is_none_or(|own| own == need)
    }
}
