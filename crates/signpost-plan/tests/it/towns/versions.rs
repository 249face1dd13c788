//! Any versions of a plan: rules between doors, and who agreed to what.

use jiff::{Timestamp, ToSpan};
use proptest::{collection::vec, option, prelude::*, sample::select};
use signpost_domain::{Consent, Plan, PlanStatus, Rule, RuleId, Target, Text};

use super::{DOORS, NEEDS, ORGANIZATIONS, door, near_day, today};
use crate::sample::{need, organization_id, slug};

fn rules(at: Timestamp) -> impl Strategy<Value = Rule> {
    let targets = vec(
        (0..DOORS, option::weighted(0.2, select(NEEDS.to_vec()))),
        0..4,
    );
    let (first, last) = (
        option::weighted(0.2, near_day(at)),
        option::weighted(0.2, near_day(at)),
    );
    (
        0..DOORS,
        prop_oneof![3 => Just(NEEDS[0]), 1 => Just(NEEDS[1])],
        targets,
        first,
        last,
    )
        .prop_map(|(from, code, targets, first, last)| Rule {
            id: RuleId::new("rule").unwrap(),
            from: slug(&door(from)),
            need: need(code),
            first,
            last,
            targets: targets
                .into_iter()
                .map(|(site, code)| Target {
                    site: slug(&door(site)),
                    need: code.map(need),
                    note: Text::en(&format!("to {site}")),
                })
                .collect(),
            message: Text::default(),
            decision: String::new(),
        })
}

fn consents(at: Timestamp) -> impl Strategy<Value = Consent> {
    let on = prop_oneof![3 => Just(today(at) - 100.days()), 1 => near_day(at)];
    (
        select(ORGANIZATIONS.to_vec()),
        option::weighted(0.3, select(NEEDS.to_vec())),
        on,
        option::weighted(0.2, near_day(at)),
    )
        .prop_map(|(organization, code, on, until)| Consent {
            organization: organization_id(organization),
            need: code.map(need),
            on,
            until,
            reference: String::new(),
        })
}

pub(super) fn plans(at: Timestamp) -> impl Strategy<Value = Vec<Plan>> {
    let status = prop_oneof![
        6 => Just(PlanStatus::Approved),
        1 => Just(PlanStatus::Draft),
        1 => Just(PlanStatus::Ended)
    ];
    let from = prop_oneof![6 => Just(Some(today(at) - 30.days())), 1 => near_day(at).prop_map(Some), 1 => Just(None)];
    let one = (
        status,
        from,
        option::weighted(0.2, near_day(at)),
        select(vec!["America/Winnipeg", "Pacific/Auckland", "nowhere"]),
        vec(rules(at), 0..7),
        vec(consents(at), 0..5),
    );
    vec(one, 0..3).prop_map(|rows| {
        rows.into_iter()
            .zip(1..)
            .map(
                |((status, from, until, zone, rules, consents), version)| Plan {
                    version,
                    status,
                    title: Text::default(),
                    summary: Text::default(),
                    from,
                    until,
                    zone: zone.into(),
                    decision: String::new(),
                    rules,
                    consents,
                    ..Plan::default()
                },
            )
            .collect()
    })
}
