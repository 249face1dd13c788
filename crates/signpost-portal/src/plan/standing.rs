//! Where a version stands, in words, and its days.

use signpost_domain::{Plan, Text};
use signpost_hours::words;
use signpost_plan::{CountingDays, Stage, counts_from, plan_day, stage};
use signpost_web::App;

use crate::access::PortalContext;

/// A version in a list.
pub(super) struct Standing {
    pub version: u32,
    /// "Version 4: From December".
    pub title: String,
    /// Its stage in words.
    pub stage: String,
    pub days: String,
    pub is_draft: bool,
    /// Whether it may still end.
    pub can_end: bool,
}

pub(super) fn standing(f: &PortalContext, app: &App, plan: &Plan, plans: &[Plan]) -> Standing {
    let stage = stage(plan, plans, app.snapshot().town_zone(), app.now());
    // Days that another version takes are not days of this one.
    let day = plan_day(plan, app.snapshot().town_zone(), app.now());
    let counts = match stage {
        Stage::Coming | Stage::InForce => counts_from(plan, plans, day),
        _ => None,
    };
    let words = match stage {
        Stage::Draft if plan.hidden => "sp-stage-hidden",
        Stage::Draft => "sp-stage-draft",
        Stage::Coming => "sp-stage-coming",
        Stage::InForce => "sp-stage-in-force",
        Stage::Replaced => "sp-stage-replaced",
        Stage::Ended => "sp-stage-ended",
    };
    Standing {
        version: plan.version,
        title: f.t2(
            "sp-version-title",
            ("number", &plan.version.to_string()),
            ("title", &title(f, &plan.title)),
        ),
        stage: f.t(words),
        days: days(f, plan, counts),
        is_draft: stage == Stage::Draft,
        can_end: matches!(stage, Stage::Coming | Stage::InForce | Stage::Replaced),
    }
}

/// A title, or that there is none yet.
pub(super) fn title(f: &PortalContext, title: &Text) -> String {
    if title.is_empty() {
        return f.t("sp-no-title");
    }
    title.words(f.lang).to_owned()
}

/// From when until when.
fn days(f: &PortalContext, plan: &Plan, counts: Option<CountingDays>) -> String {
    let day = |day| words::date(day, f.lang);
    let own = (plan.from, plan.last_day());
    match counts.map_or(own, |run| (Some(run.first), run.last)) {
        (None, _) => f.t("sp-days-none"),
        (Some(first), None) => f.t1("sp-days-from", "first", day(first)),
        (Some(first), Some(last)) if last < first => f.t("sp-days-never"),
        (Some(first), Some(last)) => {
            f.t2("sp-days-span", ("first", &day(first)), ("last", &day(last)))
        }
    }
}
