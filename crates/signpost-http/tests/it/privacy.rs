//! What the log says, and the headers of every answer.

use std::{
    io,
    sync::{Arc, Mutex},
};

use crate::town::Town;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[actix_rt::test]
async fn the_log_tells_the_route_and_nothing_about_who_asked_or_where() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    // With a single listener there is, a thread of another test that meets a log line for the first time would switch the line off for all.
    let _another = tracing::Dispatch::new(
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_writer(io::sink)
            .finish(),
    );
    let town = Town::to_read();
    {
        let _here = tracing::subscriber::set_default(subscriber);
        // Other tests met the log lines first, on threads where nobody listens.
        tracing::callsite::rebuild_interest_cache();
        let headers = [
            ("user-agent", "Telltale/1.0"),
            ("referer", "https://referrer.example/"),
            ("accept-language", "oj-CA"),
            ("x-forwarded-for", "203.0.113.77"),
        ];
        for path in [
            "/api/v1/where-to-go?need=naloxone&near=49.76,-94.48&from=birch-hall&lang=fr",
            "/api/v1/where-to-go?need=naloxone&near=-94.48,49.76",
            "/api/v1/sites?near=49.76,-94.48&q=telltale",
            "/api/v1/sites/birch-hall",
            "/go/birch-hall?need=naloxone",
            "/telltale/path",
            "/tiles/basemap/8/60/87.mvt",
            "/tiles/basemap/8/60/telltale.mvt",
        ] {
            town.get_with(path, &headers).await;
        }
        let question = "{\"need\": \"naloxone\", \"near\": \"49.76,-94.48\"}";
        town.post("/api/v1/where-to-go", question).await;
        town.method("TELLTALE", "/api/v1/sites").await;
    }
    let said = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert_eq!(said.matches("duration_us=").count(), 10, "{said}");
    assert!(said.contains("route=\"/api/v1/where-to-go\""), "{said}");
    assert!(said.contains("route=\"/api/v1/sites/{slug}\""), "{said}");
    for told in [
        "49.76",
        "94.48",
        "naloxone",
        "birch",
        "elltale",
        "TELLTALE",
        "referrer",
        "oj-CA",
        "203.0.113",
        "8/60",
        "lang",
        "fr",
    ] {
        assert!(!said.contains(told), "{told:?} is in the log:\n{said}");
    }
}

#[actix_rt::test]
async fn every_answer_carries_the_headers_that_protect_its_reader() {
    let town = Town::to_read();
    for path in [
        "/api",
        "/api/v1/health",
        "/api/v1/sites?x=1",
        "/nothing",
        "/go/birch-hall",
    ] {
        let answer = town.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert!(
            answer
                .header("permissions-policy")
                .starts_with("geolocation=(self)"),
            "{path}"
        );
        assert_eq!(
            answer.header("cross-origin-opener-policy"),
            "same-origin",
            "{path}"
        );
        assert!(!answer.header("cache-control").is_empty(), "{path}");
        assert!(
            !answer.headers.contains_key("server") && !answer.headers.contains_key("set-cookie"),
            "{path}"
        );
    }
}

#[actix_rt::test]
async fn pages_of_every_origin_may_read_and_none_may_edit() {
    let town = Town::to_read();
    for path in [
        "/api/v1/sites",
        "/api/v1/sites/birch-hall",
        "/api/openapi.json",
        "/api/v1/nothing",
    ] {
        let answer = town
            .get_with(path, &[("origin", "https://other.example")])
            .await;
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
        assert!(
            !answer
                .headers
                .contains_key("access-control-allow-credentials")
        );
    }
    let before = town.method("OPTIONS", "/api/v1/where-to-go").await;
    assert_eq!(before.status, 204);
    assert!(
        before
            .header("access-control-allow-methods")
            .contains("POST")
    );
    assert!(
        before
            .header("access-control-allow-headers")
            .contains("Content-Type")
    );
    let edit = town.method("OPTIONS", "/api/v1/sites/birch-hall").await;
    assert!(
        !edit
            .header("access-control-allow-methods")
            .contains("PATCH")
    );
    let page = town
        .get_with("/go/birch-hall", &[("origin", "https://other.example")])
        .await;
    assert_eq!(page.header("access-control-allow-origin"), "");
    let patch = town.method("PATCH", "/api/v1/sites/birch-hall").await;
    assert_eq!(patch.header("access-control-allow-origin"), "");
}
