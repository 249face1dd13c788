//! The bundle as it is sent.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use signpost_domain::{FindOut, LandmarkId, Lang, LonLat};
use signpost_hours::{Cause, Moment, OpenState, words};
use signpost_locate::Snapshot;
use utoipa::ToSchema;

use super::{
    ground::Ground,
    plans::{Period, periods},
    site::{BundledSite, bundled},
    span::{AHEAD, GOOD_FOR, later, minute},
    text_languages::text_languages,
    timelines::{Timeline, Timelines},
};
use signpost_answers::{LineView, LocalizedText, Speaker, instead_of_calling, messages::words_of};

/// Everything, in one language: intervals of each service, `[start, end, state]` in minutes since 1970 in UTC; state is open or unknown, what
/// lies between is closed. Its track: sentences `[minute, word]` and days `[minute, word, word]`, words by their place in `words`. `plans`:
/// periods from a minute until the next one.
#[derive(Serialize, ToSchema)]
#[schema(as = Bundle)]
pub(crate) struct BundleView {
    /// Preview or live.
    edition: signpost_domain::Edition,
    /// What the directory calls itself.
    title: LocalizedText,
    /// Its own words, such as "Training town."; may be empty.
    banner: LocalizedText,
    /// The language of names and sentences.
    lang: Lang,
    /// IANA name of the town's zone.
    zone: String,
    /// The version of the zone rules.
    tzdb: &'static str,
    /// The last revision in it.
    sequence: u64,
    /// The instant it is true of, with an offset, whatever the phone's zone is.
    #[schema(format = DateTime)]
    made_at: String,
    /// "Wednesday 2:15 pm", as the town's clocks show it.
    made_at_in_words: String,
    /// "November 25, 2026".
    made_on_in_words: String,
    /// What is said where nothing is known.
    call_first: String,
    /// The same of an emergency department.
    emergency: String,
    /// The same where nobody can be called.
    ask_there: String,
    /// The same of a box.
    look_there: String,
    /// The same of people who go about.
    ask_them: String,
    /// After this it is old: call first.
    #[schema(format = DateTime)]
    good_until: String,
    /// The middle of town, from which equals are put in order when nobody said where they are.
    centre: LonLat,
    /// Towns and settlements that addresses name, each with its middle: they order what is too far to walk.
    towns: Vec<(String, LonLat)>,
    /// How far one walks, in straight metres: what is farther is in another town.
    walkable_m: f64,
    /// What people may look for, in order.
    needs: Vec<signpost_answers::NeedView>,
    /// Phone lines, in order.
    lines: Vec<BundledLine>,
    /// Named points to start from.
    landmarks: Vec<BundledLandmark>,
    /// Banks and open crossings.
    ground: Ground,
    /// What the plan says; each holds until the next one starts.
    plans: Vec<Period>,
    /// In the order of their slugs.
    sites: Vec<BundledSite>,
    /// What services say, each timetable once.
    tracks: Vec<Timeline>,
    /// What tracks say, each once.
    words: Vec<String>,
}

/// A named point to start from.
#[derive(Serialize, ToSchema)]
#[schema(as = Landmark)]
struct BundledLandmark {
    /// Its id.
    id: LandmarkId,
    /// Its name.
    name: LocalizedText,
    /// Longitude, latitude.
    point: LonLat,
}

/// A phone line, and what it is for.
#[derive(Serialize, ToSchema)]
struct BundledLine {
    #[serde(flatten)]
    line: LineView,
    /// Codes of the needs; empty means all.
    needs: Vec<String>,
    /// When it is answered: `[start, end, state]` in minutes; `null` when nobody said.
    #[schema(required)]
    intervals: Option<Vec<(i64, i64, OpenState)>>,
    /// `[minute, word]`: from this minute on, whether it is answered, in one sentence.
    sentences: Vec<(i64, usize)>,
    /// Members whose words are in another language, with that language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    spoken: BTreeMap<&'static str, &'static str>,
}

impl BundleView {
    /// As it stands at `made_at`, for a reader of `lang`.
    pub(crate) fn of(snapshot: &Snapshot, made_at: Timestamp, lang: Lang) -> Self {
        let directory = snapshot.directory();
        let zone = snapshot.town_zone();
        let good_until = later(made_at, GOOD_FOR);
        let speaker = Speaker::of(lang);
        let mut tracks = Timelines::new(snapshot, (made_at, good_until), lang);
        let span = (made_at, later(made_at, AHEAD));
        let sites = snapshot
            .sites()
            .map(|ix| bundled(&speaker, snapshot, ix, span, &mut tracks))
            .collect();
        let lines = lines(snapshot, span, &mut tracks, lang);
        let (tracks, words) = tracks.finish();
        let wall = zone.wall(made_at);
        Self {
            edition: directory.edition,
            title: LocalizedText::of(&directory.title, lang),
            banner: LocalizedText::of(&directory.banner, lang),
            lang,
            zone: directory.zone.clone(),
            tzdb: signpost_hours::tzdb_version(),
            sequence: snapshot.sequence(),
            made_at: signpost_answers::rfc3339(made_at, zone),
            made_at_in_words: words::weekday_and_clock(wall, lang),
            made_on_in_words: words::date(wall.date(), lang),
            call_first: not_known(Cause::NotStated, made_at, snapshot, lang),
            emergency: not_known(Cause::Emergency, made_at, snapshot, lang),
            ask_there: instead(FindOut::Ask, lang),
            look_there: instead(FindOut::Look, lang),
            ask_them: instead(FindOut::Meet, lang),
            good_until: signpost_answers::rfc3339(good_until, zone),
            centre: directory.centre,
            towns: snapshot
                .town_middles()
                .map(|(name, middle)| (name.to_owned(), middle))
                .collect(),
            walkable_m: signpost_plan::walkable(directory.walking_range).0,
            needs: signpost_answers::needs(snapshot, lang),
            lines,
            landmarks: signpost_answers::landmarks(snapshot)
                .into_iter()
                .map(|mark| BundledLandmark {
                    id: mark.id.clone(),
                    name: LocalizedText::of(&mark.name, lang),
                    point: mark.point,
                })
                .collect(),
            ground: Ground::of(&directory.ground, lang),
            plans: periods(snapshot, (made_at, good_until), lang),
            sites,
            tracks,
            words,
        }
    }
}

fn not_known(cause: Cause, at: Timestamp, snapshot: &Snapshot, lang: Lang) -> String {
    let nobody_knows = Moment {
        cause,
        ..Moment::NOT_KNOWN
    };
    words::sentence(&nobody_knows, at, snapshot.town_zone(), lang)
}

fn instead(way: FindOut, lang: Lang) -> String {
    instead_of_calling(way).map_or_else(String::new, |key| words_of(lang).say(key, &[]))
}

fn lines(
    snapshot: &Snapshot,
    (from, to): (Timestamp, Timestamp),
    tracks: &mut Timelines<'_>,
    lang: Lang,
) -> Vec<BundledLine> {
    let mut lines: Vec<_> = snapshot.directory().lines.iter().enumerate().collect();
    lines.sort_by_key(|(_, line)| line.order);
    lines
        .into_iter()
        .map(|(ix, line)| {
            let view = LineView::of(line, lang);
            let schedule = snapshot.line_schedule(ix);
            BundledLine {
                needs: line.needs.iter().map(ToString::to_string).collect(),
                intervals: schedule.map(|schedule| {
                    let spans = schedule.spans(from, to).into_iter();
                    spans
                        .map(|span| (minute(span.start), minute(span.end), span.state))
                        .collect()
                }),
                sentences: schedule.map_or_else(Vec::new, |schedule| tracks.of_line(schedule)),
                spoken: text_languages(&[("name", &view.name), ("sentence", &view.sentence)], lang),
                line: view,
            }
        })
        .collect()
}
