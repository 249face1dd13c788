//! A week of real Kenora, hour by hour, for every need: no hour at which the first answer is absurd.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{NeedCode, Offer, SiteSlug};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;
use signpost_plan::{Answer, Question, Why, where_to_go};

use crate::town::snapshot_of;

/// A Sunday, at midnight.
const SUNDAY: &str = "2026-11-22T00:00:00-05:00";
const HOURS: i64 = 7 * 24;

fn question(need: &NeedCode, at: Timestamp, from: Option<SiteSlug>) -> Question {
    Question {
        need: need.clone(),
        at,
        near: None,
        from,
        age: None,
        limit: 100,
    }
}

/// Somebody who reads the answers: each absurdity in a sentence.
fn absurd(snapshot: &Snapshot, asked: &Question, answers: &[Answer]) -> Vec<String> {
    let slug = |one: &Answer| snapshot.site(one.site).slug.clone();
    let said = |one: &Answer| snapshot.service(one.service).offer == Offer::Offered;
    let says = |one: &Answer, code| one.why.contains(&code);
    let mut found = Vec::new();
    let Some(first) = answers.first() else {
        return found;
    };
    let mut of_first = |what: String| found.push(format!("{}, {}: {what}", asked.need, asked.at));
    if first.other_town.is_some()
        && let Some(own) = answers.iter().find(|one| one.other_town.is_none())
    {
        of_first(format!(
            "{} is in another town, {} is not",
            slug(first),
            slug(own)
        ));
    }
    if asked.from.as_ref() == Some(&slug(first)) && answers.len() > 1 && first.served_at.is_none() {
        of_first(format!("{} is where one comes from, and shut", slug(first)));
    }
    let open = |one: &&Answer| {
        one.other_town.is_none() && one.moment.state == OpenState::Open && says(one, Why::OpenNow)
    };
    if !says(first, Why::OpenNow)
        && let Some(own) = answers.iter().find(open)
        && asked.from.as_ref() != Some(&slug(own))
    {
        of_first(format!("{} is open, {} is not", slug(own), slug(first)));
    }
    let to_call = |one: &&Answer| one.other_town.is_none() && says(one, Why::CallFirst);
    if to_call(&first)
        && !said(first)
        && let Some(other) = answers
            .iter()
            .filter(|one| asked.from.as_ref() != Some(&slug(one)))
            .find(|one| to_call(one) && said(one) && one.moment.state != OpenState::Closed)
    {
        of_first(format!(
            "nobody ever said that it is offered at {}, but at {}",
            slug(first),
            slug(other)
        ));
    }
    if !snapshot.service(first.service).is_for_everyone()
        && let Some(other) = answers.iter().find(|one| {
            one.other_town.is_none()
                && snapshot.service(one.service).is_for_everyone()
                && one.moment.state == first.moment.state
                && one.served_at.is_none() == first.served_at.is_none()
        })
    {
        of_first(format!(
            "{} is for some, {} for everyone",
            slug(first),
            slug(other)
        ));
    }
    for one in answers.iter().filter(|one| one.other_town.is_some()) {
        if one.served_at.is_some() || one.metres.is_some() || says(one, Why::OpensAt) {
            of_first(format!("{} is told by a walk to another town", slug(one)));
        }
    }
    found
}

#[test]
fn no_hour_of_a_week_has_an_absurd_first_answer() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/kenora");
    let directory = signpost_exchange::read_folder(path).unwrap();
    let needs: Vec<NeedCode> = directory
        .needs
        .iter()
        .map(|need| need.code.clone())
        .collect();
    let office: SiteSlug = "nwhu-kenora".parse().unwrap();
    let snapshot = snapshot_of(directory);
    let sunday: Timestamp = SUNDAY.parse().unwrap();
    let mut found = Vec::new();
    let mut asked_for = 0;
    for hour in 0..HOURS {
        let at = sunday + SignedDuration::from_hours(hour);
        for need in &needs {
            for from in [None, Some(office.clone())] {
                let asked = question(need, at, from);
                let reply = where_to_go(&snapshot, &asked).unwrap();
                asked_for += 1;
                assert!(!reply.otherwise.is_empty(), "{need} ends without a line");
                found.extend(absurd(&snapshot, &asked, &reply.answers));
            }
        }
    }
    assert!(asked_for > 5_000, "{asked_for}");
    found.sort();
    let shown: Vec<_> = found.iter().step_by(found.len() / 40 + 1).collect();
    assert!(
        found.is_empty(),
        "{} of {asked_for}: {shown:#?}",
        found.len()
    );
}
