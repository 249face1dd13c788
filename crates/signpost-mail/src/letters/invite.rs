//! The letter with a one-time link.

use jiff::Timestamp;
use signpost_answers::messages::words_of;
use signpost_editing::Live;
use signpost_hours::words;
use signpost_locate::Snapshot;
use signpost_store::{Account, LinkPurpose, OneTimeLink};

use super::{Mailing, address};
use crate::Letter;

/// What became of a letter with a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delivery {
    /// No mail server is set up: the link is given by hand.
    #[default]
    ByHand,
    /// The mail server has it.
    Sent,
    /// The mail server did not take it: the link is given by hand.
    Failed,
}

/// Sends a link to whom it is for, when letters can be sent. `by` is the name of the steward.
pub async fn invite(
    live: &Live,
    post: Option<&Mailing>,
    account: &Account,
    (purpose, link): (LinkPurpose, &OneTimeLink),
    by: &str,
) -> Delivery {
    let Some(post) = post else {
        return Delivery::ByHand;
    };
    let letter = letter(
        live.now(),
        &live.snapshot_to_keep(),
        post.root(),
        account,
        (purpose, link),
        by,
    );
    match post.send(&letter).await {
        Ok(()) => Delivery::Sent,
        Err(error) => {
            tracing::warn!(cause = %error, "a link could not be sent; it was shown instead");
            Delivery::Failed
        }
    }
}

fn letter(
    at: Timestamp,
    snapshot: &Snapshot,
    root: &str,
    account: &Account,
    (purpose, link): (LinkPurpose, &OneTimeLink),
    by: &str,
) -> Letter {
    let lang = account.lang;
    let say = |key: &str, args: &[(&str, &str)]| words_of(lang).say(key, args);
    let until = snapshot.town_zone().wall(link.expires_at);
    let day = words::date(until.date(), lang);
    let time = words::clock(until.time(), lang);
    let (subject, why, open) = match purpose {
        LinkPurpose::Phone => (
            "letter-phone-subject",
            "letter-phone-why",
            "letter-phone-link",
        ),
        LinkPurpose::Password if account.has_password => (
            "letter-reset-subject",
            "letter-reset-why",
            "letter-invite-link",
        ),
        LinkPurpose::Password => (
            "letter-invite-subject",
            "letter-invite-why",
            "letter-invite-link",
        ),
    };
    let text = [
        say("letter-hello", &[("name", &account.name)]),
        say(why, &[("by", by)]),
        format!(
            "{}\n{}",
            say(open, &[]),
            address(root, lang, &format!("/invite/{}", link.secret))
        ),
        say("letter-invite-once", &[("day", &day), ("time", &time)]),
        say("letter-not-you", &[]),
    ];
    Letter {
        to: account.email.clone(),
        name: account.name.clone(),
        subject: say(subject, &[]),
        text: text.join("\n\n") + "\n",
        at,
    }
}
