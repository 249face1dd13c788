//! Twenty questions, the same of the same directory: every kind of help, from old doors and known places, by day and by night.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{Directory, Lang, LonLat, SiteSlug};
use signpost_locate::Snapshot;
use signpost_plan::Question;

use crate::fault::Failure;

/// How many.
const MANY: usize = 20;
/// How many places an answer names at most.
const LIMIT: usize = 10;
/// When they are asked for: now, this night, tomorrow, at the weekend, next week.
const HOURS: [i64; 5] = [0, 9, 26, 81, 177];

/// One question, and the language of the answer.
pub(super) struct Asked {
    pub(super) question: Question,
    lang: Lang,
}

/// What came of it.
pub(super) struct Answered {
    /// As the API says it.
    pub(super) text: String,
    /// How many places.
    pub(super) answers: usize,
}

enum Start {
    Nowhere,
    Door(SiteSlug),
    Near(LonLat),
}

/// The questions of a directory.
pub(super) fn of(directory: &Directory, now: Timestamp) -> Vec<Asked> {
    let starts = starts(directory);
    let mut needs = directory.needs.iter().cycle();
    let mut starts = starts.iter().cycle();
    let hours = HOURS.iter().cycle();
    let langs = [Lang::En, Lang::Fr].into_iter().cycle();
    let mut asked = Vec::new();
    for (hours, lang) in hours.zip(langs).take(MANY) {
        let (Some(need), Some(start)) = (needs.next(), starts.next()) else {
            break;
        };
        let (near, from) = match start {
            Start::Nowhere => (None, None),
            Start::Door(site) => (None, Some(site.clone())),
            Start::Near(point) => (Some(*point), None),
        };
        asked.push(Asked {
            question: Question {
                need: need.code.clone(),
                at: now + SignedDuration::from_hours(*hours),
                near,
                from,
                age: None,
                limit: LIMIT,
            },
            lang,
        });
    }
    asked
}

/// Where people start: nowhere that is known, the old doors of the plan, known places.
fn starts(directory: &Directory) -> Vec<Start> {
    let rules = directory.plans.iter().flat_map(|plan| &plan.rules);
    let mut doors: Vec<&SiteSlug> = rules.map(|rule| &rule.from).collect();
    doors.sort_unstable();
    doors.dedup();
    let is_there = |door: &&SiteSlug| directory.sites.iter().any(|site| site.slug == **door);
    let doors = doors.into_iter().filter(is_there).cloned();
    let mut starts = vec![Start::Nowhere];
    starts.extend(doors.map(Start::Door));
    starts.extend(directory.landmarks.iter().map(|one| Start::Near(one.point)));
    starts
}

/// Asks one.
pub(super) fn ask(snapshot: &Snapshot, asked: &Asked) -> Result<Answered, Failure> {
    let Asked { question, lang } = asked;
    // An old door that is not published any more is no start.
    let mut question = question.clone();
    if let Some(door) = &question.from
        && snapshot.find(door).is_none()
    {
        question.from = None;
    }
    let reply = signpost_answers::answer(snapshot, &question, *lang)?;
    Ok(Answered {
        answers: reply.answers.len(),
        text: serde_json::to_string(&reply)?,
    })
}
