//! The map under the pins, over HTTP.

use std::{collections::BTreeMap, io::Read as _, path::Path};

use fast_mvt::{MvtReaderRef, MvtValueRef};
use flate2::read::GzDecoder;
use signpost_basemap::Basemaps;
use signpost_domain::{LonLat, SiteSlug};
use signpost_web::App;
use tempfile::TempDir;

use crate::town::{Answer, Town, snapshot};

/// The tile of zoom 8 that Kenora lies in.
const KENORA: &str = "8/60/87";

fn district_file() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/basemap/district.pmtiles");
    std::fs::read(path).expect("the district's archive")
}

/// A town whose street map is a file in a folder of its own.
fn with_street_map(folder: &TempDir, file: &[u8]) -> Town {
    let path = folder.path().join("basemap.pmtiles");
    std::fs::write(&path, file).expect("written");
    let basemaps = Basemaps::with_town(vec![path]).expect("the district's archive");
    let app = App::new(snapshot(), crate::town::clock(), true, None).with_basemaps(basemaps);
    Town::around(app)
}

fn unpacked(answer: &Answer) -> String {
    assert_eq!(answer.header("content-encoding"), "gzip");
    let mut plain = Vec::new();
    GzDecoder::new(answer.bytes.as_slice())
        .read_to_end(&mut plain)
        .expect("gzip");
    String::from_utf8_lossy(&plain).into_owned()
}

#[actix_rt::test]
async fn the_district_is_there_without_any_file_and_says_that_there_are_no_streets() {
    let town = Town::to_read();
    let answer = town.get("/tiles/basemap.json").await;
    assert_eq!(answer.status, 200);
    let about = answer.json();
    assert_eq!(about["tilejson"], "3.0.0");
    assert_eq!(about["street"], false);
    assert!(about["town"].is_null());
    assert_eq!(
        (&about["minzoom"], &about["maxzoom"]),
        (&0.into(), &8.into())
    );
    let attribution = about["attribution"].as_str().unwrap();
    assert!(attribution.contains("Natural Earth"), "{attribution}");
    let address = about["tiles"][0].as_str().unwrap();
    assert_eq!(about["district"]["tiles"][0], address);

    let tile = town.get(&address.replace("{z}/{x}/{y}", KENORA)).await;
    assert_eq!(tile.status, 200);
    assert_eq!(
        tile.header("content-type"),
        "application/vnd.mapbox-vector-tile"
    );
    assert_eq!(
        tile.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(tile.header("access-control-allow-origin"), "*");
    let words = unpacked(&tile);
    assert!(words.contains("Kenora") && words.contains("Lac des Bois"));
    let again = town
        .get_with(
            "/tiles/basemap.json",
            &[("if-none-match", answer.header("etag"))],
        )
        .await;
    assert_eq!(again.status, 304);
}

#[actix_rt::test]
async fn a_tile_is_packed_once_and_unpacked_for_who_asks_for_that() {
    let town = Town::to_read();
    let path = format!("/tiles/basemap/{KENORA}.mvt");
    let packed = town
        .get_with(&path, &[("accept-encoding", "gzip, br")])
        .await;
    assert!(unpacked(&packed).contains("Kenora"));
    let plain = town
        .get_with(&path, &[("accept-encoding", "identity")])
        .await;
    assert_eq!(plain.header("content-encoding"), "");
    assert!(String::from_utf8_lossy(&plain.bytes).contains("Kenora"));
    assert!(plain.bytes.len() > packed.bytes.len());
    assert_eq!(packed.header("cache-control"), "public, max-age=300");
    let head = town.method("HEAD", &path).await;
    assert_eq!(head.status, 200);
}

#[actix_rt::test]
async fn an_empty_tile_an_old_hash_and_nonsense_are_told_apart() {
    let town = Town::to_read();
    let empty = town.get("/tiles/basemap/8/0/0.mvt").await;
    assert_eq!((empty.status, empty.bytes.len()), (204, 0));
    let old = town
        .get(&format!("/tiles/basemap/0123456789abcdef/{KENORA}.mvt"))
        .await;
    assert!(old.problem(404).contains("/tiles/basemap.json"));
    for (path, said) in [
        ("/tiles/basemap/23/0/0.mvt", "0 to 22"),
        (
            "/tiles/basemap/2/4/0.mvt",
            "x: at zoom 2 it is a whole number from 0 to 3",
        ),
        ("/tiles/basemap/2/0/-1.mvt", "y: "),
        ("/tiles/basemap/2/+1/1.mvt", "x: "),
        ("/tiles/basemap/02/1/1.mvt", "z: "),
        ("/tiles/basemap/0123456789abcdef/8/x/87.mvt", "x: "),
        ("/tiles/basemap/99999999999/0/0.mvt", "z: "),
    ] {
        let detail = town.get(path).await.problem(400);
        assert!(detail.contains(said), "{path}: {detail}");
    }
    assert_eq!(
        town.get(&format!("/tiles/basemap/{KENORA}.png"))
            .await
            .status,
        404
    );
    assert_eq!(town.method("POST", "/tiles/basemap.json").await.status, 405);
}

#[actix_rt::test]
async fn a_street_map_that_is_replaced_is_served_under_its_new_hash_and_a_broken_one_is_not() {
    let folder = TempDir::new().unwrap();
    let mut file = district_file();
    file.push(0);
    let town = with_street_map(&folder, &file);
    let path = folder.path().join("basemap.pmtiles");
    town.app.look_at_the_basemap().await;
    let first = town.get("/tiles/basemap.json").await.json();
    assert_eq!(first["street"], true);
    let hash = |about: &serde_json::Value| about["town"]["hash"].as_str().unwrap().to_owned();
    assert_ne!(first["town"]["hash"], first["district"]["hash"]);

    std::fs::write(folder.path().join("cut"), &file[..file.len() / 2]).unwrap();
    std::fs::rename(folder.path().join("cut"), &path).unwrap();
    town.app.look_at_the_basemap().await;
    let kept = town.get("/tiles/basemap.json").await.json();
    assert_eq!(hash(&kept), hash(&first), "a broken file is refused");
    let address = format!("/tiles/basemap/{}/{KENORA}.mvt", hash(&first));
    assert_eq!(town.get(&address).await.status, 200);

    file.push(0);
    std::fs::write(folder.path().join("new"), &file).unwrap();
    std::fs::rename(folder.path().join("new"), &path).unwrap();
    town.app.look_at_the_basemap().await;
    let second = town.get("/tiles/basemap.json").await.json();
    assert_ne!(hash(&second), hash(&first));
    assert_eq!(town.get(&address).await.status, 404, "the old hash is gone");
    let address = format!("/tiles/basemap/{}/{KENORA}.mvt", hash(&second));
    assert_eq!(town.get(&address).await.status, 200);

    std::fs::remove_file(&path).unwrap();
    town.app.look_at_the_basemap().await;
    let none = town.get("/tiles/basemap.json").await.json();
    assert_eq!(none["street"], false);
}

/// The layers of a tile: each feature's properties by name, as text.
fn features(tile: &[u8]) -> Vec<BTreeMap<String, String>> {
    let reader = MvtReaderRef::new(tile).expect("a vector tile");
    let mut all = Vec::new();
    for layer in reader.layers() {
        assert_eq!(layer.name(), "sites");
        for feature in layer.features() {
            let properties = feature.properties().map(|property| {
                let (key, value) = property.expect("a property");
                let text = match value {
                    MvtValueRef::String(text) => text.to_owned(),
                    other => format!("{other:?}"),
                };
                (key.to_owned(), text)
            });
            all.push(properties.collect());
        }
    }
    all
}

#[actix_rt::test]
async fn every_site_with_a_point_is_in_the_tiles_with_what_it_offers() {
    let town = Town::to_read();
    let about = town.get("/tiles/sites.json").await.json();
    assert_eq!(about["tilejson"], "3.0.0");
    assert_eq!(about["vector_layers"][0]["id"], "sites");
    let address = about["tiles"][0].as_str().unwrap();
    assert!(address.starts_with("http://localhost"), "{address}");
    assert!(
        address.ends_with("/tiles/sites/{z}/{x}/{y}.mvt"),
        "{address}"
    );
    let tile = town.get("/tiles/sites/0/0/0.mvt").await;
    assert_eq!(tile.header("cache-control"), "public, max-age=60");
    let found = features(&tile.bytes);
    let snapshot = town.app.snapshot();
    let placed = snapshot
        .sites()
        .filter(|site| snapshot.site(*site).point.is_some());
    assert_eq!(found.len(), placed.count());
    let birch = found
        .iter()
        .find(|one| one["slug"] == "birch-hall")
        .unwrap();
    assert_eq!(birch["name"], "Birch Hall");
    assert!(birch["example"].contains("true"), "{birch:?}");

    // What a site is known not to offer is not among its needs.
    let list = town
        .get("/api/v1/sites?need=supplies&limit=100")
        .await
        .json();
    let mut listed: Vec<&str> = list["features"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| !one["geometry"].is_null())
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    let mut drawn: Vec<&str> = found
        .iter()
        .filter(|one| one["needs"].split(' ').any(|need| need == "supplies"))
        .map(|one| one["slug"].as_str())
        .collect();
    listed.sort_unstable();
    drawn.sort_unstable();
    assert!(!drawn.is_empty());
    assert_eq!(drawn, listed);
}

#[actix_rt::test]
async fn a_tile_that_is_kept_is_the_same_and_gives_way_to_the_next_snapshot() {
    let town = Town::to_edit().await;
    let first = town.get("/tiles/sites/0/0/0.mvt").await;
    let tag = first.header("etag").to_owned();
    let again = town.get("/tiles/sites/0/0/0.mvt").await;
    assert_eq!((&again.bytes, again.header("etag")), (&first.bytes, &*tag));
    let held = town
        .get_with("/tiles/sites/0/0/0.mvt", &[("If-None-Match", &tag)])
        .await;
    assert_eq!((held.status, held.bytes.len()), (304, 0));
    assert_eq!(held.header("cache-control"), "public, max-age=60");
    let (token, before) = (
        town.token("cedar-circle").await,
        crate::editor::tag(&town).await,
    );
    let edit = crate::editor::Edit {
        path: crate::editor::PATH,
        token: Some(&token),
        tag: Some(&before),
        key: None,
        body: serde_json::json!({"services": {"supplies": {"offer": "not_offered"}}}),
    };
    let edited = edit.patch(&town).await;
    assert_eq!(edited.status, 200, "{}", edited.body());
    let next = town.get("/tiles/sites/0/0/0.mvt").await;
    assert_eq!(next.status, 200);
    assert_ne!(next.header("etag"), tag);
}

#[actix_rt::test]
async fn a_tile_without_sites_is_empty_and_nonsense_is_refused() {
    let town = Town::to_read();
    let empty = town.get("/tiles/sites/8/0/0.mvt").await;
    assert_eq!((empty.status, empty.bytes.len()), (204, 0));
    assert!(
        town.get("/tiles/sites/3/8/0.mvt")
            .await
            .problem(400)
            .contains("0 to 7")
    );
    assert_eq!(town.get("/tiles/sites.json?lang=fr").await.status, 400);
}

#[actix_rt::test]
async fn a_crowded_tile_is_thinned_and_counts_what_it_leaves_out() {
    let mut directory = crate::town::training();
    let first = directory.sites[0].clone();
    for ix in 0..6_000_u32 {
        let mut site = first.clone();
        site.slug = SiteSlug::new(&format!("crowd-{ix}")).unwrap();
        let (row, column) = (f64::from(ix / 80), f64::from(ix % 80));
        site.point = LonLat::new(-94.5 + column / 100.0, 49.5 + row / 100.0).ok();
        directory.sites.push(site);
    }
    let town = Town::of(directory);
    let found = features(&town.get("/tiles/sites/0/0/0.mvt").await.bytes);
    assert!(found.len() < 100, "{}", found.len());
    let count: u64 = found
        .iter()
        .map(|one| {
            one["sites"]
                .trim_matches(|c: char| !c.is_ascii_digit())
                .parse::<u64>()
                .unwrap()
        })
        .sum();
    let placed = town.app.snapshot().sites().count();
    assert!(
        count > 6_000 && count <= placed as u64,
        "{count} of {placed}"
    );
    let near = features(&town.get("/tiles/sites/12/972/1391.mvt").await.bytes);
    assert!(near.iter().all(|one| !one.contains_key("sites")));
}
