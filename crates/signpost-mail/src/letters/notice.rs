//! The letter that says that the power of an account was used.

use jiff::Timestamp;
use signpost_answers::messages::words_of;
use signpost_domain::{Lang, OrganizationId, Text};
use signpost_editing::Live;
use signpost_hours::words;
use signpost_locate::Snapshot;
use signpost_plan::ahead::{self, Ahead, Lapse};
use signpost_store::Account;

use super::{Mailing, address, ahead::lines};
use crate::Letter;

/// What was done. Names are of people and of tokens, as readers know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeKind {
    /// A password was set.
    PasswordSet,
    /// The second step was switched on.
    StepOn,
    /// The second step was switched off.
    StepOff,
    /// New recovery codes were made.
    CodesMade,
    /// Somebody signed in with a recovery code.
    RecoveryUsed,
    /// Every other session was ended.
    SessionsEnded,
    /// A steward gave the account another role.
    RoleChanged {
        /// Which.
        by: String,
    },
    /// A steward stopped it.
    Stopped {
        /// Which.
        by: String,
    },
    /// A steward let it in again.
    LetInAgain {
        /// Which.
        by: String,
    },
    /// The steward whose account it is made a link for somebody.
    LinkMade {
        /// For whom.
        whom: String,
    },
    /// The steward whose account it is gave somebody another role.
    RoleGiven {
        /// To whom.
        whom: String,
    },
    /// The steward whose account it is stopped somebody's access.
    AccessStopped {
        /// Whose.
        whom: String,
    },
    /// The steward whose account it is let somebody in again.
    AccessGiven {
        /// Whom.
        whom: String,
    },
    /// A token was made, by the steward whose account it is or for the organization of its editor.
    TokenMade {
        /// By which steward.
        by: String,
        /// What it is for.
        label: String,
    },
    /// A token was ended.
    TokenEnded {
        /// By which steward.
        by: String,
        /// What it was for.
        label: String,
    },
    /// An organization took back that people may be sent to it: for stewards.
    ConsentWithdrawn {
        /// Which.
        id: OrganizationId,
        /// Its name.
        organization: Text,
        /// For what.
        need: Text,
    },
}

impl NoticeKind {
    /// The key of its sentence, and what stands in it.
    fn sentence(&self, lang: Lang) -> (&'static str, Vec<(&'static str, &str)>) {
        match self {
            Self::PasswordSet => ("letter-notice-password", vec![]),
            Self::StepOn => ("letter-notice-step-on", vec![]),
            Self::StepOff => ("letter-notice-step-off", vec![]),
            Self::CodesMade => ("letter-notice-codes", vec![]),
            Self::RecoveryUsed => ("letter-notice-recovery", vec![]),
            Self::SessionsEnded => ("letter-notice-sessions", vec![]),
            Self::RoleChanged { by } => ("letter-notice-role", vec![("by", by)]),
            Self::Stopped { by } => ("letter-notice-stopped", vec![("by", by)]),
            Self::LetInAgain { by } => ("letter-notice-let-in", vec![("by", by)]),
            Self::LinkMade { whom } => ("letter-notice-link", vec![("whom", whom)]),
            Self::RoleGiven { whom } => ("letter-notice-role-given", vec![("whom", whom)]),
            Self::AccessStopped { whom } => ("letter-notice-stop-given", vec![("whom", whom)]),
            Self::AccessGiven { whom } => ("letter-notice-let-in-given", vec![("whom", whom)]),
            Self::TokenMade { by, label } => {
                ("letter-notice-token", vec![("by", by), ("label", label)])
            }
            Self::TokenEnded { by, label } => (
                "letter-notice-token-ended",
                vec![("by", by), ("label", label)],
            ),
            Self::ConsentWithdrawn {
                organization, need, ..
            } => (
                "letter-notice-consent",
                vec![
                    ("organization", organization.words(lang)),
                    ("need", need.words(lang)),
                ],
            ),
        }
    }
}

/// Sends it. That it could not be sent is for the log: what was done is done.
pub async fn notice(live: &Live, post: &Mailing, account: &Account, kind: &NoticeKind) {
    let letter = letter(
        live.now(),
        &live.snapshot_to_keep(),
        post.root(),
        account,
        kind,
    );
    if let Err(error) = post.send(&letter).await {
        tracing::warn!(cause = %error, "a letter about the use of an account could not be sent");
    }
}

/// Whether it is about the word of an organization.
fn is_about(ahead: &Ahead, id: &OrganizationId) -> bool {
    matches!(&ahead.lapse, Lapse::Consent { organization, .. } if organization == id)
}

fn letter(
    at: Timestamp,
    snapshot: &Snapshot,
    root: &str,
    account: &Account,
    kind: &NoticeKind,
) -> Letter {
    let lang = account.lang;
    let say = |key: &str, args: &[(&str, &str)]| words_of(lang).say(key, args);
    let wall = snapshot.town_zone().wall(at);
    let day = words::date(wall.date(), lang);
    let time = words::clock(wall.time(), lang);
    let (key, args) = kind.sentence(lang);
    let mut text = vec![
        say("letter-hello", &[("name", &account.name)]),
        say(key, &args),
    ];
    let when = say("letter-notice-when", &[("day", &day), ("time", &time)]);
    // Nobody used the account: it is news of the plan.
    let subject = if let NoticeKind::ConsentWithdrawn { id, .. } = kind {
        let lost = ahead::gone(snapshot, wall.date());
        let own: Vec<&Ahead> = lost.iter().filter(|one| is_about(one, id)).collect();
        text.extend(lines(snapshot, &own, lang));
        text.push(when);
        text.push(address(root, lang, "/steward/plan/ahead"));
        say("letter-notice-consent-subject", &[])
    } else {
        text.push(when);
        let not_you = say("letter-notice-not-you", &[]);
        text.push(format!("{not_you}\n{}", address(root, lang, "/account")));
        say("letter-notice-subject", &[])
    };
    Letter {
        to: account.email.clone(),
        name: account.name.clone(),
        subject,
        text: text.join("\n\n") + "\n",
        at,
    }
}
