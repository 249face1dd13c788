//! Who had agreed, and has not any more: taken back, or agreed for days that are over.

use jiff::civil::Date;
use signpost_domain::{ConsentAnswer, NeedCode, Organization, Plan};
use signpost_locate::Snapshot;

use super::{
    news::{Concerned, Day, Lapse, Near, News, reads},
    targets::{Standing, standings},
};

/// So many days back it is looked for the last day with consent.
const LOOKED_BACK: usize = 400;

/// What every rule in force has lost by it, as it is on a day.
pub(super) fn lost(snapshot: &Snapshot, day: &Day<'_>) -> Vec<News> {
    let Some((plan, date)) = day.plan else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for standing in standings(snapshot, day) {
        let door = (&standing.rule.from, &standing.rule.need);
        for (organization, need) in refusing(snapshot, &standing) {
            let Some(since) = gone_since(plan, organization, need, date) else {
                continue;
            };
            found.push(News {
                day: since,
                near: Near::Now,
                version: plan.version,
                lapse: Lapse::Consent {
                    organization: organization.id.clone(),
                    need: need.clone(),
                },
                door: Concerned {
                    from: door.0.clone(),
                    need: door.1.clone(),
                    lost: standing.refused(snapshot, (&organization.id, need)),
                    left: standing.left(),
                    reads: reads(snapshot, door, day.noon),
                },
            });
        }
    }
    found
}

/// The organizations that a rule would lead to, had they agreed; each once for a need.
fn refusing<'a>(
    snapshot: &'a Snapshot,
    standing: &'a Standing<'_>,
) -> Vec<(&'a Organization, &'a NeedCode)> {
    let mut found: Vec<(&Organization, &NeedCode)> = Vec::new();
    for (slug, need, _) in standing.stops.iter().filter(|(.., agreed)| !agreed) {
        let Some(site) = snapshot.find(slug) else {
            continue;
        };
        let organization = snapshot.organization(site);
        let known = |(own, own_need): &(&Organization, &NeedCode)| {
            (&own.id, *own_need) == (&organization.id, need)
        };
        if !found.iter().any(known) {
            found.push((organization, need));
        }
    }
    found
}

/// The first day since which an organization that had agreed under this version has not; `None` when it never had.
fn gone_since(
    plan: &Plan,
    organization: &Organization,
    need: &NeedCode,
    day: Date,
) -> Option<Date> {
    let begun = plan.from?;
    let mut since = day;
    for _ in 0..LOOKED_BACK {
        let Some(eve) = since.yesterday().ok().filter(|eve| begun <= *eve) else {
            break;
        };
        if plan.consented(organization, need, eve) {
            return Some(since);
        }
        since = eve;
    }
    // Agreed, and taken back the same day.
    let latest = organization.consent_word(need, day)?;
    let mut words = organization.consents.iter();
    words
        .any(|word| word.answer == ConsentAnswer::Agreed && word.covers(need, day))
        .then_some(latest.first)
}
