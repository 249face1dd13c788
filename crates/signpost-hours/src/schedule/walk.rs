//! From days of wall time to instants: the next change, and spans.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, Time},
};

use super::{HORIZON_DAYS, Schedule, precedence::Known};
use crate::{
    OpenState, Span,
    day::{DAY, MinuteRange, MinuteRanges, at, edges, ends, pieces},
};

impl Schedule {
    /// When the state next differs from `state`, and what it is then.
    ///
    /// `minute` is the wall time of `at`, and `today` its day. Looks at no more than [`HORIZON_DAYS`] days.
    pub(super) fn next_change(
        &self,
        at: Timestamp,
        minute: u16,
        today: &MinuteRanges<Known<'_>>,
        state: OpenState,
    ) -> (Option<Timestamp>, OpenState) {
        if self.never_changes().is_some() {
            return (None, state);
        }
        let first_day = self.zone.day(at);
        let later = first_day
            .series(1.day())
            .skip(1)
            .take(usize::from(HORIZON_DAYS))
            .map(|day| (day, whole(&self.day(day))));
        let days = std::iter::once((first_day, whole(today))).chain(later);
        for (day, ranges) in days {
            for range in ranges {
                let passed = day == first_day && range.start <= minute;
                if passed || range.state == state {
                    continue;
                }
                if let Some(change) = self.begins(day, range, at) {
                    return (Some(change), range.state);
                }
            }
        }
        (None, state)
    }

    /// When a range begins after `at`; `None` when the clocks skip all of it.
    fn begins(&self, day: Date, range: MinuteRange, at: Timestamp) -> Option<Timestamp> {
        let start = self.edge(day, range.start, at)?;
        let end = self.edge(day, range.end, at)?;
        (start < end).then_some(start)
    }

    fn edge(&self, day: Date, minute: u16, at: Timestamp) -> Option<Timestamp> {
        let midnight = day.to_datetime(Time::midnight());
        let wall = midnight.checked_add(i64::from(minute).minutes()).ok()?;
        self.zone.instant_after(wall, at)
    }

    /// Open and unknown spans, cut where the clocks change: between two changes, wall time and instants differ by a constant.
    pub(super) fn walk_spans(&self, from: Timestamp, to: Timestamp) -> Vec<Span> {
        let farthest = from
            .checked_add((i64::from(HORIZON_DAYS) * 2 * 24).hours())
            .unwrap_or(Timestamp::MAX);
        let to = to.min(farthest);
        let mut spans: Vec<Span> = Vec::new();
        let mut start = from;
        while start < to {
            let end = self
                .zone
                .next_clock_change(start)
                .map_or(to, |change| change.min(to));
            self.spans_at_one_offset(start, end, &mut spans);
            start = end;
        }
        spans
    }

    fn spans_at_one_offset(&self, from: Timestamp, to: Timestamp, spans: &mut Vec<Span>) {
        let wall = self.zone.wall(from);
        // What is left of a second is in `from` and in `wall` alike, so whole seconds do.
        let midnight_seconds = |day: Date| {
            let passed = wall.duration_since(day.to_datetime(Time::midnight()));
            let whole = passed.as_secs() - i64::from(passed.subsec_nanos() < 0);
            from.as_second().saturating_sub(whole)
        };
        for day in wall.date().series(1.day()) {
            let midnight = midnight_seconds(day);
            if midnight >= to.as_second().saturating_add(1) {
                break;
            }
            for range in whole(&self.day(day)) {
                if range.state == OpenState::Closed {
                    continue;
                }
                let instant = |minute: u16| {
                    Timestamp::from_second(midnight.saturating_add(i64::from(minute) * 60))
                        .unwrap_or(to)
                        .clamp(from, to)
                };
                push(
                    spans,
                    Span {
                        start: instant(range.start),
                        end: instant(range.end),
                        state: range.state,
                    },
                );
            }
        }
    }
}

fn push(spans: &mut Vec<Span>, span: Span) {
    if span.start >= span.end {
        return;
    }
    match spans.last_mut() {
        Some(last) if last.end == span.start && last.state == span.state => last.end = span.end,
        _ => spans.push(span),
    }
}

/// A whole day from midnight to midnight, closed ranges and all, whatever the reasons.
fn whole(day: &MinuteRanges<Known<'_>>) -> MinuteRanges {
    let edges = edges(ends(day));
    let ranges = pieces(&edges, |minute| {
        Some(at(day, minute).map_or(OpenState::Closed, |(state, _)| state))
    });
    debug_assert_eq!(ranges.last().map(|last| last.end), Some(DAY));
    ranges
}
