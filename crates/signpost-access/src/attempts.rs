//! How fast guesses may follow each other, and what somebody shows to be themselves again.

use actix_web::HttpRequest;
use jiff::{SignedDuration, Timestamp};
use signpost_credentials::{
    hashing::{HashingSlot, Lane},
    password,
    second_step::{self, Typed},
};
use signpost_store::{
    AccountId, Attempt, Attempts, Credentials, SecondStep, Store, StoredSecondStep,
};
use signpost_web::{ApiError, App};

use crate::PortalState;
use crate::{Actor, PortalCookies};

/// Wrong passwords in a row before anybody has to wait.
const FREE: u32 = 5;
/// The longest anybody has to wait.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(1);

/// How long until the next try counts, if at all: 2 seconds after the fifth wrong one, then twice as long each time, a minute at most.
#[must_use]
pub fn waits(attempts: Attempts, at: Timestamp) -> Option<SignedDuration> {
    let over = attempts.failures.checked_sub(FREE)?;
    let wait = SignedDuration::from_secs(1_i64 << over.min(6).saturating_add(1)).min(LONGEST_WAIT);
    let left = wait - at.duration_since(attempts.last?);
    // A clock that was set back makes nobody wait longer than that.
    (left > SignedDuration::ZERO).then_some(left.min(LONGEST_WAIT))
}

/// A slot for people we have met.
pub async fn slot_for_known(portal: &PortalState) -> Result<HashingSlot, ApiError> {
    // Nothing is wrong on either side; it is only too much at once.
    const BUSY: u16 = 503;
    let slot = portal.hashing.slot(Lane::Known).await;
    slot.ok_or(ApiError::Refused { status: BUSY })
}

/// What was typed for a second step.
pub enum SecondStepTyped {
    /// Nothing.
    Nothing,
    /// What is wrong, or was used.
    Wrong,
    /// What could be right, and is to be used up.
    Shown(SecondStep),
}

/// What this is for an account that has a second step.
pub fn second_step_typed(
    known: &Credentials,
    typed: &str,
    at: Timestamp,
) -> Result<SecondStepTyped, ApiError> {
    let shown = match second_step::typed(typed) {
        Typed::Nothing => return Ok(SecondStepTyped::Nothing),
        Typed::Recovery(code) => Some(SecondStep::Recovery(code)),
        Typed::Digits => match &known.second_step {
            StoredSecondStep::On(secret) => {
                second_step::step_of(secret, typed, known.totp_step, at)
                    .map_err(ApiError::internal)?
                    .map(SecondStep::Code)
            }
            StoredSecondStep::Off | StoredSecondStep::Unreadable => None,
        },
    };
    Ok(shown.map_or(SecondStepTyped::Wrong, SecondStepTyped::Shown))
}

/// What came of a password or a code that somebody who is signed in typed again.
pub enum Shown {
    /// It is right.
    Right,
    /// It is not.
    Wrong,
    /// It comes too soon after others.
    TooSoon,
}

/// Whether they know the password they have. Guesses are counted as those at the sign-in are: a session that was left open somewhere is no
/// place to guess from.
pub async fn knows_password(
    app: &App,
    portal: &PortalState,
    request: &HttpRequest,
    who: &Actor,
    typed: &str,
) -> Result<Shown, ApiError> {
    let store = app.database()?;
    let browser = PortalCookies::value(request, PortalCookies::of(request).browser());
    let slot = slot_for_known(portal).await?;
    let Some(known) = counted(app, store, who, browser.as_deref()).await? else {
        return Ok(Shown::TooSoon);
    };
    let right = slot.is(password::cut(typed), known.password).await;
    if !right.map_err(ApiError::internal)? {
        return Ok(Shown::Wrong);
    }
    let id = AccountId(who.account);
    store.attempt_was_right(id, browser.as_deref()).await?;
    Ok(Shown::Right)
}

/// Whether they have the phone their codes are on. Counted in the same way.
pub async fn has_code(
    app: &App,
    request: &HttpRequest,
    who: &Actor,
    typed: &str,
) -> Result<Shown, ApiError> {
    let store = app.database()?;
    let browser = PortalCookies::value(request, PortalCookies::of(request).browser());
    let Some(known) = counted(app, store, who, browser.as_deref()).await? else {
        return Ok(Shown::TooSoon);
    };
    let SecondStepTyped::Shown(step) = second_step_typed(&known, typed, app.now())? else {
        return Ok(Shown::Wrong);
    };
    let id = AccountId(who.account);
    if !store.use_second_step(id, &step, app.now()).await? {
        return Ok(Shown::Wrong);
    }
    store.attempt_was_right(id, browser.as_deref()).await?;
    Ok(Shown::Right)
}

async fn counted(
    app: &App,
    store: &Store,
    who: &Actor,
    browser: Option<&str>,
) -> Result<Option<Credentials>, ApiError> {
    let attempt = store
        .begin_attempt(&who.email, browser, app.now(), waits)
        .await?;
    match attempt {
        Attempt::Wait(_) => Ok(None),
        // Stopped between the gate and here.
        Attempt::Counted(None) => Err(ApiError::Forbidden),
        Attempt::Counted(known) => Ok(known),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_to_a_minute_and_no_further() {
        let at: Timestamp = "2026-11-25T19:15:00Z".parse().unwrap();
        let after = |failures| {
            waits(
                Attempts {
                    failures,
                    last: Some(at),
                },
                at,
            )
        };
        assert_eq!(after(4), None);
        let seconds: Vec<_> = (5..14)
            .map(|n| after(n).map(|left| left.as_secs()))
            .collect();
        assert_eq!(
            seconds,
            [2, 4, 8, 16, 32, 60, 60, 60, 60].map(Some).to_vec()
        );
    }
}
