//! The training town's street map: it comes with the data, by the recipe of every town, and agrees with what the data say.

use std::{path::PathBuf, process::Command};

use serde_json::Value;
use signpost_exchange::read_folder;
use tempfile::TempDir;

use crate::server::{Server, root};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// A point as the map has it: longitude and latitude.
type Point = [f64; 2];

fn folder() -> PathBuf {
    root().join("data/training")
}

/// Everything drawn, one feature each.
fn drawn() -> Vec<Value> {
    let output = Command::new("osmium")
        .args(["export", "--no-progress", "--output-format=geojsonseq"])
        .args(["--format-option=print_record_separator=false", "--output=-"])
        .arg(folder().join("streets.osm.pbf"))
        .output()
        .expect("osmium");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a feature"))
        .collect()
}

fn points(value: &Value) -> Vec<Point> {
    serde_json::from_value(value.clone()).expect("points")
}

/// The rings of all areas of water, outer and inner alike: who is inside an odd number of them is wet.
fn water(drawn: &[Value]) -> Vec<Vec<Point>> {
    let wet = drawn.iter().filter(|one| {
        one["properties"]["natural"] == "water" && one["geometry"]["type"] == "MultiPolygon"
    });
    wet.flat_map(|one| one["geometry"]["coordinates"].as_array().expect("polygons"))
        .flat_map(|polygon| polygon.as_array().expect("rings"))
        .map(points)
        .collect()
}

fn is_in([x, y]: Point, ring: &[Point]) -> bool {
    ring.windows(2).fold(false, |odd, two| {
        let [a, b] = [two[0], two[1]];
        let crosses =
            (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]).mul_add((y - a[1]) / (b[1] - a[1]), a[0]);
        odd != crosses
    })
}

/// Metres between a point and a line, on a plane that is good enough for a town.
fn metres(at: Point, line: &[Point]) -> f64 {
    let flat = |[x, y]: Point| [(x - at[0]) * 72_230.0, (y - at[1]) * 111_200.0];
    line.windows(2)
        .map(|two| {
            let [[ax, ay], [bx, by]] = [flat(two[0]), flat(two[1])];
            let (dx, dy) = (bx - ax, by - ay);
            let share = -ax.mul_add(dx, ay * dy) / dx.mul_add(dx, dy * dy).max(1e-9);
            let share = share.clamp(0.0, 1.0);
            share.mul_add(dx, ax).hypot(share.mul_add(dy, ay))
        })
        .fold(f64::INFINITY, f64::min)
}

#[test]
fn served_with_its_data_the_training_town_has_streets_and_ways_along_them() {
    let server = Server::start("data/training", NOW);
    let about = server.get("/tiles/basemap.json").json();
    assert_eq!(about["street"], true);
    assert_eq!(
        about["attribution"],
        "Birch Landing is invented, and so is this map of it"
    );
    let coverage = server.get("/api/v1/coverage?need=disposal").json();
    assert_eq!(coverage["method"], "along_streets");

    // A database that was filled from elsewhere is of another town: these streets are not its streets.
    let folder = TempDir::new().unwrap();
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let filled = crate::server::signpost(&["import", "data/kenora", "--database", &database]);
    assert!(filled.status.success(), "{filled:?}");
    let kenora = Server::start_in(folder, "data/training", NOW);
    assert_eq!(kenora.get("/tiles/basemap.json").json()["street"], false);
}

#[test]
fn the_map_is_what_its_drawing_gives_and_small() {
    let out = TempDir::new().unwrap();
    let tools = root().join("target/tools");
    let path = std::env::var("PATH").expect("a path");
    let built = Command::new("sh")
        .arg(root().join("data/basemap/training/build.sh"))
        .arg(out.path())
        .env("SIGNPOST", env!("CARGO_BIN_EXE_signpost"))
        .env("PATH", format!("{}/bin:{path}", tools.display()))
        .env("PYTHONPATH", &tools)
        .output()
        .expect("a shell");
    let words = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{words}");
    for (file, most) in [("streets.osm.pbf", 100_000), ("basemap.pmtiles", 300_000)] {
        let shipped = std::fs::read(folder().join(file)).unwrap();
        assert!(shipped.len() <= most, "{file}: {} bytes", shipped.len());
        let made = std::fs::read(out.path().join(file)).unwrap();
        assert_eq!(
            made.len().abs_diff(shipped.len()) * 50 / shipped.len(),
            0,
            "run data/basemap/training/build.sh, and commit {file}"
        );
    }
}

#[test]
fn addresses_stand_at_their_streets_and_nothing_stands_in_the_water() {
    let directory = read_folder(folder()).expect("the data");
    let drawn = drawn();
    let water = water(&drawn);
    assert!(water.len() > 3, "river, lake, pond, islands");
    let wet = |at: Point| water.iter().filter(|ring| is_in(at, ring)).count() % 2 == 1;
    assert!(wet([-94.9, 49.5545]) && wet([-94.9, 49.541]) && !wet([-94.8985, 49.5337]));

    let mut at_a_street = 0;
    for site in &directory.sites {
        let Some(point) = site.point else { continue };
        let at = [point.lon(), point.lat()];
        assert!(!wet(at), "{} stands in the water", site.slug);
        let number = site.address.split(' ').next().unwrap_or_default();
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let street = site.address[number.len()..].trim();
        let near = drawn
            .iter()
            .filter(|one| {
                one["geometry"]["type"] == "LineString" && one["properties"]["name"] == street
            })
            .map(|one| metres(at, &points(&one["geometry"]["coordinates"])))
            .fold(f64::INFINITY, f64::min);
        assert!(near < 60.0, "{}: {near} m from {street}", site.slug);
        at_a_street += 1;
    }
    assert!(at_a_street >= 11, "{at_a_street}");
    for landmark in &directory.landmarks {
        let at = [landmark.point.lon(), landmark.point.lat()];
        assert!(!wet(at), "{} lies in the water", landmark.id);
    }
    // The banks that tell sides apart are about where the map draws the shore.
    let banks: Vec<Vec<Point>> = directory
        .ground
        .banks
        .iter()
        .map(|bank| bank.ring.iter().map(|at| [at.lon(), at.lat()]).collect())
        .collect();
    let (mut alike, mut all) = (0, 0);
    for x in 0..40 {
        for y in 0..40 {
            let at = [
                f64::from(x).mul_add(0.001, -94.92),
                f64::from(y).mul_add(0.001, 49.536),
            ];
            let dry = banks.iter().any(|bank| is_in(at, bank));
            all += 1;
            alike += i32::from(dry != wet(at));
        }
    }
    assert!(alike * 100 > all * 95, "{alike} of {all}");
}
