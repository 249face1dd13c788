//! The weekly letter: what is to be looked at again, and what waits for a decision.

use jiff::Timestamp;
use signpost_answers::{due, due_line, messages::words_of};
use signpost_locate::Snapshot;
use signpost_store::{Account, Role};

use super::address;
use crate::Letter;

/// The most that is listed; the page has the rest.
const MOST: usize = 40;

/// The letter for somebody, when there is anything to say to them. `waiting` is how many changes wait for a decision.
pub fn letter(
    snapshot: &Snapshot,
    account: &Account,
    waiting: usize,
    root: &str,
    at: Timestamp,
) -> Option<Letter> {
    let lang = account.lang;
    let say = |key: &str, args: &[(&str, &str)]| words_of(lang).say(key, args);
    let count = |key: &str, number: usize| {
        words_of(lang).say_number(key, i64::try_from(number).unwrap_or(i64::MAX))
    };
    let (own, waiting, all) = match &account.role {
        Role::Editor(own) => (Some(own), 0, "/agency"),
        Role::Steward => (None, waiting, "/steward/reviews"),
        Role::Subcommittee => return None,
    };
    let due = due::due(snapshot, at, own);
    if due.is_empty() && waiting == 0 {
        return None;
    }
    let mut text = vec![say("letter-hello", &[("name", &account.name)])];
    if waiting > 0 {
        let page = address(root, lang, "/steward/review");
        text.push(format!("{}\n{page}", count("letter-waiting", waiting)));
    }
    if !due.is_empty() {
        text.push(count("letter-due-why", due.len()));
        text.extend(due.iter().take(MOST).map(|due| {
            let line = due_line::line(snapshot, due, lang);
            let page = address(root, lang, &format!("/agency/sites/{}", line.slug));
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
        subject: count("letter-due-subject", due.len() + waiting),
        text: text.join("\n\n") + "\n",
        at,
    })
}
