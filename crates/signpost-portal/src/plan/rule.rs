//! `/steward/plan/{version}/rules/{rule}`: who comes to an old door for a need, and where they are sent. `new` is one that is not there yet.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Plan, Rule, RuleId};
use signpost_editing::{DraftRequest, EditError, FieldFault, WordingFault, write_draft};
use signpost_plan::free_rule_id;
use signpost_web::{ApiError, SharedApp, params::Params};

use super::{
    opened::Opened,
    rule_fields::{self, RuleRead},
    said,
};
use crate::{
    access::{Actor, Form, address, page, redirect},
    agency::form::{
        faults::FormFaults,
        fields::Fields,
        reader::FormReader,
        save::kept_words,
        view::{Button, FormPage},
    },
};

/// Of a rule that is not there yet.
const NEW: &str = "new";

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let opened = Opened::draft(&app, &who, &request).await?;
    let rule = rule(&opened, &request)?;
    let fields = rule_fields::fields(rule.as_ref());
    let faults = rule
        .as_ref()
        .map_or_else(Vec::new, |rule| said::beside_fields(&opened, rule));
    let filled = Filled {
        faults: FormFaults::of_fields(faults),
        revision: opened.revision,
        fields: &fields,
        more: false,
    };
    let form = form(opened, rule.as_ref(), filled);
    page(&form.f, &form, true)
}

/// POST
pub(super) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let fields = rule_fields::closed_up(&Fields::sent(sent.0));
    let opened = Opened::draft(&app, &who, &request).await?;
    let before = rule(&opened, &request)?;
    let revision = fields.number("version").unwrap_or_default();
    let act = fields.text("act").to_owned();
    if act == "more" {
        let filled = Filled {
            fields: &fields,
            faults: FormFaults::default(),
            revision,
            more: true,
        };
        let form = form(opened, before.as_ref(), filled);
        return page(&form.f, &form, true);
    }
    let mut reader = FormReader::of(&fields, opened.f.lang);
    let read = match act.as_str() {
        "remove" => None,
        _ => rule_fields::read(&mut reader, before.as_ref()),
    };
    if let Err(faults) = reader.finish() {
        return again(
            opened,
            before.as_ref(),
            &fields,
            FormFaults::of_fields(faults),
            revision,
        );
    }
    let id = before.as_ref().map(|rule| rule.id.clone());
    let id = id.or_else(|| {
        let read = read.as_ref()?;
        Some(free_rule_id(&opened.plan, &read.from, &read.need))
    });
    let Some(id) = id else {
        // There is nothing to take away.
        return Ok(redirect(&opened.f.link(&opened.path(""))));
    };
    let prefix = format!("rules.{id}.");
    let kept = kept_words(&fields).into_iter().map(|mut one| {
        one.field = format!("{prefix}{}", one.field);
        one
    });
    let asked = DraftRequest {
        version: opened.plan.version,
        expected: Some(revision),
        author: who.author(),
        words: String::new(),
        kept: kept.collect(),
    };
    let removed = act == "remove";
    let changed = with_rule(opened.plan.clone(), id, read);
    let to = opened.written(if removed { "removed" } else { "written" }, &changed);
    match write_draft(app.live(), asked, |_stored, _directory| Ok(changed)).await {
        Ok(_) => Ok(redirect(&to)),
        Err(EditError::Fields(faults)) => {
            let faults = faults.into_iter().map(|fault| own_fault(fault, &prefix));
            let faults = FormFaults::of_fields(faults.collect());
            again(opened, before.as_ref(), &fields, faults, revision)
        }
        Err(EditError::Wording(faults)) => {
            let faults = faults.into_iter().map(|fault| own_wording(fault, &prefix));
            let faults = FormFaults::of_wording(faults.collect());
            again(opened, before.as_ref(), &fields, faults, revision)
        }
        Err(EditError::Stale { current }) => {
            let faults = FormFaults::about("version", opened.f.t("fault-version"));
            again(opened, before.as_ref(), &fields, faults, current)
        }
        Err(error) => Err(error.into()),
    }
}

/// The rule in the address; `None` for one that is to be made.
fn rule(opened: &Opened, request: &HttpRequest) -> Result<Option<Rule>, ApiError> {
    let named: RuleId = address::named(request, "rule")?;
    let mut rules = opened.plan.rules.iter();
    match rules.find(|rule| rule.id == named) {
        Some(rule) => Ok(Some(rule.clone())),
        None if named.as_str() == NEW => Ok(None),
        None => Err(ApiError::not_found()),
    }
}

/// The plan with a rule in its place, at its end, or without it.
fn with_rule(mut plan: Plan, id: RuleId, read: Option<RuleRead>) -> Plan {
    let place = plan.rules.iter().position(|rule| rule.id == id);
    match (place, read.map(|read| read.named(id))) {
        (Some(place), Some(rule)) => {
            if let Some(own) = plan.rules.get_mut(place) {
                *own = rule;
            }
        }
        (None, Some(rule)) => plan.rules.push(rule),
        (Some(place), None) => {
            plan.rules.remove(place);
        }
        (None, None) => {}
    }
    plan
}

/// A fault by the name its field has in the form.
fn own_fault(fault: FieldFault, prefix: &str) -> FieldFault {
    let field = own_field(&fault.field, prefix);
    FieldFault { field, ..fault }
}

fn own_wording(fault: WordingFault, prefix: &str) -> WordingFault {
    let field = own_field(&fault.field, prefix);
    WordingFault { field, ..fault }
}

fn own_field(field: &str, prefix: &str) -> String {
    field.strip_prefix(prefix).unwrap_or(field).to_owned()
}

struct Filled<'f> {
    fields: &'f Fields,
    faults: FormFaults,
    revision: u64,
    more: bool,
}

/// The form as it was sent, with what is wrong.
fn again(
    opened: Opened,
    before: Option<&Rule>,
    fields: &Fields,
    faults: FormFaults,
    revision: u64,
) -> Result<HttpResponse, ApiError> {
    let filled = Filled {
        fields,
        faults,
        revision,
        more: false,
    };
    form(opened, before, filled).answer()
}

fn form(opened: Opened, rule: Option<&Rule>, filled: Filled<'_>) -> FormPage {
    let f = &opened.f;
    let id = rule.map_or(NEW, |rule| rule.id.as_str());
    let button = |act: &'static str, key: &str| Button {
        act,
        label: f.t(key),
        main: act == "save",
    };
    let mut buttons = vec![button("save", "save"), button("more", "sp-rule-more")];
    if rule.is_some() {
        buttons.push(button("remove", "sp-rule-remove"));
    }
    FormPage {
        title: rule.map_or_else(
            || f.t("sp-rule-new"),
            |rule| opened.names().door((&rule.from, &rule.need)),
        ),
        about: f.t1("sp-version", "number", opened.plan.version.to_string()),
        intro: std::iter::once(f.t("sp-rule-intro"))
            .chain(opened.approvals_at_stake())
            .collect(),
        news: vec![],
        action: f.link(&opened.path(&format!("/rules/{id}"))),
        drafts: String::new(),
        draft: None,
        blocks: rule_fields::blocks(&opened, filled.fields, &filled.faults, filled.more),
        carried: vec![("version".to_owned(), filled.revision.to_string())],
        buttons,
        back: (f.link(&opened.path("")), f.t("back")),
        faults: filled.faults,
        f: opened.f,
    }
}
