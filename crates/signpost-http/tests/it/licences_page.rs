//! `/about/licences`: whose work is built in.

use crate::{
    pages::{page, zipped},
    town::Town,
};

#[actix_rt::test]
async fn the_page_of_licences_names_every_library_and_leads_to_their_texts() {
    let town = Town::to_read();
    let list = include_str!("../../../../web/licences/crates.json");
    let list: serde_json::Value = serde_json::from_str(list).expect("JSON");
    for (path, about, program) in [
        ("/about/licences", "/about", "In the server: "),
        ("/fr/about/licences", "/fr/about", "Dans le serveur\u{a0}: "),
    ] {
        let link = format!("href=\"{path}\"");
        assert!(page(&town, about).await.contains(&link), "{about}");
        let html = page(&town, path).await;
        let libraries = |part: &str| list[part].as_array().expect("a list").clone();
        for one in libraries("binary").iter().chain(&libraries("pictures")) {
            let text = |name: &str| one[name].as_str().expect("a text");
            let named = format!("{} {}", text("name"), text("version"));
            assert!(html.contains(&named), "{path}: {named}");
            let licence = format!("translate=\"no\">{} <", text("licence"));
            assert!(html.contains(&licence), "{path}: {licence}");
        }
        let counted = format!("{program}{}", libraries("binary").len());
        assert!(html.contains(&counted), "{path}: {counted}");
        assert!(html.contains("leaflet 1.") && html.contains("maplibre-gl "));
        // A phone gets it in a few kilobytes, and opens what it wants to read.
        let size = zipped(&html);
        assert!(size < 20_000, "{path}: {size}");
        assert!(html.matches("<details").count() >= 3 && !html.contains("<details open"));
        let (_, texts) = html.split_once("href=\"/assets/licences-").expect("texts");
        let (name, _) = texts.split_once('"').expect("an end");
        let texts = town.get(&format!("/assets/licences-{name}")).await;
        assert_eq!(texts.status, 200);
        assert!(texts.body().contains("Apache License"));
    }
}
