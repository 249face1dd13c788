//! Posters that hang: each week those that do not say what holds, until they are ticked off; and at 60, 28 and 7 days those that soon will not.

use jiff::{Timestamp, civil::Date};
use signpost_answers::{
    Speaker,
    plan::Names,
    poster::{Hanging, Knows, hanging, hanging_line},
};
use signpost_domain::Lang;
use signpost_editing::EditError;
use signpost_locate::Snapshot;
use signpost_store::Store;

use super::ahead::came_nearer;

/// How the posters stand that hang.
pub(super) async fn standing(
    store: &Store,
    snapshot: &Snapshot,
    root: &str,
    now: Timestamp,
) -> Result<Vec<Hanging>, EditError> {
    let posters = store.posters_hanging().await?;
    let knows = Knows {
        address: Some(root).filter(|root| !root.is_empty()),
        text_number: None,
    };
    Ok(hanging(snapshot, posters, &knows, now))
}

/// Those that a letter tells of, when the last one went on this day.
pub(super) fn news(all: &[Hanging], today: Date, last: Option<Date>) -> Vec<&Hanging> {
    let soon = |one: &Hanging| {
        let next = one.next.as_ref();
        next.is_some_and(|(day, _)| came_nearer(*day, today, last))
    };
    let told = all.iter().filter(|one| one.is_wrong() || soon(one));
    told.collect()
}

/// Each in a paragraph: where it hangs, and what is to be done.
pub(super) fn lines(snapshot: &Snapshot, news: &[&Hanging], lang: Lang) -> Vec<String> {
    let names = Names {
        directory: snapshot.directory(),
        speaker: Speaker::of(lang),
    };
    let lines = news.iter().map(|one| {
        let line = hanging_line(&names, one);
        let what = if line.is_wrong { line.what } else { line.next };
        format!("{}\n{what}", line.place)
    });
    lines.collect()
}
