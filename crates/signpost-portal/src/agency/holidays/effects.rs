//! What a list of holidays would close, told before it counts.

use jiff::civil::{Date, Time};
use signpost_domain::{HolidayChoice, HolidayCode, Offer};
use signpost_hours::{Calendar, Holiday, HolidayHours, Schedule, words};
use signpost_locate::{ServiceIx, Snapshot};

use super::boxes::next_days;
use crate::{access::PortalContext, agency::form::view::text_for};

/// A list that is tried on services.
pub(crate) struct Tried<'a> {
    /// What the organization would keep.
    pub choice: &'a HolidayChoice,
    /// The list of its own that a service would have; `None` leaves each what it has.
    pub own: Option<&'a [HolidayCode]>,
}

/// A sentence for each holiday of the list: what would be closed on it that would be open by its usual hours, and what stays open.
pub(crate) fn effects(
    f: &PortalContext,
    snapshot: &Snapshot,
    services: &[ServiceIx],
    tried: &Tried<'_>,
    (codes, today): (&[HolidayCode], Date),
) -> Vec<String> {
    if codes.is_empty() {
        return vec![f.t("holidays-effect-none")];
    }
    let days = next_days(today);
    let ticked = days.into_iter().filter(|day| codes.contains(&day.code));
    ticked
        .map(|holiday| on_one(f, snapshot, services, tried, holiday))
        .collect()
}

fn on_one(
    f: &PortalContext,
    snapshot: &Snapshot,
    services: &[ServiceIx],
    tried: &Tried<'_>,
    holiday: &Holiday,
) -> String {
    let (mut closed, mut open) = (Vec::new(), Vec::new());
    for &service in services {
        let Some((usual, wanted)) = schedules(snapshot, service, tried) else {
            continue;
        };
        // By its usual hours nothing would happen on that day.
        let Some(hours) = hours_on(f, &usual, holiday.date) else {
            continue;
        };
        let list = match wanted.on_holiday(holiday) {
            HolidayHours::Closed => &mut closed,
            HolidayHours::Usual | HolidayHours::NotKnown => &mut open,
        };
        add(
            list,
            (place(f, snapshot, service), hours),
            name(f, snapshot, service),
        );
    }
    let date = words::date(holiday.date, f.lang);
    let day = format!("{}, {date}", text_for(&holiday.name, f.lang));
    let mut said = if closed.is_empty() {
        f.t1("holidays-effect-nothing", "day", &day)
    } else {
        f.t2(
            "holidays-effect-closes",
            ("day", &day),
            ("what", &listed(f, closed)),
        )
    };
    if !open.is_empty() {
        said.push(' ');
        said.push_str(&f.t1("holidays-effect-open", "what", listed(f, open)));
    }
    said
}

/// The hours of a service without any holiday, and as they would be.
fn schedules(
    snapshot: &Snapshot,
    service: ServiceIx,
    tried: &Tried<'_>,
) -> Option<(Schedule, Schedule)> {
    let row = snapshot.service(service);
    let now = snapshot.schedule(service);
    let base = now.base().cloned();
    if row.offer == Offer::NotOffered || base.is_none() {
        return None;
    }
    let make = || {
        Schedule::new(
            now.zone().clone(),
            base.clone(),
            &[],
            tried.choice,
            Calendar::ontario(),
        )
        .ok()
    };
    let own = tried.own.or(row.closed_on.as_deref());
    Some((make()?.closing_on(Some(&[])), make()?.closing_on(own)))
}

/// The usual hours that begin on a day; `None` when none do.
fn hours_on(f: &PortalContext, usual: &Schedule, day: Date) -> Option<String> {
    let instant = |day: Date| usual.zone().instant(day.to_datetime(Time::midnight()));
    let (from, to) = (usual.day_begins(day), instant(day.tomorrow().ok()?));
    let begins = from < to && !usual.spans(from, to).is_empty();
    let line = words::week(usual, day, f.lang).into_iter().next();
    line.filter(|_| begins).map(|line| line.hours)
}

fn place(f: &PortalContext, snapshot: &Snapshot, service: ServiceIx) -> String {
    text_for(&snapshot.site(snapshot.site_of(service)).name, f.lang)
}

fn name(f: &PortalContext, snapshot: &Snapshot, service: ServiceIx) -> String {
    let need = snapshot.need(&snapshot.service(service).need);
    need.map(|need| text_for(&need.name, f.lang))
        .unwrap_or_default()
}

/// Services of one place with the same hours, by their names.
type Group = ((String, String), Vec<String>);

fn add(list: &mut Vec<Group>, of: (String, String), name: String) {
    match list.iter_mut().find(|(own, _)| *own == of) {
        Some((_, names)) => names.push(name),
        None => list.push((of, vec![name])),
    }
}

/// "Cedar Circle House: Supplies, Food (10 am to 4 pm)".
fn listed(f: &PortalContext, groups: Vec<Group>) -> String {
    let said = groups.into_iter().map(|((place, hours), names)| {
        let names = names.join(", ");
        let args = [("place", &*place), ("names", &*names), ("hours", &*hours)];
        f.say("holidays-effect-of", &args)
    });
    said.collect::<Vec<_>>().join("; ")
}
