//! What is wrong is said, and what was asked is not kept.

use crate::server::Server;

const NOW: &str = "2026-11-25T14:15:00-05:00";

#[test]
fn a_malformed_question_gets_a_400_that_says_what_was_wrong() {
    let server = Server::start("data/training", NOW);
    let wrong = [
        ("/api/v1/where-to-go?need=supplies&near=NaN,NaN", "near"),
        (
            "/api/v1/where-to-go?need=supplies&near=-94.9,49.5",
            "swapped",
        ),
        (
            "/api/v1/where-to-go?need=supplies&near=149.5,-94.9",
            "latitude",
        ),
        ("/api/v1/where-to-go?need=supplies&colour=blue", "colour"),
        ("/api/v1/where-to-go?need=gold", "gold"),
        ("/api/v1/where-to-go?need=supplies&at=yesterday", "at"),
        (
            "/api/v1/where-to-go?need=supplies&from=nowhere-at-all",
            "nowhere-at-all",
        ),
        ("/api/v1/sites?bbox=1,2,3", "bbox"),
        ("/api/v1/sites?limit=-1", "limit"),
        ("/api/v1/sites?need=supplies&need=food", "need"),
    ];
    for (path, named) in wrong {
        let answer = server.get(path);
        assert_eq!(answer.status, 400, "{path}: {}", answer.body);
        assert_eq!(
            answer.header("content-type"),
            "application/problem+json",
            "{path}"
        );
        let detail = answer.json()["detail"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        assert!(
            detail.contains(named),
            "{path}: {detail:?} does not say {named:?}"
        );
    }
    let deep = format!("{}{}", "[".repeat(3_000), "]".repeat(3_000));
    for body in [
        deep.as_str(),
        "{\"need\":",
        "{\"need\": 7}",
        "[]",
        "{\"need\":\"supplies\",\"near\":[\"a\"]}",
    ] {
        let answer = server.post("/api/v1/where-to-go", "application/json", body);
        assert_eq!(
            answer.status,
            400,
            "{}: {}",
            &body[..body.len().min(40)],
            answer.body
        );
        assert!(
            !answer.json()["detail"]
                .as_str()
                .unwrap_or_default()
                .is_empty()
        );
    }
}

/// What follows the last line about starting up.
fn requests_of(log: &str) -> &str {
    log.rsplit_once("listening")
        .and_then(|(_, rest)| rest.split_once('\n'))
        .map_or("", |(_, rest)| rest)
}

/// The lines without the time they begin with and the microseconds they end with: figures in which any four digits may come by chance.
fn without_clocks(lines: &str) -> String {
    let said = |line: &str| {
        let line = line.split_once(' ').map_or(line, |(_, said)| said);
        let took = line.rsplit_once(" duration_us=");
        let said = took.filter(|(_, took)| took.bytes().all(|byte| byte.is_ascii_digit()));
        format!("{}\n", said.map_or(line, |(said, _)| said))
    };
    lines.lines().map(said).collect()
}

#[test]
fn the_log_tells_neither_who_nor_where() {
    let server = Server::start("data/training", NOW);
    server.get("/api/v1/where-to-go?need=naloxone&near=49.55123,-94.89504&lang=fr");
    server.post(
        "/api/v1/where-to-go",
        "application/json",
        "{\"need\":\"naloxone\",\"near\":[49.55123,-94.89504]}",
    );
    server.get("/sites/lantern-rest-shelter");
    server.get("/go/birch-health-office?need=naloxone");
    server.get("/no-such-page-4711");
    let log = server.log_with(|log| requests_of(log).lines().count() >= 5);
    assert!(
        log.contains("/api/v1/where-to-go"),
        "the route is not logged: {log}"
    );
    let requests = without_clocks(requests_of(&log));
    assert_eq!(
        requests.matches(" request method=").count(),
        5,
        "one line a request: {requests}"
    );
    for secret in [
        "49.55",
        "94.89",
        "naloxone",
        "lantern",
        "birch",
        "4711",
        "lang",
        "ureq",
        "127.0.0.1",
    ] {
        assert!(
            !requests.contains(secret),
            "{secret:?} is in the log: {requests}"
        );
    }
}
