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

use super::{BY_APPOINTMENT, Day, Fortnightly, MIDNIGHT, Monthly, Range, Weekly, fortnight};
use crate::{
    Calendar, HoursText, Schedule, Span, Zone,
    seldom::{SingleDays, part_of_a_year},
    validator::covers,
};

impl Weekly {
    /// The week of a text; `None` when the text says more than a week can, such as dates.
    ///
    /// The week that comes back is open at exactly the same times: what is not sure to be, is `None`.
    #[must_use]
    pub fn read(hours: &HoursText) -> Option<Self> {
        hours.week(|| {
            let (week, lost) = Self::read_some(hours);
            lost.is_empty().then_some(week)
        })
    }

    /// As much of a text as a week can say, and the rules that are lost with it, as they are written.
    #[must_use]
    pub fn read_some(hours: &HoursText) -> (Self, Vec<String>) {
        let rules = hours.rules();
        let mut week = Self {
            by_appointment: rules.iter().any(|rule| &*rule.comment == BY_APPOINTMENT),
            ..Self::default()
        };
        let mut lost = Vec::new();
        let (every_second, others): (Vec<_>, Vec<_>) = rules.iter().partition(|rule| {
            let single = SingleDays::of(rule);
            let by_year = part_of_a_year(rule).is_some();
            by_year && matches!(single, Some(SingleDays::EverySecondWeek { .. }))
        });
        for rule in others {
            if week.add(rule).is_none() {
                lost.push(rule.to_string());
            }
        }
        for group in alike(every_second) {
            if week.add_fortnight(&group).is_none() {
                lost.extend(group.iter().map(ToString::to_string));
            }
        }
        // One rule takes the place of another; which is not a week's to say.
        let rules = rules.iter().map(ToString::to_string);
        let kept: Vec<String> = rules.filter(|rule| !lost.contains(rule)).collect();
        let rest = if lost.is_empty() {
            hours.as_str().to_owned()
        } else {
            kept.join("; ")
        };
        let read = HoursText::parse(&rest).ok();
        if read.is_some_and(|rest| !week.says_the_same(&rest)) {
            lost.push(rest);
        }
        (week, lost)
    }

    fn says_the_same(&self, hours: &HoursText) -> bool {
        let same = self
            .text()
            .ok()
            .and_then(|text| HoursText::parse(&text).ok());
        same.is_some_and(|same| {
            let first = first_year(hours).min(first_year(&same));
            let (one, other) = (open_times(hours, first), open_times(&same, first));
            one.is_some() && one == other
        })
    }

    fn add_fortnight(&mut self, rules: &[&RuleSequence]) -> Option<()> {
        let from = fortnight::begins(rules)?;
        let rule = rules.first()?;
        let ranges: Vec<Range> = self.times(rule)?;
        let added = ranges.into_iter().map(|at| Fortnightly { from, at });
        self.fortnightly.extend(added);
        Some(())
    }

    /// The times of a rule that is open, or by appointment where the week is.
    fn times(&self, rule: &RuleSequence) -> Option<Vec<Range>> {
        let kind = if self.by_appointment {
            (RuleKind::Unknown, BY_APPOINTMENT)
        } else {
            (RuleKind::Open, "")
        };
        if (rule.kind, &*rule.comment) != kind {
            return None;
        }
        rule.time_selector.spans.iter().map(range).collect()
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
        let ranges = self.times(rule)?;
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

/// Rules of every second week, those of the same day and times together.
fn alike(rules: Vec<&RuleSequence>) -> Vec<Vec<&RuleSequence>> {
    let mut groups: Vec<Vec<&RuleSequence>> = Vec::new();
    for rule in rules {
        let same = |other: &&RuleSequence| {
            SingleDays::of(other) == SingleDays::of(rule)
                && other.time_selector == rule.time_selector
                && (other.kind, &other.comment) == (rule.kind, &rule.comment)
        };
        match groups
            .iter_mut()
            .find(|group| group.first().is_some_and(same))
        {
            Some(group) => group.push(rule),
            None => groups.push(vec![rule]),
        }
    }
    groups
}

/// The first year that a text names; a year that is good for all others when it names none.
fn first_year(hours: &HoursText) -> i16 {
    let rules = hours.rules();
    let years = rules.iter().flat_map(|rule| &rule.day_selector.year);
    let parts = rules.iter().filter_map(part_of_a_year);
    years
        .filter_map(|year| i16::try_from(**year.into_parts().0.start()).ok())
        .chain(parts.map(|(first, _last)| first.year()))
        .filter(|year| (1900..=9000).contains(year))
        .min()
        .unwrap_or(2027)
}

/// When a text is open in a year and a bit, so that every holiday and every fifth Tuesday is among it; where years are named, in four of them.
fn open_times(hours: &HoursText, year: i16) -> Option<Vec<Span>> {
    let zone = Zone::named("America/Winnipeg").ok()?;
    let first = date(year, 1, 1);
    let days = if year == 2027 { 400 } else { 4 * 366 };
    let midnight =
        |day: jiff::civil::Date| zone.instant(day.to_datetime(jiff::civil::Time::midnight()));
    let kept = HolidayChoice::ClosedOn(vec![]);
    let calendar = Calendar::ontario();
    let schedule = Schedule::new(zone.clone(), Some(hours.clone()), &[], &kept, calendar).ok()?;
    let mut spans = Vec::new();
    // No more than some years are walked at once.
    for after in (0..days).step_by(400) {
        let from = midnight(first.saturating_add(after.days()));
        let to = midnight(first.saturating_add((after + 400).days()));
        spans.extend(schedule.spans(from, to));
    }
    Some(spans)
}
