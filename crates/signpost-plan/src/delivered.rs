//! What the plan promised in days that are over, and what was kept of it: the usual hours of the places it sent people to, held against their
//! exceptions, holidays and closings.
//!
//! [`delivered`] is a pure function of the directory as it stands now; pages, tables and commands are views of what it gives.

mod pieces;
mod slices;

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use serde::Serialize;
use signpost_domain::{ExceptionId, HolidayCode, NeedCode, Offer, SiteSlug};
use signpost_hours::{Cause, OpenState, Span};
use signpost_locate::{ServiceIx, Snapshot};
use utoipa::ToSchema;

use self::{
    pieces::{Piece, pieces},
    slices::{Slice, slices},
};
use crate::proof::Grounds;

/// How many days a week has.
const WEEK: i32 = 7;

/// What the plan promised in some days, and what was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Delivered {
    /// The first day.
    pub first: Date,
    /// The last day, itself included.
    pub last: Date,
    /// IANA name of the zone of these days.
    pub zone: String,
    /// All places together: an hour that two places promised counts twice.
    pub all: Minutes,
    /// Every place that people were sent to, by slug and need.
    pub targets: Vec<TargetDelivered>,
}

/// Minutes that were promised, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ToSchema)]
pub struct Minutes {
    /// A usual week would have had it open, and the plan sent people there.
    pub promised: u32,
    /// It was open.
    pub served: u32,
    /// Nobody knows: people were told to call first, or to look.
    pub unknown: u32,
}

/// The same of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TargetDelivered {
    /// The place.
    pub site: SiteSlug,
    /// What people were sent there for.
    pub need: NeedCode,
    /// What it promised.
    pub minutes: Minutes,
    /// What was not served, day by day.
    pub missed: Vec<Missed>,
}

/// Promised time of one day that was not served, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Missed {
    /// The day.
    pub day: Date,
    /// How many minutes.
    pub minutes: u32,
    /// Closed, or nobody knows.
    pub state: OpenState,
    /// Why.
    pub why: MissedWhy,
    /// The exception of the site, when one is why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exception: Option<ExceptionId>,
    /// The holiday, when one is why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holiday: Option<HolidayCode>,
}

/// Why a promised hour was not served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MissedWhy {
    /// It was closed, or had other hours.
    Exception,
    /// There was none left.
    OutOfStock,
    /// There was no room left for what people leave there.
    Full,
    /// A holiday.
    Holiday,
    /// It is known not to offer this.
    NotOffered,
    /// Nobody vouched for its hours.
    NotConfirmed,
}

impl MissedWhy {
    /// The word for it in answers and tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Exception => "exception",
            Self::OutOfStock => "out_of_stock",
            Self::Full => "full",
            Self::Holiday => "holiday",
            Self::NotOffered => "not_offered",
            Self::NotConfirmed => "not_confirmed",
        }
    }
}

impl Minutes {
    fn and(self, other: Self) -> Self {
        Self {
            promised: self.promised.saturating_add(other.promised),
            served: self.served.saturating_add(other.served),
            unknown: self.unknown.saturating_add(other.unknown),
        }
    }

    /// Those that were promised, and it was known to be closed.
    #[must_use]
    pub const fn closed(self) -> u32 {
        self.promised
            .saturating_sub(self.served)
            .saturating_sub(self.unknown)
    }
}

/// The Monday of the week that a day is in.
#[must_use]
pub fn monday_of(day: Date) -> Date {
    let since = i32::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(since.days())
}

/// The Monday of the last week that is over on a day.
#[must_use]
pub fn last_week(today: Date) -> Date {
    monday_of(today).saturating_sub(WEEK.days())
}

/// A whole week from a Monday. See [`delivered`].
#[must_use]
pub fn week_delivered(grounds: &Grounds<'_>, monday: Date) -> Delivered {
    let last = monday.saturating_add((WEEK - 1).days());
    delivered(grounds, monday, last)
}

/// What was promised from the first day to the last, in the town's zone, and what was kept.
///
/// Promised is every minute in which the plan in force sent people to a place that a usual week has open. Places may be reached from several
/// old doors; each counts once.
#[must_use]
pub fn delivered(grounds: &Grounds<'_>, first: Date, last: Date) -> Delivered {
    let real = grounds.real;
    let mut targets: BTreeMap<(SiteSlug, NeedCode), TargetDelivered> = BTreeMap::new();
    for slice in slices(real, first, last) {
        for (site, need) in slice.targets(real) {
            let Some(found) = of_slice(grounds, &slice, (&site, &need)) else {
                continue;
            };
            let key = (site.clone(), need.clone());
            let target = targets.entry(key).or_insert_with(|| TargetDelivered {
                site,
                need,
                minutes: Minutes::default(),
                missed: Vec::new(),
            });
            target.minutes = target.minutes.and(found.minutes);
            found
                .missed
                .into_iter()
                .for_each(|missed| add(&mut target.missed, missed));
        }
    }
    let targets: Vec<TargetDelivered> = targets.into_values().collect();
    let sums = targets.iter().map(|target| target.minutes);
    Delivered {
        first,
        last,
        zone: real.town_zone().name().to_owned(),
        all: sums.fold(Minutes::default(), Minutes::and),
        targets,
    }
}

/// What one place promised and kept while a plan said one thing.
struct Found {
    minutes: Minutes,
    missed: Vec<Missed>,
}

fn of_slice(
    grounds: &Grounds<'_>,
    slice: &Slice<'_>,
    (site, need): (&SiteSlug, &NeedCode),
) -> Option<Found> {
    let (usual, real) = (&grounds.usual, grounds.real);
    let promising = service_of(usual, site, need)?;
    let service = service_of(real, site, need)?;
    let usually = usual.schedule(promising).spans(slice.start, slice.end);
    let open: Vec<Span> = usually
        .into_iter()
        .filter(|span| span.state == OpenState::Open)
        .collect();
    let really = real.spans(service, slice.start, slice.end);
    let mut found = Found {
        minutes: Minutes::default(),
        missed: Vec::new(),
    };
    for promised in &open {
        for piece in pieces(promised, &really) {
            let minutes = piece.minutes();
            found.minutes.promised += minutes;
            match piece.state {
                OpenState::Open => found.minutes.served += minutes,
                OpenState::Unknown => found.minutes.unknown += minutes,
                OpenState::Closed => {}
            }
            if piece.state != OpenState::Open {
                add(&mut found.missed, missed(real, service, &piece));
            }
        }
    }
    Some(found)
}

fn service_of(snapshot: &Snapshot, site: &SiteSlug, need: &NeedCode) -> Option<ServiceIx> {
    let mut services = snapshot.services_at(snapshot.find(site)?);
    services.find(|&service| snapshot.service(service).need == *need)
}

/// Why a piece was not served: what its first minute says.
fn missed(real: &Snapshot, service: ServiceIx, piece: &Piece) -> Missed {
    let cause = real.moment(service, piece.start).cause;
    let never = real.service(service).offer == Offer::NotOffered;
    let (why, exception, holiday) = match cause {
        _ if never => (MissedWhy::NotOffered, None, None),
        Cause::Exception(id, _) => (MissedWhy::Exception, Some(id), None),
        Cause::OutOfStock(id, _) => (MissedWhy::OutOfStock, Some(id), None),
        Cause::Full(id, _) => (MissedWhy::Full, Some(id), None),
        Cause::Holiday(code, _) => (MissedWhy::Holiday, None, Some(code)),
        Cause::Hours | Cause::Lapsed | Cause::NotStated | Cause::Emergency => {
            (MissedWhy::NotConfirmed, None, None)
        }
    };
    let site = real.site_of(service);
    Missed {
        day: real.zone(site).day(piece.start),
        minutes: piece.minutes(),
        state: piece.state,
        why,
        exception,
        holiday,
    }
}

/// Adds to what was missed on the same day for the same reason, or as a reason of its own.
fn add(all: &mut Vec<Missed>, new: Missed) {
    let same = |one: &&mut Missed| {
        let key = |missed: &Missed| (missed.day, missed.state, missed.why);
        key(one) == key(&new) && (&one.exception, &one.holiday) == (&new.exception, &new.holiday)
    };
    match all.iter_mut().find(same) {
        Some(one) => one.minutes += new.minutes,
        None => all.push(new),
    }
}
