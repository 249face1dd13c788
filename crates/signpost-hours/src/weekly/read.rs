//! An hours text as a usual week, when it is no more than that.

use jiff::{ToSpan as _, civil::date};
use opening_hours::RuleKind;
use opening_hours_syntax::{
    ExtendedTime,
    rules::{
        RuleSequence,
        day::{HolidayKind, WeekDayRange},
        time::{Time, TimeSelector, TimeSpan},
    },
};
use signpost_domain::HolidayChoice;

use super::{BY_APPOINTMENT, Day, MIDNIGHT, Monthly, Range, Weekly};
use crate::{Calendar, HoursText, Schedule, Span, Zone, validator::covers};

impl Weekly {
    /// The week of a text; `None` when the text says more than a week can, such as dates.
    ///
    /// The week that comes back is open at exactly the same times: what is not sure to be, is `None`.
    #[must_use]
    pub fn read(hours: &HoursText) -> Option<Self> {
        let week = Self::of_rules(&hours.rules())?;
        let same = HoursText::parse(&week.text().ok()?).ok()?;
        (open_times(hours)? == open_times(&same)?).then_some(week)
    }

    fn of_rules(rules: &[RuleSequence]) -> Option<Self> {
        let mut week = Self {
            by_appointment: rules.iter().any(|rule| &*rule.comment == BY_APPOINTMENT),
            ..Self::default()
        };
        for rule in rules {
            week.add(rule)?;
        }
        Some(week)
    }

    fn add(&mut self, rule: &RuleSequence) -> Option<()> {
        let days = &rule.day_selector;
        if !(days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty()) {
            return None;
        }
        let all_day = rule.time_selector == TimeSelector::default();
        if rule.kind == RuleKind::Closed {
            let nothing = days.weekday.is_empty();
            let holidays = days.weekday.as_slice() == [PUBLIC_HOLIDAYS];
            self.closed_on_holidays |= holidays;
            return (all_day && (nothing || holidays)).then_some(());
        }
        let kind = if self.by_appointment {
            (RuleKind::Unknown, BY_APPOINTMENT)
        } else {
            (RuleKind::Open, "")
        };
        if (rule.kind, &*rule.comment) != kind {
            return None;
        }
        let ranges: Vec<Range> = rule
            .time_selector
            .spans
            .iter()
            .map(range)
            .collect::<Option<_>>()?;
        if let [WeekDayRange::Fixed { .. }] = days.weekday.as_slice()
            && let Some((nth, day)) = days.weekday.first().and_then(monthly)
        {
            let added = ranges.into_iter().map(|at| Monthly { nth, day, at });
            self.monthly.extend(added);
            return Some(());
        }
        let known = |range: &WeekDayRange| (0..7).any(|day| covers(range, day));
        if !days.weekday.iter().all(known) {
            return None;
        }
        for (number, day) in (0_u8..).zip(&mut self.days) {
            let holds =
                days.weekday.is_empty() || days.weekday.iter().any(|range| covers(range, number));
            if holds {
                *day = joined(day, &ranges);
            }
        }
        Some(())
    }
}

const PUBLIC_HOLIDAYS: WeekDayRange = WeekDayRange::Holiday {
    kind: HolidayKind::Public,
    offset: 0,
};

/// The times of a day and more of them. Whether a rule adds or replaces is found out afterwards, by asking when it is open.
fn joined(day: &Day, more: &[Range]) -> Day {
    let whole = Range {
        from: 0,
        to: MIDNIGHT,
    };
    let mut ranges = match day {
        Day::Closed => vec![],
        Day::At(ranges) => ranges.clone(),
        Day::AllDay => vec![whole],
    };
    ranges.extend(more);
    ranges.sort_unstable();
    ranges.dedup();
    if ranges == [whole] {
        Day::AllDay
    } else {
        Day::At(ranges)
    }
}

/// The first Tuesday: which, and what day. `None` for every week's.
fn monthly(days: &WeekDayRange) -> Option<(u8, u8)> {
    let WeekDayRange::Fixed {
        range,
        offset: 0,
        nth_from_start,
        nth_from_end,
    } = days
    else {
        return None;
    };
    let one = |list: &[bool; 5]| {
        let mut set = (0_u8..).zip(list).filter(|(_, set)| **set);
        match (set.next(), set.next()) {
            (Some((nth, _)), None) => Some(nth),
            _ => None,
        }
    };
    let none = |list: &[bool; 5]| !list.contains(&true);
    if range.start() != range.end() {
        return None;
    }
    let nth = match (one(nth_from_start), one(nth_from_end)) {
        (Some(nth), None) if nth < 4 && none(nth_from_end) => nth + 1,
        (None, Some(0)) if none(nth_from_start) => 0,
        _ => return None,
    };
    Some((nth, *range.start() as u8))
}

fn range(span: &TimeSpan) -> Option<Range> {
    if span.open_end || span.repeats.is_some() {
        return None;
    }
    let (Time::Fixed(start), Time::Fixed(end)) = (span.range.start, span.range.end) else {
        return None;
    };
    let (from, to) = (minutes(start), minutes(end));
    let to = if to > MIDNIGHT { to - MIDNIGHT } else { to };
    Some(Range { from, to })
}

fn minutes(time: ExtendedTime) -> u16 {
    u16::from(time.hour()) * 60 + u16::from(time.minute())
}

/// When a text is open in a year and a bit, so that every holiday and every fifth Tuesday is among it.
fn open_times(hours: &HoursText) -> Option<Vec<Span>> {
    let zone = Zone::named("America/Winnipeg").ok()?;
    let first = date(2027, 1, 1);
    let midnight =
        |day: jiff::civil::Date| zone.instant(day.to_datetime(jiff::civil::Time::midnight()));
    let (from, to) = (midnight(first), midnight(first.saturating_add(400.days())));
    let kept = HolidayChoice::ClosedOn(vec![]);
    let calendar = Calendar::ontario();
    let schedule = Schedule::new(zone.clone(), Some(hours.clone()), &[], &kept, calendar).ok()?;
    Some(schedule.spans(from, to))
}
