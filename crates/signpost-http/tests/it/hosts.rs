//! Where this server is, the settings say: cookies, forms, addresses and headers go by the public address, whatever a request claims.

use actix_web::test::TestRequest;
use signpost_portal::PortalState;
use signpost_store::{Role, Store};
use signpost_web::{App, hosting::Hosting};

use crate::{
    power::with_password,
    sign_in::PASSPHRASE,
    town::{Town, clock, snapshot},
};

const PUBLIC: &str = "https://where.example.org";

/// The same town behind a proxy, known to the world by https.
async fn public(town: &Town) -> Town {
    let url = format!("sqlite:{}", town.database().display());
    let store = Store::open(&url).await.unwrap();
    let app = App::new(snapshot(), clock(), true, Some(store)).with_hosting(Hosting {
        public: Some(PUBLIC.parse().unwrap()),
        ..Hosting::default()
    });
    Town::with_portal(app, PortalState::default())
}

/// Signs in with the host and the origin a request claims.
async fn login(town: &Town, host: &str, origin: &str) -> crate::town::Answer {
    let fields = [("email", "ana@example.org"), ("password", PASSPHRASE)];
    let request = TestRequest::post()
        .uri("/login")
        .insert_header(("host", host))
        .insert_header(("origin", origin))
        .insert_header(("x-forwarded-proto", "http"))
        .insert_header(("x-forwarded-host", "localhost"))
        .set_form(fields);
    town.send(request).await
}

#[actix_rt::test]
async fn with_an_https_address_cookies_are_for_https_whatever_host_a_request_names() {
    let town = Town::to_edit().await;
    with_password(&town, "Ana", Role::Subcommittee).await;
    let town = public(&town).await;
    for host in ["where.example.org", "localhost:8080", "127.0.0.1"] {
        let answer = login(&town, host, PUBLIC).await;
        assert_eq!(answer.status, 303, "{host}: {}", answer.body());
        let cookies: Vec<_> = answer.headers.get_all("set-cookie").collect();
        assert_eq!(cookies.len(), 2);
        for cookie in cookies {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.starts_with("__Host-signpost"), "{host}: {cookie}");
            for part in ["; Secure", "; HttpOnly", "; Path=/", "SameSite=Lax"] {
                assert!(cookie.contains(part), "{host}: {part}: {cookie}");
            }
            assert!(!cookie.contains("Domain"), "{cookie}");
        }
    }
}

#[actix_rt::test]
async fn forms_of_other_hosts_are_refused_whatever_host_a_request_names() {
    let town = Town::to_edit().await;
    with_password(&town, "Ana", Role::Subcommittee).await;
    let town = public(&town).await;
    for (host, origin) in [
        ("evil.example", "https://evil.example"),
        ("where.example.org", "https://evil.example"),
        ("where.example.org", "http://where.example.org"),
        ("localhost:8080", "http://localhost:8080"),
        ("where.example.org", "null"),
        (
            "where.example.org",
            "https://where.example.org.evil.example",
        ),
    ] {
        let answer = login(&town, host, origin).await;
        assert_eq!(answer.status, 403, "{host} {origin}");
        assert!(answer.header("set-cookie").is_empty());
    }
    let same_site = TestRequest::post()
        .uri("/login")
        .insert_header(("host", "where.example.org"))
        .insert_header(("sec-fetch-site", "cross-site"))
        .set_form([("email", "ana@example.org")]);
    assert_eq!(town.send(same_site).await.status, 403);
}

#[actix_rt::test]
async fn browsers_are_told_to_come_by_https_on_every_answer_and_only_then() {
    let (plain, town) = {
        let first = Town::to_edit().await;
        let town = public(&first).await;
        (first, town)
    };
    for path in [
        "/",
        "/login",
        "/nowhere",
        "/api/v1/sites",
        "/api/v1/nothing",
    ] {
        let told = town.get(path).await;
        let told = told.header("strict-transport-security");
        assert!(told.contains("includeSubDomains"), "{path}: {told}");
        let age = told.trim_start_matches("max-age=").split(';').next();
        let age: u32 = age.unwrap().parse().unwrap();
        assert!(age >= 31_536_000, "a year: {age}");
        let none = plain.get(path).await;
        assert_eq!(none.header("strict-transport-security"), "", "{path}");
    }
}

#[actix_rt::test]
async fn addresses_for_others_begin_with_the_public_address() {
    let first = Town::to_edit().await;
    let town = public(&first).await;
    let headers = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "http"),
        ("forwarded", "host=evil.example;proto=http"),
    ];
    for path in ["/", "/style.json", "/tiles/sites.json"] {
        let body = town.get_with(path, &headers).await.body();
        assert!(body.contains(PUBLIC), "{path}: {body}");
        assert!(!body.contains("evil.example"), "{path}: {body}");
    }
    // Without the setting a request is believed for its own host, and never for what it says was forwarded.
    for path in ["/", "/style.json", "/tiles/sites.json"] {
        let forwarded = [&headers[1..], &[("host", "signpost.example")]].concat();
        let body = first.get_with(path, &forwarded).await.body();
        assert!(body.contains("http://signpost.example/"), "{path}: {body}");
        assert!(!body.contains("evil.example"), "{path}: {body}");
    }
}
