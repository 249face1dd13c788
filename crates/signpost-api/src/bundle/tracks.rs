//! Sentences by instant and hours by day, worked out here once for each distinct timetable, so that a phone only looks them up: it knows no
//! zone, reads no hours text, and puts no words together.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use serde::Serialize;
use signpost_domain::Lang;
use signpost_hours::{Moment, Schedule, Span, Zone, words};
use signpost_locate::{HoursKey, ServiceIx, Snapshot};
use utoipa::ToSchema;

use super::span::{later, minute};

/// Days in words go on so far, so that the last good day still has its week.
const DAYS_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What services with the same timetable say.
#[derive(Serialize, ToSchema)]
pub(crate) struct Track {
    /// `[minute, word]`: from this minute on, the state in one sentence.
    sentences: Vec<(i64, usize)>,
    /// `[minute, word, word]`: where a day starts, its name, its hours; empty when the hours are not known.
    days: Vec<(i64, usize, usize)>,
}

/// Tracks and words, each kept once.
pub(crate) struct Tracks<'s> {
    snapshot: &'s Snapshot,
    from: Timestamp,
    to: Timestamp,
    lang: Lang,
    made: Vec<Track>,
    known: HashMap<HoursKey, usize>,
    words: Vec<String>,
    places: HashMap<String, usize>,
}

impl<'s> Tracks<'s> {
    pub(crate) fn new(
        snapshot: &'s Snapshot,
        (from, to): (Timestamp, Timestamp),
        lang: Lang,
    ) -> Self {
        Self {
            snapshot,
            from,
            to,
            lang,
            made: Vec::new(),
            known: HashMap::new(),
            words: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// The index of a service's track; `None` for what is not offered.
    pub(crate) fn of(&mut self, service: ServiceIx) -> Option<usize> {
        let reliable_until = self.snapshot.reliable_until(service)?;
        let key = self.snapshot.hours_key(service);
        if let Some(&known) = self.known.get(&key) {
            return Some(known);
        }
        let track = Track {
            sentences: self.sentences(service),
            days: self.days(service, reliable_until),
        };
        self.known.insert(key, self.made.len());
        self.made.push(track);
        Some(self.made.len() - 1)
    }

    /// Whether a phone line is answered, by the town's clocks.
    pub(crate) fn of_line(&mut self, schedule: &Schedule) -> Vec<(i64, usize)> {
        let zone = self.snapshot.town_zone();
        let spans = schedule.spans(self.from, self.to);
        let midnights: Vec<Timestamp> = midnights(zone, self.from, self.to)
            .map(|day| day.1)
            .collect();
        self.spoken(spans, midnights, zone, |at| schedule.at(at))
    }

    /// The tracks and the words they point to.
    pub(crate) fn finish(self) -> (Vec<Track>, Vec<String>) {
        (self.made, self.words)
    }

    /// A sentence holds until the state changes or the day does, which turns "tomorrow" into "today".
    fn sentences(&mut self, service: ServiceIx) -> Vec<(i64, usize)> {
        let snapshot = self.snapshot;
        let spans = snapshot.spans(service, self.from, self.to);
        let midnights: Vec<Timestamp> = self.midnights(service, self.to).map(|day| day.1).collect();
        let zone = snapshot.zone(snapshot.site_of(service));
        self.spoken(spans, midnights, zone, |at| snapshot.moment(service, at))
    }

    fn spoken(
        &mut self,
        spans: Vec<Span>,
        midnights: Vec<Timestamp>,
        zone: &Zone,
        moment: impl Fn(Timestamp) -> Moment,
    ) -> Vec<(i64, usize)> {
        let mut changes = vec![self.from];
        changes.extend(spans.into_iter().flat_map(|span| [span.start, span.end]));
        changes.extend(midnights);
        changes.retain(|at| *at < self.to);
        changes.sort_unstable();
        changes.dedup();
        let mut sentences: Vec<(i64, usize)> = Vec::new();
        for at in changes {
            let word = self.word(words::sentence(&moment(at), at, zone, self.lang));
            if sentences.last().is_none_or(|&(_, before)| before != word) {
                sentences.push((minute(at), word));
            }
        }
        sentences
    }

    fn days(&mut self, service: ServiceIx, reliable_until: Timestamp) -> Vec<(i64, usize, usize)> {
        if self.snapshot.service(service).hours.is_none() {
            return Vec::new();
        }
        let until = later(self.to, DAYS_AFTER).min(reliable_until);
        let days: Vec<(Date, Timestamp)> = self.midnights(service, until).collect();
        let schedule = self.snapshot.schedule(service);
        let mut found = Vec::with_capacity(days.len());
        for week in days.chunks(7) {
            let first = week.first().map(|&(day, _)| day).unwrap_or_default();
            let lines = words::week(schedule, first, self.lang);
            for (&(_, midnight), line) in week.iter().zip(lines) {
                let (day, hours) = (self.word(line.day), self.word(line.hours));
                found.push((minute(midnight), day, hours));
            }
        }
        found
    }

    /// Every day from that of the start, with the midnight it starts at, in the zone of the service's site.
    fn midnights(
        &self,
        service: ServiceIx,
        until: Timestamp,
    ) -> impl Iterator<Item = (Date, Timestamp)> + use<'s> {
        let zone = self.snapshot.zone(self.snapshot.site_of(service));
        midnights(zone, self.from, until)
    }

    fn word(&mut self, words: String) -> usize {
        if let Some(&place) = self.places.get(&words) {
            return place;
        }
        let place = self.words.len();
        self.words.push(words.clone());
        self.places.insert(words, place);
        place
    }
}

/// Every day from that of `from`, with the midnight it starts at.
fn midnights(
    zone: &Zone,
    from: Timestamp,
    until: Timestamp,
) -> impl Iterator<Item = (Date, Timestamp)> + use<'_> {
    zone.day(from)
        .series(1.day())
        .map(|day| (day, zone.instant(day.at(0, 0, 0, 0))))
        .take_while(move |(_, midnight)| *midnight < until)
}
