//! Pictures of the map, on pages and by their addresses.

use signpost_basemap::Basemaps;
use signpost_pictures::Album;
use signpost_web::App;
use tempfile::TempDir;

use crate::town::{Town, clock, snapshot};

/// The training town with its streets and pictures, and the folder they lie in.
async fn pictured() -> (Town, TempDir) {
    let folder = TempDir::new().unwrap();
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../data/training/basemap.pmtiles"
    );
    let basemaps = Basemaps::with_town(vec![file.into()]).unwrap();
    basemaps.refresh().await;
    let town = Town::around(
        App::new(snapshot(), clock(), true, None)
            .with_basemaps(basemaps)
            .with_pictures(Some(Album::of(folder.path().to_owned(), None))),
    );
    (town, folder)
}

/// The address of the picture on a page.
fn picture_on(html: &str) -> String {
    let (_, after) = html
        .split_once("class=\"picture\"><img src=\"")
        .expect("a picture");
    after
        .split('"')
        .next()
        .expect("an address")
        .replace("&#38;", "&")
}

#[actix_rt::test]
async fn a_place_and_the_map_have_a_picture_with_words_for_who_cannot_see_it() {
    let (town, _folder) = pictured().await;
    let bare = town.get("/sites/cedar-circle-house").await.body();
    assert!(!bare.contains("class=\"picture\""), "none is drawn yet");
    assert!(town.app.draw_pictures().unwrap() > 0);
    assert_eq!(town.app.draw_pictures().unwrap(), 0, "nothing changed");
    for (page, alt) in [
        (
            "/sites/cedar-circle-house",
            "Map: Cedar Circle House and what is near",
        ),
        (
            "/fr/sites/cedar-circle-house",
            "Carte\u{a0}: Maison du Cercle de cèdre et ce qui est près",
        ),
        ("/map", "Map of the places in Birch Landing"),
    ] {
        let html = town.get(page).await.body();
        assert!(html.contains(&format!("alt=\"{alt}\"")), "{page}: {html}");
        let address = picture_on(&html);
        let picture = town.get(&address).await;
        assert_eq!(picture.status, 200, "{address}");
        assert_eq!(picture.header("content-type"), "image/png");
        assert_eq!(
            picture.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        assert!(picture.bytes.starts_with(b"\x89PNG"), "{address}");
        assert_eq!(address.starts_with("/fr/"), page.starts_with("/fr/"));
    }
}

#[actix_rt::test]
async fn links_to_a_page_are_shown_with_its_picture() {
    let (town, _folder) = pictured().await;
    let image = |html: &str| {
        let (_, after) = html.split_once("og:image\" content=\"").unwrap();
        after.split('"').next().unwrap().to_owned()
    };
    let before = image(&town.get("/sites/birch-hall").await.body());
    assert!(before.contains("/assets/"), "{before}");
    town.app.draw_pictures().unwrap();
    let own = image(&town.get("/sites/birch-hall").await.body());
    assert!(own.contains("/static/birch-hall/1200x630.png?v="), "{own}");
    let other = image(&town.get("/privacy").await.body());
    assert!(other.contains("/static/_town/1200x630.png?v="), "{other}");
}

#[actix_rt::test]
async fn an_old_address_leads_to_the_picture_of_now_and_nothing_else_is_drawn() {
    let (town, _folder) = pictured().await;
    town.app.draw_pictures().unwrap();
    for query in ["", "?v=0000000000000000"] {
        let old = town
            .get(&format!("/static/birch-hall/360x240@2x.png{query}"))
            .await;
        assert_eq!(old.status, 302);
        let now = old.header("location").to_owned();
        assert!(
            now.starts_with("/static/birch-hall/360x240@2x.png?v="),
            "{now}"
        );
        assert_eq!(town.get(&now).await.status, 200);
    }
    let half = town.get("/static/birch-hall/1275x825.png").await;
    assert_eq!(half.status, 302);
    for (path, status) in [
        ("/static/birch-hall/9000x9000.png", 404),
        ("/static/nobody/1200x630.png", 404),
        ("/static/birch-hall/1200x630.png?w=3", 400),
    ] {
        assert_eq!(town.get(path).await.status, status, "{path}");
    }
}

#[actix_rt::test]
async fn a_server_without_pictures_or_with_an_emptied_folder_has_whole_pages() {
    let town = Town::to_read();
    assert_eq!(town.app.draw_pictures().unwrap(), 0);
    assert_eq!(town.get("/static/_town/1200x630.png").await.status, 404);
    let (town, folder) = pictured().await;
    town.app.draw_pictures().unwrap();
    let html = town.get("/sites/birch-hall").await.body();
    folder.close().unwrap();
    let gone = town.get(&picture_on(&html)).await;
    assert_eq!(gone.status, 404);
    assert_eq!(town.get("/sites/birch-hall").await.status, 200);
}
