//! What is open when: the offer, how far it is trusted, and the schedule, taken together.

use jiff::{SignedDuration, Timestamp, civil::Date};
use signpost_domain::{Offer, Trust};
use signpost_hours::{Cause, Doubt, HORIZON_DAYS, Moment, OpenState, Schedule, Span, doubted_from};

use crate::{
    ServiceIx, SiteIx, Snapshot,
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
    lapses: Option<Timestamp>,
    emergency: bool,
}

impl Snapshot {
    /// Whether it is known not to be offered.
    fn is_never(&self, service: ServiceIx) -> bool {
        self.service(service).offer == Offer::NotOffered
    }

    /// What to compare services by, to work out only once what many of them say.
    #[must_use]
    pub fn hours_key(&self, service: ServiceIx) -> HoursKey {
        HoursKey {
            schedule: self.row(service).schedule,
            lapses: (!self.is_never(service)).then(|| self.row(service).lapses),
            emergency: self.service(service).is_emergency_department(),
        }
    }

    /// The instant from which nobody vouches for the hours, long past when nobody ever did; `None` for what is known not to be offered.
    ///
    /// It is a midnight, unless an opening that began before it still runs then: whoever vouched for the evening vouched for its morning.
    #[must_use]
    pub fn relied_until(&self, service: ServiceIx) -> Option<Timestamp> {
        (!self.is_never(service)).then(|| self.night_of(service))
    }

    /// The end of the night that runs through the midnight at which the details lapse; that midnight when there is no such night.
    fn night_of(&self, service: ServiceIx) -> Timestamp {
        let lapses = self.row(service).lapses;
        if lapses == Timestamp::MIN || lapses == Timestamp::MAX {
            return lapses;
        }
        let night = self.timetable.opening(self.row(service).schedule, lapses);
        night
            .filter(|night| night.start < lapses && night.is_one_opening())
            .map_or(lapses, |night| night.end)
    }

    /// [`Self::relied_until`] as far as it matters within `from..to`: whether a night runs on is not looked up when it lapses elsewhere.
    fn relied_within(&self, service: ServiceIx, (from, to): (Timestamp, Timestamp)) -> Timestamp {
        let lapses = self.row(service).lapses;
        let over = moved(from, SignedDuration::from_hours(-24));
        if lapses > over && lapses <= to {
            self.night_of(service)
        } else {
            lapses
        }
    }

    /// The civil day at the site for whose details somebody vouches at an instant: while a night runs on, the one on which it began.
    fn day_of_trust(&self, service: ServiceIx, at: Timestamp) -> Date {
        let zone = self.zone(self.site_of(service));
        let lapses = self.row(service).lapses;
        if at >= lapses && self.is_relied(service, at) {
            return zone.day(moved(lapses, SignedDuration::from_secs(-1)));
        }
        zone.day(at)
    }

    /// How far the service may be relied on at an instant.
    #[must_use]
    pub fn trust(&self, service: ServiceIx, at: Timestamp) -> Trust {
        self.service(service).trust(self.day_of_trust(service, at))
    }

    /// The offer as it stands at an instant: past its last reliable day, "offered" is unknown.
    #[must_use]
    pub fn offer(&self, service: ServiceIx, at: Timestamp) -> Offer {
        self.service(service)
            .offer_on(self.day_of_trust(service, at))
    }

    /// The hours of the service, exceptions and holidays included, whatever its offer and trust.
    #[must_use]
    pub fn schedule(&self, service: ServiceIx) -> &Schedule {
        self.timetable.schedule(self.row(service).schedule)
    }

    /// The day that it is at a site: while a night of one of its services still runs, the day on which it began.
    #[must_use]
    pub fn running_day(&self, site: SiteIx, at: Timestamp) -> Date {
        self.services_at(site)
            .filter(|&service| self.service(service).offer != Offer::NotOffered)
            .map(|service| self.schedule(service).running_day(at))
            .min()
            .unwrap_or_else(|| self.zone(site).day(at))
    }

    /// When a day begins at a site: at midnight, or when the last night that began the day before is over.
    #[must_use]
    pub fn day_begins(&self, site: SiteIx, day: Date) -> Timestamp {
        self.services_at(site)
            .filter(|&service| self.service(service).offer != Offer::NotOffered)
            .map(|service| self.schedule(service).day_begins(day))
            .max()
            .unwrap_or_else(|| self.zone(site).instant(day.at(0, 0, 0, 0)))
    }

    /// The state at an instant, until when, and why. What is not offered is closed for good.
    ///
    /// That nobody vouches for the hours any more is neither a closing nor an opening, so `until` is never the instant of that: it is where
    /// the hours change. An opening too short to be served in is passed over while it is closed.
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
        if self.is_never(service) {
            return Moment::NEVER;
        }
        let (schedule, ix) = (self.schedule(service), self.row(service).schedule);
        let usual = schedule.at(at);
        let state = self.doubted(service, usual.state, at);
        let mut moment = Moment {
            state,
            until: None,
            cause: if state == usual.state {
                usual.cause
            } else {
                Cause::Lapsed
            },
            last_night: usual.last_night,
            further_notice: usual.further_notice,
            then: state,
            doubt: None,
        };
        let farthest = moved(at, SignedDuration::from_hours(24 * i64::from(HORIZON_DAYS)));
        let mut next = (usual.until, usual.then);
        while let (Some(until), usually) = next
            && until <= farthest
        {
            let then = self.doubted(service, usually, until);
            let opening = (state == OpenState::Closed && usually == OpenState::Open)
                .then(|| self.timetable.opening(ix, until))
                .flatten();
            let too_short = opening.is_some_and(|opening| {
                opening.end.duration_since(until) < LEAST_STAY
                    && self.timetable.state(ix, opening.end) == OpenState::Closed
            });
            if then != state && !too_short {
                (moment.until, moment.then) = (Some(until), then);
                moment.doubt = match then {
                    OpenState::Unknown if state == OpenState::Closed => Some(match opening {
                        Some(opening) => Doubt {
                            until: Some(opening.end),
                            cause: Cause::Lapsed,
                            further_notice: false,
                        },
                        None => schedule.doubt(until),
                    }),
                    _ => None,
                };
                break;
            }
            if too_short && until > moved(at, HORIZON) {
                break;
            }
            let later = schedule.at(until);
            if later.further_notice && state == OpenState::Closed {
                (moment.cause, moment.further_notice) = (later.cause, true);
            }
            next = (later.until, later.then);
        }
        moment
    }

    /// Whether somebody vouches for the hours at an instant.
    pub(crate) fn is_relied(&self, service: ServiceIx, at: Timestamp) -> bool {
        let lapses = self.row(service).lapses;
        at < lapses || at < self.relied_within(service, (at, at))
    }

    /// A state of the usual hours as far as somebody vouches for it.
    fn doubted(&self, service: ServiceIx, state: OpenState, at: Timestamp) -> OpenState {
        if state == OpenState::Open && !self.is_relied(service, at) {
            OpenState::Unknown
        } else {
            state
        }
    }

    /// The state alone at an instant; a look-up while the instant is within the days the snapshot was built for.
    #[must_use]
    pub fn state(&self, service: ServiceIx, at: Timestamp) -> OpenState {
        if self.is_never(service) {
            return OpenState::Closed;
        }
        let state = self.timetable.state(self.row(service).schedule, at);
        self.doubted(service, state, at)
    }

    /// The open and unknown spans of `from..to`, sorted, apart and clipped. None of what is not offered.
    #[must_use]
    pub fn spans(&self, service: ServiceIx, from: Timestamp, to: Timestamp) -> Vec<Span> {
        let usual = self.usual_spans(service, from, to);
        doubted_from(usual, self.relied_within(service, (from, to)))
    }

    /// The same as if somebody vouched for the hours at every instant.
    #[must_use]
    pub fn usual_spans(&self, service: ServiceIx, from: Timestamp, to: Timestamp) -> Vec<Span> {
        if self.is_never(service) {
            return Vec::new();
        }
        self.timetable.spans(self.row(service).schedule, from, to)
    }

    /// When one who is there at `from` would be served, within 14 days; `None` when it stays closed that long.
    ///
    /// One is served while somebody vouches for the hours, when the opening itself goes on for 10 minutes more.
    #[must_use]
    pub fn served(&self, service: ServiceIx, from: Timestamp) -> Option<Served> {
        self.served_on_arrival(service, from, from)
    }

    /// The same of one who asks at `at` and is there at `from`: an opening that somebody vouches for at `at` runs on to its end, though the
    /// vouching may end on the way there.
    #[must_use]
    pub fn served_on_arrival(
        &self,
        service: ServiceIx,
        at: Timestamp,
        from: Timestamp,
    ) -> Option<Served> {
        if self.is_never(service) {
            return None;
        }
        let on_the_way = (at < from).then(|| self.runs_until(service, at));
        let running = on_the_way.flatten();
        let horizon = moved(from, HORIZON);
        let relied_until = self.relied_within(service, (from, horizon));
        let mut served = Served {
            open: None,
            unknown: None,
        };
        // Beyond the horizon by one stay, so that a span cut off at its edge does not look too short.
        let window = (from, moved(horizon, LEAST_STAY));
        self.timetable
            .first(self.row(service).schedule, window, |span| {
                if span.start >= horizon {
                    return Some(());
                }
                let relied_until = match running {
                    Some(end) if span.start < end => relied_until.max(span.end),
                    _ => relied_until,
                };
                let relied = span.state == OpenState::Open && span.start < relied_until;
                let long = span.end.duration_since(span.start) >= LEAST_STAY;
                if relied && long && served.open.is_none() {
                    served.open = Some(span.start);
                }
                let doubted = match span.state {
                    OpenState::Open => span.start.max(relied_until),
                    _ => span.start,
                };
                if doubted < span.end.min(horizon) && served.unknown.is_none() {
                    served.unknown = Some(doubted);
                }
                (served.open.is_some() && served.unknown.is_some()).then_some(())
            });
        (served.open.is_some() || served.unknown.is_some()).then_some(served)
    }
}

impl Snapshot {
    /// The end of the opening that runs at an instant and that somebody vouches for then; `None` when there is none.
    fn runs_until(&self, service: ServiceIx, at: Timestamp) -> Option<Timestamp> {
        let (schedule, lapses) = (self.row(service).schedule, self.row(service).lapses);
        // Nothing lapses soon after that: the usual rule says the same.
        if lapses <= at || moved(at, HORIZON) < lapses {
            return None;
        }
        self.timetable.opening(schedule, at).map(|span| span.end)
    }
}
