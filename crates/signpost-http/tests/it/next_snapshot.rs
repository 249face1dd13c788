//! An edit takes what it does not touch from what is served; what is then served is what is stored all the same.

use serde_json::json;
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_store::{Reason, Store};

use crate::{
    editor::{Edit, PATH, tag},
    town::Town,
};

/// What would be served if everything were read anew.
async fn read_anew(town: &Town) -> Snapshot {
    let loaded = town.store().load().await.unwrap();
    let inputs = Inputs {
        directory: loaded.directory.unwrap(),
        versions: loaded.versions,
        sequence: loaded.sequence,
    };
    let now = town.app.live().now();
    Snapshot::build(inputs, Calendar::ontario(), now).unwrap()
}

async fn edit(town: &Town, door: &str) {
    let (token, before) = (town.token("cedar-circle").await, tag(town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&before),
        key: None,
        body: json!({"door": {"en": door}}),
    };
    let answer = edit.patch(town).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
}

async fn assert_served_as_stored(town: &Town) {
    let (served, stored) = (town.app.snapshot_to_keep(), read_anew(town).await);
    assert_eq!(served.directory(), stored.directory());
    assert_eq!(served.proposed(), stored.proposed());
    assert_eq!(served.versions(), stored.versions());
    assert_eq!(served.sequence(), stored.sequence());
}

#[actix_rt::test]
async fn what_is_served_after_an_edit_is_what_is_stored() {
    let town = Town::to_edit().await;
    for door in ["Door 3", "Door 4"] {
        edit(&town, door).await;
        assert_served_as_stored(&town).await;
        let site = town.get(PATH).await;
        assert_eq!(site.json()["properties"]["door"], door);
    }
}

#[actix_rt::test]
async fn what_another_process_stored_meanwhile_is_served_with_the_next_edit() {
    let town = Town::to_edit().await;
    edit(&town, "Door 3").await;
    let mut directory = town.store().load().await.unwrap().directory.unwrap();
    let other = directory
        .sites
        .iter_mut()
        .find(|site| !PATH.ends_with(site.slug.as_str()));
    other.unwrap().address = "1 New Road".into();
    let url = format!("sqlite:{}", town.database().display());
    let process = Store::open(&url).await.unwrap();
    let now = town.app.live().now();
    let reason = Reason::typed("another process");
    process
        .sync(&directory, "test", &reason, now)
        .await
        .unwrap();
    edit(&town, "Door 4").await;
    assert_served_as_stored(&town).await;
    let served = town.app.snapshot_to_keep();
    let mut sites = served.directory().sites.iter();
    assert!(sites.any(|site| site.address == "1 New Road"));
}
