//! `/sw.js`, the page of the saved list, and the manifests.

use std::collections::BTreeSet;

use crate::town::{Town, training};

/// What the worker saves, and its version.
fn shell(script: &str) -> serde_json::Value {
    let line = script.lines().next().unwrap();
    let json = line.strip_prefix("self.shell=").unwrap();
    serde_json::from_str(json.trim_end_matches(';')).unwrap()
}

#[actix_rt::test]
async fn the_worker_is_asked_for_anew_each_time_and_names_only_what_is_there() {
    let town = Town::to_read();
    let answer = town.get("/sw.js").await;
    assert_eq!(answer.header("cache-control"), "no-cache");
    assert_eq!(answer.header("service-worker-allowed"), "/");
    assert!(answer.header("content-type").starts_with("text/javascript"));
    let shell = shell(&answer.body());
    let mut addresses: Vec<String> = Vec::new();
    for file in shell["files"].as_array().unwrap() {
        addresses.push(file.as_str().unwrap().to_owned());
    }
    for language in ["en", "fr"] {
        let language = &shell["languages"][language];
        addresses.push(language["offline"].as_str().unwrap().to_owned());
        addresses.push(language["list"].as_str().unwrap().to_owned());
        for page in language["pages"].as_array().unwrap() {
            addresses.push(page.as_str().unwrap().to_owned());
        }
    }
    assert!(addresses.len() >= 12, "{addresses:?}");
    for address in &addresses {
        assert_eq!(town.get(address).await.status, 200, "{address}");
    }
    // What the saved pages load is saved with them.
    for page in ["/offline", "/fr/offline", "/privacy", "/leave"] {
        let html = town.get(page).await.body();
        let loaded = html
            .split(['"', '#'])
            .filter(|text| text.starts_with("/assets/"))
            .filter(|text| {
                !text.contains("map") && !text.contains("touch") && !text.contains("noto")
            });
        let missing: BTreeSet<&str> = loaded
            .filter(|file| !addresses.iter().any(|address| address == file))
            .collect();
        assert!(missing.is_empty(), "{page}: {missing:?}");
    }
}

#[actix_rt::test]
async fn the_version_changes_with_the_words_on_the_saved_pages_and_with_nothing_else() {
    let version = |town: Town| async move {
        let script = town.get("/sw.js").await.body();
        shell(&script)["version"].as_str().unwrap().to_owned()
    };
    let before = version(Town::to_read()).await;
    assert_eq!(before, version(Town::to_read()).await);
    let mut closed = training();
    closed.sites.pop();
    assert_eq!(
        before,
        version(Town::of(closed)).await,
        "a place is in the list, not on the page"
    );
    let mut renamed = training();
    renamed
        .title
        .set(signpost_domain::Lang::En, "Another Landing");
    assert_ne!(before, version(Town::of(renamed)).await);
}

#[actix_rt::test]
async fn the_page_of_the_saved_list_tells_no_time_and_no_state_of_its_own() {
    let town = Town::to_read();
    for path in ["/offline", "/fr/offline"] {
        let body = town.get(path).await.body();
        for told in ["2:15", "14\u{a0}h\u{a0}15", "until ", "jusqu"] {
            assert!(!body.contains(told), "{path} says {told}");
        }
        assert!(
            body.contains("tel:"),
            "whom to call is on it without script"
        );
        assert!(body.contains("noindex"));
    }
}
