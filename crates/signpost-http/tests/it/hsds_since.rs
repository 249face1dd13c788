//! What HSDS tells of the past: what changed since somebody asked, and what is gone.

use serde_json::{Value, json};
use signpost_domain::Edition;
use signpost_editing::refresh;
use signpost_store::Reason;

use crate::{
    editor::{Edit, PATH, tag},
    hsds::{all, with_validator},
    town::{Town, clock, training},
};

async fn tombstones(town: &Town, query: &str) -> Value {
    let answer = town.get(&format!("/hsds/v3/tombstones{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    answer.json()
}

#[actix_rt::test]
async fn a_partner_is_told_what_changed_since_and_no_more() {
    let town = Town::to_edit().await;
    refresh::follow(town.app.live()).await;
    let since = "&modified_after=2026-11-25T19:15:00Z";
    let whole = all(&town, "services", "").await.len();
    // Everything was written down in the same second; a second later nothing is new.
    let later = "&modified_after=2026-11-25T19:15:01Z";
    assert!(all(&town, "services", later).await.is_empty());
    assert_eq!(all(&town, "services", since).await.len(), whole);
    let (token, tag) = (town.token("cedar-circle").await, tag(&town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"phone": "+18075550199"}),
    };
    // Now it is five minutes later.
    let town = town.five_minutes_later();
    refresh::follow(town.app.live()).await;
    let patched = edit.patch(&town).await;
    assert_eq!(patched.status, 200, "{}", patched.body());
    let changed = all(&town, "services", later).await;
    assert!(
        !changed.is_empty() && changed.len() < whole,
        "{}",
        changed.len()
    );
    for one in &changed {
        let id = one["id"].as_str().unwrap();
        let row = town.get(&format!("/hsds/v3/services/{id}")).await.json();
        let place = &row["service_at_locations"][0]["location"];
        assert_eq!(place["name"], "Cedar Circle House", "{row:#}");
        assert_ne!(one["status"], "defunct");
    }
    let places = all(&town, "service_at_locations", later).await;
    assert_eq!(places.len(), changed.len());
    // Older than what is kept: everything, and it says so.
    assert_eq!(
        all(&town, "services", "&modified_after=2020-01-01")
            .await
            .len(),
        whole
    );
    assert_eq!(
        tombstones(&town, "?modified_after=2020-01-01").await["complete"],
        false
    );
}

#[actix_rt::test]
async fn what_is_gone_is_told_once_by_its_id_and_as_defunct() {
    let first = training();
    let town = Town::to_edit_over(&first).await;
    refresh::follow(town.app.live()).await;
    let (gone, kept) = (&first.sites[0], &first.sites[1]);
    let id_of = |kind: &str, name: &str| signpost_exchange::hsds_id(kind, name);
    let service = kept.services.first().expect("a service");
    let key = format!("{}/{}", kept.slug, service.need);
    let town = town.five_minutes_later();
    refresh::follow(town.app.live()).await;
    let since = "?modified_after=2026-11-25T19:16:00Z";
    let none = tombstones(&town, since).await;
    assert_eq!(
        (&none["empty"], &none["complete"]),
        (&json!(true), &json!(true)),
        "{none}"
    );

    // One place goes whole, another stops one of its services.
    let mut next = first.clone();
    next.sites[1].services.remove(0);
    next.sites.remove(0);
    for plan in &mut next.plans {
        plan.rules.retain(|rule| rule.from != gone.slug);
        for rule in &mut plan.rules {
            rule.targets.retain(|target| target.site != gone.slug);
        }
    }
    let reason = Reason::typed("it moved away");
    let synced = town
        .store()
        .sync(&next, "test", &reason, town.app.now())
        .await;
    synced.expect("stored");
    refresh::follow(town.app.live()).await;

    let told = tombstones(&town, since).await;
    let rows = told["contents"].as_array().unwrap();
    let has = |kind: &str, id: &str| {
        rows.iter()
            .filter(|row| row["kind"] == kind && row["id"] == id)
            .count()
    };
    assert_eq!(
        has("location", &id_of("location", gone.slug.as_str())),
        1,
        "{told:#}"
    );
    assert_eq!(has("location", &id_of("location", kept.slug.as_str())), 0);
    assert_eq!(has("service", &id_of("service", &key)), 1);
    assert_eq!(
        has("service_at_location", &id_of("service_at_location", &key)),
        1
    );
    let services = gone.services.len() + 1;
    assert_eq!(rows.len(), 2 * services + 1, "{told:#}");
    for row in rows {
        let kind = row["kind"].as_str().unwrap();
        let lost = format!("/hsds/v3/{kind}s/{}", row["id"].as_str().unwrap());
        town.get(&lost).await.problem(404);
    }
    let changed = all(&town, "services", "&modified_after=2026-11-25T19:16:00Z").await;
    let defunct: Vec<_> = changed
        .iter()
        .filter(|one| one["status"] == "defunct")
        .collect();
    assert_eq!(defunct.len(), services);
    assert!(
        defunct
            .iter()
            .any(|one| one["id"] == id_of("service", &key))
    );
    with_validator("service", |validator| {
        for row in &defunct {
            if let Err(error) = validator.validate(row) {
                panic!("{error} at {}: {row:#}", error.instance_path());
            }
        }
    });
    let plain = all(&town, "services", "").await;
    assert!(
        plain.iter().all(|one| one["status"] != "defunct"),
        "only who asks since when"
    );

    // It comes back: then it is not gone.
    let back = town
        .store()
        .sync(&first, "test", &reason, town.app.now())
        .await;
    back.expect("stored");
    refresh::follow(town.app.live()).await;
    assert_eq!(tombstones(&town, since).await["empty"], true);
}

#[actix_rt::test]
async fn made_up_places_of_a_live_directory_leave_no_tombstone() {
    let mut first = training();
    first.edition = Edition::Live;
    let town = Town::to_edit_over(&first).await;
    refresh::follow(town.app.live()).await;
    let mut next = first.clone();
    assert!(
        next.sites.iter().all(|site| site.example),
        "the training town is made up"
    );
    let gone = next.sites.remove(0);
    for plan in &mut next.plans {
        plan.rules.retain(|rule| rule.from != gone.slug);
        for rule in &mut plan.rules {
            rule.targets.retain(|target| target.site != gone.slug);
        }
    }
    let reason = Reason::typed("cleared");
    let synced = town.store().sync(&next, "test", &reason, clock()()).await;
    synced.expect("stored");
    refresh::follow(town.app.live()).await;
    assert_eq!(tombstones(&town, "").await["empty"], true);
}
