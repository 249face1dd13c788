//! Distinct schedules, each once, with its spans worked out for the days around the snapshot.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use signpost_hours::{OpenState, Schedule, Span};

/// Shortest stay worth walking to: "open with at least 10 minutes left".
pub(crate) const LEAST_STAY: SignedDuration = SignedDuration::from_mins(10);
/// How far ahead anyone is told where to go.
pub(crate) const HORIZON: SignedDuration = SignedDuration::from_hours(14 * 24);
const TABLE_BEFORE: SignedDuration = SignedDuration::from_hours(-2 * 24);
const TABLE_AFTER: SignedDuration = SignedDuration::from_hours(16 * 24);
/// Spans are worked out so much farther than the table answers for, so that it knows where those at its edges begin and end.
const MARGIN: SignedDuration = SignedDuration::from_hours(25);

/// A distinct schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ScheduleIx(pub u32);

/// Collects schedules, keeping equal ones once.
#[derive(Debug, Default)]
pub(crate) struct Interning {
    known: HashMap<Schedule, ScheduleIx>,
}

impl Interning {
    /// The index of this schedule, new or known; `None` when there are more than 2³² of them.
    pub fn add(&mut self, schedule: Schedule) -> Option<ScheduleIx> {
        let next = ScheduleIx(u32::try_from(self.known.len()).ok()?);
        Some(*self.known.entry(schedule).or_insert(next))
    }
}

/// Every distinct schedule and its spans from 2 days before the snapshot to 16 days after.
#[derive(Debug)]
pub(crate) struct Timetable {
    rows: Vec<ScheduleRow>,
    from: Timestamp,
    to: Timestamp,
}

#[derive(Debug)]
struct ScheduleRow {
    schedule: Schedule,
    /// Open and unknown spans, sorted and apart, of the table and a margin on both sides.
    spans: Box<[Span]>,
}

/// `at` moved by a length of time, staying in jiff's range.
pub(crate) fn moved(at: Timestamp, by: SignedDuration) -> Timestamp {
    let end = if by.is_negative() {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    at.checked_add(by).unwrap_or(end)
}

impl Timetable {
    /// Works out the spans of every schedule.
    pub fn new(interning: Interning, built_at: Timestamp) -> Self {
        let (from, to) = (moved(built_at, TABLE_BEFORE), moved(built_at, TABLE_AFTER));
        let mut schedules: Vec<(ScheduleIx, Schedule)> = interning
            .known
            .into_iter()
            .map(|(schedule, ix)| (ix, schedule))
            .collect();
        schedules.sort_unstable_by_key(|&(ix, _)| ix);
        let rows = schedules
            .into_iter()
            .map(|(_, schedule)| ScheduleRow {
                spans: schedule
                    .spans(moved(from, -MARGIN), moved(to, MARGIN))
                    .into(),
                schedule,
            })
            .collect();
        Self { rows, from, to }
    }

    /// How many distinct schedules there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The last instant from which the table reaches over the whole horizon.
    pub fn good_until(&self) -> Timestamp {
        moved(moved(self.to, -HORIZON), -LEAST_STAY)
    }

    fn row(&self, ix: ScheduleIx) -> &ScheduleRow {
        self.rows
            .get(ix.0 as usize)
            .expect("a schedule of this snapshot")
    }

    /// The schedule itself.
    pub fn schedule(&self, ix: ScheduleIx) -> &Schedule {
        &self.row(ix).schedule
    }

    /// Whether the table answers for this instant, so that asking is a binary search.
    pub fn knows(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.to
    }

    /// The state at an instant.
    pub fn state(&self, ix: ScheduleIx, at: Timestamp) -> OpenState {
        let row = self.row(ix);
        if !self.knows(at) {
            return row.schedule.at(at).state;
        }
        row.from(at)
            .next()
            .filter(|span| span.start <= at)
            .map_or(OpenState::Closed, |span| span.state)
    }

    /// The spans that touch `from..to`, clipped to it.
    pub fn spans(&self, ix: ScheduleIx, from: Timestamp, to: Timestamp) -> Vec<Span> {
        let row = self.row(ix);
        if from >= to {
            return Vec::new();
        }
        if from < self.from || to > self.to {
            return row.schedule.spans(from, to);
        }
        row.from(from)
            .take_while(|span| span.start < to)
            .map(|span| Span {
                start: span.start.max(from),
                end: span.end.min(to),
                state: span.state,
            })
            .collect()
    }

    /// The open span that an instant is in, from its beginning to its end unless it is days long; `None` when it is not open then.
    pub fn opening(&self, ix: ScheduleIx, at: Timestamp) -> Option<Span> {
        let row = self.row(ix);
        let holds =
            |span: &Span| span.state == OpenState::Open && (span.start..span.end).contains(&at);
        if self.knows(at) {
            return row.from(at).next().copied().filter(holds);
        }
        let spans = row.schedule.spans(moved(at, -MARGIN), moved(at, MARGIN));
        spans.into_iter().find(holds)
    }

    /// The first span from `from` on that `wanted` takes, which sees each clipped to start at `from` or later, within `from..to`.
    pub fn first<T>(
        &self,
        ix: ScheduleIx,
        (from, to): (Timestamp, Timestamp),
        wanted: impl FnMut(Span) -> Option<T>,
    ) -> Option<T> {
        let row = self.row(ix);
        if from < self.from || to > self.to {
            return row.schedule.spans(from, to).into_iter().find_map(wanted);
        }
        row.from(from)
            .take_while(|span| span.start < to)
            .map(|span| Span {
                start: span.start.max(from),
                end: span.end,
                state: span.state,
            })
            .find_map(wanted)
    }
}

impl ScheduleRow {
    /// The spans that end after `at`, first one first.
    fn from(&self, at: Timestamp) -> impl Iterator<Item = &Span> {
        let past = self.spans.partition_point(|span| span.end <= at);
        self.spans.iter().skip(past)
    }
}
