//! Sentences by instant and hours by day, worked out here once for each distinct timetable, so that a phone only looks them up: it knows no
//! zone, reads no hours text, and puts no words together.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use serde::Serialize;
use signpost_answers::{instead_of_calling, state_sentence};
use signpost_domain::{Lang, Offer};
use signpost_hours::{Schedule, words};
use signpost_locate::{HoursKey, ServiceIx, Snapshot};
use utoipa::ToSchema;

use super::span::{later, minute};

/// Days in words go on so far, so that the last good day still has its week.
const DAYS_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What services with the same timetable say.
#[derive(Serialize, ToSchema)]
#[schema(as = Track)]
pub(crate) struct Timeline {
    /// `[minute, word]`: from this minute on, the state in one sentence.
    sentences: Vec<(i64, usize)>,
    /// `[minute, word, word]`: where a day begins for those who are there, which is when the night before is over; its name and date, its hours. Empty
    /// when the hours are not known.
    days: Vec<(i64, usize, usize)>,
}

/// Timelines and words, each kept once.
pub(crate) struct Timelines<'s> {
    snapshot: &'s Snapshot,
    from: Timestamp,
    to: Timestamp,
    lang: Lang,
    made: Vec<Timeline>,
    known: HashMap<(HoursKey, bool, Option<&'static str>), usize>,
    words: Vec<String>,
    places: HashMap<String, usize>,
}

impl<'s> Timelines<'s> {
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
        let relied_until = self.snapshot.relied_until(service)?;
        // The week of what nobody ever said to offer is not told.
        let offered = self.snapshot.service(service).offer == Offer::Offered;
        let site = self.snapshot.site(self.snapshot.site_of(service));
        // Where nobody can be called, what is not known is said in other words.
        let instead = instead_of_calling(site.find_out());
        let key = (self.snapshot.hours_key(service), offered, instead);
        if let Some(&known) = self.known.get(&key) {
            return Some(known);
        }
        let track = Timeline {
            sentences: self.sentences(service),
            days: if offered {
                self.days(service, relied_until)
            } else {
                Vec::new()
            },
        };
        self.known.insert(key, self.made.len());
        self.made.push(track);
        Some(self.made.len() - 1)
    }

    /// Whether a phone line is answered, by the town's clocks.
    pub(crate) fn of_line(&mut self, schedule: &Schedule) -> Vec<(i64, usize)> {
        let zone = self.snapshot.town_zone();
        let changes = schedule.sentence_changes(self.from, self.to);
        let lang = self.lang;
        self.as_words(changes, |at| {
            words::sentence(&schedule.at(at), at, zone, lang)
        })
    }

    /// The tracks and the words they point to.
    pub(crate) fn finish(self) -> (Vec<Timeline>, Vec<String>) {
        (self.made, self.words)
    }

    /// A sentence holds until the state changes, its reason does, or the hour does that makes "tomorrow" of a weekday and "today" of it.
    fn sentences(&mut self, service: ServiceIx) -> Vec<(i64, usize)> {
        let snapshot = self.snapshot;
        let mut changes = snapshot
            .schedule(service)
            .sentence_changes(self.from, self.to);
        changes.extend(snapshot.relied_until(service));
        let lang = self.lang;
        self.as_words(changes, |at| {
            state_sentence(snapshot, service, &snapshot.moment(service, at), at, lang)
        })
    }

    fn as_words(
        &mut self,
        mut changes: Vec<Timestamp>,
        said: impl Fn(Timestamp) -> String,
    ) -> Vec<(i64, usize)> {
        changes.retain(|at| self.from <= *at && *at < self.to);
        changes.sort_unstable();
        changes.dedup();
        let mut sentences: Vec<(i64, usize)> = Vec::new();
        for at in changes {
            let word = self.word(said(at));
            if sentences.last().is_none_or(|&(_, before)| before != word) {
                sentences.push((minute(at), word));
            }
        }
        sentences
    }

    fn days(&mut self, service: ServiceIx, relied_until: Timestamp) -> Vec<(i64, usize, usize)> {
        if self.snapshot.service(service).hours.is_none() {
            return Vec::new();
        }
        let schedule = self.snapshot.schedule(service);
        let days: Vec<(Date, Timestamp)> = schedule
            .running_day(self.from)
            .series(1.day())
            .map(|day| (day, schedule.day_begins(day)))
            .take_while(|(_, begins)| *begins < later(self.to, DAYS_AFTER))
            .collect();
        let mut found = Vec::with_capacity(days.len());
        for week in days.chunks(7) {
            let first = week.first().map(|&(day, _)| day).unwrap_or_default();
            let lines = words::week_dated(schedule, relied_until, first, self.lang);
            for (&(_, begins), line) in week.iter().zip(lines) {
                let line = line.in_a_table();
                let (day, hours) = (self.word(line.day), self.word(line.hours));
                found.push((minute(begins), day, hours));
            }
        }
        found
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
