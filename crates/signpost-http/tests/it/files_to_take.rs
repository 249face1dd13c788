//! `/export/sites.*` and `/export/disposal.*`: files with a tag, a day and an edition, and nothing that is inside.

use crate::town::Town;

#[actix_rt::test]
async fn each_file_has_a_tag_and_a_name_and_is_not_sent_twice() {
    let town = Town::to_read();
    for (path, kind) in [
        ("/export/sites.geojson", "application/geo+json"),
        ("/export/sites.csv", "text/csv"),
        ("/export/sites.gpkg", "application/geopackage+sqlite3"),
        ("/export/disposal.geojson", "application/geo+json"),
        ("/export/disposal.csv", "text/csv"),
        ("/export/disposal.gpkg", "application/geopackage+sqlite3"),
    ] {
        let file = town.get(path).await;
        assert_eq!(file.status, 200, "{path}");
        assert!(file.header("content-type").starts_with(kind), "{path}");
        let (name, ending) = path
            .trim_start_matches("/export/")
            .split_once('.')
            .expect("a file");
        assert_eq!(
            file.header("content-disposition"),
            format!("attachment; filename=\"{name}-preview-2026-11-25.{ending}\""),
            "{path}"
        );
        assert_eq!(
            file.header("link"),
            "</about/licences#directory>; rel=\"license\"",
            "{path}"
        );
        let says = |words: &str| {
            let mut all = file.bytes.windows(words.len());
            all.any(|part| part == words.as_bytes())
        };
        assert!(says("preview"), "{path}");
        // A table has no room for these beside its rows; its name and its head tell them.
        let beside = says("2026-11-25") && says("not stated");
        assert!(ending == "csv" || beside, "{path}");
        let tag = file.header("etag");
        let again = town.get_with(path, &[("if-none-match", tag)]).await;
        assert_eq!(again.status, 304, "{path}");
        assert!(again.bytes.is_empty(), "{path}");
    }
}

#[actix_rt::test]
async fn places_as_geojson_say_their_day_and_edition_and_can_be_read_again() {
    let town = Town::to_read();
    let file = town.get("/export/sites.geojson?lang=fr").await;
    assert!(
        file.header("content-disposition")
            .contains("sites-preview-2026-11-25.geojson")
    );
    let body = file.json();
    assert_eq!(body["day"], "2026-11-25");
    assert_eq!(body["edition"], "preview");
    assert_eq!(body["lang"], "fr");
    assert!(body["licence"].is_string());
    let all = town.app.snapshot().directory().sites.len();
    assert_eq!(body["features"].as_array().unwrap().len(), all);
    for path in ["/export/sites.geojson", "/export/sites.csv"] {
        let body = town.get(path).await.body();
        for inside in ["BL-SB-01", "sawmill-road-box"] {
            assert!(!body.contains(inside), "{path}: {inside}");
        }
    }
    let refused = town.get("/export/sites.csv?bbox=1,2,3,4").await;
    refused.problem(400);
}

#[actix_rt::test]
async fn layers_of_another_hour_and_with_what_nobody_knows_are_other_layers() {
    let town = Town::to_read();
    let path = "/export/disposal.gpkg";
    let now = town.get(path).await;
    let night = town
        .get("/export/disposal.gpkg?at=2026-11-27T03:00:00-06:00")
        .await;
    assert_eq!((now.status, night.status), (200, 200));
    assert!(
        night
            .header("content-disposition")
            .contains("disposal-preview-2026-11-27.gpkg"),
        "{}",
        night.header("content-disposition")
    );
    let maybe = town
        .get("/export/disposal.gpkg?count=open_or_unknown")
        .await;
    assert_eq!(maybe.status, 200, "{}", maybe.body());
    let tags = [
        now.header("etag"),
        night.header("etag"),
        maybe.header("etag"),
    ];
    assert!(
        tags[0] != tags[1] && tags[0] != tags[2] && tags[1] != tags[2],
        "{tags:?}"
    );
    for query in ["count=all", "at=yesterday"] {
        town.get(&format!("{path}?{query}")).await.problem(400);
    }
}
