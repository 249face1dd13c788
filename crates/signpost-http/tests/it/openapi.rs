//! The catalogue against the routes, both ways, and against `docs/API.md`.

use std::collections::BTreeSet;

use crate::town::Town;

const ROUTES: &str = include_str!("../../../signpost-api/src/lib.rs");
const GUIDE: &str = include_str!("../../../../docs/API.md");

/// The addresses in the list of routes.
fn routed() -> BTreeSet<String> {
    ROUTES
        .split('"')
        .filter(|text| text.starts_with("/api/"))
        .map(str::to_owned)
        .collect()
}

#[actix_rt::test]
async fn every_route_is_in_the_catalogue_and_every_entry_is_a_route() {
    let town = Town::to_read();
    let document = town.get("/api/openapi.json").await.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    let paths = document["paths"].as_object().unwrap();
    let told: BTreeSet<String> = paths.keys().cloned().collect();
    assert_eq!(told, routed());
    for (path, methods) in paths {
        let address = path
            .replace("{slug}", "birch-hall")
            .replace("{version}", "2")
            .replace("{id}", "storm");
        // A method nobody has makes the server name those it has.
        let allowed = town
            .method("TRACE", &address)
            .await
            .header("allow")
            .to_ascii_lowercase();
        let allowed: BTreeSet<&str> = allowed
            .split(", ")
            .filter(|method| !["head", "options"].contains(method))
            .collect();
        let told: BTreeSet<&str> = methods
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(told, allowed, "{path}");
    }
}

#[actix_rt::test]
async fn every_reference_in_the_document_leads_somewhere() {
    let town = Town::to_read();
    let body = town.get("/api/openapi.json").await.body();
    let document: serde_json::Value = serde_json::from_str(&body).unwrap();
    let referred: BTreeSet<&str> = body
        .split("#/components/schemas/")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(referred.len() > 20);
    for name in referred {
        assert!(
            document["components"]["schemas"].get(name).is_some(),
            "{name}"
        );
    }
}

#[actix_rt::test]
async fn parameters_in_the_catalogue_are_taken() {
    let town = Town::to_read();
    let document = town.get("/api/openapi.json").await.json();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for parameter in methods["get"]["parameters"]
            .as_array()
            .into_iter()
            .flatten()
        {
            if parameter["in"] != "query" {
                continue;
            }
            let name = parameter["name"].as_str().unwrap();
            let address = path
                .replace("{slug}", "birch-hall")
                .replace("{version}", "2");
            let answer = town.get(&format!("{address}?{name}=~")).await.body();
            assert!(
                !answer.contains("no such parameter"),
                "{path} {name}: {answer}"
            );
        }
    }
}

#[actix_rt::test]
async fn the_guide_and_the_page_name_every_address_and_every_type_of_problem() {
    let town = Town::to_read();
    let page = town.get("/api").await;
    assert!(page.header("content-type").starts_with("text/html"));
    let page = page.body();
    assert!(!page.contains("<script"));
    for path in routed() {
        assert!(page.contains(&path), "/api does not name {path}");
        assert!(
            GUIDE.contains(path.trim_start_matches("/api/v1")),
            "docs/API.md does not name {path}"
        );
    }
    for row in page.split("<tr id=\"").skip(1) {
        let name = row.split('"').next().unwrap();
        assert!(
            GUIDE.contains(&format!("`{name}`")),
            "docs/API.md does not name {name}"
        );
    }
}
