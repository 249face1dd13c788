//! `/steward/plan/hand-in`: a version out of a `plan.toml`, as a new draft. What cannot be read is named with its line and field.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::{Directory, Plan};
use signpost_editing::{DraftRequest, EditError, whole_directory, write_draft};
use signpost_exchange::{Fault, plans_of_toml};
use signpost_plan::{next_version, started};
use signpost_web::{ApiError, SharedApp, params::Params};

use super::opened;
use crate::access::{Actor, Form, PortalContext, page, redirect};

const FILE: &str = "plan.toml";
/// How many faults are told at once.
const TOLD: usize = 50;

#[derive(Template)]
#[template(path = "portal/steward/plan/hand_in.html")]
struct HandInPage {
    f: PortalContext,
    text: String,
    version: String,
    /// Ours, in the language of the page.
    fault: Option<String>,
    /// Where, and what, in English as commands say it.
    faults: Vec<(String, String)>,
    more: usize,
}

impl HandInPage {
    fn of(f: PortalContext, text: &str, version: &str) -> Self {
        Self {
            f,
            text: text.to_owned(),
            version: version.to_owned(),
            fault: None,
            faults: Vec::new(),
            more: 0,
        }
    }

    fn is_wrong(&self) -> bool {
        self.fault.is_some() || !self.faults.is_empty()
    }

    fn with(mut self, mut faults: Vec<(String, String)>) -> Self {
        self.more = faults.len().saturating_sub(TOLD);
        faults.truncate(TOLD);
        self.faults = faults;
        self
    }
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let shown = HandInPage::of(PortalContext::of(&request, &app, &who), "", "");
    page(&shown.f, &shown, true)
}

/// POST
pub(super) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let (text, number) = (form.text("text"), form.text("version").trim());
    let mut shown = HandInPage::of(f, text, number);
    let directory = whole_directory(app.live()).await?;
    let given = match read(&shown.f, text, number, &directory) {
        Ok(plan) => plan,
        Err(Refused::Ours(fault)) => {
            shown.fault = Some(fault);
            return page(&shown.f, &shown, false);
        }
        Err(Refused::OfFile(faults)) => {
            let lines = faults
                .iter()
                .map(|fault| (place(&shown.f, fault), fault.message.clone()))
                .collect();
            let shown = shown.with(lines);
            return page(&shown.f, &shown, false);
        }
    };
    let version = next_version(&directory.plans);
    let asked = DraftRequest {
        version,
        expected: None,
        author: who.author(),
        words: String::new(),
        kept: vec![],
    };
    let written = write_draft(app.live(), asked, |_none, directory| {
        // Its days and its decision are those of the file, unlike those of a copy.
        Ok(Plan {
            from: given.from,
            until: given.until,
            decision: given.decision.clone(),
            decided_on: given.decided_on,
            decided_by: given.decided_by.clone(),
            review_by: given.review_by,
            ..started(version, Some(&given), &directory.zone)
        })
    });
    let faults = match written.await {
        Ok(_) => {
            let to = opened::path(version, "?done=written");
            return Ok(redirect(&shown.f.link(&to)));
        }
        Err(EditError::Fields(faults)) => faults
            .into_iter()
            .map(|fault| (fault.field, fault.detail))
            .collect(),
        Err(EditError::Wording(faults)) => faults
            .into_iter()
            .map(|fault| (fault.field, fault.detail))
            .collect(),
        Err(other) => return Err(other.into()),
    };
    let shown = shown.with(faults);
    page(&shown.f, &shown, false)
}

/// Why nothing was taken.
enum Refused {
    Ours(String),
    OfFile(Vec<Fault>),
}

/// The version that is meant: the only one of the file, or the one of this number.
fn read(
    f: &PortalContext,
    text: &str,
    number: &str,
    directory: &Directory,
) -> Result<Plan, Refused> {
    if text.trim().is_empty() {
        return Err(Refused::Ours(f.t("sp-hand-in-empty")));
    }
    let file = plans_of_toml(FILE, text, directory).map_err(Refused::OfFile)?;
    let wanted: Option<u32> = number.parse().ok();
    let mut plans = file.plans;
    let found = match (wanted, plans.len()) {
        (None, 1) if number.is_empty() => plans.pop(),
        (Some(wanted), _) => plans.into_iter().find(|plan| plan.version == wanted),
        _ => {
            let all: Vec<String> = plans.iter().map(|plan| plan.version.to_string()).collect();
            let key = if all.is_empty() {
                "sp-hand-in-none"
            } else {
                "sp-hand-in-which"
            };
            return Err(Refused::Ours(f.t1(key, "numbers", all.join(", "))));
        }
    };
    found.ok_or_else(|| Refused::Ours(f.t1("sp-hand-in-not-there", "number", number)))
}

/// "Line 12, from".
fn place(f: &PortalContext, fault: &Fault) -> String {
    let field = fault.field.clone().unwrap_or_default();
    match (fault.line, field.is_empty()) {
        (Some(line), true) => f.t1("sp-hand-in-line", "line", line.to_string()),
        (Some(line), false) => f.t2(
            "sp-hand-in-line-field",
            ("line", &line.to_string()),
            ("field", &field),
        ),
        (None, _) => field,
    }
}
