//! `/plan`: what changed, in plain words.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::{Timestamp, civil::Date};
use signpost_domain::{Plan, PlanStatus, Rule};
use signpost_hours::{Zone, words};
use signpost_locate::Snapshot;
use signpost_plan::{in_force, routes};

use crate::respond::html;
use signpost_answers::LocalizedText;
use signpost_web::PageContext;
use signpost_web::{ApiError, SharedApp};

#[derive(Template)]
#[template(path = "pages/plan.html")]
struct PlanPage {
    f: PageContext,
    current: Option<PlanSection>,
    /// Drafts, approved plans that have not started, ended ones: newest first.
    others: Vec<PlanSection>,
}

/// One version of the plan.
struct PlanSection {
    standing: Standing,
    title: LocalizedText,
    summary: LocalizedText,
    since: Option<String>,
    until: Option<String>,
    decision: String,
    origins: Vec<Origin>,
}

/// Where a plan stands today.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    InForce,
    Draft,
    Coming,
    Ended,
}

/// What holds for those who came to one old site for one need.
struct Origin {
    from: LocalizedText,
    need: LocalizedText,
    message: LocalizedText,
    targets: Vec<TargetView>,
    see_now: String,
}

/// One place a rule sends to.
struct TargetView {
    name: LocalizedText,
    page: String,
    note: LocalizedText,
}

impl Origin {
    fn title(&self, f: &PageContext) -> String {
        f.t2(
            "plan-came-from",
            ("place", &f.named(&self.from)),
            ("need", &f.named(&self.need)),
        )
    }
}

impl PlanSection {
    fn is_draft(&self) -> bool {
        self.standing == Standing::Draft
    }

    fn is_in_force(&self) -> bool {
        self.standing == Standing::InForce
    }

    fn standing(&self, f: &PageContext) -> String {
        match self.standing {
            Standing::InForce => f.t("plan-in-force"),
            Standing::Draft => f.t("plan-draft"),
            Standing::Coming => f.t("plan-coming"),
            Standing::Ended => f.t("plan-ended"),
        }
    }
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let f = PageContext::of(&request, &snapshot, at);
    let current = in_force(&snapshot, at).map(|plan| plan.version);
    let mut plans: Vec<&Plan> = snapshot.directory().plans.iter().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.version));
    let (now, others): (Vec<&Plan>, Vec<&Plan>) = plans
        .into_iter()
        .partition(|plan| Some(plan.version) == current);
    let page = PlanPage {
        current: now
            .first()
            .map(|plan| section(&f, &snapshot, plan, true, at)),
        others: others
            .into_iter()
            .map(|plan| section(&f, &snapshot, plan, false, at))
            .collect(),
        f,
    };
    html(&page.f, &page)
}

fn section(
    f: &PageContext,
    snapshot: &Snapshot,
    plan: &Plan,
    current: bool,
    at: Timestamp,
) -> PlanSection {
    let day = Zone::named(&plan.zone)
        .map_or_else(|_unknown| snapshot.town_zone().day(at), |zone| zone.day(at));
    let in_words = |day: Option<Date>| day.map(|day| f.told(words::date(day, f.lang)));
    let standing = match plan.status {
        _ if current => Standing::InForce,
        PlanStatus::Draft => Standing::Draft,
        PlanStatus::Approved if plan.from.is_some_and(|from| from > day) => Standing::Coming,
        PlanStatus::Approved | PlanStatus::Ended => Standing::Ended,
    };
    let rules = match standing {
        Standing::InForce => plan.rules.iter().filter(|rule| rule.covers(day)).collect(),
        // What a draft says to whom is not decided, and what has ended would mislead.
        Standing::Draft | Standing::Coming | Standing::Ended => Vec::new(),
    };
    PlanSection {
        standing,
        title: LocalizedText::of(&plan.title, f.lang),
        summary: LocalizedText::of(&plan.summary, f.lang),
        since: in_words(plan.from),
        until: in_words(plan.until),
        decision: f.typed(&plan.decision),
        origins: rules
            .into_iter()
            .filter_map(|rule| origin(f, snapshot, plan, rule, day))
            .collect(),
    }
}

fn origin(
    f: &PageContext,
    snapshot: &Snapshot,
    plan: &Plan,
    rule: &Rule,
    day: Date,
) -> Option<Origin> {
    let from = snapshot.site(snapshot.find(&rule.from)?);
    let route = routes(plan, &rule.from, &rule.need, day, snapshot.directory());
    let targets = route
        .targets
        .iter()
        .filter_map(|stop| {
            let site = snapshot.site(snapshot.find(&stop.site)?);
            Some(TargetView {
                name: LocalizedText::of(&site.name, f.lang),
                page: f.link(&format!("/sites/{}", site.slug)),
                note: LocalizedText::of(&stop.note, f.lang),
            })
        })
        .collect();
    Some(Origin {
        from: LocalizedText::of(&from.name, f.lang),
        need: snapshot
            .need(&rule.need)
            .map(|need| LocalizedText::of(&need.name, f.lang))
            .unwrap_or_default(),
        message: LocalizedText::of(&rule.message, f.lang),
        targets,
        see_now: f.link(&format!("/?need={}&from={}", rule.need, rule.from)),
    })
}
