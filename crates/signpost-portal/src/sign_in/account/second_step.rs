//! POST `/account/second-step`: offers a secret, switches on with a code of it, makes new recovery codes, switches off. All of it is power.

use actix_web::{HttpRequest, HttpResponse};
use signpost_credentials::second_step::{new_secret, recovery_codes, step_of};
use signpost_mail::letters::NoticeKind;
use signpost_store::{AccountId, StoreError};

use super::{
    done,
    page::{Shown, page},
};
use crate::access::{Actor, Form, redirect};
use crate::{access::SharedPortal, notice::tell};
use signpost_web::{ApiError, SharedApp};

/// POST
pub(crate) async fn change(
    app: SharedApp,
    portal: SharedPortal,
    request: HttpRequest,
    who: Actor,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let (store, at, id) = (app.database()?, app.now(), AccountId(who.account));
    let mut shown = Shown::default();
    match form.text("do") {
        "off" if portal.needs_second_step(&who.role) => {
            shown = Shown::fault("step", "account-step-needed");
        }
        "off" => {
            store.second_step_off(id, at).await?;
            tell(&app, &portal, id, NoticeKind::StepOff).await;
            return Ok(redirect(&done(&request, "step-off")));
        }
        "codes" if who.has_totp => {
            shown.codes = recovery_codes().map_err(ApiError::internal)?;
            store.new_recovery_codes(id, &shown.codes, at).await?;
            tell(&app, &portal, id, NoticeKind::CodesMade).await;
        }
        // From a page that was open since before it was on: another secret is offered only after it was switched off.
        _ if who.has_totp => return Ok(redirect(&done(&request, "step-on"))),
        "on" => {
            // The secret is the one we offered, never one that a form brings along.
            let offered = store.offered_second_step(id, at).await?;
            let step = offered
                .as_deref()
                .map(|secret| step_of(secret, form.text("code"), 0, at))
                .transpose();
            match step.map_err(ApiError::internal)?.flatten() {
                Some(step) => {
                    let codes = recovery_codes().map_err(ApiError::internal)?;
                    match store.second_step_on(id, step, &codes, at).await {
                        Err(StoreError::NothingOffered) => {
                            shown = Shown::fault("step", "account-step-again");
                            return page(&app, &portal, &request, who, shown).await;
                        }
                        done => done?,
                    }
                    tell(&app, &portal, id, NoticeKind::StepOn).await;
                    shown.codes = codes;
                    shown.done = Some("account-done-step-on".to_owned());
                    let who = Actor {
                        has_totp: true,
                        ..who
                    };
                    return page(&app, &portal, &request, who, shown).await;
                }
                None if offered.is_some() => {
                    shown = Shown::fault("step", "login-code-wrong");
                    shown.secret = offered;
                }
                None => shown = Shown::fault("step", "account-step-again"),
            }
        }
        _ => {
            let secret = new_secret().map_err(ApiError::internal)?;
            match store.offer_second_step(id, &secret, at).await {
                Err(StoreError::KeyMissing { .. } | StoreError::NoKey { .. }) => {
                    shown = Shown::fault("step", "account-step-no-key");
                }
                done => {
                    done?;
                    shown.secret = Some(secret);
                }
            }
        }
    }
    page(&app, &portal, &request, who, shown).await
}
