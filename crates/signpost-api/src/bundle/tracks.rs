//! Sentences by instant and hours by day, worked out here once for each distinct timetable, so that a phone only looks them up: it knows no
//! zone, reads no hours text, and puts no words together.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use serde::Serialize;
use signpost_domain::Lang;
use signpost_hours::words;
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

    /// The tracks and the words they point to.
    pub(crate) fn finish(self) -> (Vec<Track>, Vec<String>) {
        (self.made, self.words)
    }

    /// A sentence holds until the state changes or the day does, which turns "tomorrow" into "today".
    fn sentences(&mut self, service: ServiceIx) -> Vec<(i64, usize)> {
        let mut changes = vec![self.from];
        for span in self.snapshot.spans(service, self.from, self.to) {
            changes.extend([span.start, span.end]);
        }
        changes.extend(self.midnights(service, self.to).map(|(_, at)| at));
        changes.retain(|at| *at < self.to);
        changes.sort_unstable();
        changes.dedup();
        let zone = self.snapshot.zone(self.snapshot.site_of(service));
        let mut sentences: Vec<(i64, usize)> = Vec::new();
        for at in changes {
            let moment = self.snapshot.moment(service, at);
            let word = self.word(words::sentence(&moment, at, zone, self.lang));
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
                let line = line.in_a_table();
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
        zone.day(self.from)
            .series(1.day())
            .map(|day| (day, zone.instant(day.at(0, 0, 0, 0))))
            .take_while(move |(_, midnight)| *midnight < until)
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
