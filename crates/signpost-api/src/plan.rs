//! `/api/v1/plan`: the redirection plan, its versions and what is wrong with them.

use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use signpost_domain::{Lang, Plan, PlanStatus, Rule};
use signpost_hours::Zone;
use signpost_locate::Snapshot;
use signpost_plan::PlanFault;

use crate::question::lang;
use signpost_answers::LocalizedText;
use signpost_web::reply::{Cache, JSON, json as reply};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// The plan in force, or null, and the versions there are.
pub(crate) async fn current(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let lang = lang(&Params::read(request.query_string(), &["lang"])?)?;
    let snapshot = app.snapshot();
    let in_force = signpost_plan::in_force(&snapshot, app.now());
    let plans = &snapshot.directory().plans;
    let drafts = plans.iter().filter(|plan| plan.status == PlanStatus::Draft);
    let body = json!({
        "edition": snapshot.directory().edition,
        "in_force": in_force.map(|plan| whole(&app, &snapshot, plan, lang)),
        "drafts": drafts.map(|plan| summary(plan, lang)).collect::<Vec<_>>(),
        "versions": plans.iter().map(|plan| summary(plan, lang)).collect::<Vec<_>>(),
    });
    reply(&body, JSON, Cache::Minute)
}

/// One version.
pub(crate) async fn version(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let lang = lang(&Params::read(request.query_string(), &["lang"])?)?;
    let snapshot = app.snapshot();
    let wanted = request.match_info().get("version").unwrap_or_default();
    let plan = snapshot
        .directory()
        .plans
        .iter()
        .find(|plan| plan.version.to_string() == wanted)
        .ok_or_else(|| ApiError::NotFound {
            detail: "there is no such version of the plan; /api/v1/plan lists them".to_owned(),
        })?;
    reply(&whole(&app, &snapshot, plan, lang), JSON, Cache::Minute)
}

/// Faults of every version.
pub(crate) async fn check(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let snapshot = app.snapshot();
    let directory = snapshot.directory();
    let plans: Vec<Value> = directory
        .plans
        .iter()
        .map(|plan| {
            let faults: Vec<PlanFault> = signpost_plan::check(plan, directory)
                .into_iter()
                .map(without_names)
                .collect();
            json!({"version": plan.version, "status": plan.status, "faults": faults})
        })
        .collect();
    let body = json!({"edition": directory.edition, "plans": plans});
    reply(&body, JSON, Cache::Minute)
}

/// Who has not agreed to be a target is not told to everybody; the command `signpost plan check` tells it to the working group.
fn without_names(fault: PlanFault) -> PlanFault {
    if !matches!(fault.code, "no_consent" | "consent_gap") {
        return fault;
    }
    PlanFault {
        target: None,
        message: "A target's organization has not agreed, or not for all of the rule's days."
            .to_owned(),
        ..fault
    }
}

fn summary(plan: &Plan, lang: Lang) -> Value {
    json!({
        "version": plan.version,
        "status": plan.status,
        "title": LocalizedText::of(&plan.title, lang),
        "summary": LocalizedText::of(&plan.summary, lang),
        "from": plan.from,
        "until": plan.until,
        "decision": plan.decision,
        "example": plan.example,
    })
}

fn whole(app: &App, snapshot: &Snapshot, plan: &Plan, lang: Lang) -> Value {
    let now = app.now();
    let today = Zone::named(&plan.zone).map_or_else(
        |_unknown| snapshot.town_zone().day(now),
        |zone| zone.day(now),
    );
    // Of a plan that has ended, who had agreed on its last day.
    let day = plan.until.map_or(today, |until| until.min(today));
    let in_force =
        signpost_plan::in_force(snapshot, now).is_some_and(|one| one.version == plan.version);
    let mut body = summary(plan, lang);
    let rules: Vec<Value> = plan
        .rules
        .iter()
        .map(|rule| rule_in_words(snapshot, plan, rule, day, lang))
        .collect();
    let consents: Vec<Value> = plan
        .consents
        .iter()
        .map(|consent| {
            json!({
                "organization": consent.organization,
                "need": consent.need,
                "on": consent.on,
                "until": consent.until,
            })
        })
        .collect();
    if let Some(members) = body.as_object_mut() {
        members.insert("in_force".to_owned(), json!(in_force));
        members.insert("zone".to_owned(), json!(plan.zone));
        members.insert("rules".to_owned(), json!(rules));
        members.insert("consents".to_owned(), json!(consents));
    }
    body
}

fn rule_in_words(
    snapshot: &Snapshot,
    plan: &Plan,
    rule: &Rule,
    day: jiff::civil::Date,
    lang: Lang,
) -> Value {
    let name = |slug| {
        snapshot
            .find(slug)
            .map(|ix| LocalizedText::of(&snapshot.site(ix).name, lang))
    };
    // An organization that has not agreed to be a target is not named as one.
    let targets: Vec<Value> = rule
        .targets
        .iter()
        .filter_map(|target| {
            let need = target.need.as_ref().unwrap_or(&rule.need);
            let organization = &snapshot.organization(snapshot.find(&target.site)?).id;
            plan.consented(organization, need, day).then(|| {
                json!({
                    "site": target.site,
                    "name": name(&target.site),
                    "need": need,
                    "note": LocalizedText::of(&target.note, lang),
                })
            })
        })
        .collect();
    json!({
        "id": rule.id,
        "from": rule.from,
        "from_name": name(&rule.from),
        "need": rule.need,
        "first": rule.first,
        "last": rule.last,
        "message": LocalizedText::of(&rule.message, lang),
        "decision": rule.decision,
        "targets": targets,
    })
}
