//! `/steward/plan/{version}/end`: a version that ends before the day it says.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Line, PlanStatus};
use signpost_editing::{EditError, EndRequest, end_plan};
use signpost_web::{ApiError, App, SharedApp, params::Params};

use super::opened::Opened;
use crate::{
    access::{Actor, Form, page, redirect},
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        reader::FormReader,
        view::{Block, Button, FormPage},
    },
};

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let opened = approved(&app, &who, &request).await?;
    let mut fields = Fields::default();
    fields.put("last", opened.f.day.to_string());
    let form = form(opened, &fields, FormFaults::default());
    page(&form.f, &form, true)
}

/// POST
pub(super) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let fields = Fields::sent(sent.0);
    let opened = approved(&app, &who, &request).await?;
    let mut reader = FormReader::of(&fields, opened.f.lang);
    let last = reader.day("last");
    let mut why = String::new();
    reader.line("why", &mut why);
    if why.is_empty() {
        reader.fault("why", "sp-fault-why");
    }
    let (faults, last) = match (reader.finish(), last) {
        (Ok(()), Some(last)) => (vec![], last),
        (faults, _) => (faults.err().unwrap_or_default(), opened.f.day),
    };
    if !faults.is_empty() {
        return form(opened, &fields, FormFaults::of_fields(faults)).answer();
    }
    let asked = EndRequest {
        version: opened.plan.version,
        expected: fields.number("version").unwrap_or_default(),
        last,
        author: who.author(),
        why,
    };
    match end_plan(app.live(), asked).await {
        Ok(_) => Ok(redirect(&opened.f.link(&opened.path("?done=ended")))),
        Err(EditError::Fields(_)) => {
            let faults = FormFaults::about("last", opened.f.t("sp-fault-end"));
            form(opened, &fields, faults).answer()
        }
        Err(EditError::Stale { .. }) => {
            let faults = FormFaults::about("version", opened.f.t("fault-version"));
            form(opened, &fields, faults).answer()
        }
        Err(error) => Err(error.into()),
    }
}

/// A version that may end.
async fn approved(app: &App, who: &Actor, request: &HttpRequest) -> Result<Opened, ApiError> {
    let opened = Opened::of(app, who, request).await?;
    if opened.plan.status == PlanStatus::Approved {
        return Ok(opened);
    }
    Err(ApiError::not_found())
}

fn form(opened: Opened, fields: &Fields, faults: FormFaults) -> FormPage {
    let f = &opened.f;
    let field = |name: &str, kind: &'static str, label: String, hint: String| {
        let field = FieldView::of(fields, &faults, name, Look::Line(kind));
        Block::Field(Box::new(field.label(label).hint(hint)))
    };
    FormPage {
        title: f.t1("sp-end-title", "number", opened.plan.version.to_string()),
        about: String::new(),
        intro: vec![f.t("sp-end-intro")],
        news: vec![],
        action: f.link(&opened.path("/end")),
        drafts: String::new(),
        draft: None,
        blocks: vec![
            field("last", "date", f.t("plan-fact-until"), f.t("sp-end-hint")),
            field(
                "why",
                "text",
                f.t("sp-why"),
                f.t1("sp-why-hint", "most", Line::LONGEST.to_string()),
            ),
        ],
        carried: vec![("version".to_owned(), opened.revision.to_string())],
        buttons: vec![Button {
            act: "save",
            label: f.t("sp-end-do"),
            main: true,
        }],
        back: (f.link(&opened.path("")), f.t("back")),
        faults,
        f: opened.f,
    }
}
