//! What is open when: the offer, how far it is trusted, and the schedule, taken together.

use jiff::Timestamp;
use signpost_domain::{Offer, Trust};
use signpost_hours::{Cause, Moment, OpenState, Schedule, Span};

use crate::{
    ServiceIx, Snapshot,
    timetable::{HORIZON, LEAST_STAY, ScheduleIx, moved},
};

/// When one would be served. At least one of the two is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Served {
    /// The first instant at which it is open with at least 10 minutes left.
    pub open: Option<Timestamp>,
    /// The first instant at which it is not known whether it is open.
    pub unknown: Option<Timestamp>,
}

/// What a service says of every instant, as something to compare: services with equal keys are open, closed and unknown together, for the
/// same reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HoursKey {
    schedule: ScheduleIx,
    /// `None` when it is known not to be offered.
    reliable_until: Option<Timestamp>,
    emergency: bool,
}

/// What the schedule may be taken for.
enum Standing {
    /// Known not to be offered.
    Never,
    /// As the schedule says before this instant; unknown from it on.
    Until(Timestamp),
}

const UNKNOWN_FOR_GOOD: Moment = Moment {
    state: OpenState::Unknown,
    until: None,
    cause: Cause::NotStated,
    then: OpenState::Unknown,
};

impl Snapshot {
    fn standing(&self, service: ServiceIx) -> Standing {
        match self.service(service).offer {
            Offer::NotOffered => Standing::Never,
            Offer::Offered | Offer::Unknown => Standing::Until(self.row(service).reliable_until),
        }
    }

    /// What to compare services by, to work out only once what many of them say.
    #[must_use]
    pub fn hours_key(&self, service: ServiceIx) -> HoursKey {
        HoursKey {
            schedule: self.row(service).schedule,
            reliable_until: self.reliable_until(service),
            emergency: self.service(service).is_emergency_department(),
        }
    }

    /// The instant from which the hours are not to be relied on, long past when they never were; `None` for what is known not to be offered.
    #[must_use]
    pub fn reliable_until(&self, service: ServiceIx) -> Option<Timestamp> {
        match self.standing(service) {
            Standing::Never => None,
            Standing::Until(end) => Some(end),
        }
    }

    /// How far the service may be relied on at an instant.
    #[must_use]
    pub fn trust(&self, service: ServiceIx, at: Timestamp) -> Trust {
        self.service(service)
            .trust(self.zone(self.site_of(service)).day(at))
    }

    /// The offer as it stands at an instant: past its last reliable day, "offered" is unknown.
    #[must_use]
    pub fn offer(&self, service: ServiceIx, at: Timestamp) -> Offer {
        self.service(service)
            .offer_on(self.zone(self.site_of(service)).day(at))
    }

    /// The hours of the service, exceptions and holidays included, whatever its offer and trust.
    #[must_use]
    pub fn schedule(&self, service: ServiceIx) -> &Schedule {
        self.timetable.schedule(self.row(service).schedule)
    }

    /// The state at an instant, until when, and why. What is not offered is closed for good.
    ///
    /// A service whose details lapse before its hours change is unknown from then on; when its hours never change, only a lapse within
    /// 14 days is told.
    #[must_use]
    pub fn moment(&self, service: ServiceIx, at: Timestamp) -> Moment {
        let moment = self.moment_by_hours(service, at);
        if moment.state == OpenState::Unknown && self.service(service).is_emergency_department() {
            let cause = Cause::Emergency;
            return Moment { cause, ..moment };
        }
        moment
    }

    fn moment_by_hours(&self, service: ServiceIx, at: Timestamp) -> Moment {
        let reliable_until = match self.standing(service) {
            Standing::Never => {
                return Moment {
                    state: OpenState::Closed,
                    then: OpenState::Closed,
                    ..UNKNOWN_FOR_GOOD
                };
            }
            Standing::Until(end) if at >= end => return UNKNOWN_FOR_GOOD,
            Standing::Until(end) => end,
        };
        let moment = self.schedule(service).at(at);
        let lapses_first = match moment.until {
            Some(until) => reliable_until <= until,
            // What never changes, such as 24/7, is not said to end at a review that is months away.
            None => reliable_until < moved(at, HORIZON),
        };
        if !lapses_first {
            return moment;
        }
        // Nothing is known from there on; what is unknown already just stays so.
        let until = (moment.state != OpenState::Unknown).then_some(reliable_until);
        Moment {
            until,
            then: OpenState::Unknown,
            ..moment
        }
    }

    /// The state alone at an instant; a look-up while the instant is within the days the snapshot was built for.
    #[must_use]
    pub fn state(&self, service: ServiceIx, at: Timestamp) -> OpenState {
        match self.standing(service) {
            Standing::Never => OpenState::Closed,
            Standing::Until(end) if at >= end => OpenState::Unknown,
            Standing::Until(_) => self.timetable.state(self.row(service).schedule, at),
        }
    }

    /// The open and unknown spans of `from..to`, sorted, apart and clipped. None of what is not offered.
    #[must_use]
    pub fn spans(&self, service: ServiceIx, from: Timestamp, to: Timestamp) -> Vec<Span> {
        let Standing::Until(end) = self.standing(service) else {
            return Vec::new();
        };
        let mut spans = self
            .timetable
            .spans(self.row(service).schedule, from, to.min(end));
        let start = from.max(end);
        if start < to {
            match spans.last_mut() {
                Some(last) if last.state == OpenState::Unknown && last.end == start => {
                    last.end = to;
                }
                _ => spans.push(Span {
                    start,
                    end: to,
                    state: OpenState::Unknown,
                }),
            }
        }
        spans
    }

    /// When one who is there at `from` would be served, within 14 days; `None` when it stays closed that long.
    #[must_use]
    pub fn served(&self, service: ServiceIx, from: Timestamp) -> Option<Served> {
        let Standing::Until(end) = self.standing(service) else {
            return None;
        };
        let horizon = moved(from, HORIZON);
        let mut served = Served {
            open: None,
            unknown: None,
        };
        if from < end {
            // Beyond the horizon by one stay, so that a span cut off at its edge does not look too short.
            let window = (from, moved(horizon, LEAST_STAY));
            self.timetable
                .first(self.row(service).schedule, window, |span| {
                    if span.start >= end.min(horizon) {
                        return Some(());
                    }
                    match span.state {
                        OpenState::Open if served.open.is_none() => {
                            let stays = span.end.min(end).duration_since(span.start) >= LEAST_STAY;
                            served.open = stays.then_some(span.start);
                        }
                        OpenState::Unknown if served.unknown.is_none() => {
                            served.unknown = Some(span.start);
                        }
                        _ => {}
                    }
                    (served.open.is_some() && served.unknown.is_some()).then_some(())
                });
        }
        let lapses = from.max(end);
        if served.unknown.is_none() && lapses < horizon {
            served.unknown = Some(lapses);
        }
        (served.open.is_some() || served.unknown.is_some()).then_some(served)
    }
}
