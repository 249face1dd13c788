//! What is refused, how, and that it is said what would be right.

use actix_web::test as at;
use serde_json::json;

use crate::town::Town;

#[actix_rt::test]
async fn a_parameter_that_is_not_right_is_named() {
    let town = Town::to_read();
    for (path, name, words) in [
        ("/api/v1/where-to-go", "need", "supplies"),
        ("/api/v1/where-to-go?need=nonsense", "need", "nonsense"),
        ("/api/v1/where-to-go?need=A%20B", "need", "lower-case"),
        (
            "/api/v1/where-to-go?need=supplies&near=NaN,NaN",
            "near",
            "finite",
        ),
        (
            "/api/v1/where-to-go?need=supplies&near=inf,-94",
            "near",
            "finite",
        ),
        (
            "/api/v1/where-to-go?need=supplies&near=-94.48,49.76",
            "near",
            "swapped",
        ),
        (
            "/api/v1/where-to-go?need=supplies&near=49.76",
            "near",
            "LAT,LON",
        ),
        ("/api/v1/where-to-go?need=supplies&near=", "near", "LAT,LON"),
        (
            "/api/v1/where-to-go?need=supplies&near=49.7,-194",
            "near",
            "-180 to 180",
        ),
        (
            "/api/v1/where-to-go?need=supplies&at=yesterday",
            "at",
            "2026-11-22T19:30:00-05:00",
        ),
        (
            "/api/v1/where-to-go?need=supplies&at=2026-11-22T19:30:00+01:00",
            "at",
            "%2B",
        ),
        (
            "/api/v1/where-to-go?need=supplies&at=9999-01-01T00:00:00Z",
            "at",
            "2099",
        ),
        (
            "/api/v1/where-to-go?need=supplies&from=nowhere",
            "from",
            "nowhere",
        ),
        (
            "/api/v1/where-to-go?need=supplies&limit=0",
            "limit",
            "1 to 50",
        ),
        (
            "/api/v1/where-to-go?need=supplies&limit=-1",
            "limit",
            "1 to 50",
        ),
        (
            "/api/v1/where-to-go?need=supplies&limit=99999999999999999999",
            "limit",
            "1 to 50",
        ),
        (
            "/api/v1/where-to-go?need=supplies&lang=xx",
            "lang",
            "oj-Latn",
        ),
        (
            "/api/v1/where-to-go?need=supplies&ned=1",
            "ned",
            "need, near, from",
        ),
        (
            "/api/v1/where-to-go?need=supplies&need=food",
            "need",
            "twice",
        ),
        ("/api/v1/where-to-go?need=%FF", "need", "UTF-8"),
        ("/api/v1/sites?bbox=1,2,3", "bbox", ""),
        ("/api/v1/sites?bbox=-94,50,-95,49", "bbox", ""),
        ("/api/v1/sites?bbox=NaN,1,2,3", "bbox", ""),
        ("/api/v1/sites?within=100", "within", "near"),
        ("/api/v1/sites?near=49,-94&within=NaN", "within", "metres"),
        ("/api/v1/sites?near=49,-94&within=-5", "within", "metres"),
        ("/api/v1/sites?open=yes", "open", "instant"),
        ("/api/v1/sites?need=nonsense", "need", "/api/v1/needs"),
        ("/api/v1/sites?limit=1001", "limit", "1000"),
        ("/api/v1/sites?cursor=n5", "cursor", "next"),
        (
            "/api/v1/sites?near=49,-94&cursor=s-birch-hall",
            "cursor",
            "next",
        ),
        ("/api/v1/sites?near=49,-94&cursor=n%2B5", "cursor", "next"),
        ("/api/v1/sites?q=", "q", "word"),
        ("/api/v1/needs?x=1", "x", "lang"),
        ("/api/v1/health?x=1", "x", "none"),
        ("/api/v1/directory.json?lang=de", "lang", "fr"),
    ] {
        let answer = town.get(path).await;
        let detail = answer.problem(400);
        assert_eq!(answer.json()["parameter"], name, "{path}: {detail}");
        assert!(
            detail.starts_with(&format!("{name}: ")) && detail.contains(words),
            "{path}: {detail}"
        );
    }
}

#[actix_rt::test]
async fn a_body_that_is_not_right_is_told_what_is_wrong() {
    let town = Town::to_read();
    let deep = format!("{{\"need\":{}1{}}}", "[".repeat(3_000), "]".repeat(3_000));
    for (body, words) in [
        (deep.as_str(), "nested"),
        ("", "empty"),
        ("[]", "object"),
        ("{", "not JSON"),
        ("{\"need\": \"supplies\", \"near\": [NaN, 1]}", "not JSON"),
        (
            "{\"need\": \"supplies\", \"near\": [-94.48, 49.76]}",
            "swapped",
        ),
        ("{\"need\": \"supplies\", \"near\": \"NaN,1\"}", "finite"),
        ("{\"need\": \"supplies\", \"near\": 5}", "LAT"),
        ("{\"need\": \"supplies\", \"nere\": 5}", "nere"),
        ("{\"need\": 5}", "quotes"),
        ("{\"need\": \"food\", \"need\": \"supplies\"}", "twice"),
        ("{\"need\": \"food\"} {}", "not JSON"),
        ("{\"need\": \"supplies\", \"limit\": 2.5}", "1 to 50"),
        ("{}", "supplies"),
    ] {
        let answer = town.post("/api/v1/where-to-go", body).await;
        let detail = answer.problem(400);
        assert!(detail.contains(words), "{body:.60}: {detail}");
    }
    let large = format!("{{\"need\": \"{}\"}}", "x".repeat(70_000));
    town.post("/api/v1/where-to-go", large).await.problem(413);
}

#[actix_rt::test]
async fn another_media_type_or_a_compressed_body_is_a_415() {
    let town = Town::to_read();
    let form = at::TestRequest::post()
        .uri("/api/v1/where-to-go")
        .insert_header(("content-type", "application/x-www-form-urlencoded"))
        .set_payload("need=supplies");
    let detail = town.send(form).await.problem(415);
    assert!(detail.contains("application/json"), "{detail}");
    for coding in ["gzip", "br", "deflate", "zstd", "gzip, identity"] {
        let coded = at::TestRequest::post()
            .uri("/api/v1/where-to-go")
            .insert_header(("content-type", "application/json"))
            .insert_header(("content-encoding", coding))
            .set_payload("{}");
        let detail = town.send(coded).await.problem(415);
        assert!(detail.contains("Content-Encoding"), "{detail}");
    }
    let plain = at::TestRequest::post()
        .uri("/api/v1/where-to-go")
        .insert_header(("content-type", "application/json; charset=utf-8"))
        .insert_header(("content-encoding", "identity"))
        .set_payload("{\"need\": \"supplies\"}");
    assert_eq!(town.send(plain).await.status, 200);
}

#[actix_rt::test]
async fn a_wrong_method_is_a_405_that_names_the_right_ones() {
    let town = Town::to_read();
    for (method, path, allowed) in [
        ("DELETE", "/api/v1/sites", vec!["GET", "HEAD", "OPTIONS"]),
        (
            "PUT",
            "/api/v1/sites/birch-hall",
            vec!["GET", "HEAD", "OPTIONS", "PATCH"],
        ),
        (
            "PATCH",
            "/api/v1/where-to-go",
            vec!["GET", "HEAD", "OPTIONS", "POST"],
        ),
        ("GET", "/api/v1/sites/birch-hall/exceptions", vec!["POST"]),
        ("POST", "/go/birch-hall", vec!["GET", "HEAD"]),
        ("POST", "/api/openapi.json", vec!["GET", "HEAD", "OPTIONS"]),
    ] {
        let answer = town.method(method, path).await;
        assert_eq!(answer.status, 405, "{method} {path}");
        if path.starts_with("/api") {
            answer.problem(405);
        }
        let mut named: Vec<&str> = answer.header("allow").split(", ").collect();
        named.sort_unstable();
        assert_eq!(named, allowed, "{method} {path}");
    }
}

#[actix_rt::test]
async fn what_is_not_there_is_a_404_problem() {
    let town = Town::to_read();
    for path in [
        "/api/v1/nothing",
        "/api/v1/sites/nowhere",
        "/api/v1/sites/%2e%2e",
        "/api/v1/plan/99",
        "/api/v1/plan/two",
        "/api/v2/sites",
        "/nothing/here",
        "/api/v1/sites/",
    ] {
        let answer = town.get(path).await;
        answer.problem(404);
    }
}

#[actix_rt::test]
async fn an_endless_address_is_a_414() {
    let town = Town::to_read();
    let path = format!("/api/v1/sites?q={}", "x".repeat(5_000));
    town.get(&path).await.problem(414);
}

#[actix_rt::test]
async fn head_is_answered_like_get() {
    let town = Town::to_read();
    for path in [
        "/api/v1/sites",
        "/api/v1/health",
        "/api/v1/where-to-go?need=food",
        "/api",
        "/go/birch-hall",
    ] {
        let (get, head) = (town.get(path).await, town.method("HEAD", path).await);
        assert_eq!(get.status, head.status, "{path}");
        assert_eq!(
            get.header("content-type"),
            head.header("content-type"),
            "{path}"
        );
    }
}

#[actix_rt::test]
async fn the_instance_is_the_path_without_what_was_asked() {
    let town = Town::to_read();
    let answer = town.get("/api/v1/sites?near=NaN,1").await;
    assert_eq!(answer.json()["instance"], json!("/api/v1/sites"));
    assert_eq!(answer.header("cache-control"), "no-store");
}
