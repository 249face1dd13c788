//! What happened at an account, in words: for its owner, and for stewards.

use jiff::Timestamp;
use signpost_store::{AccountEvent, AccountId, EventKind, SignInKind, SignInRecord, Store};

use crate::access::{Authors, PortalContext, town_time};
use signpost_web::{ApiError, App};

/// How many lines of each are shown.
const MOST: u32 = 50;

/// What happened at an account.
pub(crate) struct Happened {
    /// Sign-ins and refusals: when, what.
    pub sign_ins: Vec<(String, String)>,
    /// What was changed about it: when, what.
    pub events: Vec<(String, String)>,
}

/// Reads it, the newest first.
pub(crate) async fn happened(
    app: &App,
    store: &Store,
    f: &PortalContext,
    id: AccountId,
) -> Result<Happened, ApiError> {
    let authors = Authors::read(store).await?;
    let snapshot = app.snapshot();
    let when = |at: Timestamp| town_time(f, &snapshot, at);
    let records = store.sign_in_records(id, app.now(), MOST).await?;
    let events = store.account_events(Some(id), MOST).await?;
    Ok(Happened {
        sign_ins: records
            .iter()
            .map(|record| (when(record.last_at), sign_in(f, record)))
            .collect(),
        events: events
            .iter()
            .map(|one| (when(one.at), event(f, &authors, one)))
            .collect(),
    })
}

/// One line of the record.
fn sign_in(f: &PortalContext, record: &SignInRecord) -> String {
    let key = match record.kind {
        SignInKind::SignedIn => "record-signed-in",
        SignInKind::SignedInByRecovery => "record-recovery",
        SignInKind::WrongPassword => "record-wrong-password",
        SignInKind::WrongCode => "record-wrong-code",
        SignInKind::CodeMissing => "record-no-code",
        SignInKind::Proven => "record-proven",
        SignInKind::WrongProof => "record-wrong-proof",
        SignInKind::SessionEnded => "record-ended",
        SignInKind::Unknown => "record-unknown",
    };
    if record.times > 1 {
        let times = record.times.to_string();
        f.t2("record-times", ("what", &f.t(key)), ("times", &times))
    } else {
        f.t(key)
    }
}

/// One thing that was changed.
pub(crate) fn event(f: &PortalContext, authors: &Authors, event: &AccountEvent) -> String {
    f.t2(
        &format!("accounts-event-{}", key_of(event.kind)),
        ("name", &event.name),
        ("by", &authors.named(&event.by)),
    )
}

/// The last part of the key of what happened.
const fn key_of(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Invited => "invited",
        EventKind::Reset => "reset",
        EventKind::PhoneLost => "phone-lost",
        EventKind::PasswordSet => "password",
        EventKind::Disabled => "disabled",
        EventKind::Enabled => "enabled",
        EventKind::RoleChanged => "role",
        EventKind::TotpOn => "step-on",
        EventKind::TotpOff => "step-off",
        EventKind::RecoveryUsed => "recovery",
        EventKind::CodesMade => "codes",
        EventKind::SessionsEnded => "sessions",
        EventKind::TokenMade => "token",
        EventKind::TokenEnded => "token-ended",
        EventKind::Unknown => "unknown",
    }
}
