//! What comes to the redirection plan if nobody does anything, told when it has come as near as 60, 28 and 7 days.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use signpost_answers::{
    Speaker,
    plan::{Names, ahead_line},
};
use signpost_domain::Lang;
use signpost_editing::EditError;
use signpost_hours::Calendar;
use signpost_locate::Snapshot;
use signpost_plan::{
    ahead::{AHEAD_DAYS, Ahead, Lapse, Near, ahead},
    proof::Grounds,
};

/// How many days before its day each thing is told of, once for each.
const TOLD_AT: [i32; 3] = [AHEAD_DAYS, 28, 7];

/// What comes within 60 days, on a thread that does nothing else.
pub(super) async fn worked_out(
    snapshot: &Arc<Snapshot>,
    now: Timestamp,
) -> Result<Vec<Ahead>, EditError> {
    let snapshot = Arc::clone(snapshot);
    let today = snapshot.town_zone().day(now);
    let found = tokio::task::spawn_blocking(move || {
        let grounds = Grounds::of(&snapshot, Calendar::ontario())?;
        Ok::<_, signpost_locate::BuildError>(ahead(&grounds, today))
    });
    let found = found.await.map_err(|error| internal(&error))?;
    found.map_err(|error| internal(&error))
}

fn internal(cause: &impl ToString) -> EditError {
    EditError::Internal {
        cause: cause.to_string(),
    }
}

/// What has come nearer than a step since the last letter; before the first letter, all of it.
pub(super) fn news(found: &[Ahead], today: Date, last: Option<Date>) -> Vec<&Ahead> {
    // What is lost already is told until it is mended.
    let is_news = |one: &&Ahead| match (one.near, &one.lapse) {
        // A week that is as it was decided is told once.
        (Near::Now, Lapse::EveryWeek { .. }) => last.is_none_or(|last| last < one.day),
        (Near::Now, _) => true,
        _ => came_nearer(one.day, today, last),
    };
    found.iter().filter(is_news).collect()
}

/// Whether a day has come nearer than a step since the last letter; before the first letter, any that is not past.
pub(super) fn came_nearer(day: Date, today: Date, last: Option<Date>) -> bool {
    let left = |from: Date| day.since(from).map_or(0, |span| span.get_days());
    let now = left(today);
    let Some(last) = last else {
        return now >= 0;
    };
    TOLD_AT
        .iter()
        .any(|step| now <= *step && *step < left(last))
}

/// Each thing in a paragraph: its day, what happens, and what somebody would then read.
pub(super) fn lines(snapshot: &Snapshot, news: &[&Ahead], lang: Lang) -> Vec<String> {
    let names = Names {
        directory: snapshot.directory(),
        speaker: Speaker::of(lang),
    };
    let lines = news
        .iter()
        .map(|one| ahead_line(&names, one).lines().join("\n"));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use signpost_domain::{NeedCode, RuleId};
    use signpost_plan::ahead::{Concerned, Reads};

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn each_thing_is_told_of_at_60_28_and_7_days_however_late_a_letter_goes() {
        let rule: RuleId = "one".parse().unwrap();
        let found = [Ahead {
            day: day("2026-12-31"),
            near: Near::Later,
            version: 1,
            lapse: Lapse::Rule {
                rule,
                by: None,
                next: None,
            },
            doors: vec![Concerned {
                from: "door".parse().unwrap(),
                need: NeedCode::supplies(),
                lost: vec![],
                left: 0,
                reads: Reads {
                    at: Timestamp::UNIX_EPOCH,
                    first: None,
                    state: None,
                },
            }],
        }];
        let told =
            |today: &str, last: Option<&str>| !news(&found, day(today), last.map(day)).is_empty();
        assert!(told("2026-11-25", None), "nothing was told of before");
        for (today, last, expected) in [
            ("2026-11-02", "2026-10-26", true),
            ("2026-11-09", "2026-11-02", false),
            ("2026-11-30", "2026-11-23", false),
            ("2026-12-03", "2026-11-30", true),
            ("2026-12-07", "2026-11-23", true),
            ("2026-12-21", "2026-12-07", false),
            ("2026-12-24", "2026-12-21", true),
            ("2026-12-28", "2026-12-24", false),
        ] {
            assert_eq!(told(today, Some(last)), expected, "{today}, last {last}");
        }
        let lost = found.clone().map(|one| Ahead {
            near: Near::Now,
            ..one
        });
        for today in ["2027-01-04", "2027-01-11"] {
            let before = Some(day("2026-12-31"));
            assert_eq!(
                news(&lost, day(today), before).len(),
                1,
                "until it is mended"
            );
        }
    }
}
