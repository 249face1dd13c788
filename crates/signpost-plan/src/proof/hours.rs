//! Asking where to go, hour by hour, before and after.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, time},
};
use signpost_domain::{HolidayChoice, LonLat, NeedCode, Plan, PlanStatus, SiteSlug};
use signpost_hours::{HoursText, OpenState, Schedule, Zone};
use signpost_locate::{SiteIx, Snapshot};

use super::{
    cell::{Cell, CellState, Found},
    grounds::{Grounds, NO_HOLIDAYS},
};
use crate::{Answer, Question, arrival::later, lifecycle::plan_day, where_to_go_under};

/// How many answers are looked through for an open one.
const ASKED: usize = 10;
const HOURS: i8 = 24;
const HALF: SignedDuration = SignedDuration::from_mins(30);

/// Two versions on common grounds.
pub(super) struct Asking<'a> {
    grounds: &'a Grounds<'a>,
    before: Option<&'a Plan>,
    after: &'a Plan,
    /// Every other approved version: one with a higher number counts instead, any on days that are not those of `after`.
    others: Vec<&'a Plan>,
    zone: Zone,
}

/// One old door, asked for one need.
pub(super) struct Door<'a> {
    asking: &'a Asking<'a>,
    from: &'a SiteSlug,
    need: &'a NeedCode,
    point: Option<LonLat>,
}

impl<'a> Asking<'a> {
    pub(super) fn new(grounds: &'a Grounds<'a>, before: Option<&'a Plan>, after: &'a Plan) -> Self {
        let town = grounds.real.town_zone().clone();
        Self {
            zone: Zone::named(&after.zone).unwrap_or(town),
            others: others(grounds, before, after),
            grounds,
            before,
            after,
        }
    }

    pub(super) fn zone_name(&self) -> String {
        self.zone.name().to_owned()
    }

    /// The start of an hour on a day.
    pub(super) fn hour(&self, day: Date, hour: i8) -> Timestamp {
        self.zone.instant(day.to_datetime(time(hour, 0, 0, 0)))
    }

    /// What the version before says at an instant. It is frozen as it was: past its last day, as on its last day.
    pub(super) fn before(&self, at: Timestamp) -> Option<(&'a Plan, Date)> {
        let plan = self.before?;
        let day = plan_day(plan, self.grounds.real.town_zone(), at);
        let day = plan.last_day().map_or(day, |last| last.min(day));
        Some((plan, plan.from.map_or(day, |from| from.max(day))))
    }

    /// What is in force at an instant if the draft is approved: the draft, unless a version with a higher number counts; on days that are not
    /// its own, any other that does.
    pub(super) fn after(&self, at: Timestamp) -> Option<(&'a Plan, Date)> {
        let town = self.grounds.real.town_zone();
        let on = |plan: &'a Plan| (plan, plan_day(plan, town, at));
        let others = self.others.iter().map(|plan| on(plan));
        let others = others.filter(|(plan, day)| plan.in_force(*day));
        let day = plan_day(self.after, town, at);
        let begun = self.after.from.is_none_or(|from| from <= day);
        let own = begun && self.after.last_day().is_none_or(|last| day <= last);
        let own = own.then_some((self.after, day));
        others.chain(own).max_by_key(|(plan, _)| plan.version)
    }

    pub(super) fn at(&'a self, from: &'a SiteSlug, need: &'a NeedCode) -> Door<'a> {
        let real = self.grounds.real;
        Door {
            point: real.find(from).and_then(|site| real.site(site).point),
            asking: self,
            from,
            need,
        }
    }
}

/// Every approved version but `after`, those of the directory and `before`.
fn others<'a>(grounds: &'a Grounds<'_>, before: Option<&'a Plan>, after: &Plan) -> Vec<&'a Plan> {
    let own = before.map(|plan| plan.version);
    let plans = grounds.real.directory().plans.iter();
    let plans = plans.filter(|plan| Some(plan.version) != own);
    plans
        .chain(before)
        .filter(|plan| plan.status == PlanStatus::Approved && plan.version != after.version)
        .collect()
}

impl Door<'_> {
    pub(super) fn usual_day(&self, day: Date) -> Vec<Cell> {
        self.day(&self.asking.grounds.usual, day)
    }

    pub(super) fn real_day(&self, day: Date) -> Vec<Cell> {
        self.day(self.asking.grounds.real, day)
    }

    /// The halves of hours of a day that are open in a usual week, and have nothing on this day: the first of each hour. The usual week is asked only of those that have
    /// nothing: two months of every door are looked through.
    pub(super) fn lost_hours(&self, day: Date) -> Vec<Timestamp> {
        let Asking { grounds, .. } = self.asking;
        let lost = |at: Timestamp| {
            let plan = self.asking.after(at);
            self.found(grounds.real, at, plan) == Found::Nothing
                && matches!(self.found(&grounds.usual, at, plan), Found::Open(..))
        };
        let hours = (0..HOURS).filter_map(|hour| {
            let at = self.asking.hour(day, hour);
            [at, later(at, HALF)].into_iter().find(|at| lost(*at))
        });
        hours.collect()
    }

    /// The hours of a day of a usual week in which nobody is served, though somebody would come: the version before had an open place then, or
    /// the door's own hours say that it is open. And the first such instant.
    pub(super) fn without_place(&self, day: Date) -> (Vec<Cell>, Option<Timestamp>) {
        let Asking { grounds, zone, .. } = self.asking;
        let usual = &grounds.usual;
        let own = own_hours(
            usual,
            (self.from, self.need),
            zone.instant(day.to_datetime(time(0, 0, 0, 0))),
        );
        let lost = |at: Timestamp| {
            let after = self.asking.after(at);
            let comes = || {
                own.iter().any(|(from, to)| (*from..*to).contains(&at))
                    || matches!(
                        self.found(usual, at, self.asking.before(at)),
                        Found::Open(..)
                    )
            };
            self.found(usual, at, after) == Found::Nothing && comes()
        };
        let mut first = None;
        let cells = (0..HOURS).map(|hour| {
            let at = self.asking.hour(day, hour);
            let instant = [at, later(at, HALF)].into_iter().find(|at| lost(*at));
            first = first.or(instant);
            Cell {
                state: match instant {
                    Some(_) => CellState::Lost,
                    None => CellState::NotServed,
                },
                metres: None,
                before: None,
                after: None,
            }
        });
        let cells = cells.collect();
        (cells, first)
    }

    /// Each hour is asked twice, so that a place that closes at half past is not missed.
    fn day(&self, snapshot: &Snapshot, day: Date) -> Vec<Cell> {
        let cells = (0..HOURS).map(|hour| {
            let at = self.asking.hour(day, hour);
            let half_past = self.cell(snapshot, later(at, HALF));
            self.cell(snapshot, at).worse(half_past)
        });
        cells.collect()
    }

    fn cell(&self, snapshot: &Snapshot, at: Timestamp) -> Cell {
        let before = self.found(snapshot, at, self.asking.before(at));
        let after = self.found(snapshot, at, self.asking.after(at));
        Cell::of(&before, &after)
    }

    fn found(&self, snapshot: &Snapshot, at: Timestamp, plan: Option<(&Plan, Date)>) -> Found {
        let question = Question {
            need: self.need.clone(),
            at,
            near: None,
            from: Some(self.from.clone()),
            age: None,
            limit: ASKED,
        };
        let Ok(reply) = where_to_go_under(snapshot, &question, plan) else {
            return Found::Nothing;
        };
        found(snapshot, &reply.answers, self.point)
    }
}

/// When a door is open for a need by the hours that are written for it, whether or not it still offers that: on the day that begins at an instant.
fn own_hours(
    usual: &Snapshot,
    (from, need): (&SiteSlug, &NeedCode),
    midnight: Timestamp,
) -> Vec<(Timestamp, Timestamp)> {
    let schedule = || {
        let site = usual.site(usual.find(from)?);
        let hours = HoursText::parse(site.service(need)?.hours.as_deref()?).ok()?;
        let zone = Zone::named(&site.zone).ok()?;
        let closed = HolidayChoice::ClosedOn(vec![]);
        Schedule::new(zone, Some(hours), &[], &closed, &NO_HOLIDAYS).ok()
    };
    let day = SignedDuration::from_hours(HOURS.into());
    let spans = schedule().map_or_else(Vec::new, |schedule| {
        schedule.spans(midnight, later(midnight, day))
    });
    let open = spans.iter().filter(|span| span.state == OpenState::Open);
    open.map(|span| (span.start, span.end)).collect()
}

/// The first answer that is open, and still open when one gets there; else the first to call.
pub(super) fn found(snapshot: &Snapshot, answers: &[Answer], door: Option<LonLat>) -> Found {
    let slug = |site: SiteIx| snapshot.site(site).slug.clone();
    if let Some(open) = answers.iter().find(|answer| is_open(answer)) {
        let metres = door.zip(snapshot.site(open.site).point);
        let metres = metres.map(|(door, point)| snapshot.way(door, point).metres.0.round());
        #[expect(
            clippy::cast_possible_truncation,
            reason = "casts of floats saturate, and half the Earth is 23 million metres"
        )]
        return Found::Open(slug(open.site), metres.map(|metres| metres as i64));
    }
    let call = answers
        .iter()
        .find(|answer| answer.moment.state == OpenState::Unknown);
    call.map_or(Found::Nothing, |answer| Found::Call(slug(answer.site)))
}

fn is_open(answer: &Answer) -> bool {
    answer.moment.state == OpenState::Open
        && answer.served_at.is_some_and(|served| {
            let until = answer.moment.until;
            until.is_none_or(|until| served < until)
        })
}
