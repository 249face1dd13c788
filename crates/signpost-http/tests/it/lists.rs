//! `/api/v1/sites`, `/needs`, `/plan`, `/directory.json`, `/health`, `/metrics`

use std::io::Read as _;

use serde_json::Value;

use signpost_web::{
    App,
    metrics::{Metrics, MetricsPlace},
};

use crate::town::{NOW, Town, clock, snapshot, training};

fn slugs(body: &Value) -> Vec<String> {
    body["features"]
        .as_array()
        .unwrap()
        .iter()
        .map(|feature| feature["id"].as_str().unwrap().to_owned())
        .collect()
}

#[actix_rt::test]
async fn sites_are_geojson_nearest_first_with_their_distance() {
    let town = Town::to_read();
    let answer = town
        .get("/api/v1/sites?need=supplies&near=49.5512,-94.8950&within=1000")
        .await;
    assert_eq!(answer.header("content-type"), "application/geo+json");
    let body = answer.json();
    assert_eq!(body["type"], "FeatureCollection");
    assert_eq!(body["edition"], "preview");
    let features = body["features"].as_array().unwrap();
    assert_eq!(features[0]["properties"]["slug"], "pinecone-pharmacy-main");
    let metres: Vec<u64> = features
        .iter()
        .map(|feature| feature["properties"]["distance_m"].as_u64().unwrap())
        .collect();
    assert!(
        metres.is_sorted() && metres.iter().all(|metres| *metres <= 1_000),
        "{metres:?}"
    );
    assert_eq!(features[0]["geometry"]["type"], "Point");
    assert_eq!(
        features[0]["properties"]["services"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert!(
        !slugs(&body).contains(&"lantern-rest-shelter".to_owned()),
        "it may not hand out supplies"
    );
}

#[actix_rt::test]
async fn pages_follow_each_other_without_gap_or_overlap() {
    let town = Town::to_read();
    for base in [
        "/api/v1/sites?limit=4",
        "/api/v1/sites?limit=4&near=49.55,-94.89",
    ] {
        let (mut seen, mut path) = (Vec::new(), base.to_owned());
        loop {
            let body = town.get(&path).await.json();
            seen.extend(slugs(&body));
            let Some(next) = body["next"].as_str() else {
                break;
            };
            path = format!("{base}&cursor={next}");
        }
        let whole = slugs(&town.get(&base.replace("limit=4", "limit=100")).await.json());
        assert_eq!(seen, whole);
        assert_eq!(whole.len(), training().published().sites.len());
    }
}

#[actix_rt::test]
async fn only_what_is_open_is_listed_as_open() {
    let town = Town::to_read();
    let open = town.get("/api/v1/sites?need=food&open=now").await.json();
    assert!(
        slugs(&open).is_empty(),
        "nobody serves lunch at a quarter past two: {open}"
    );
    let noon = town
        .get("/api/v1/sites?need=food&open=2026-11-25T12:30:00-05:00")
        .await
        .json();
    assert_eq!(slugs(&noon), ["cedar-circle-house", "kettle-table-hall"]);
    assert_eq!(
        noon["features"][0]["properties"]["services"][0]["state"],
        "open"
    );
}

#[actix_rt::test]
async fn a_box_and_words_narrow_the_list() {
    let town = Town::to_read();
    let west = town
        .get("/api/v1/sites?bbox=-94.92,49.54,-94.90,49.57")
        .await
        .json();
    assert!(slugs(&west).contains(&"west-side-kitchen".to_owned()));
    assert!(!slugs(&west).contains(&"birch-hall".to_owned()));
    let words = town.get("/api/v1/sites?q=PHARMACIE+cote").await.json();
    assert_eq!(
        slugs(&words),
        ["pinecone-pharmacy-west"],
        "accents and case do not matter"
    );
    // An accent and a hyphen that nobody sees: nothing is left to look for, and nothing is found.
    let nothing = town.get("/api/v1/sites?q=%CC%81%C2%AD").await.json();
    assert_eq!(slugs(&nothing), Vec::<String>::new());
    let meaning = town.get("/api/v1/sites?q=disposal").await.json();
    assert!(slugs(&meaning).contains(&"mill-park-box".to_owned()));
}

#[actix_rt::test]
async fn needs_are_in_their_order() {
    let town = Town::to_read();
    let body = town.get("/api/v1/needs?lang=fr").await.json();
    let needs = body["needs"].as_array().unwrap();
    assert_eq!(needs[0]["code"], "supplies");
    assert!(needs.len() >= 18);
    assert!(needs[0]["sites"].as_u64().unwrap() > 3);
}

#[actix_rt::test]
async fn the_plan_in_force_its_versions_and_its_faults_can_be_read() {
    let town = Town::to_read();
    let body = town.get("/api/v1/plan").await.json();
    assert_eq!(body["in_force"]["version"], 2);
    assert_eq!(body["drafts"].as_array().unwrap().len(), 1);
    assert_eq!(body["versions"].as_array().unwrap().len(), 3);
    let plan = town.get("/api/v1/plan/1").await.json();
    assert_eq!(plan["in_force"], false);
    assert_eq!(
        plan["rules"][0]["targets"][0]["site"],
        "pinecone-pharmacy-west"
    );
    let check = town.get("/api/v1/plan/check").await.json();
    assert_eq!(check["plans"].as_array().unwrap().len(), 3);
    assert!(check.to_string().contains("no_consent"));
    for body in [&body, &check, &town.get("/api/v1/plan/3").await.json()] {
        assert!(
            !body.to_string().contains("granite"),
            "who has not agreed to be a target is named: {body}"
        );
    }

    let mut draft_only = training();
    draft_only
        .plans
        .retain(|plan| plan.status == signpost_domain::PlanStatus::Draft);
    let body = Town::of(draft_only).get("/api/v1/plan").await.json();
    assert!(body["in_force"].is_null());
    assert!(!body["drafts"][0]["summary"].as_str().unwrap().is_empty());
}

#[actix_rt::test]
async fn the_bundle_holds_14_days_in_utc_minutes_and_is_not_sent_twice() {
    let town = Town::to_read();
    let answer = town.get("/api/v1/directory.json").await;
    let body = answer.json();
    assert_eq!(body["made_at"], NOW);
    assert_eq!(body["good_until"], "2026-12-09T14:15:00-05:00");
    assert_eq!(body["tzdb"], signpost_hours::tzdb_version());
    assert_eq!(
        body["sites"].as_array().unwrap().len(),
        training().published().sites.len()
    );
    let cedar = body["sites"]
        .as_array()
        .unwrap()
        .iter()
        .find(|site| site["slug"] == "cedar-circle-house")
        .unwrap();
    let intervals = &cedar["services"][0]["intervals"];
    let now: jiff::Timestamp = NOW.parse().unwrap();
    let closes: jiff::Timestamp = "2026-11-25T18:00:00-05:00".parse().unwrap();
    assert_eq!(
        intervals[0],
        serde_json::json!([now.as_second() / 60, closes.as_second() / 60, "open"])
    );
    assert!(
        cedar["services"][0].get("state").is_none(),
        "a state would be stale when it is read"
    );
    let tag = answer.header("etag").to_owned();
    let again = town
        .get_with("/api/v1/directory.json", &[("if-none-match", &tag)])
        .await;
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    let french = town
        .get_with("/api/v1/directory.json?lang=fr", &[("if-none-match", &tag)])
        .await;
    assert_eq!(french.status, 200);
}

#[actix_rt::test]
async fn health_says_how_it_stands_and_that_the_clock_is_fixed() {
    let town = Town::to_read();
    let answer = town.get("/api/v1/health").await;
    let body = answer.json();
    assert_eq!(body["status"], "ok");
    assert_eq!(body["edition"], "preview");
    assert_eq!(body["snapshot"]["sequence"], 7);
    assert_eq!(body["database"], "none");
    assert_eq!(body["clock"], NOW);
    assert_eq!(body["clock_fixed"], true);
    assert_eq!(body["tzdb"], signpost_hours::tzdb_version());
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[actix_rt::test]
async fn metrics_are_one_number_and_only_where_the_settings_say() {
    let town = Town::to_read();
    town.get("/api/v1/metrics").await.problem(404);
    let metrics = Metrics::default().at(MetricsPlace::Public);
    let app = App::new(snapshot(), clock(), true, None).with_metrics(metrics);
    let town = Town::around(app);
    town.get("/api/v1/sites/birch-hall").await;
    town.get("/api/v1/sites?near=49.5512,-94.8950").await;
    town.get("/secret-path").await;
    let text = town.get("/api/v1/metrics").await.body();
    let counted = "signpost_http_request_duration_seconds_count 3\n";
    assert!(text.contains(counted), "{text}");
    for told in [
        "birch-hall",
        "49.55",
        "secret",
        "route",
        "method",
        "status",
        "/api",
    ] {
        assert!(!text.contains(told), "{told}: {text}");
    }
}

#[actix_rt::test]
async fn answers_are_compressed_for_who_takes_that() {
    let town = Town::to_read();
    let plain = town.get("/api/v1/sites").await;
    let packed = town
        .get_with("/api/v1/sites", &[("accept-encoding", "gzip")])
        .await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(
        packed
            .header("vary")
            .to_lowercase()
            .contains("accept-encoding")
    );
    let mut words = String::new();
    flate2::read::GzDecoder::new(&packed.bytes[..])
        .read_to_string(&mut words)
        .unwrap();
    assert_eq!(words, plain.body());
    assert!(packed.bytes.len() * 3 < plain.bytes.len());
}

#[actix_rt::test]
async fn in_a_live_edition_made_up_rows_never_leave_the_server() {
    let mut live = training();
    live.edition = signpost_domain::Edition::Live;
    let town = Town::of(live);
    assert!(slugs(&town.get("/api/v1/sites").await.json()).is_empty());
    town.get("/api/v1/sites/birch-hall").await.problem(404);
}
