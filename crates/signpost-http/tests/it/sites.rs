//! `/api/v1/sites/{slug}`: the Feature and its tag.

use crate::town::{Town, training};

const PATH: &str = "/api/v1/sites/cedar-circle-house";

#[actix_rt::test]
async fn a_site_is_a_feature_with_all_it_offers() {
    let town = Town::to_read();
    let answer = town.get(PATH).await;
    assert_eq!(answer.header("content-type"), "application/geo+json");
    let body = answer.json();
    assert_eq!(body["type"], "Feature");
    assert_eq!(body["id"], "cedar-circle-house");
    assert_eq!(body["edition"], "preview");
    let properties = &body["properties"];
    assert_eq!(properties["organization"], "cedar-circle");
    assert_eq!(
        properties["services"][0]["sentence"],
        "Open now, until 6 pm"
    );
    assert_eq!(properties["exceptions"][0]["id"], "staff-training");
    assert_eq!(
        properties["editable"]["door"]["fr"],
        "Porche rond, ruelle Cedar."
    );
    assert_eq!(properties["door"], "Round porch on Cedar Lane.");
}

#[actix_rt::test]
async fn what_is_not_offered_has_no_state() {
    let town = Town::to_read();
    let body = town.get("/api/v1/sites/lantern-rest-shelter").await.json();
    let services = body["properties"]["services"].as_array().unwrap();
    let supplies = services
        .iter()
        .find(|service| service["need"] == "supplies")
        .unwrap();
    assert_eq!(supplies["offer"], "not_offered");
    assert!(supplies["state"].is_null());
}

#[actix_rt::test]
async fn who_has_it_already_gets_a_304_without_a_body() {
    let town = Town::to_read();
    let tag = town.get(PATH).await.header("etag").to_owned();
    assert!(tag.starts_with("\"0-preview-"), "{tag}");
    for sent in [
        tag.clone(),
        format!("W/{tag}"),
        format!("\"x\", {tag}"),
        "*".to_owned(),
    ] {
        let again = town.get_with(PATH, &[("if-none-match", &sent)]).await;
        assert_eq!((again.status, again.bytes.len()), (304, 0), "{sent}");
        assert_eq!(again.header("etag"), tag);
    }
    assert_eq!(
        town.get_with(PATH, &[("if-none-match", "\"0-preview\"")])
            .await
            .status,
        200
    );
}

#[actix_rt::test]
async fn the_tag_changes_with_the_language_and_with_the_site() {
    let town = Town::to_read();
    let tag = town.get(PATH).await.header("etag").to_owned();
    assert_ne!(
        tag,
        town.get(&format!("{PATH}?lang=fr")).await.header("etag")
    );
    let mut other = training();
    let site = other
        .sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "cedar-circle-house")
        .unwrap();
    site.address = "9 Cedar Lane".to_owned();
    assert_ne!(tag, Town::of(other).get(PATH).await.header("etag"));
}
