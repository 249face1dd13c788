//! What is within reach: figures that agree at each door, files to take along, and a point dropped in the river.

use std::f64::consts::PI;

use serde_json::{Value, json};
use signpost_domain::{Directory, LonLat, NeedCode};

use crate::town::{Town, training};

const COVERAGE: &str = "/api/v1/coverage";

async fn coverage(town: &Town, query: &str) -> Value {
    let answer = town.get(&format!("{COVERAGE}?{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    assert_eq!(answer.header("content-type"), "application/geo+json");
    answer.json()
}

/// The training town with one box that is always open, and nothing else for used needles.
fn one_box(at: (f64, f64)) -> Directory {
    let mut directory = training();
    let disposal = NeedCode::disposal();
    for site in &mut directory.sites {
        if site.slug.as_str() == "mill-park-box" {
            site.point = Some(LonLat::new(at.0, at.1).unwrap());
        } else {
            site.services.retain(|service| service.need != disposal);
            site.disposal_point = None;
        }
    }
    directory
}

#[actix_rt::test]
async fn one_box_in_the_middle_of_a_quarter_reaches_what_paper_says() {
    // Old Town is 0.0135 by 0.0085 degrees; a circle of 200 m lies in it whole.
    let town = Town::of(one_box((-94.8918, 49.5492)));
    let body = coverage(&town, "metres=200").await;
    let circle = PI * 200.0 * 200.0;
    let found = body["square_metres"].as_f64().unwrap();
    assert!(
        (found / circle - 1.0).abs() < 0.05,
        "two digits of {circle}: {found}"
    );
    assert_eq!(body["square_metres"].to_string(), "130000.0");
    let (width, height) = (0.0135 * 72_300.0, 0.0085 * 111_200.0);
    let share = circle / (width * height) * 100.0;
    let old_town = &body["neighbourhoods"][0];
    assert_eq!(old_town["id"], "old-town");
    assert!(
        (old_town["percent"].as_f64().unwrap() - share).abs() < 0.6,
        "{share}: {old_town}"
    );
    assert_eq!(body["neighbourhoods"][1]["percent"], 0);
    assert_eq!(
        (&body["points"], &body["method"]),
        (&json!(1), &json!("straight_over_land"))
    );
    assert_eq!(body["day"], "2026-11-25");
    assert!(
        body["method_text"]
            .as_str()
            .unwrap()
            .contains("approximate")
    );
    // Gaps are largest first, and each lies in a neighbourhood with a name.
    let gaps = body["gaps"].as_array().unwrap();
    let sizes: Vec<f64> = gaps
        .iter()
        .map(|gap| gap["square_metres"].as_f64().unwrap())
        .collect();
    assert!(
        sizes.windows(2).all(|pair| pair[0] >= pair[1]) && sizes.len() >= 4,
        "{sizes:?}"
    );
    // What is drawn is what is told.
    let what = |kind: &str| {
        let features = body["features"].as_array().unwrap().iter();
        features
            .filter(|one| one["properties"]["what"] == kind)
            .count()
    };
    assert_eq!(
        (what("covered"), what("neighbourhood"), what("point")),
        (1, 4, 1)
    );
    assert_eq!(what("gap"), gaps.len());
    // Farther reaches more; other hours reach what is open then.
    let more = coverage(&town, "metres=800").await;
    assert!(more["square_metres"].as_f64().unwrap() > 6.0 * found);
}

#[actix_rt::test]
async fn a_box_in_the_river_is_named_and_never_a_silent_nothing() {
    let town = Town::of(one_box((-94.9000, 49.5520)));
    let body = coverage(&town, "metres=400").await;
    assert_eq!(body["in_water"][0]["site"], "mill-park-box");
    assert_eq!(
        (&body["points"], &body["square_metres"]),
        (&json!(0), &json!(0.0))
    );
    let page = town.get("/disposal").await.body();
    assert!(
        page.contains("Mill Park needle box lies in the water on our map."),
        "{page}"
    );
}

#[actix_rt::test]
async fn hours_need_and_what_nobody_knows_change_what_counts() {
    let town = Town::to_read();
    let day = coverage(&town, "metres=400").await;
    let night = coverage(&town, "metres=400&at=2026-11-25T03:00:00-05:00").await;
    assert!(
        day["points"].as_u64() > night["points"].as_u64(),
        "{day} {night}"
    );
    assert_eq!(night["points"], 3, "the boxes that are always open");
    let all = coverage(&town, "metres=400&count=open_or_unknown").await;
    assert!(all["points"].as_u64() > day["points"].as_u64());
    let supplies = coverage(&town, "metres=400&need=supplies").await;
    assert_eq!(supplies["asked"]["need"], "supplies");
    for query in [
        "metres=10",
        "metres=9999",
        "metres=400.5",
        "need=nonsense",
        "count=all",
        "at=today",
        "radius=3",
    ] {
        town.get(&format!("{COVERAGE}?{query}")).await.problem(400);
    }
    // A proposed box is no part of it.
    assert!(
        !all.to_string().contains("sawmill-road-box")
            && !all.to_string().contains("Sawmill Road needle box")
    );
}

#[actix_rt::test]
async fn many_who_ask_at_once_are_answered_alike() {
    let town = Town::to_read();
    let asked = (0..24).map(|ix| {
        coverage(
            &town,
            if ix % 2 == 0 {
                "metres=300"
            } else {
                "metres=700"
            },
        )
    });
    let answers = futures_util::future::join_all(asked).await;
    assert!(
        answers
            .iter()
            .step_by(2)
            .all(|answer| *answer == answers[0])
    );
    assert!(
        answers
            .iter()
            .skip(1)
            .step_by(2)
            .all(|answer| *answer == answers[1])
    );
}

/// Of real Kenora nobody has said yet when anything is open: that is told, and is no finding of nothing.
#[actix_rt::test]
async fn what_has_to_be_asked_first_is_never_called_open_and_unknown_hours_are_no_zero() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/kenora");
    let town = Town::of(signpost_exchange::read_folder(path).unwrap());
    let page = town.get("/disposal").await.body();
    for never in ["No way on foot", "No way leads", "<td>0 %</td><td>0 %"] {
        assert!(!page.contains(never), "{never}: {page}");
    }
    assert!(page.contains("No place is known to be open"), "{page}");
    let asked = town.get("/disposal?count=open_or_unknown").await.body();
    let (_, figures) = asked.split_once("How much of the town").unwrap();
    let (figures, _) = figures.split_once("Parts of the town").unwrap();
    assert!(
        figures.contains("or one has to ask there first"),
        "{figures}"
    );
    for never in ["are open now.", "is open now.", "more are open, but"] {
        assert!(!figures.contains(never), "{never}: {figures}");
    }
}

#[actix_rt::test]
async fn the_page_of_another_instant_tells_its_figures_and_says_so() {
    let town = Town::to_read();
    let at = "2026-11-29T03:00:00-05:00";
    let then = coverage(&town, &format!("metres=200&at={at}")).await;
    let page = town.get(&format!("/disposal?metres=200&at={at}")).await;
    let page = page.body();
    let percent = then["percent"].as_u64().unwrap();
    assert!(
        page.contains(&format!("are that near: {percent} %.")),
        "{page}"
    );
    assert!(page.contains("Preview of Sunday, November 29"), "{page}");
    assert!(page.contains("at=2026-11-29"), "its links keep the instant");
}

#[actix_rt::test]
async fn the_page_tells_the_same_figures_and_its_links_choose_and_sort() {
    let town = Town::to_read();
    let body = coverage(&town, "metres=200").await;
    let page = town.get("/disposal?metres=200").await.body();
    let percent = body["percent"].as_u64().unwrap();
    assert!(
        page.contains(&format!("are that near: {percent} %.")),
        "{percent}: {page}"
    );
    for part in body["neighbourhoods"].as_array().unwrap() {
        let row = format!(
            "{}</th><td>{} %</td>",
            part["name"].as_str().unwrap(),
            part["percent"]
        );
        assert!(page.contains(&row), "{row}");
    }
    // 24 hours by 7 days, with heads both ways.
    let week = page
        .split("class=\"hours\"")
        .nth(1)
        .unwrap()
        .split("</table>")
        .next()
        .unwrap();
    assert_eq!(week.matches("<td>").count(), 168);
    assert_eq!(week.matches("scope=\"col\"").count(), 8);
    assert_eq!(week.matches("scope=\"row\"").count(), 24);
    // The cell of an hour is what the API says of it: Sunday, 3 am.
    let sunday = coverage(&town, "metres=200&at=2026-11-29T03:00:00-05:00").await;
    let three = week
        .split("<tr>")
        .find(|row| row.contains(">3 am<"))
        .unwrap();
    let cells: Vec<&str> = three
        .split("<td>")
        .skip(1)
        .map(|cell| cell.split('<').next().unwrap())
        .collect();
    // From Wednesday on, Sunday is the fifth.
    assert_eq!(cells[4], format!("{} %", sunday["percent"]));

    let table = |page: &str| {
        let table = page.split("<table class=\"points\"").nth(1).unwrap();
        table.split("</table>").next().unwrap().to_owned()
    };
    let always = table(&town.get("/disposal?when=always").await.body());
    assert!(
        always.contains("mill-park-box") && !always.contains("pinecone-pharmacy-main"),
        "{always}"
    );
    let medical = table(&town.get("/disposal?accepts=medical-sharps").await.body());
    assert!(
        medical.contains("pinecone-pharmacy-main") && !medical.contains("mill-park-box"),
        "{medical}"
    );
    let by_kind = table(&town.get("/disposal?sort=kind").await.body());
    assert!(
        by_kind.find("Counter with people") < by_kind.find("Outdoor box"),
        "{by_kind}"
    );
    let french = town.get("/fr/disposal?metres=200").await.body();
    assert!(
        french.contains(&format!("sont aussi près\u{a0}: {percent}\u{a0}%.")),
        "{french}"
    );
    for nonsense in ["metres=1e9", "sort=x&when=y&accepts=z", "%ff=%ff"] {
        assert_eq!(
            town.get(&format!("/disposal?{nonsense}")).await.status,
            200,
            "{nonsense}"
        );
    }
}

#[actix_rt::test]
async fn files_hold_every_point_with_day_edition_and_no_formula() {
    let mut directory = training();
    for site in &mut directory.sites {
        if site.slug.as_str() == "mill-park-box" {
            site.name.set(
                signpost_domain::Lang::En,
                "=HYPERLINK(\"https://bad.example\")",
            );
        }
    }
    let town = Town::of(directory);
    let table = town.get("/export/disposal.csv").await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    let table = table.body();
    assert!(
        table.starts_with("\u{feff}edition,day,method,lat,lon,slug,name,"),
        "{table}"
    );
    assert!(
        table.contains("'=HYPERLINK") && !table.contains(",\"=HYPERLINK"),
        "{table}"
    );
    assert!(
        table.contains(
            "preview,2026-11-25,\"Points and what they take stand as their sources give them"
        ) && table.contains(",49.5508,-94.8978,mill-park-box"),
        "{table}"
    );
    assert!(
        !table.contains("sawmill-road-box") && !table.contains("BL-SB-01"),
        "{table}"
    );
    let mut heads: Vec<&str> = table.lines().next().unwrap().split(',').collect();
    let all = heads.len();
    heads.sort_unstable();
    heads.dedup();
    assert_eq!(heads.len(), all, "a column stands there twice: {heads:?}");
    let rows = table.lines().count() - 1;

    let features = town.get("/export/disposal.geojson?lang=fr").await.json();
    assert_eq!(
        (&features["edition"], &features["day"]),
        (&json!("preview"), &json!("2026-11-25"))
    );
    let method = features["method"].as_str().unwrap();
    assert!(
        method.starts_with("Les points et ce qu’ils prennent"),
        "{method}"
    );
    let all = features["features"].as_array().unwrap();
    assert_eq!(all.len(), rows);
    let kiosk = all
        .iter()
        .find(|one| one["id"] == "west-landing-box")
        .unwrap();
    let properties = &kiosk["properties"];
    assert_eq!(properties["name"], "Boîte à seringues du débarcadère Ouest");
    assert_eq!(properties["accepts"], json!(["loose", "full-containers"]));
    assert_eq!(
        (&properties["open_24h"], &properties["osm_amenity"]),
        (&json!(true), &json!("needle_disposal"))
    );

    let package = town.get("/export/disposal.gpkg?metres=200").await;
    assert_eq!(
        package.header("content-type"),
        "application/geopackage+sqlite3"
    );
    assert_eq!(&package.bytes[..16], b"SQLite format 3\0");
    assert_eq!(&package.bytes[68..72], b"GPKG");
    for layer in [
        "points",
        "coverage",
        "gaps",
        "rtree_points_geom",
        "2026-11-25, edition preview",
        "stand as their sources give them",
    ] {
        let found = package
            .bytes
            .windows(layer.len())
            .any(|bytes| bytes == layer.as_bytes());
        assert!(found, "{layer}");
    }
    assert!(
        package
            .header("content-disposition")
            .contains("disposal-preview-2026-11-25.gpkg")
    );
}
