//! A point that cannot be meant is named, whatever door it comes by.

use serde_json::json;
use tempfile::TempDir;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open},
    town::{Town, training},
};

/// A point that cannot be meant, latitude first, and a word of what is said of it in a file or the API.
const MISPLACED: [(f64, f64, &str); 5] = [
    (0.0, 0.0, "0, 0"),
    (49.5502, 94.8935, "west is negative"),
    (-49.5502, -94.8935, "north is positive"),
    (-94.8935, 49.5502, "swapped"),
    (43.65, -79.38, "km from the middle"),
];

#[actix_rt::test]
async fn a_point_that_cannot_be_meant_is_named_at_every_door() {
    let town = Town::to_edit().await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let folder = TempDir::new().unwrap();
    for (lat, lon, word) in MISPLACED {
        let table = folder.path().join("sites.csv");
        let text = format!(
            "slug,lat,lon,organization,source\ncedar-circle-house,{lat},{lon},cedar-circle,A call\n"
        );
        std::fs::write(&table, text).unwrap();
        let map = folder.path().join("sites.geojson");
        let feature = json!({
            "type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]},
            "properties": {"slug": "cedar-circle-house"},
        });
        let text = json!({"type": "FeatureCollection", "features": [feature]});
        std::fs::write(&map, text.to_string()).unwrap();
        for file in [&table, &map] {
            let faults = signpost_exchange::read_into(training(), file).unwrap_err();
            assert_eq!(faults.len(), 1, "{faults:#?}");
            assert!(faults[0].message.contains(word), "{faults:#?}");
        }

        let edit = Edit {
            path: PATH,
            token: Some(&token),
            tag: Some(&before),
            key: None,
            body: json!({"point": [lon, lat]}),
        };
        let answer = edit.patch(&town).await;
        answer.problem(400);
        let error = &answer.json()["errors"][0];
        assert_eq!(error["field"], "point", "{error}");
        assert!(error.to_string().contains(word), "{error}");

        for form in [format!("{HOUSE}/place"), "/agency/sites/new".to_owned()] {
            let form = open(&mut ana, &form).await;
            let form = form.with("point", &format!("{lat}, {lon}"));
            let answer = form.press(&mut ana, "save").await;
            assert_eq!(answer.status, 422, "{lat}, {lon}");
            let page = answer.body();
            assert!(
                page.contains("id=\"f-point-fault\""),
                "{lat}, {lon}: {page}"
            );
        }
    }
}
