//! What the plan says from when to when, routes followed: whoever reads this later knows no zone and asks for no consent.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use signpost_domain::{Lang, NeedCode, RuleId, SiteSlug};
use signpost_hours::Zone;
use signpost_locate::Snapshot;
use signpost_plan::{Redirection, redirections};
use utoipa::ToSchema;

use super::span::minute;
use signpost_answers::LocalizedText;

/// What holds until the next period starts.
#[derive(Serialize, ToSchema)]
pub(crate) struct Period {
    /// Its first minute, since 1970 in UTC.
    from: i64,
    /// One for each old door and need; empty when no plan is in force.
    rules: Vec<BundledRule>,
}

/// A rule at an old door, its route followed to the end.
#[derive(Serialize, ToSchema)]
struct BundledRule {
    /// The version of the plan.
    version: u32,
    /// The rule.
    rule: RuleId,
    /// The first day on which it holds.
    in_force_from: Date,
    /// The old door.
    from: SiteSlug,
    /// The need it is about.
    need: NeedCode,
    /// What one who comes from the old door reads; may be empty.
    message: LocalizedText,
    /// First choice first; all have consented.
    targets: Vec<BundledTarget>,
    /// Sites on the way that send people on themselves.
    passed: Vec<SiteSlug>,
}

/// Where a rule sends people.
#[derive(Serialize, ToSchema)]
struct BundledTarget {
    /// The site.
    site: SiteSlug,
    /// The need there.
    need: NeedCode,
    /// The plan's word about this target; may be empty.
    note: LocalizedText,
}

/// The periods of `from..to`, the first one starting at `from`.
pub(crate) fn periods(
    snapshot: &Snapshot,
    (from, to): (Timestamp, Timestamp),
    lang: Lang,
) -> Vec<Period> {
    let mut found: Vec<(Timestamp, Vec<Redirection>)> = Vec::new();
    for at in days(snapshot, (from, to)) {
        let now = redirections(snapshot, at);
        if found.last().is_none_or(|(_, before)| *before != now) {
            found.push((at, now));
        }
    }
    found
        .into_iter()
        .map(|(at, rules)| Period {
            from: minute(at),
            rules: rules.iter().map(|rule| bundled(rule, lang)).collect(),
        })
        .collect()
}

/// The start, and every midnight of every zone in which a plan counts its days, in order.
fn days(snapshot: &Snapshot, (from, to): (Timestamp, Timestamp)) -> Vec<Timestamp> {
    let plans = &snapshot.directory().plans;
    let mut zones: Vec<Zone> = plans
        .iter()
        .filter_map(|plan| Zone::named(&plan.zone).ok())
        .collect();
    zones.push(snapshot.town_zone().clone());
    let mut days = vec![from];
    for zone in zones {
        let first = zone.day(from).saturating_add(jiff::Span::new().days(1));
        let midnights = first
            .series(jiff::Span::new().days(1))
            .map(|day| zone.instant(day.at(0, 0, 0, 0)))
            .take_while(|midnight| *midnight < to);
        days.extend(midnights);
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn bundled(redirection: &Redirection, lang: Lang) -> BundledRule {
    let Redirection {
        from,
        need,
        applied,
        route,
        held: _,
    } = redirection;
    BundledRule {
        version: applied.version,
        rule: applied.rule.clone(),
        in_force_from: applied.in_force_from,
        from: from.clone(),
        need: need.clone(),
        message: LocalizedText::of(&applied.message, lang),
        targets: route
            .targets
            .iter()
            .map(|stop| BundledTarget {
                site: stop.site.clone(),
                need: stop.need.clone(),
                note: LocalizedText::of(&stop.note, lang),
            })
            .collect(),
        // For another need one may be sent there.
        passed: route
            .passed
            .iter()
            .filter(|(_, passed_for)| passed_for == need)
            .map(|(site, _)| site.clone())
            .collect(),
    }
}
