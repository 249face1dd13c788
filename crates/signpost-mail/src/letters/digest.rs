//! The weekly letter: what is to be looked at again, and what waits for a decision.

use jiff::Timestamp;
use signpost_answers::{due, due::Due, due_line, messages::words_of, poster::Hanging};
use signpost_domain::{NeedCode, SiteSlug};
use signpost_locate::Snapshot;
use signpost_plan::ahead::Ahead;
use signpost_store::{Account, Role};

use super::{address, ahead, boxes, boxes::BoxDue, posters};
use crate::Letter;

/// The most that is listed; the page has the rest.
const MOST: usize = 40;

/// What only stewards are told of.
pub struct ForStewards<'a> {
    /// How many changes wait for a decision.
    pub waiting: usize,
    /// What comes to the plan, and was not told yet.
    pub ahead: Vec<&'a Ahead>,
    /// Posters that hang and do not say what holds, or soon will not.
    pub posters: Vec<&'a Hanging>,
}

/// What is due at all places, from which each letter takes what is for its reader.
pub struct Everywhere<'a> {
    /// Places to leave used needles that are full, or whose service is due.
    pub boxes: &'a [BoxDue],
    /// Whether a service was changed lately: then nobody is asked whether it is still right.
    pub changed_lately: &'a (dyn Fn(&SiteSlug, &NeedCode) -> bool + Sync),
}

/// The letter for somebody, when there is anything to say to them.
pub fn letter(
    snapshot: &Snapshot,
    account: &Account,
    (stewards, everywhere): (&ForStewards<'_>, &Everywhere<'_>),
    root: &str,
    at: Timestamp,
) -> Option<Letter> {
    let lang = account.lang;
    let say = |key: &str, args: &[(&str, &str)]| words_of(lang).say(key, args);
    let count = |key: &str, number: usize| {
        words_of(lang).say_number(key, i64::try_from(number).unwrap_or(i64::MAX))
    };
    let (own, waiting, coming, hanging, all) = match &account.role {
        Role::Editor(own) => (Some(own), 0, [].as_slice(), [].as_slice(), "/agency"),
        Role::Steward => (
            None,
            stewards.waiting,
            stewards.ahead.as_slice(),
            stewards.posters.as_slice(),
            "/steward/reviews",
        ),
        // The city's list of boxes is all that its subcommittee looks after.
        Role::Subcommittee => (None, 0, [].as_slice(), [].as_slice(), "/disposal/service"),
    };
    let due = match &account.role {
        Role::Subcommittee => Vec::new(),
        Role::Editor(_) | Role::Steward => due::due(snapshot, at, own),
    };
    let due: Vec<Due> = due
        .into_iter()
        .filter(|one| due::is_asked(snapshot, one, everywhere.changed_lately))
        .collect();
    let full = match &account.role {
        Role::Steward => Vec::new(),
        Role::Editor(_) | Role::Subcommittee => boxes::own(everywhere.boxes, snapshot, own),
    };
    let things = due.len() + waiting + coming.len() + hanging.len() + full.len();
    if things == 0 {
        return None;
    }
    let mut text = vec![say("letter-hello", &[("name", &account.name)])];
    if waiting > 0 {
        let page = address(root, lang, "/steward/review");
        text.push(format!("{}\n{page}", count("letter-waiting", waiting)));
    }
    if !coming.is_empty() {
        let page = address(root, lang, "/steward/plan/ahead");
        text.push(format!("{}\n{page}", count("letter-ahead", coming.len())));
        let first = coming.get(..MOST).unwrap_or(coming);
        text.extend(ahead::lines(snapshot, first, lang));
    }
    if !hanging.is_empty() {
        let page = address(root, lang, "/steward/plan/hanging");
        text.push(format!(
            "{}\n{page}",
            count("letter-posters", hanging.len())
        ));
        let first = hanging.get(..MOST).unwrap_or(hanging);
        text.extend(posters::lines(snapshot, first, lang));
    }
    if !full.is_empty() {
        text.push(count("letter-boxes", full.len()));
        text.extend(full.iter().take(MOST).map(|one| {
            let (said, page) = boxes::line(snapshot, one, lang);
            format!("{said}\n{}", address(root, lang, &page))
        }));
        let more = full.len().saturating_sub(MOST);
        if more > 0 {
            let page = address(root, lang, all);
            text.push(format!("{}\n{page}", count("letter-more", more)));
        }
    }
    if !due.is_empty() {
        text.push(count("letter-due-why", due.len()));
        text.extend(due.iter().take(MOST).map(|due| {
            let line = due_line::line(snapshot, due, lang);
            let page = address(root, lang, &line.page);
            format!("{}\n{}\n{}\n{page}", line.site, line.what, line.standing)
        }));
        let more = due.len().saturating_sub(MOST);
        if more > 0 {
            let page = address(root, lang, all);
            text.push(format!("{}\n{page}", count("letter-more", more)));
        }
    }
    text.push(say("letter-end", &[]));
    Some(Letter {
        to: account.email.clone(),
        name: account.name.clone(),
        subject: count("letter-due-subject", things),
        text: text.join("\n\n") + "\n",
        at,
    })
}
