//! Accounts through the door their owners take.

use signpost_store::Role;

use crate::{desk::editor, town::Town};

const PASSPHRASE: &str = "four geese over the bay";

/// The address of a link as a page shows it.
fn link_in(page: &str) -> String {
    let (_, rest) = page.split_once("/invite/").expect("a link");
    let code: String = rest
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    format!("/invite/{code}")
}

#[actix_rt::test]
async fn an_editor_is_invited_sets_a_password_once_and_signs_in() {
    let town = Town::to_edit().await;
    let mut steward = town.signed_in("Kim", Role::Steward).await;
    let invited = [
        ("name", "Ana"),
        ("email", "Ana@Example.org"),
        ("role", "editor"),
        ("organization", "cedar-circle"),
    ];
    let page = steward
        .submit("/steward/accounts", "/steward/accounts", &invited)
        .await;
    assert_eq!(page.status, 200, "{}", page.body());
    let link = link_in(&page.body());
    assert!(
        !steward
            .get("/steward/accounts")
            .await
            .body()
            .contains("/invite/"),
        "shown once"
    );

    let mut ana = town.desk();
    assert!(ana.get(&link).await.body().contains("Welcome, Ana"));
    for (password, words) in [("short", "too short"), ("password1", "easy to guess")] {
        let refused = ana.post(&link, &[("password", password)]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body().contains(words));
    }
    let set = ana.post(&link, &[("password", PASSPHRASE)]).await;
    assert_eq!(
        (set.status, set.header("location")),
        (303, "/login?done=password")
    );
    assert_eq!(ana.get(&link).await.status, 410, "a link works once");
    assert_eq!(
        ana.post(&link, &[("password", "another phrase of mine")])
            .await
            .status,
        410
    );

    let wrong = ana
        .post(
            "/login",
            &[("email", "ana@example.org"), ("password", "geese")],
        )
        .await;
    assert_eq!(wrong.status, 401);
    assert!(
        wrong.body().contains("value=\"ana@example.org\""),
        "the address stays"
    );
    let sign_in = [
        ("email", "ana@example.org"),
        ("password", PASSPHRASE),
        ("next", "/account"),
    ];
    let inside = ana.post("/login", &sign_in).await;
    assert_eq!(
        (inside.status, inside.header("location")),
        (303, "/account")
    );
    let cookie = inside.header("set-cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
    assert!(ana.get("/account").await.body().contains("Ana"));
    assert_eq!(ana.get("/steward/accounts").await.status, 403);
}

#[actix_rt::test]
async fn who_is_not_signed_in_is_sent_to_sign_in_and_back_and_never_elsewhere() {
    let town = Town::to_edit().await;
    let mut nobody = town.desk();
    let sent = nobody.get("/fr/steward/accounts").await;
    assert_eq!(
        (sent.status, sent.header("location")),
        (303, "/fr/login?next=/fr/steward/accounts")
    );
    let page = nobody.get("/login?next=https://evil.example/").await;
    assert!(
        page.body().contains("name=\"next\" value=\"\""),
        "{}",
        page.body()
    );
    assert!(
        nobody.get("/").await.header("set-cookie").is_empty(),
        "public pages set no cookie"
    );
}

#[actix_rt::test]
async fn a_form_of_another_server_or_of_no_session_changes_nothing() {
    let town = Town::to_edit().await;
    let mut steward = town.signed_in("Kim", Role::Steward).await;
    let fields = [
        ("name", "Eve"),
        ("email", "eve@example.org"),
        ("role", "steward"),
    ];
    let to = "/steward/accounts";
    assert_eq!(
        steward.post(to, &fields).await.status,
        403,
        "no proof of the session"
    );
    let csrf = steward.csrf(to).await;
    let mut proven = fields.to_vec();
    proven.push(("csrf", &csrf));
    assert_eq!(
        steward
            .post_from(to, &proven, "https://evil.example")
            .await
            .status,
        403
    );
    assert_eq!(steward.post_from(to, &proven, "null").await.status, 403);
    assert!(
        town.store()
            .account_of("eve@example.org")
            .await
            .unwrap()
            .is_none()
    );
    assert_eq!(
        steward.post(to, &proven).await.status,
        200,
        "and the same from here is taken"
    );
}

#[actix_rt::test]
async fn guesses_wait_longer_and_longer_but_the_owner_gets_in() {
    let town = Town::to_edit().await;
    let id = town.account("Ana", editor("cedar-circle")).await;
    let link = town
        .store()
        .one_time_link(id, "test", crate::town::clock()())
        .await
        .unwrap();
    let mut ana = town.desk();
    let path = format!("/invite/{}", link.secret);
    ana.post(&path, &[("password", PASSPHRASE)]).await;
    let right = [("email", "ana@example.org"), ("password", PASSPHRASE)];
    assert_eq!(ana.post("/login", &right).await.status, 303);

    let mut guesser = town.desk();
    let mut answers = Vec::new();
    for guess in 0..1_000 {
        let password = format!("guess number {guess}");
        let tried = [
            ("email", "ana@example.org"),
            ("password", password.as_str()),
        ];
        answers.push(guesser.post("/login", &tried).await.status);
    }
    assert_eq!(
        answers.iter().filter(|status| **status == 401).count(),
        5,
        "five are looked at"
    );
    assert_eq!(answers.iter().filter(|status| **status == 429).count(), 995);
    // The clock of this town stands still, so the guesser waits for ever. The owner, in her own browser, does not.
    assert_eq!(guesser.post("/login", &right).await.status, 429);
    ana.cookies.retain(|(name, _)| name == "signpost-browser");
    assert_eq!(ana.post("/login", &right).await.status, 303);
    // In any browser, a link of a steward lets her in.
    let link = town
        .store()
        .one_time_link(id, "test", crate::town::clock()())
        .await
        .unwrap();
    let mut elsewhere = town.desk();
    let path = format!("/invite/{}", link.secret);
    elsewhere
        .post(&path, &[("password", "five loons under the pier")])
        .await;
    let right = [
        ("email", "ana@example.org"),
        ("password", "five loons under the pier"),
    ];
    assert_eq!(elsewhere.post("/login", &right).await.status, 303);
}

#[actix_rt::test]
async fn disabling_and_a_new_password_end_every_session_at_once() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let id = town
        .store()
        .account_of("ana@example.org")
        .await
        .unwrap()
        .unwrap()
        .id;
    assert_eq!(ana.get("/account").await.status, 200);
    town.store()
        .set_disabled(id, true, "test", crate::town::clock()())
        .await
        .unwrap();
    assert_eq!(ana.get("/account").await.status, 303);
    town.store()
        .set_disabled(id, false, "test", crate::town::clock()())
        .await
        .unwrap();
    assert_eq!(
        ana.get("/account").await.status,
        303,
        "the old session does not come back"
    );
}
