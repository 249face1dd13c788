//! Sessions: renewed at each sign-in, over by themselves, seen and ended by their owner.

use std::sync::Arc;

use signpost_store::{Role, Store};
use signpost_web::App;

use crate::{
    desk::{Desk, editor},
    power::with_password,
    sign_in::PASSPHRASE,
    town::{Town, clock, snapshot},
};

/// The same town so many minutes later.
async fn later(town: &Town, minutes: i64) -> Town {
    let url = format!("sqlite:{}", town.database().display());
    let store = Store::open(&url).await.unwrap();
    let now = clock()() + jiff::SignedDuration::from_mins(minutes);
    Town::around(App::new(
        snapshot(),
        Arc::new(move || now),
        true,
        Some(store),
    ))
}

fn session(desk: &Desk<'_>) -> String {
    let cookie = desk.cookies.iter().find(|(name, _)| name == "signpost");
    cookie.map_or_else(String::new, |(_, value)| value.clone())
}

/// A browser that holds these cookies.
fn holding<'t>(town: &'t Town, of: &Desk<'_>) -> Desk<'t> {
    Desk {
        town,
        cookies: of.cookies.clone(),
    }
}

const RIGHT: [(&str, &str); 2] = [("email", "ana@example.org"), ("password", PASSPHRASE)];

#[actix_rt::test]
async fn each_sign_in_begins_a_new_session_and_ends_the_one_before() {
    let town = Town::to_edit().await;
    with_password(&town, "Ana", editor("cedar-circle")).await;
    let mut ana = town.desk();
    ana.post("/login", &RIGHT).await;
    let first = session(&ana);
    assert!(first.len() * 4 >= 128, "hexadecimal digits: {first}");
    let copy = holding(&town, &ana);
    ana.post("/login", &RIGHT).await;
    assert_ne!(session(&ana), first);
    let mut copy = copy;
    assert_eq!(copy.get("/account").await.status, 303);
    // One that somebody put there before is never taken up.
    let mut fixed = town.desk();
    fixed.cookies.push(("signpost".to_owned(), "0".repeat(64)));
    fixed.post("/login", &RIGHT).await;
    assert_ne!(session(&fixed), "0".repeat(64));
}

#[actix_rt::test]
async fn a_session_ends_after_half_an_hour_without_a_request_and_after_twelve_hours() {
    let town = Town::to_edit().await;
    let ana = town.signed_in("Ana", editor("cedar-circle")).await;
    for (minutes, status) in [(29, 200), (58, 200), (89, 303)] {
        let town = later(&town, minutes).await;
        let found = holding(&town, &ana).get("/account").await.status;
        assert_eq!(found, status, "{minutes}");
    }
    let first = Town::to_edit().await;
    let ana = first.signed_in("Ana", editor("cedar-circle")).await;
    for minutes in (25..=720).step_by(25) {
        let town = later(&first, minutes).await;
        assert_eq!(holding(&town, &ana).get("/account").await.status, 200);
    }
    let town = later(&first, 721).await;
    assert_eq!(holding(&town, &ana).get("/account").await.status, 303);
}

#[actix_rt::test]
async fn signing_out_ends_the_session_and_going_back_shows_nothing() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut copy = holding(&town, &ana);
    let page = ana.get("/agency").await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.body().contains("action=\"/logout\""), "on each page");
    let out = ana.submit("/account", "/logout", &[]).await;
    assert_eq!(out.header("location"), "/login?done=out");
    assert_eq!(session(&ana), "");
    assert_eq!(copy.get("/agency").await.status, 303);
}

#[actix_rt::test]
async fn an_owner_sees_the_sessions_and_ends_the_others_with_the_password() {
    let town = Town::to_edit().await;
    with_password(&town, "Ana", Role::Subcommittee).await;
    let (mut here, mut there) = (town.desk(), town.desk());
    here.post("/login", &RIGHT).await;
    there.post("/login", &RIGHT).await;
    let page = here.get("/account").await.body();
    assert!(
        page.contains("This one.") && page.contains("Another one."),
        "{page}"
    );
    let asked = here.submit("/account", "/account/sessions", &[]).await;
    assert_eq!(asked.status, 401);
    assert_eq!(there.get("/account").await.status, 200);
    let typed = [("proof-password", PASSPHRASE)];
    let done = here.submit("/account", "/account/sessions", &typed).await;
    assert_eq!(done.header("location"), "/account?done=sessions");
    assert_eq!(there.get("/account").await.status, 303);
    assert_eq!(here.get("/account").await.status, 200);
}

#[actix_rt::test]
async fn a_new_password_needs_the_old_one_and_ends_every_other_session() {
    let town = Town::to_edit().await;
    with_password(&town, "Ana", Role::Subcommittee).await;
    let (mut here, mut there) = (town.desk(), town.desk());
    here.post("/login", &RIGHT).await;
    there.post("/login", &RIGHT).await;
    let page = here.get("/account").await.body();
    for field in ["current", "password"] {
        let input = page
            .split("<input")
            .find(|one| one.contains(&format!("name=\"{field}\"")));
        assert!(input.unwrap().contains("type=\"password\""), "{field}");
    }
    let to = "/account/password";
    let new = "six otters in a canoe";
    for wrong in [
        vec![("password", new)],
        vec![("current", "geese"), ("password", new)],
        vec![("current", PASSPHRASE), ("password", "cedar-circle-2026")],
        vec![("current", PASSPHRASE), ("password", "short")],
    ] {
        assert_eq!(
            here.submit("/account", to, &wrong).await.status,
            422,
            "{wrong:?}"
        );
    }
    // A long passphrase, of letters only, is welcome.
    let long = "otters and herons and loons over the bay at dawn in november snow";
    assert!(long.len() >= 64);
    let right = [("current", PASSPHRASE), ("password", long)];
    assert_eq!(here.submit("/account", to, &right).await.status, 303);
    assert_eq!(here.get("/account").await.status, 200);
    assert_eq!(there.get("/account").await.status, 303);
}
