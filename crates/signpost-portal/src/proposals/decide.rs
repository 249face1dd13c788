//! Accepting, and sending back with a note.

use actix_web::{HttpRequest, HttpResponse};
use signpost_changes::Part;
use signpost_domain::Prose;
use signpost_store::{Decision, StoreError};

use super::one::{Wrong, find, render};
use crate::access::{Actor, Form, PortalContext, redirect};
use signpost_editing::{Accepted, Accepting, EditError};
use signpost_web::{ApiError, SharedApp};

/// POST: accepts.
pub(crate) async fn accept(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let proposal = find(&app, &request).await?;
    let f = PortalContext::of(&request, &app, &who);
    let here = f.link(&format!("/steward/review/{}", proposal.id));
    let how = Accepting {
        seen: form.text("version").parse().ok(),
        parts_as_asked: form
            .all("take")
            .filter_map(|part| part.parse::<Part>().ok())
            .collect(),
        author: who.author(),
    };
    match signpost_editing::accept(app.live(), proposal.id, how).await {
        Ok(Accepted::Done) => Ok(redirect(&format!("{here}?done=accepted"))),
        Ok(Accepted::LookAgain) => Ok(redirect(&format!("{here}?done=look-again"))),
        Ok(Accepted::Decided) => Ok(redirect(&format!("{here}?done=decided"))),
        Err(EditError::Fields(faults)) => {
            let faults = faults
                .into_iter()
                .map(|fault| ("accept", fault.detail))
                .collect();
            let wrong = Wrong {
                note: String::new(),
                faults,
            };
            render(&app, f, &proposal, None, wrong).await
        }
        Err(error) => Err(error.into()),
    }
}

/// POST: sends back with a note.
pub(crate) async fn send_back(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let proposal = find(&app, &request).await?;
    let f = PortalContext::of(&request, &app, &who);
    let note = form.text("note").replace("\r\n", "\n");
    let faults = if note.is_empty() {
        Some("st-fault-note")
    } else {
        Prose::new(&note).err().map(|_unfit| "st-fault-words")
    };
    if let Some(key) = faults {
        let wrong = Wrong {
            note,
            faults: vec![("note", f.t(key))],
        };
        return render(&app, f, &proposal, None, wrong).await;
    }
    let here = f.link(&format!("/steward/review/{}", proposal.id));
    let store = app.database()?;
    let decision = Decision::SendBack { note };
    match store
        .decide(proposal.id, decision, &who.author(), app.now())
        .await
    {
        Ok(_) => Ok(redirect(&format!("{here}?done=sent-back"))),
        Err(StoreError::Decided { .. }) => Ok(redirect(&format!("{here}?done=decided"))),
        Err(error) => Err(error.into()),
    }
}
