//! `/api/v1/plan`: the redirection plan, its versions and what is wrong with them.

use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;
use signpost_domain::{Lang, Plan, PlanStatus, Rule};
use signpost_hours::Zone;
use signpost_locate::Snapshot;
use signpost_plan::PlanFault;

use self::views::{
    FaultsOfPlan, PlanConsent, PlanFaults, PlanRule, PlanSummary, PlanTarget, Plans, WholePlan,
};
use crate::parameters::{OnlyLang, PlanVersion};
use signpost_answers::LocalizedText;
use signpost_web::reply::{Cache, JSON, json as reply};
use signpost_web::{ApiError, App, SharedApp, params::Params};

mod views;

/// The redirection plan in force, or null, and the versions there are
#[utoipa::path(
    get,
    path = "/api/v1/plan",
    params(OnlyLang),
    responses((status = 200, description = "Done", body = Plans))
)]
pub(crate) async fn current(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let lang = Params::typed::<OnlyLang>(request.query_string())?.lang();
    let snapshot = app.snapshot();
    let in_force = signpost_plan::in_force(&snapshot, app.now());
    let plans = &snapshot.directory().plans;
    let drafts = plans.iter().filter(|plan| plan.status == PlanStatus::Draft);
    let body = Plans {
        edition: snapshot.directory().edition,
        in_force: in_force.map(|plan| whole(&app, &snapshot, plan, lang)),
        drafts: drafts.map(|plan| summary(plan, lang)).collect(),
        versions: plans.iter().map(|plan| summary(plan, lang)).collect(),
    };
    reply(&body, JSON, Cache::Minute)
}

/// One version of the plan with its rules
#[utoipa::path(
    get,
    path = "/api/v1/plan/{version}",
    params(("version" = PlanVersion, Path, description = "Its number."), OnlyLang),
    responses((status = 200, description = "Done", body = WholePlan))
)]
pub(crate) async fn version(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let lang = Params::typed::<OnlyLang>(request.query_string())?.lang();
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

/// What is wrong with each version of the plan
#[utoipa::path(
    get,
    path = "/api/v1/plan/check",
    responses((status = 200, description = "Done", body = PlanFaults))
)]
pub(crate) async fn check(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let snapshot = app.snapshot();
    let directory = snapshot.directory();
    let plans = directory.plans.iter().map(|plan| {
        let faults = signpost_plan::check(plan, directory).into_iter();
        FaultsOfPlan {
            version: plan.version,
            status: plan.status,
            faults: faults.map(without_names).collect(),
        }
    });
    let body = PlanFaults {
        edition: directory.edition,
        plans: plans.collect(),
    };
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

fn summary(plan: &Plan, lang: Lang) -> PlanSummary {
    PlanSummary {
        version: plan.version,
        status: plan.status,
        title: LocalizedText::of(&plan.title, lang),
        summary: LocalizedText::of(&plan.summary, lang),
        from: plan.from,
        until: plan.until,
        decision: plan.decision.clone(),
        example: plan.example,
    }
}

fn whole(app: &App, snapshot: &Snapshot, plan: &Plan, lang: Lang) -> WholePlan {
    let now = app.now();
    let today = Zone::named(&plan.zone).map_or_else(
        |_unknown| snapshot.town_zone().day(now),
        |zone| zone.day(now),
    );
    // Of a plan that has ended, who had agreed on its last day.
    let day = plan.until.map_or(today, |until| until.min(today));
    let rules = plan.rules.iter();
    let consents = plan.consents.iter();
    WholePlan {
        summary: summary(plan, lang),
        in_force: signpost_plan::in_force(snapshot, now)
            .is_some_and(|one| one.version == plan.version),
        zone: plan.zone.clone(),
        rules: rules
            .map(|rule| rule_in_words(snapshot, plan, rule, day, lang))
            .collect(),
        consents: consents
            .map(|consent| PlanConsent {
                organization: consent.organization.clone(),
                need: consent.need.clone(),
                on: consent.on,
                until: consent.until,
            })
            .collect(),
    }
}

fn rule_in_words(snapshot: &Snapshot, plan: &Plan, rule: &Rule, day: Date, lang: Lang) -> PlanRule {
    let name = |slug| {
        snapshot
            .find(slug)
            .map(|ix| LocalizedText::of(&snapshot.site(ix).name, lang))
    };
    // An organization that has not agreed to be a target is not named as one.
    let targets = rule.targets.iter().filter_map(|target| {
        let need = target.need.as_ref().unwrap_or(&rule.need);
        let organization = &snapshot.organization(snapshot.find(&target.site)?).id;
        plan.consented(organization, need, day).then(|| PlanTarget {
            site: target.site.clone(),
            name: name(&target.site),
            need: need.clone(),
            note: LocalizedText::of(&target.note, lang),
        })
    });
    PlanRule {
        id: rule.id.clone(),
        from: rule.from.clone(),
        from_name: name(&rule.from),
        need: rule.need.clone(),
        first: rule.first,
        last: rule.last,
        message: LocalizedText::of(&rule.message, lang),
        decision: rule.decision.clone(),
        targets: targets.collect(),
    }
}
