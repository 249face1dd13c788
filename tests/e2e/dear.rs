//! Who asks for too much that is dear is told to come again; all else is answered, theirs and everybody's.

use tempfile::TempDir;

use crate::server::{Answer, Server, answer, client, command};

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// Everything at once.
const DEAR: &str = "/export/sites.geojson";

fn serve(arguments: &[&str]) -> Server {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let mut serve = command(&["serve", "--bind", "127.0.0.1:0", "--database", &database]);
    serve.args(["--data", "data/training", "--now", NOW, "--workers", "2"]);
    serve.args(["--peer-budget", "40"]).args(arguments);
    Server::of(serve, folder)
}

fn ask(server: &Server, path: &str, forwarded: &str) -> Answer {
    let request = client()
        .get(format!("{}{path}", server.url))
        .header("x-forwarded-for", forwarded)
        .header("accept", "text/html, application/json;q=0.9");
    answer(request.call().expect("an answer"))
}

/// Asks until it is refused; a budget of a few milliseconds does not last long.
fn until_refused(server: &Server, forwarded: &str) -> Answer {
    let mut asked = (0..2_000).map(|_| ask(server, DEAR, forwarded));
    asked
        .find(|answer| answer.status != 200)
        .expect("a budget has an end")
}

#[test]
fn who_asks_for_much_that_is_dear_is_told_to_come_again_and_all_else_is_answered() {
    let server = serve(&[]);
    let refused = until_refused(&server, "198.51.100.1");
    assert_eq!(refused.status, 429, "{}", refused.body);
    let seconds: u64 = refused.header("retry-after").parse().expect("seconds");
    assert!((1..=600).contains(&seconds), "{seconds}");
    assert!(
        refused.body.contains("Please wait a little"),
        "{}",
        refused.body
    );
    // No proxy is named: what a request says of whom it is for changes nothing.
    assert_eq!(ask(&server, DEAR, "198.51.100.2").status, 429);
    for dear in [
        "/disposal",
        "/fr/search?q=clinic",
        "/api/v1/sites?limit=1000",
        "/api/v1/sites?q=clinic",
    ] {
        assert_eq!(server.get(dear).status, 429, "{dear}");
    }
    let problem = server.get("/api/v1/sites?q=clinic").json();
    assert_eq!(problem["type"], "/api#too-much", "{problem}");
    for cheap in [
        "/",
        "/fr/?need=supplies",
        "/sites/cedar-circle-house",
        "/api/v1/where-to-go?need=supplies",
        "/api/v1/directory.json",
        "/api/v1/health",
        "/map",
    ] {
        assert_eq!(server.get(cheap).status, 200, "{cheap}");
    }
    assert!(!server.log().contains("198.51.100"), "{}", server.log());
}

#[test]
fn behind_a_proxy_that_is_named_each_counts_alone() {
    let server = serve(&["--trusted-proxies", "127.0.0.1"]);
    assert_eq!(until_refused(&server, "198.51.100.1").status, 429);
    assert_eq!(ask(&server, DEAR, "198.51.100.2").status, 200);
    // Who writes an address before their own is still who they are.
    assert_eq!(ask(&server, DEAR, "198.51.100.3, 198.51.100.1").status, 429);
    assert!(!server.log().contains("198.51.100"), "{}", server.log());
}
