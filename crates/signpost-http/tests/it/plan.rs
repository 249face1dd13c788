//! A version of the plan through the portal: begun, written, looked at hour by hour, approved; and what everybody reads before and after.

use std::sync::Arc;

use jiff::Timestamp;
use signpost_domain::PlanStatus;
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_portal::PortalState;
use signpost_store::{Role, Store};
use signpost_web::App;

use crate::{
    desk::Desk,
    filled::{fill, filled},
    town::{Answer, Town, clock, snapshot_of, training},
};

pub const VERSION: &str = "/steward/plan/4";

/// The same town at another instant.
async fn later(town: &Town, now: &'static str) -> Town {
    let loaded = town.store().load().await.unwrap();
    let now: Timestamp = now.parse().unwrap();
    let inputs = Inputs {
        directory: loaded.directory.unwrap(),
        versions: loaded.versions,
        sequence: loaded.sequence,
    };
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now).unwrap();
    Town::around(App::new(snapshot, Arc::new(move || now), true, None))
}

/// Begins version 4 as a copy of the one in force, from December 1.
pub async fn begun(kim: &mut Desk<'_>) {
    let answer = kim
        .submit("/steward/plan", "/steward/plan", &[("from", "2")])
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body());
    assert_eq!(answer.header("location"), "/steward/plan/4/facts");
    let answer = fill(
        kim,
        "/steward/plan/4/facts",
        &[
            ("title.en", "From December"),
            ("from", "2026-12-01"),
            ("decision", "Minutes of November 20"),
        ],
    )
    .await;
    assert_eq!(answer.status, 303, "{}", answer.body());
}

async fn approve(desk: &mut Desk<'_>, changes: &[(&str, &str)]) -> Answer {
    let page = desk.get(&format!("{VERSION}/proof")).await.body();
    let mut fields = filled(&page);
    for (name, value) in changes {
        fields.retain(|(own, _)| own != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
    desk.post(&format!("{VERSION}/approve"), &fields).await
}

#[actix_rt::test]
async fn a_version_is_written_by_choosing_approved_and_counts_from_its_first_day() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    begun(&mut kim).await;
    let page = kim
        .get(&format!("{VERSION}/rules/office-supplies"))
        .await
        .body();
    assert!(
        page.contains("<option value=\"cedar-circle-house\" selected>"),
        "{page}"
    );
    assert!(
        !page.contains("type=\"text\" value=\"cedar-circle-house\""),
        "no id is typed"
    );
    let answer = fill(
        &mut kim,
        &format!("{VERSION}/rules/office-supplies"),
        &[
            ("targets.1.site", "pinecone-pharmacy-main"),
            ("targets.2.site", ""),
            ("targets.3.site", ""),
            ("targets.4.site", ""),
            ("message.en", "Supplies are at Pinecone Pharmacy now."),
            ("act", "save"),
        ],
    )
    .await;
    assert_eq!(answer.status, 303, "{}", answer.body());
    assert!(
        !town.get("/plan").await.body().contains("From December"),
        "only stewards see it"
    );
    assert_eq!(town.get("/api/v1/plan/4").await.status, 404);
    let difference = kim.get(&format!("{VERSION}/difference")).await.body();
    assert!(
        difference.contains("people are not sent to Cedar Circle House any more"),
        "{difference}"
    );
    let french = kim.get(&format!("/fr{VERSION}/difference")).await.body();
    assert!(
        french.contains("les gens ne sont plus dirigés vers"),
        "{french}"
    );

    let answer = approve(&mut kim, &[("reason", "The lease ends.")]).await;
    assert_eq!(
        answer.header("location"),
        "/steward/plan/4?done=approved",
        "{}",
        answer.body()
    );
    let page = kim.get(VERSION).await.body();
    assert!(
        page.contains("Kim (steward)") && page.contains("The lease ends."),
        "{page}"
    );
    let history = kim.get("/steward/history").await.body();
    assert!(
        history.contains("Minutes of November 20; The lease ends."),
        "{history}"
    );

    // What is published does not change.
    assert_eq!(kim.get(&format!("{VERSION}/facts")).await.status, 409);
    for (prefix, words) in [
        ("", "This version is published"),
        ("/fr", "Cette version est publiée"),
    ] {
        let page = kim.get(&format!("{prefix}{VERSION}/facts")).await;
        assert_eq!(page.status, 409);
        let body = page.body();
        assert!(body.contains(words), "{body}");
        assert!(
            body.contains(&format!("href=\"{prefix}{VERSION}\"")),
            "{body}"
        );
    }
    let first = |at: &'static str| {
        let town = &town;
        async move {
            let town = later(town, at).await;
            let answer = town
                .get("/api/v1/where-to-go?need=supplies&from=birch-health-office")
                .await
                .json();
            (
                answer["plan"]["version"].clone(),
                answer["plan"]["message"].clone(),
            )
        }
    };
    assert_eq!(first("2026-11-30T23:59:00-05:00").await.0, 2);
    let (version, message) = first("2026-12-01T00:00:00-05:00").await;
    assert_eq!(version, 4);
    assert_eq!(message, "Supplies are at Pinecone Pharmacy now.");
    assert_eq!(first("2026-12-02T12:00:00-05:00").await.0, 4);
    let public = town.get("/plan").await.body();
    assert!(
        public.contains("From December") && public.contains("It starts on"),
        "{public}"
    );
    let after = later(&town, "2026-12-02T12:00:00-05:00")
        .await
        .get("/plan")
        .await
        .body();
    let said = after.contains("Ask for the green bag.") && after.contains("Read what it said");
    assert!(said, "what was before stays readable: {after}");
}

#[actix_rt::test]
async fn an_approval_is_worth_what_it_was_checked_against() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    begun(&mut kim).await;
    let page = kim.get(&format!("{VERSION}/proof")).await.body();
    let looked_at = filled(&page);
    let answer = fill(
        &mut kim,
        "/agency/sites/cedar-circle-house/details",
        &[("act", "save"), ("phone", "807-555-0142")],
    )
    .await;
    assert_eq!(answer.status, 303, "{}", answer.body());
    let fields: Vec<(&str, &str)> = looked_at.iter().map(|(n, v)| (&**n, &**v)).collect();
    let answer = kim.post(&format!("{VERSION}/approve"), &fields).await;
    assert_eq!(answer.status, 409, "{}", answer.body());
    let body = answer.body();
    assert!(body.contains("This changed since you looked"), "{body}");
    assert!(body.contains("<li>Cedar Circle House: "), "{body}");
    assert!(body.contains("807-555-0142"), "{body}");
    let stored = town.store().plan(4).await.unwrap().unwrap().0;
    assert_eq!(
        (stored.status, stored.approvals.len()),
        (PlanStatus::Draft, 0)
    );
    // Looked at again, it is approved.
    assert_eq!(approve(&mut kim, &[]).await.status, 303);
}

#[actix_rt::test]
async fn two_stewards_approve_where_two_are_asked_for_and_one_never_counts_twice() {
    let own = Town::to_edit().await;
    let url = format!("sqlite:{}", own.database().display());
    let store = Store::open(&url).await.unwrap();
    let app = App::new(snapshot_of(training()), clock(), true, Some(store));
    let town = Town::with_portal(app, PortalState::default().with_two_approvals(true));
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let mut lee = town.signed_in("Lee", Role::Steward).await;
    begun(&mut kim).await;
    let counted = "/steward/plan/4?done=counted";
    assert_eq!(approve(&mut kim, &[]).await.header("location"), counted);
    assert_eq!(approve(&mut kim, &[]).await.status, 409);
    let stored = town.store().plan(4).await.unwrap().unwrap().0;
    assert_eq!(stored.status, PlanStatus::Draft);
    // A draft that says something else is another one, and who changes it is told whose word falls with that.
    let facts = format!("{VERSION}/facts");
    let same = fill(&mut lee, &facts, &[]).await;
    assert_eq!(same.header("location"), "/steward/plan/4?done=written");
    let other = fill(&mut lee, &facts, &[("owner", "Lee")]).await;
    let fallen = other.header("location").to_owned();
    assert_eq!(fallen, "/steward/plan/4?done=written&fell=1");
    let told = lee.get(&fallen).await.body();
    assert!(
        told.contains("the approval that was given to it does not count any more"),
        "{told}"
    );
    assert_eq!(approve(&mut kim, &[]).await.header("location"), counted);
    let approved = "/steward/plan/4?done=approved";
    assert_eq!(approve(&mut lee, &[]).await.header("location"), approved);
    let stored = town.store().plan(4).await.unwrap().unwrap().0;
    assert_eq!(
        (stored.status, stored.approvals.len()),
        (PlanStatus::Approved, 2)
    );
}

#[actix_rt::test]
async fn what_stands_in_the_way_is_named_beside_its_field_and_approval_is_refused() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    begun(&mut kim).await;
    // The kitchen sends to the old counter, which sends to the kitchen.
    let answer = fill(
        &mut kim,
        &format!("{VERSION}/rules/kitchen-supplies"),
        &[("targets.1.site", "old-mill-counter"), ("act", "save")],
    )
    .await;
    assert_eq!(answer.status, 303, "{}", answer.body());
    let page = kim.get(VERSION).await.body();
    assert!(page.contains("sent around in a circle"), "{page}");
    let page = kim.get(&format!("{VERSION}/proof")).await.body();
    assert!(page.contains("Mend what is listed first") && !page.contains("name=\"proof\""));
    let answer = kim
        .submit(
            &format!("{VERSION}/proof"),
            &format!("{VERSION}/approve"),
            &[("decision", "Minutes"), ("proof", "0"), ("sequence", "1")],
        )
        .await;
    assert_eq!(answer.status, 409);
    // A rule without a door, a place or words comes back with its faults, and what was typed stays.
    let answer = fill(
        &mut kim,
        &format!("{VERSION}/rules/new"),
        &[("message.en", "For junkies."), ("act", "save")],
    )
    .await;
    assert_eq!(answer.status, 422);
    let body = answer.body();
    assert!(
        body.contains("id=\"f-from-fault\"") && body.contains("For junkies."),
        "{body}"
    );
    let answer = fill(
        &mut kim,
        &format!("{VERSION}/rules/new"),
        &[
            ("from", "birch-hall"),
            ("need", "food"),
            ("message.en", "For junkies."),
            ("act", "save"),
        ],
    )
    .await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.body().contains("id=\"f-message-en-fault\""),
        "{}",
        answer.body()
    );
}

#[actix_rt::test]
async fn the_page_the_picture_and_the_json_show_the_same_cells() {
    let town = Town::to_edit_over(&training()).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/steward/plan/3/proof").await.body();
    let json = town.get("/api/v1/plan/check?after=3").await.json();
    let doors = json["proof"]["doors"].as_array().unwrap().clone();
    let sections: Vec<&str> = page.split("<section class=\"proof\"").skip(1).collect();
    assert_eq!(sections.len(), doors.len());
    assert!(!doors.is_empty());
    for (section, door) in sections.iter().zip(&doors) {
        let week = door["week"].as_array().unwrap();
        let expected: Vec<String> = (0..24)
            .flat_map(|hour| week.iter().map(move |day| &day[hour]))
            .map(|cell| cell["state"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(expected.len(), 168);
        let codes = |part: &str, before: &str| -> Vec<String> {
            let cells = part.split(before).skip(1);
            cells
                .map(|cell| cell.split('"').next().unwrap().to_owned())
                .collect()
        };
        let (picture, rest) = section.split_once("</svg>").unwrap();
        let (table, _) = rest.split_once("</table>").unwrap();
        assert!(picture.contains("aria-hidden=\"true\""));
        assert_eq!(codes(picture, "<g class=\""), expected);
        assert_eq!(codes(table, "<td class=\""), expected);
        let signs = picture.split("<text ").skip(1).map(|text| {
            let (_, text) = text.split_once('>').unwrap();
            let state = signpost_plan::proof::CellState::of_sign(text.chars().next().unwrap());
            state.unwrap().code().to_owned()
        });
        assert_eq!(signs.collect::<Vec<_>>(), expected);
        assert_eq!(table.matches("scope=\"row\"").count(), 24);
        assert_eq!(table.matches("scope=\"col\"").count(), 7);
        let sentences = picture.split("<ul class=\"sentences\">").nth(1).unwrap();
        let sentences = sentences.split("</ul>").next().unwrap();
        assert!(sentences.matches("<li>").count() <= 8);
    }
}

#[actix_rt::test]
async fn a_version_ends_early_for_a_reason_and_nothing_else_of_it_changes() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let before = town.store().plan(2).await.unwrap().unwrap().0;
    let answer = fill(&mut kim, "/steward/plan/2/end", &[("last", "2026-11-24")]).await;
    assert_eq!(answer.status, 422, "no reason");
    let answer = fill(
        &mut kim,
        "/steward/plan/2/end",
        &[("last", "2026-11-24"), ("why", "The building burned.")],
    )
    .await;
    assert_eq!(
        answer.header("location"),
        "/steward/plan/2?done=ended",
        "{}",
        answer.body()
    );
    let mut after = town.store().plan(2).await.unwrap().unwrap().0;
    assert_eq!(after.ended_after, Some("2026-11-24".parse().unwrap()));
    after.ended_after = None;
    assert_eq!(after, before);
    let answer = town
        .get("/api/v1/where-to-go?need=supplies&from=birch-health-office")
        .await
        .json();
    assert!(answer["plan"].is_null());
}

#[actix_rt::test]
async fn what_comes_if_nobody_does_anything_is_named_with_its_day() {
    let mut directory = training();
    for plan in &mut directory.plans {
        for consent in &mut plan.consents {
            if plan.version == 2 && consent.organization.as_str() == "cedar-circle" {
                consent.until = Some("2026-12-14".parse().unwrap());
            }
        }
    }
    let town = Town::to_edit_over(&directory).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/steward/plan/ahead").await.body();
    assert!(page.contains("Within 28 days"), "{page}");
    assert!(page.contains("<h3>December 15, 2026</h3>"), "{page}");
    assert!(page.contains("has not agreed from this day on"), "{page}");
    // It is still near, and in the usual list: that does not read as if people were sent there.
    let card = page.split("<h3>December 15, 2026</h3>").nth(1).unwrap();
    let card = card.split("</li></ul></li>").next().unwrap();
    assert!(
        card.contains("people are not sent to Cedar Circle House any more")
            && !card.contains("They would read first: Cedar Circle House"),
        "{card}"
    );
    let french = kim.get("/fr/steward/plan/ahead").await;
    assert_eq!(french.status, 200);
}
