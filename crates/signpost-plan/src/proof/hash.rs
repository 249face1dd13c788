//! What a proof rests on, as one word. When a version, a place it names, its hours, a consent or a holiday changes, so does the word.

use std::{collections::BTreeSet, fmt::Write as _};

use jiff::{ToSpan as _, civil::Date};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use signpost_domain::{Organization, Plan, PlanStatus, Site};

use super::{
    grounds::Grounds,
    shape::{DoorProof, Proof, REAL_DAYS},
    shares::Shares,
};
use crate::lifecycle::named_sites;

/// All that is looked at when somebody approves.
#[derive(Serialize)]
struct Basis<'a> {
    day: Date,
    zone: &'a str,
    before: Option<Plan>,
    after: Plan,
    sites: Vec<&'a Site>,
    organizations: Vec<&'a Organization>,
    holidays: Vec<(Date, Vec<String>)>,
    doors: &'a [DoorProof],
    shares: &'a [Shares],
}

pub(super) fn of(
    proof: &Proof,
    grounds: &Grounds<'_>,
    before: Option<&Plan>,
    after: &Plan,
) -> String {
    let snapshot = grounds.real;
    let both = before.into_iter().chain([after]);
    let named: BTreeSet<_> = both.flat_map(named_sites).collect();
    let places: Vec<_> = named
        .into_iter()
        .filter_map(|slug| snapshot.find(slug))
        .collect();
    let organizations: BTreeSet<_> = places
        .iter()
        .map(|&site| &snapshot.organization(site).id)
        .collect();
    let rows = snapshot.directory().organizations.iter();
    let days = (0..REAL_DAYS).map(|ahead| proof.day.saturating_add(ahead.days()));
    let basis = Basis {
        day: proof.day,
        zone: &proof.zone,
        before: before.map(bare),
        after: bare(after),
        sites: places.iter().map(|&site| snapshot.site(site)).collect(),
        organizations: rows.filter(|row| organizations.contains(&row.id)).collect(),
        holidays: days.map(|day| (day, grounds.holidays(day))).collect(),
        doors: &proof.doors,
        shares: &proof.shares,
    };
    // Plain rows of ours, which serialize.
    let text = serde_json::to_vec(&basis).unwrap_or_default();
    let hash = Sha256::digest(&text);
    hash.iter().fold(String::new(), |mut word, byte| {
        let _infallible = write!(word, "{byte:02x}");
        word
    })
}

/// A version without what approving it changes.
fn bare(plan: &Plan) -> Plan {
    Plan {
        status: PlanStatus::Draft,
        hidden: false,
        approvals: Vec::new(),
        ..plan.clone()
    }
}
