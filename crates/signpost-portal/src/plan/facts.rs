//! `/steward/plan/{version}/facts`: what a draft is called, its days, and the decision it rests on.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Line, Plan, Prose};
use signpost_editing::{DraftRequest, EditError, write_draft};
use signpost_web::{ApiError, SharedApp, params::Params};

use super::opened::Opened;
use crate::{
    access::{Actor, Form, page, redirect},
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::{Fields, WRITTEN},
        reader::FormReader,
        save::kept_words,
        view::{Block, Button, FormPage, choice, text_fields},
    },
};

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let opened = Opened::draft(&app, &who, &request).await?;
    let fields = fields(&opened.plan);
    let revision = opened.revision;
    let form = form(opened, &fields, FormFaults::default(), revision);
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
    let opened = Opened::draft(&app, &who, &request).await?;
    let revision = fields.number("version").unwrap_or_default();
    let mut reader = FormReader::of(&fields, opened.f.lang);
    let mut wanted = opened.plan.clone();
    read_into(&mut wanted, &mut reader);
    if let Err(faults) = reader.finish() {
        return form(opened, &fields, FormFaults::of_fields(faults), revision).answer();
    }
    let asked = DraftRequest {
        version: opened.plan.version,
        expected: Some(revision),
        author: who.author(),
        words: String::new(),
        kept: kept_words(&fields),
    };
    let to = opened.written("written", &wanted);
    let written = write_draft(app.live(), asked, |stored, _directory| {
        // Only what this form is about; rules may have been written meanwhile by nobody, or the revision is another.
        Ok(Plan {
            rules: stored.map_or_else(Vec::new, |stored| stored.rules.clone()),
            ..wanted
        })
    });
    match written.await {
        Ok(_) => Ok(redirect(&to)),
        Err(EditError::Fields(faults)) => {
            form(opened, &fields, FormFaults::of_fields(faults), revision).answer()
        }
        Err(EditError::Wording(faults)) => {
            form(opened, &fields, FormFaults::of_wording(faults), revision).answer()
        }
        Err(EditError::Stale { current }) => {
            let faults = FormFaults::about("version", opened.f.t("fault-version"));
            form(opened, &fields, faults, current).answer()
        }
        Err(error) => Err(error.into()),
    }
}

fn fields(plan: &Plan) -> Fields {
    let mut fields = Fields::default();
    fields.put_text("title", &plan.title);
    fields.put_text("summary", &plan.summary);
    fields.put_text("decided_by", &plan.decided_by);
    let days = [
        ("from", plan.from),
        ("until", plan.until),
        ("decided_on", plan.decided_on),
        ("review_by", plan.review_by),
    ];
    for (name, day) in days {
        fields.put(name, day.map_or_else(String::new, |day| day.to_string()));
    }
    fields.put("decision", &plan.decision);
    fields.put("owner", &plan.owner);
    fields.put("hidden", if plan.hidden { "yes" } else { "no" });
    fields
}

fn read_into(plan: &mut Plan, reader: &mut FormReader<'_>) {
    reader.name("title", &mut plan.title);
    reader.text("summary", &mut plan.summary);
    reader.name("decided_by", &mut plan.decided_by);
    reader.line("decision", &mut plan.decision);
    reader.line("owner", &mut plan.owner);
    plan.from = reader.maybe_day("from");
    plan.until = reader.maybe_day("until");
    plan.decided_on = reader.maybe_day("decided_on");
    plan.review_by = reader.maybe_day("review_by");
    plan.hidden = !reader.fields.holds("hidden", "no");
    if plan.title.is_empty() {
        reader.fault("title.en", "sp-fault-title");
    }
    if let (Some(from), Some(until)) = (plan.from, plan.until)
        && until < from
    {
        reader.fault("until", "sp-fault-backwards");
    }
}

fn form(opened: Opened, fields: &Fields, faults: FormFaults, revision: u64) -> FormPage {
    let f = &opened.f;
    let line = |name: &str, key: &str, kind: &'static str| {
        FieldView::of(fields, &faults, name, Look::Line(kind))
            .label(f.t(key))
            .most(if kind == "text" { Line::LONGEST } else { 0 })
    };
    let names = |name: &str, key: &str| {
        WRITTEN.map(|lang| {
            let language = f.t(if lang == signpost_domain::Lang::Fr {
                "in-french"
            } else {
                "in-english"
            });
            let label = f.t2("field-in", ("field", &f.t(key)), ("language", &language));
            let field = FieldView::of(
                fields,
                &faults,
                &format!("{name}.{lang}"),
                Look::Line("text"),
            );
            let field = field.label(label).written_in(lang).most(Prose::LONGEST);
            Block::Field(Box::new(field))
        })
    };
    let field = |field: FieldView| Block::Field(Box::new(field));
    let mut blocks: Vec<Block> = names("title", "plan-fact-title").into();
    let hint = f.t("sp-summary-hint");
    let label = f.t("plan-fact-summary");
    blocks.extend(text_fields(f, fields, &faults, "summary", &label, &hint));
    blocks.push(Block::Row(vec![
        line("from", "plan-fact-from", "date"),
        line("until", "plan-fact-until", "date").hint(f.t("sp-until-hint")),
    ]));
    blocks.push(field(
        line("decision", "plan-fact-decision", "text").hint(f.t("sp-decision-hint")),
    ));
    blocks.push(field(line("decided_on", "plan-fact-decided-on", "date")));
    blocks.extend(names("decided_by", "plan-fact-decided-by"));
    blocks.push(field(
        line("owner", "plan-fact-owner", "text").hint(f.t("sp-owner-hint")),
    ));
    blocks.push(field(line("review_by", "plan-fact-review-by", "date")));
    let who = choice(
        fields,
        &faults,
        "hidden",
        f.t("sp-hidden"),
        [
            ("yes".to_owned(), f.t("sp-hidden-yes")),
            ("no".to_owned(), f.t("sp-hidden-no")),
        ],
    );
    blocks.push(Block::Choice(who.hint(f.t("sp-hidden-hint"))));
    FormPage {
        title: f.t1("sp-facts-title", "number", opened.plan.version.to_string()),
        about: String::new(),
        intro: opened.approvals_at_stake(),
        news: vec![],
        action: f.link(&opened.path("/facts")),
        drafts: String::new(),
        draft: None,
        blocks,
        carried: vec![("version".to_owned(), revision.to_string())],
        buttons: vec![Button {
            act: "save",
            label: f.t("save"),
            main: true,
        }],
        back: (f.link(&opened.path("")), f.t("back")),
        faults,
        f: opened.f,
    }
}
