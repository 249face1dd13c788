//! Accounts through the door their owners take.

use signpost_store::Role;

use crate::{desk::editor, town::Town};

pub const PASSPHRASE: &str = "four geese over the bay";

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

#[actix_rt::test]
async fn another_role_ends_every_session_and_stands_in_what_happened() {
    let town = Town::to_edit().await;
    let mut steward = town.signed_in("Kim", Role::Steward).await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let id = town.store().account_of("ana@example.org").await;
    let id = id.unwrap().unwrap().id;
    let (room, to) = ("/steward/accounts", format!("/steward/accounts/{id}"));
    for wrong in [
        [("do", "role"), ("role", "editor"), ("organization", "")],
        [
            ("do", "role"),
            ("role", "editor"),
            ("organization", "nobody"),
        ],
        [("do", "role"), ("role", "mayor"), ("organization", "")],
    ] {
        assert_eq!(
            steward.submit(room, &to, &wrong).await.status,
            422,
            "{wrong:?}"
        );
    }
    assert_eq!(ana.get("/account").await.status, 200, "nothing was changed");
    let given = [("do", "role"), ("role", "subcommittee")];
    assert_eq!(steward.submit(room, &to, &given).await.status, 303);
    assert_eq!(ana.get("/account").await.status, 303, "signed out");
    let role = town.store().account(id).await.unwrap().unwrap().role;
    assert_eq!(role, Role::Subcommittee);
    let page = steward.get(room).await.body();
    assert!(
        page.contains("Kim (steward) changed the role of Ana."),
        "{page}"
    );
    // Nobody gives away or shuts out themselves: one steward always stays.
    let me = town.store().account_of("kim@example.org").await;
    let me = format!("/steward/accounts/{}", me.unwrap().unwrap().id);
    for own in [given.to_vec(), vec![("do", "disable")]] {
        assert_eq!(steward.submit(room, &me, &own).await.status, 400);
    }
    assert_eq!(steward.get(room).await.status, 200);
}

#[actix_rt::test]
async fn what_is_wrong_with_an_invitation_stands_beside_its_field_and_the_rest_stays() {
    let town = Town::to_edit().await;
    let mut steward = town.signed_in("Kim", Role::Steward).await;
    let room = "/steward/accounts";
    let typed = [
        ("name", "<b>Ana</b>"),
        ("email", "not an address"),
        ("role", "editor"),
        ("organization", "nobody"),
    ];
    let back = steward.submit(room, room, &typed).await;
    assert_eq!(back.status, 422);
    let page = back.body();
    for expected in [
        "value=\"&#60;b&#62;Ana&#60;/b&#62;\"",
        "value=\"not an address\"",
        "aria-describedby=\"email-note\"",
        "Write an e-mail address",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    assert_eq!(town.store().accounts().await.unwrap().len(), 1);
}
