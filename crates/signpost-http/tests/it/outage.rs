//! The database is gone, and reading goes on.

use std::fs;

use actix_web::test::TestRequest;

use crate::town::Town;

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
