//! `/plan`: what changed, in plain words.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::{Timestamp, civil::Date};
use signpost_domain::{Plan, Rule};
use signpost_hours::words;
use signpost_locate::Snapshot;
use signpost_plan::{Spoken, Stage, counts_from, in_force, plan_day, routes, stage};

use crate::respond::html;
use signpost_answers::LocalizedText;
use signpost_web::{ApiError, SharedApp};
use signpost_web::{AsOf, PageContext};

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
    /// Who decided, and on which day.
    decided: Option<String>,
    origins: Vec<Origin>,
}

/// Where a plan stands today.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    InForce,
    Draft,
    Coming,
    Replaced,
    Ended,
}

/// What holds for those who came to one old site for one need.
struct Origin {
    from: LocalizedText,
    need: LocalizedText,
    message: LocalizedText,
    /// From when until when, in a sentence; empty when these are the days of the whole plan.
    days: String,
    targets: Vec<TargetView>,
    /// Nobody is sent there before its first day.
    see_now: Option<String>,
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

    /// Whether what it says is over, or counts for nobody: it stays to be read, folded.
    fn is_over(&self) -> bool {
        matches!(self.standing, Standing::Ended | Standing::Replaced)
    }

    fn is_coming(&self) -> bool {
        self.standing == Standing::Coming
    }

    fn is_in_force(&self) -> bool {
        self.standing == Standing::InForce
    }

    fn standing(&self, f: &PageContext) -> String {
        match self.standing {
            Standing::InForce => f.t("plan-in-force"),
            Standing::Draft => f.t("plan-draft"),
            Standing::Coming => f.t("plan-coming"),
            Standing::Replaced => f.t("plan-replaced"),
            Standing::Ended => f.t("plan-ended"),
        }
    }
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let as_of = AsOf::of(&request, &app, &snapshot);
    let at = as_of.at();
    let f = PageContext::as_of(&request, &snapshot, &as_of);
    let current = in_force(&snapshot, at).map(|plan| plan.version);
    let mut plans: Vec<&Plan> = snapshot.directory().plans.iter().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.version));
    let (now, others): (Vec<&Plan>, Vec<&Plan>) = plans
        .into_iter()
        .partition(|plan| Some(plan.version) == current);
    let page = PlanPage {
        current: now.first().map(|plan| section(&f, &snapshot, plan, at)),
        others: others
            .into_iter()
            .map(|plan| section(&f, &snapshot, plan, at))
            .collect(),
        f,
    };
    html(&page.f, &page)
}

fn section(f: &PageContext, snapshot: &Snapshot, plan: &Plan, at: Timestamp) -> PlanSection {
    let day = plan_day(plan, snapshot.town_zone(), at);
    let in_words = |day: Option<Date>| day.map(|day| f.told(words::date(day, f.lang)));
    let standing = match stage(plan, &snapshot.directory().plans, snapshot.town_zone(), at) {
        Stage::InForce => Standing::InForce,
        Stage::Draft => Standing::Draft,
        Stage::Coming => Standing::Coming,
        Stage::Replaced => Standing::Replaced,
        Stage::Ended => Standing::Ended,
    };
    // What is now or to come has the days on which it counts, which another version may cut short; what is over has its own.
    let plans = &snapshot.directory().plans;
    let counts = match standing {
        Standing::InForce | Standing::Coming => counts_from(plan, plans, day),
        Standing::Draft | Standing::Replaced | Standing::Ended => None,
    };
    let (since, until) = counts.map_or((plan.from, plan.last_day()), |run| {
        (Some(run.first), run.last)
    });
    // What is to come as on its first day, what is over as on its last; what a draft says to whom is not decided.
    let shown = match standing {
        Standing::Draft => None,
        Standing::InForce => Some(day),
        Standing::Replaced => Some(told_on(plan, day)),
        Standing::Coming => since,
        Standing::Ended => plan.last_day(),
    };
    let spoken = Spoken::new(plan, snapshot.directory(), told_on(plan, day));
    let rules = plan.rules.iter().filter_map(|rule| {
        let day = shown?;
        // A rule with days of its own is shown as it is in them.
        let day = match standing {
            Standing::Coming | Standing::InForce => rule.first.map_or(day, |first| first.max(day)),
            Standing::Ended => rule.last.map_or(day, |last| last.min(day)),
            _ => day,
        };
        rule.covers(day).then_some((rule, day))
    });
    PlanSection {
        standing,
        title: LocalizedText::of(&spoken.title(), f.lang),
        summary: LocalizedText::of(&spoken.summary(), f.lang),
        // Days on which it never counts are no news.
        since: in_words(since.filter(|_| standing != Standing::Replaced)),
        until: in_words(until.filter(|_| standing != Standing::Replaced)),
        decision: f.typed(&plan.decision),
        decided: decided(f, plan),
        origins: rules
            .filter_map(|(rule, shown)| origin(f, snapshot, plan, rule, (shown, shown > day)))
            .collect(),
    }
}

/// The day as on which a version is told: none before its first and none after its last.
fn told_on(plan: &Plan, day: Date) -> Date {
    let day = plan.from.map_or(day, |first| first.max(day));
    plan.last_day().map_or(day, |last| last.min(day))
}

/// "Decided on March 3, 2026 by the working group."
fn decided(f: &PageContext, plan: &Plan) -> Option<String> {
    let by = LocalizedText::of(&plan.decided_by, f.lang);
    let day = plan.decided_on.map(|day| words::date(day, f.lang));
    match (day, by.is_empty()) {
        (None, true) => None,
        (Some(day), true) => Some(f.t1("plan-decided-on", "day", f.told(day))),
        (None, false) => Some(f.t1("plan-decided-by", "body", by.as_str())),
        (Some(day), false) => {
            Some(f.t2("plan-decided", ("day", &f.told(day)), ("body", by.as_str())))
        }
    }
}

fn origin(
    f: &PageContext,
    snapshot: &Snapshot,
    plan: &Plan,
    rule: &Rule,
    (day, is_to_come): (Date, bool),
) -> Option<Origin> {
    let from = snapshot.site(snapshot.find(&rule.from)?);
    let route = routes(plan, &rule.from, &rule.need, day, snapshot.directory());
    let spoken = Spoken::new(plan, snapshot.directory(), day);
    let message = spoken.message(rule, &route);
    let route = spoken.route(rule, route);
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
        message: LocalizedText::of(&message, f.lang),
        days: days(f, rule),
        targets,
        see_now: (!is_to_come).then(|| f.link(&format!("/?need={}&from={}", rule.need, rule.from))),
    })
}

/// "From November 1, 2026 to March 31, 2027."
fn days(f: &PageContext, rule: &Rule) -> String {
    let day = |day: Date| f.told(words::date(day, f.lang));
    match (rule.first, rule.last) {
        (None, None) => String::new(),
        (Some(first), None) => f.t1("plan-rule-from", "first", day(first)),
        (None, Some(last)) => f.t1("plan-rule-until", "last", day(last)),
        (Some(first), Some(last)) => {
            let (first, last) = (day(first), day(last));
            f.t2("plan-rule-days", ("first", &first), ("last", &last))
        }
    }
}
