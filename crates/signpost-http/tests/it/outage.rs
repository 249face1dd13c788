//! The database is gone, and reading goes on.

use std::fs;

use actix_web::test::TestRequest;
use signpost_editing::refresh;
use signpost_store::Role;

use crate::{desk::editor, town::Town};

#[actix_rt::test]
async fn reads_go_on_without_the_database_and_an_edit_is_told_to_wait() {
    let town = Town::to_edit().await;
    let token = town.token("cedar-circle").await;
    let path = "/api/v1/sites/cedar-circle-house";
    let tag = town.get(path).await.header("etag").to_owned();
    for suffix in ["", "-wal", "-shm"] {
        let mut name = town.database().into_os_string();
        name.push(suffix);
        let _absent = fs::remove_file(name);
    }
    let edit = TestRequest::patch()
        .uri(path)
        .insert_header(("content-type", "application/merge-patch+json"))
        .insert_header(("authorization", format!("Bearer {token}")))
        .insert_header(("if-match", tag))
        .set_payload("{\"phone\": null}");
    let answer = town.send(edit).await;
    let detail = answer.problem(503);
    assert!(detail.contains("reading goes on"), "{detail}");
    let body = answer.body();
    for cause in ["signpost.db", "sqlite", "SQLite", "removed", "file"] {
        assert!(!body.contains(cause), "{cause}: {body}");
    }
    assert_eq!(answer.json()["request_id"].as_str().map(str::len), Some(16));
    assert_eq!(answer.header("retry-after"), "60");

    for path in [
        "/api/v1/where-to-go?need=supplies&from=birch-health-office",
        "/api/v1/sites?near=49.55,-94.89",
        path,
        "/api/v1/directory.json",
        "/api/v1/plan",
        "/api/v1/needs",
    ] {
        assert_eq!(town.get(path).await.status, 200, "{path}");
    }
    assert_eq!(town.get("/go/birch-health-office").await.status, 303);
    let health = town.get("/api/v1/health").await.json();
    assert_eq!(
        (&health["status"], &health["database"]),
        (&"degraded".into(), &"failing".into())
    );
}

/// The last pages are overwritten, as a failing disk does it.
fn damage(database: &std::path::Path) {
    use std::io::{Seek as _, SeekFrom, Write as _};
    let mut file = fs::OpenOptions::new().write(true).open(database).unwrap();
    let length = file.metadata().unwrap().len();
    file.seek(SeekFrom::Start(length - 3 * 4_096)).unwrap();
    file.write_all(&[0x5A; 3 * 4_096]).unwrap();
    file.sync_all().unwrap();
}

#[actix_rt::test]
async fn damage_that_is_found_stops_edits_and_stewards_read_what_to_do() {
    let town = Town::to_edit().await;
    let token = town.token("cedar-circle").await;
    let path = "/api/v1/sites/cedar-circle-house";
    let tag = town.get(path).await.header("etag").to_owned();
    let mut steward = town.signed_in("Sam Steward", Role::Steward).await;
    let mut agency = town.signed_in("Ed Editor", editor("cedar-circle")).await;
    assert!(
        !steward
            .get("/steward")
            .await
            .body()
            .contains("class=\"edition trouble\"")
    );

    // What is only in the log goes into the file first, so that there is something to damage.
    let log = town.database().with_extension("db-wal");
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    fs::File::options()
        .write(true)
        .open(&log)
        .and_then(|log| log.set_modified(long_ago))
        .unwrap();
    assert!(town.store().checkpoint().await.unwrap());
    assert_eq!(fs::metadata(&log).unwrap().len(), 0);
    assert!(
        !town.store().checkpoint().await.unwrap(),
        "nothing is left to do"
    );

    damage(&town.database());
    refresh::look_through(town.app.live()).await;
    let health = town.get("/api/v1/health").await.json();
    assert_eq!(
        (&health["status"], &health["outage"]),
        (&"degraded".into(), &"damaged".into())
    );
    assert_eq!(town.get("/").await.status, 200);

    let edit = TestRequest::patch()
        .uri(path)
        .insert_header(("content-type", "application/merge-patch+json"))
        .insert_header(("authorization", format!("Bearer {token}")))
        .insert_header(("if-match", tag))
        .set_payload("{\"phone\": null}");
    let detail = town.send(edit).await.problem(503);
    assert!(detail.contains("signpost restore"), "{detail}");
    refresh::follow(town.app.live()).await;
    let health = town.get("/api/v1/health").await.json();
    assert_eq!(
        health["outage"], "damaged",
        "it does not become well by waiting"
    );

    let page = steward.get("/steward").await.body();
    assert!(page.contains("class=\"edition trouble\""), "{page}");
    assert!(page.contains("the database is damaged"), "{page}");
    let page = agency.get("/agency").await.body();
    assert!(!page.contains("class=\"edition trouble\""), "{page}");
}
