//! `/api/v1/plan`: the redirection plan, its versions and what is wrong with them.

use actix_web::{HttpRequest, HttpResponse};
use jiff::{Timestamp, civil::Date};
use signpost_domain::{Lang, Plan, PlanStatus, Rule};
use signpost_locate::Snapshot;
use signpost_plan::{Spoken, named_organizations, plan_day, routes, stage};

pub(crate) use self::checked::{__path_check, check};
use self::views::{PlanConsent, PlanRule, PlanSummary, PlanTarget, Plans, WholePlan};
use crate::{
    editing::token::StewardTool,
    parameters::{LangAt, PlanVersion},
};
use signpost_answers::LocalizedText;
use signpost_web::reply::{JSON, json as reply};
use signpost_web::{ApiError, SharedApp, params::Params};

mod checked;
pub(crate) mod delivered;
mod views;
pub(crate) mod written;

/// The redirection plan in force, or null, and the versions there are
#[utoipa::path(
    get,
    path = "/api/v1/plan",
    params(LangAt),
    responses((status = 200, description = "Done", body = Plans))
)]
pub(crate) async fn current(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let asked = Params::typed::<LangAt>(request.query_string())?;
    let (lang, at) = (asked.lang(), asked.at(&app));
    let snapshot = app.snapshot();
    let in_force = signpost_plan::in_force(&snapshot, at);
    let plans = &snapshot.directory().plans;
    let drafts = plans.iter().filter(|plan| plan.status == PlanStatus::Draft);
    let summary = |plan: &Plan| summary(&snapshot, plan, at, lang);
    let body = Plans {
        edition: snapshot.directory().edition,
        in_force: in_force.map(|plan| whole(&snapshot, plan, at, lang)),
        drafts: drafts.map(summary).collect(),
        versions: plans.iter().map(summary).collect(),
    };
    reply(&body, JSON, asked.cache())
}

/// One version of the plan with its rules; with a steward's token as it is written, with the names of `plan.toml`
#[utoipa::path(
    get,
    path = "/api/v1/plan/{version}",
    params(("version" = PlanVersion, Path, description = "Its number."), LangAt),
    responses((status = 200, description = "Done", body = WholePlan))
)]
pub(crate) async fn version(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let asked = Params::typed::<LangAt>(request.query_string())?;
    let wanted = written::version_of(&request)?;
    if StewardTool::if_any(&app, &request).await.is_some() {
        return written::show(&app, wanted).await;
    }
    let snapshot = app.snapshot();
    let mut plans = snapshot.directory().plans.iter();
    let plan = plans.find(|plan| plan.version == wanted);
    let plan = plan.ok_or_else(written::no_such_version)?;
    let body = whole(&snapshot, plan, asked.at(&app), asked.lang());
    reply(&body, JSON, asked.cache())
}

/// The day as on which a version is told: today, but none before its first and none after its last.
fn day_of(snapshot: &Snapshot, plan: &Plan, now: Timestamp) -> Date {
    let today = plan_day(plan, snapshot.town_zone(), now);
    let day = plan.from.map_or(today, |first| first.max(today));
    plan.last_day().map_or(day, |last| last.min(day))
}

fn summary(snapshot: &Snapshot, plan: &Plan, now: Timestamp, lang: Lang) -> PlanSummary {
    let day = day_of(snapshot, plan, now);
    let plans = &snapshot.directory().plans;
    let spoken = Spoken::new(plan, snapshot.directory(), day);
    PlanSummary {
        version: plan.version,
        status: plan.status,
        stage: stage(plan, plans, snapshot.town_zone(), now),
        title: LocalizedText::of(&spoken.title(), lang),
        summary: LocalizedText::of(&spoken.summary(), lang),
        from: plan.from,
        until: plan.last_day(),
        decision: plan.decision.clone(),
        decided_on: plan.decided_on,
        decided_by: LocalizedText::of(&plan.decided_by, lang),
        example: plan.example,
    }
}

fn whole(snapshot: &Snapshot, plan: &Plan, now: Timestamp, lang: Lang) -> WholePlan {
    let day = day_of(snapshot, plan, now);
    let rules = plan.rules.iter();
    WholePlan {
        summary: summary(snapshot, plan, now, lang),
        in_force: signpost_plan::in_force(snapshot, now)
            .is_some_and(|one| one.version == plan.version),
        zone: plan.zone.clone(),
        rules: rules
            .map(|rule| rule_in_words(snapshot, plan, rule, day, lang))
            .collect(),
        consents: agreed(snapshot, plan, day),
    }
}

/// Who agrees on a day to be a target, for each need the plan names them for: their own word, else what is written in the plan.
fn agreed(snapshot: &Snapshot, plan: &Plan, day: Date) -> Vec<PlanConsent> {
    let directory = snapshot.directory();
    let named = named_organizations(plan, directory).into_iter();
    named
        .filter_map(|(id, need)| {
            let mut rows = directory.organizations.iter();
            let organization = rows.find(|row| row.id == *id)?;
            let days = plan.consent(organization, need, day)?;
            Some(PlanConsent {
                organization: id.clone(),
                need: Some(need.clone()),
                on: days.first,
                until: days.last,
            })
        })
        .collect()
}

fn rule_in_words(snapshot: &Snapshot, plan: &Plan, rule: &Rule, day: Date, lang: Lang) -> PlanRule {
    let name = |slug| {
        snapshot
            .find(slug)
            .map(|ix| LocalizedText::of(&snapshot.site(ix).name, lang))
    };
    // A rule with days of its own is told as it is in them.
    let day = rule.first.map_or(day, |first| first.max(day));
    let day = rule.last.map_or(day, |last| last.min(day));
    let route = routes(plan, &rule.from, &rule.need, day, snapshot.directory());
    let spoken = Spoken::new(plan, snapshot.directory(), day);
    // An organization that has not agreed to be a target is not named as one.
    let targets = rule.targets.iter().filter_map(|target| {
        let need = target.need.as_ref().unwrap_or(&rule.need);
        let organization = snapshot.organization(snapshot.find(&target.site)?);
        plan.consented(organization, need, day).then(|| PlanTarget {
            site: target.site.clone(),
            name: name(&target.site),
            need: need.clone(),
            note: LocalizedText::of(&spoken.note(rule, &route, &target.note), lang),
        })
    });
    PlanRule {
        id: rule.id.clone(),
        from: rule.from.clone(),
        from_name: name(&rule.from),
        need: rule.need.clone(),
        first: rule.first,
        last: rule.last,
        message: LocalizedText::of(&spoken.message(rule, &route), lang),
        decision: rule.decision.clone(),
        targets: targets.collect(),
    }
}
