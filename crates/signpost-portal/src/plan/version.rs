//! `/steward/plan/{version}`: one version whole: what it says, what is wrong with it, who approved it, what can be done next.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::civil::Date;
use signpost_answers::plan::ahead_line;
use signpost_domain::{Plan, Rule};
use signpost_hours::words;
use signpost_plan::{Held, Spoken, ahead, proof::first_day, routes};
use signpost_web::{ApiError, App, SharedApp, params::Params};

use super::{
    opened::Opened,
    said::{FaultLine, faults},
    standing::{Standing, standing},
};
use crate::access::{Actor, Authors, PortalContext, page, town_time};

#[derive(Template)]
#[template(path = "portal/steward/plan/version.html")]
struct VersionPage {
    f: PortalContext,
    news: Option<String>,
    standing: Standing,
    facts: Vec<(String, String)>,
    rules: Vec<RuleView>,
    faults: Vec<FaultLine>,
    approvals: Vec<String>,
    /// What it has lost, when it is in force; and its summary, when people do not read it.
    gone: Vec<String>,
    base: String,
}

/// A rule on the page.
struct RuleView {
    door: String,
    address: String,
    message: String,
    /// Why people do not read the message now, and what they read.
    held: Option<String>,
    days: String,
    targets: Vec<TargetView>,
}

/// A place that a rule names, and whether its organization has agreed.
struct TargetView {
    name: String,
    agreed: bool,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done", "fell"])?;
    let fell: i64 = params.value("fell")?.unwrap_or_default();
    let opened = Opened::of(&app, &who, &request).await?;
    let f = &opened.f;
    let standing = standing(f, &app, &opened.plan, &opened.directory.plans);
    let news = match params.text("done") {
        Some("written") => Some(f.t("sp-done-written")),
        Some("removed") => Some(f.t("sp-done-removed")),
        Some("approved") => Some(f.t("sp-done-approved")),
        Some("counted") => Some(f.t("sp-done-counted")),
        Some("ended") => Some(f.t("sp-done-ended")),
        _ => None,
    };
    let fell = (fell > 0).then(|| f.t_number("sp-done-fell", fell));
    let page_of = VersionPage {
        news: match (news, fell) {
            (Some(news), Some(fell)) => Some(format!("{news} {fell}")),
            (news, _) => news,
        },
        facts: facts(&opened),
        rules: rules(&app, &opened),
        faults: if standing.is_draft {
            faults(&opened)
        } else {
            vec![]
        },
        approvals: approvals(&app, f, &opened.plan).await?,
        gone: gone(&app, &opened, &standing),
        base: f.link(&opened.path("")),
        standing,
        f: opened.f,
    };
    page(&page_of.f, &page_of, true)
}

/// What the version says of itself, with what each is called; what is empty is left out.
fn facts(opened: &Opened) -> Vec<(String, String)> {
    let (f, plan) = (&opened.f, &opened.plan);
    let text = |text: &signpost_domain::Text| text.words(f.lang).to_owned();
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| words::date(day, f.lang));
    [
        ("plan-fact-summary", text(&plan.summary)),
        ("plan-fact-from", day(plan.from)),
        ("plan-fact-until", day(plan.last_day())),
        ("plan-fact-decision", plan.decision.clone()),
        ("plan-fact-decided-on", day(plan.decided_on)),
        ("plan-fact-decided-by", text(&plan.decided_by)),
        ("plan-fact-owner", plan.owner.clone()),
        ("plan-fact-review-by", day(plan.review_by)),
    ]
    .into_iter()
    .filter(|(_, words)| !words.is_empty())
    .map(|(key, words)| (f.speaker().say(key, &[]), words))
    .collect()
}

fn rules(app: &App, opened: &Opened) -> Vec<RuleView> {
    let (f, plan, names) = (&opened.f, &opened.plan, opened.names());
    let today = signpost_plan::plan_day(plan, app.snapshot().town_zone(), app.now());
    let day = first_day(plan, today);
    let span = |rule: &Rule| {
        let day = |day: Date| words::date(day, f.lang);
        match (rule.first, rule.last) {
            (None, None) => String::new(),
            (Some(first), None) => f.t1("sp-days-from", "first", day(first)),
            (None, Some(last)) => f.t1("sp-days-until", "last", day(last)),
            (Some(first), Some(last)) => {
                f.t2("sp-days-span", ("first", &day(first)), ("last", &day(last)))
            }
        }
    };
    plan.rules
        .iter()
        .map(|rule| RuleView {
            door: names.door((&rule.from, &rule.need)),
            address: f.link(&opened.path(&format!("/rules/{}", rule.id))),
            message: rule.message.words(f.lang).to_owned(),
            held: held_on(opened, rule, day.max(rule.first.unwrap_or(day))),
            days: span(rule),
            targets: rule
                .targets
                .iter()
                .map(|target| TargetView {
                    name: names.target(&target.site, target.need.as_ref()),
                    agreed: agreed(opened, target, rule, day.max(rule.first.unwrap_or(day))),
                })
                .collect(),
        })
        .collect()
}

/// What a published version in force has lost, door by door, and that its summary is held back.
fn gone(app: &App, opened: &Opened, standing: &Standing) -> Vec<String> {
    let (f, plan) = (&opened.f, &opened.plan);
    if !standing.can_end {
        return Vec::new();
    }
    let snapshot = app.snapshot();
    let today = snapshot.town_zone().day(app.now());
    let found = ahead::gone(&snapshot, today).into_iter();
    let own = found.filter(|one| one.version == plan.version);
    let mut lines: Vec<String> = own
        .flat_map(|one| ahead_line(&opened.names(), &one).lines())
        .collect();
    let day = first_day(
        plan,
        signpost_plan::plan_day(plan, snapshot.town_zone(), app.now()),
    );
    let spoken = Spoken::new(plan, &opened.directory, day);
    if spoken.summary_held().is_some() {
        let said = spoken.summary();
        lines.push(f.t1("sp-summary-held", "said", said.words(f.lang)));
    }
    lines
}

/// That people do not read the message of a rule on a day, why, and what they read.
fn held_on(opened: &Opened, rule: &Rule, day: Date) -> Option<String> {
    let (f, plan) = (&opened.f, &opened.plan);
    let route = routes(plan, &rule.from, &rule.need, day, &opened.directory);
    let spoken = Spoken::new(plan, &opened.directory, day);
    let held = spoken.held(rule, &route)?;
    let message = spoken.message(rule, &route);
    let said = message.words(f.lang);
    Some(match held {
        Held::NoPlaceLeft => f.t1("sp-held-no-place", "said", said),
        Held::Names { organization, name } => {
            let who = opened.names().organization(&organization);
            let args = [("who", &*who), ("name", &*name), ("said", said)];
            f.say("sp-held-names", &args)
        }
    })
}

fn agreed(opened: &Opened, target: &signpost_domain::Target, rule: &Rule, day: Date) -> bool {
    let directory = &opened.directory;
    let mut sites = directory.sites.iter();
    let site = sites.find(|site| site.slug == target.site);
    let organization = site.and_then(|site| {
        let mut rows = directory.organizations.iter();
        rows.find(|row| row.id == site.organization)
    });
    organization.is_some_and(|row| opened.plan.consented(row, target.need(rule), day))
}

async fn approvals(app: &App, f: &PortalContext, plan: &Plan) -> Result<Vec<String>, ApiError> {
    let authors = Authors::read(app.database()?).await?;
    let snapshot = app.snapshot();
    let approvals = plan.approvals.iter().map(|approval| {
        let args = [
            ("who", authors.named(&approval.by)),
            ("when", town_time(f, &snapshot, approval.at)),
            ("decision", approval.decision.clone()),
            ("number", approval.sequence.to_string()),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(key, value)| (*key, &**value)).collect();
        let line = f.say("sp-approved-by", &args);
        if approval.reason.is_empty() {
            line
        } else {
            format!("{line} {}", f.t1("st-reason", "reason", &approval.reason))
        }
    });
    Ok(approvals.collect())
}
