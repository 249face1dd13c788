//! The map's pages and the places it draws.

use crate::town::{Town, training};

#[actix_rt::test]
async fn every_page_with_a_map_holds_only_a_button_until_it_is_asked_for() {
    let town = Town::to_read();
    for path in [
        "/map",
        "/fr/map",
        "/map?need=food",
        "/disposal",
        "/fr/disposal",
        "/sites/cedar-circle-house",
        "/fr/sites/cedar-circle-house",
    ] {
        let html = town.get(path).await.body();
        assert_eq!(html.matches("data-module=\"map\"").count(), 1, "{path}");
        assert!(html.contains("0.4 MB") || html.contains("0,4 Mo"), "{path}");
        for fetched in ["src", "href"] {
            assert!(
                !html.contains(&format!(" {fetched}=\"/assets/map")),
                "{path}"
            );
        }
    }
    let list = town.get("/").await.body();
    assert!(
        !list.contains("/assets/map"),
        "the list pays nothing for it"
    );
    assert!(list.contains("href=\"/map?need=supplies\""), "{list}");
}

#[actix_rt::test]
async fn the_map_page_is_the_same_list_with_the_same_choice() {
    let town = Town::to_read();
    let query = "?need=supplies&near=mill-bridge-west&from=birch-health-office";
    let list = town.get(&format!("/{query}")).await.body();
    let map = town.get(&format!("/map{query}")).await.body();
    for (part, inside) in [("class=\"card\"", 3), ("no longer has supplies", 1)] {
        assert_eq!(list.matches(part).count(), map.matches(part).count());
        assert!(map.matches(part).count() >= inside, "{part}");
    }
    assert!(map.contains("/map?need=food&#38;near=mill-bridge-west&#38;from=birch-health-office"));
    assert!(map.contains("The map needs script"));
}

#[actix_rt::test]
async fn the_places_tell_what_each_offers_now_in_the_language_of_the_path() {
    let town = Town::to_read();
    let answer = town.get("/map/places.geojson").await;
    assert_eq!(answer.header("content-type"), "application/geo+json");
    let told = answer.json();
    assert_eq!(
        (&told["type"], &told["more"]),
        (&"FeatureCollection".into(), &false.into())
    );
    assert_eq!(told["edition"], "preview");
    let cedar = feature(&told, "cedar-circle-house");
    assert_eq!(
        cedar["geometry"]["coordinates"],
        serde_json::json!([-94.891, 49.5485])
    );
    let supplies = service(cedar, "supplies");
    assert_eq!(
        (&supplies["state"], &supplies["sentence"]),
        (&"open".into(), &"Open now, until 6 pm".into())
    );
    let office = feature(&told, "birch-health-office");
    assert!(
        office["properties"]["services"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["need"] != "supplies"),
        "what is known not to be offered has no pin"
    );
    for path in ["/fr/map/places.geojson", "/map/places.geojson?lang=fr"] {
        let french = town.get(path).await.json();
        let cedar = feature(&french, "cedar-circle-house");
        assert_eq!(cedar["properties"]["name"], "Maison du Cercle de cèdre");
        assert_eq!(cedar["properties"]["page"], "/fr/sites/cedar-circle-house");
    }
}

#[actix_rt::test]
async fn places_can_be_asked_by_need_or_site_and_nonsense_is_named() {
    let town = Town::to_read();
    let food = town.get("/map/places.geojson?need=food").await.json();
    let features = food["features"].as_array().unwrap();
    assert!(!features.is_empty());
    for one in features {
        assert_eq!(
            one["properties"]["services"].as_array().unwrap().len(),
            1,
            "{one}"
        );
        service(one, "food");
    }
    let one = town
        .get("/map/places.geojson?site=cedar-circle-house")
        .await
        .json();
    assert_eq!(one["features"].as_array().unwrap().len(), 1);
    for (query, named) in [
        ("need=nonsense", "need"),
        ("site=nowhere", "site"),
        ("near=49.5,-94.9", "near"),
        ("lang=tlh", "lang"),
    ] {
        let answer = town.get(&format!("/map/places.geojson?{query}")).await;
        assert!(answer.problem(400).contains(named), "{query}");
    }
}

#[actix_rt::test]
async fn an_unchanged_answer_is_not_sent_twice() {
    let town = Town::to_read();
    let first = town.get("/map/places.geojson").await;
    let tag = first.header("etag").to_owned();
    let again = town
        .get_with("/map/places.geojson", &[("if-none-match", &tag)])
        .await;
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    assert_ne!(town.get("/fr/map/places.geojson").await.header("etag"), tag);
}

#[actix_rt::test]
async fn a_place_without_a_point_has_no_pin_and_no_map() {
    let mut directory = training();
    let site = directory
        .sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "cedar-circle-house");
    site.unwrap().point = None;
    let town = Town::of(directory);
    let told = town.get("/map/places.geojson").await.body();
    assert!(!told.contains("cedar-circle-house"));
    let html = town.get("/sites/cedar-circle-house").await.body();
    assert!(!html.contains("data-module=\"map\""));
}

fn feature<'t>(told: &'t serde_json::Value, slug: &str) -> &'t serde_json::Value {
    let mut features = told["features"].as_array().unwrap().iter();
    features
        .find(|one| one["id"] == slug)
        .unwrap_or_else(|| panic!("{slug} in {told}"))
}

fn service<'t>(feature: &'t serde_json::Value, need: &str) -> &'t serde_json::Value {
    let mut services = feature["properties"]["services"].as_array().unwrap().iter();
    services
        .find(|one| one["need"] == need)
        .unwrap_or_else(|| panic!("{need} in {feature}"))
}

#[actix_rt::test]
async fn the_style_names_only_this_server_and_the_streets_only_where_there_are_some() {
    let town = Town::to_read();
    let answer = town
        .get_with("/style.json?lang=fr", &[("host", "map.example:8080")])
        .await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let style = answer.json();
    assert_eq!(style["version"], 8);
    let tiles = style["sources"]["district"]["tiles"][0].as_str().unwrap();
    assert!(
        tiles.starts_with("http://map.example:8080/tiles/basemap/"),
        "{tiles}"
    );
    assert!(
        style["sources"]["town"].is_null(),
        "no street map is installed"
    );
    let layers = style["layers"].as_array().unwrap();
    assert_eq!(layers[0]["type"], "background");
    assert!(layers.len() > 5);
    for layer in &layers[1..] {
        assert_eq!(layer["source"], "district", "{layer}");
        assert_ne!(layer["layout"]["text-field"], "name", "{layer}");
        assert!(
            layer["maxzoom"].as_f64().unwrap() <= 10.5,
            "no coarse shore at town zoom: {layer}"
        );
    }
    assert!(style.to_string().contains("name:fr"));
    for member in ["glyphs", "sprite"] {
        assert!(
            style[member].is_null(),
            "{member} would be files we do not have"
        );
    }
    let dark = town.get("/style.json?scheme=dark").await.json();
    assert_ne!(dark["layers"][0], style["layers"][0]);
    for (query, named) in [
        ("scheme=pink", "scheme"),
        ("lang=tlh", "lang"),
        ("key=1", "key"),
    ] {
        assert!(
            town.get(&format!("/style.json?{query}"))
                .await
                .problem(400)
                .contains(named)
        );
    }
}
