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
        assert!(
            file.header("content-disposition")
                .starts_with("attachment; filename="),
            "{path}"
        );
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
