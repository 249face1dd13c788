//! Targets that close earlier than the old door did, or that open on none of the days on which it did: who comes then stands before a closed
//! door where there was an open one.

use std::{collections::HashSet, sync::LazyLock};

use jiff::{
    SignedDuration, Timestamp, ToSpan as _,
    civil::{Date, Time, Weekday},
};
use signpost_domain::{HolidayChoice, Lang, NeedCode, Rule, Site};
use signpost_hours::{
    Calendar, HoursText, OpenState, Schedule, Zone,
    words::{clock, weekday_name},
};

use super::{About, Checking, Closing, Severity, days::Days};
use crate::{arrival::later, routes::Stop};

static NO_HOLIDAYS: LazyLock<Calendar> = LazyLock::new(Calendar::default);

/// An opening that runs on so far into the next day is taken for one that does not end.
const LATEST: SignedDuration = SignedDuration::from_hours(36);
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

impl Checking<'_> {
    /// Each target that is open on a day of a usual week and closes before the old door does, as its own hours say.
    pub(super) fn closing(&mut self, rule: &Rule) {
        let Days { first, last } = Days::of_rule(self.plan, rule);
        if self.plan.from.is_none() && rule.first.is_none() {
            return;
        }
        let door = self.sites.get(&rule.from).copied();
        let Some(before) = door.and_then(|door| Week::of(door, &rule.need, (first, last))) else {
            return;
        };
        // Where people end up, not doors that send them on; a circle, or a way back, is a fault of its own.
        let route = self.route(rule, first);
        if route.looped {
            return;
        }
        // Before anybody agreed, all who are asked count.
        let agreed = &route.targets;
        let counted = |stop: &Stop| agreed.is_empty() || agreed.contains(stop);
        let mut unknown = rule.targets.is_empty();
        let mut covered: HashSet<Weekday> = HashSet::new();
        for target in agreed.iter().chain(&route.unconsented) {
            let need = &target.need;
            let place = self.sites.get(&target.site).copied();
            let Some(after) = place.and_then(|place| Week::of(place, need, (first, last))) else {
                unknown |= counted(target);
                continue;
            };
            if counted(target) {
                covered.extend(after.days.iter().map(|(day, _)| *day));
            }
            for closing in before.later_than(&after) {
                let message = format!(
                    "{} takes over from {} for {}, but closes at {}, {}, {}",
                    self.called(&target.site),
                    self.called(&rule.from),
                    self.need_called(need),
                    clock(closing.at, Lang::En),
                    earlier(closing.earlier),
                    in_words(&closing.days),
                );
                let about = About {
                    closing: Some(closing),
                    ..About::default()
                };
                let place = (Some(rule), Some(&target.site));
                self.found_about(Severity::Warning, "closes_earlier", place, message, about);
            }
        }
        if !unknown {
            self.closed_days(rule, &before, &covered);
        }
    }

    /// The days on which the old door opens in a usual week and no target does. Where the hours of one are not known, nothing is said.
    fn closed_days(&mut self, rule: &Rule, before: &Week, covered: &HashSet<Weekday>) {
        let own = before.days.iter().map(|(day, _)| *day);
        let days = runs(own.filter(|day| !covered.contains(day)).collect());
        if days.is_empty() {
            return;
        }
        let message = format!(
            "{} opens for {} on days on which no place that takes over from it opens: {}",
            self.called(&rule.from),
            self.need_called(&rule.need),
            in_words(&days),
        );
        let about = About {
            days,
            ..About::default()
        };
        let place = (Some(rule), None);
        self.found_about(Severity::Warning, "closed_days", place, message, about);
    }

    fn need_called(&self, code: &NeedCode) -> String {
        let need = self.needs.iter().find(|need| need.code == *code);
        need.map_or_else(
            || code.to_string(),
            |need| need.name.words(Lang::En).to_owned(),
        )
    }
}

/// When a place closes, on each day of a usual week on which it opens; the wall time there too. `None` in it is a day without an end.
struct Week {
    days: Vec<(Weekday, Option<(Timestamp, Time)>)>,
}

impl Week {
    /// Of the week from a day, as far as it goes; `None` when nobody has said when it is open.
    fn of(site: &Site, need: &NeedCode, (first, last): (Date, Date)) -> Option<Self> {
        let text = site.service(need)?.hours.as_deref()?;
        let zone = Zone::named(&site.zone).ok()?;
        let hours = HoursText::parse(text).ok()?;
        let closed = HolidayChoice::ClosedOn(vec![]);
        let schedule = Schedule::new(zone.clone(), Some(hours), &[], &closed, &NO_HOLIDAYS).ok()?;
        let days = (0..7_i32).filter_map(|ahead| {
            let date = first.checked_add(ahead.days()).ok()?;
            if date > last {
                return None;
            }
            Some((date.weekday(), closing(&schedule, &zone, date)?))
        });
        Some(Self {
            days: days.collect(),
        })
    }

    /// The days on which `after` closes earlier than this one, those that are alike taken together.
    fn later_than(&self, after: &Self) -> Vec<Closing> {
        let mut found: Vec<(Time, u32, Vec<Weekday>)> = Vec::new();
        for (day, end) in &after.days {
            let own = self.days.iter().find(|(weekday, _)| weekday == day);
            let (Some((_, own)), Some((end, at))) = (own, end) else {
                continue;
            };
            let earlier = own.map_or(LATEST, |(own, _)| own.duration_since(*end));
            let Ok(minutes) = u32::try_from(earlier.as_mins()) else {
                continue;
            };
            // How much earlier than never is not said.
            let minutes = if own.is_none() { 0 } else { minutes };
            if own.is_some() && minutes == 0 {
                continue;
            }
            let alike = found
                .iter_mut()
                .find(|(time, mins, _)| (*time, *mins) == (*at, minutes));
            match alike {
                Some((.., days)) => days.push(*day),
                None => found.push((*at, minutes, vec![*day])),
            }
        }
        let found = found.into_iter();
        found
            .map(|(at, earlier, days)| Closing {
                at,
                earlier,
                days: runs(days),
            })
            .collect()
    }
}

/// When the last opening that begins on a day ends, `Some(None)` when it goes on all of the next; `None` when none begins.
#[expect(
    clippy::option_option,
    reason = "no opening and an opening without an end are different things"
)]
fn closing(schedule: &Schedule, zone: &Zone, date: Date) -> Option<Option<(Timestamp, Time)>> {
    let midnight = zone.instant(date.at(0, 0, 0, 0));
    let next = zone.instant(date.tomorrow().ok()?.at(0, 0, 0, 0));
    let end = later(midnight, LATEST);
    let spans = schedule.spans(later(midnight, -MINUTE), end);
    let open = spans.iter().filter(|span| span.state == OpenState::Open);
    let goes_on = |until: Timestamp| until >= end;
    // What began the evening before is that evening's, unless it goes on and on.
    let own = open.filter(|span| {
        (midnight..next).contains(&span.start) || (span.start < midnight && goes_on(span.end))
    });
    let last = own.map(|span| span.end).max()?;
    Some((!goes_on(last)).then(|| (last, zone.wall(last).time())))
}

/// Days from Monday, those in a row as one run.
fn runs(mut days: Vec<Weekday>) -> Vec<(Weekday, Weekday)> {
    days.sort_by_key(|day| day.to_monday_zero_offset());
    let mut runs: Vec<(Weekday, Weekday)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((_, last)) if last.next() == day && day != Weekday::Monday => *last = day,
            _ => runs.push((day, day)),
        }
    }
    runs
}

fn earlier(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 0) => "where it never closed".to_owned(),
        (1, 0) => "1 hour before it did".to_owned(),
        (hours, 0) => format!("{hours} hours before it did"),
        _ => format!("{minutes} minutes before it did"),
    }
}

fn in_words(runs: &[(Weekday, Weekday)]) -> String {
    let runs = runs.iter().map(|(first, last)| {
        let day = |day| weekday_name(day, Lang::En);
        if first == last {
            day(*first).to_owned()
        } else {
            format!("{} to {}", day(*first), day(*last))
        }
    });
    runs.collect::<Vec<_>>().join(", ")
}
