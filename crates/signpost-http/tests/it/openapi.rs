//! The catalogue against the routes, both ways, and against `docs/API.md`.

use std::collections::BTreeSet;

use crate::{policy::paths, town::Town};

const GUIDE: &str = include_str!("../../../../docs/API.md");

/// The addresses for programs, out of the framework's own map of routes: a route that nobody wrote down is in it too.
async fn routed(town: &Town) -> BTreeSet<String> {
    let is_for_programs = |path: &String| {
        path.starts_with("/api/")
            || path.starts_with("/export/")
            || path.starts_with("/changes.")
            || path.starts_with("/tiles/")
            || path.starts_with("/hsds/")
            || path == "/style.json"
    };
    let routed: BTreeSet<String> = paths(town)
        .await
        .into_iter()
        .filter(is_for_programs)
        .collect();
    assert!(routed.len() > 15, "{routed:?}");
    routed
}

/// An address with something in the place of its names.
fn filled(path: &str) -> String {
    path.replace("{slug}", "birch-hall")
        .replace("{version}", "2")
        .replace("{id}", "storm")
        .replace("{hash}", "0123456789abcdef")
        .replace("{z}", "3")
        .replace("{x}", "1")
        .replace("{y}", "2")
}

#[actix_rt::test]
async fn every_route_is_in_the_catalogue_and_every_entry_is_a_route() {
    let town = Town::to_read();
    let document = town.get("/api/openapi.json").await.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    let paths = document["paths"].as_object().unwrap();
    let told: BTreeSet<String> = paths.keys().cloned().collect();
    assert_eq!(told, routed(&town).await);
    for (path, methods) in paths {
        let address = filled(path);
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
async fn the_names_in_an_address_are_those_described() {
    let document = Town::to_read().get("/api/openapi.json").await.json();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let in_it: BTreeSet<&str> = path
            .split('{')
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap())
            .collect();
        for (method, operation) in methods.as_object().unwrap() {
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            let told: BTreeSet<&str> = parameters
                .filter(|parameter| parameter["in"] == "path")
                .map(|parameter| parameter["name"].as_str().unwrap())
                .collect();
            assert_eq!(in_it, told, "{method} {path}");
        }
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
async fn the_parameters_described_are_those_an_address_takes() {
    let town = Town::to_read();
    let document = town.get("/api/openapi.json").await.json();
    let mut taken = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        if methods.get("get").is_none() {
            continue;
        }
        let parameters = methods["get"]["parameters"].as_array();
        let described: BTreeSet<&str> = parameters
            .into_iter()
            .flatten()
            .filter(|parameter| parameter["in"] == "query")
            .map(|parameter| parameter["name"].as_str().unwrap())
            .collect();
        // Who asks with a parameter that nobody has is told those there are.
        let answer = town
            .get(&format!("{}?nobody-has-this=1", filled(path)))
            .await;
        if path.contains("{z}") {
            assert_eq!(described, BTreeSet::new(), "{path} looks at no query");
            continue;
        }
        let detail = answer.problem(400);
        let (_, there) = detail.split_once("this address takes ").unwrap();
        let there: BTreeSet<&str> = there.split(", ").filter(|name| *name != "none").collect();
        assert_eq!(described, there, "{path}");
        taken += there.len();
    }
    assert!(taken > 15, "only {taken} parameters");
}

#[actix_rt::test]
async fn the_guide_and_the_page_name_every_address_and_every_type_of_problem() {
    let town = Town::to_read();
    let page = town.get("/api").await;
    assert!(page.header("content-type").starts_with("text/html"));
    let page = page.body();
    assert!(!page.contains("<script"));
    let (_, style) = page.split_once("rel=\"stylesheet\" href=\"").unwrap();
    let style = style.split('"').next().unwrap();
    assert_eq!(town.get(style).await.status, 200, "{style}");
    for path in routed(&town).await {
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

#[actix_rt::test]
async fn the_needs_that_may_be_asked_for_are_named() {
    let town = Town::to_read();
    let document = town.get("/api/openapi.json").await.json();
    let needs = town.get("/api/v1/needs").await.json();
    let codes: Vec<&serde_json::Value> = needs["needs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|need| &need["code"])
        .collect();
    let known = &document["components"]["schemas"]["KnownNeed"]["enum"];
    assert_eq!(known.as_array().unwrap().iter().collect::<Vec<_>>(), codes);
    let reference = "#/components/schemas/KnownNeed";
    for path in ["/api/v1/where-to-go", "/api/v1/sites", "/api/v1/coverage"] {
        let parameters = document["paths"][path]["get"]["parameters"].as_array();
        let need = parameters
            .unwrap()
            .iter()
            .find(|one| one["name"] == "need")
            .unwrap();
        assert_eq!(need["schema"]["$ref"], reference, "{path}");
    }
    let question = &document["components"]["schemas"]["Question"];
    assert_eq!(question["properties"]["need"]["$ref"], reference);
}
