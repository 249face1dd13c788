//! One stolen session does not take the house: what gives or takes access asks for the password or a code again.

use signpost_portal::PortalState;
use signpost_store::{AccountId, Role};
use signpost_web::App;

use crate::{
    desk::{Desk, editor},
    sign_in::PASSPHRASE,
    town::{Town, clock, snapshot},
};

const ACCOUNTS: &str = "/steward/accounts";

/// Somebody with a password; nobody is signed in.
pub async fn with_password(town: &Town, name: &str, role: Role) -> AccountId {
    let id = town.account(name, role).await;
    let link = town.store().one_time_link(id, "test", clock()()).await;
    let path = format!("/invite/{}", link.unwrap().secret);
    let set = town.desk().post(&path, &[("password", PASSPHRASE)]).await;
    assert_eq!(set.status, 303);
    id
}

/// A browser in which they signed in with their password, a moment ago.
pub async fn signed_in<'t>(town: &'t Town, name: &str) -> Desk<'t> {
    let mut desk = town.desk();
    let email = format!("{}@example.org", name.to_lowercase());
    let right = [("email", email.as_str()), ("password", PASSPHRASE)];
    assert_eq!(desk.post("/login", &right).await.status, 303);
    desk
}

/// Somebody else's browser with a copy of the session of this one.
pub fn thief<'t>(of: &Desk<'t>) -> Desk<'t> {
    Desk {
        town: of.town,
        cookies: of.cookies.clone(),
    }
}

type Fields = Vec<(&'static str, &'static str)>;

/// All that gives or takes access, as forms: from which page, to where, with what.
fn power(other: AccountId) -> Vec<(&'static str, String, Fields)> {
    let one = || format!("{ACCOUNTS}/{other}");
    vec![
        (
            ACCOUNTS,
            ACCOUNTS.to_owned(),
            vec![
                ("name", "Eve"),
                ("email", "eve@example.org"),
                ("role", "steward"),
            ],
        ),
        (ACCOUNTS, one(), vec![("do", "link")]),
        (ACCOUNTS, one(), vec![("do", "lost-phone")]),
        (ACCOUNTS, one(), vec![("do", "disable")]),
        (ACCOUNTS, one(), vec![("do", "enable")]),
        (
            ACCOUNTS,
            one(),
            vec![("do", "role"), ("role", "subcommittee")],
        ),
        (
            "/steward/tokens",
            "/steward/tokens".to_owned(),
            vec![("organization", "cedar-circle"), ("label", "mine")],
        ),
        (
            "/steward/tokens",
            "/steward/tokens/1/end".to_owned(),
            vec![],
        ),
        (
            "/account",
            "/account/second-step".to_owned(),
            vec![("do", "offer")],
        ),
        (
            "/account",
            "/account/second-step".to_owned(),
            vec![("do", "off")],
        ),
        (
            "/account",
            "/account/second-step".to_owned(),
            vec![("do", "codes")],
        ),
        ("/account", "/account/sessions".to_owned(), vec![]),
        // Where people are sent is no less than who may sign in.
        (
            "/steward/plan/2/end",
            "/steward/plan/2/end".to_owned(),
            vec![("last", "2026-11-24"), ("why", "The building burned.")],
        ),
        (
            "/steward/plan/consents",
            "/steward/plan/consents".to_owned(),
            vec![
                ("whom", "granite-street supplies"),
                ("answer", "agreed"),
                ("reference", "E-mail"),
            ],
        ),
    ]
}

#[actix_rt::test]
async fn a_stolen_session_gives_and_takes_no_access() {
    let town = Town::to_edit().await;
    with_password(&town, "Kim", Role::Steward).await;
    let ana = town.account("Ana", editor("cedar-circle")).await;
    town.token("cedar-circle").await;
    let kim = signed_in(&town, "Kim").await;
    let mut eve = thief(&kim);
    for (from, to, fields) in power(ana) {
        let asked = eve.submit(from, &to, &fields).await;
        assert_eq!(asked.status, 401, "{to} {fields:?}");
        let page = asked.body();
        assert!(page.contains("proof-password"), "{to}: {page}");
        assert!(!page.contains("/invite/") && !page.contains("signpost_"));
    }
    let people = town.store().accounts().await.unwrap();
    assert_eq!(people.len(), 2);
    assert!(people.iter().all(|one| one.disabled_at.is_none()));
    let tokens = town.store().tokens().await.unwrap();
    assert!(tokens.len() == 1 && tokens[0].disabled_at.is_none());
    assert_eq!(eve.get("/account").await.status, 200, "reading is no power");
}

#[actix_rt::test]
async fn who_shows_the_password_goes_on_for_five_minutes_under_a_new_secret() {
    let town = Town::to_edit().await;
    with_password(&town, "Kim", Role::Steward).await;
    let ana = town.account("Ana", editor("cedar-circle")).await;
    let to = format!("{ACCOUNTS}/{ana}");
    let mut kim = signed_in(&town, "Kim").await;
    let mut eve = thief(&kim);
    let typed = [("do", "link"), ("proof-password", PASSPHRASE)];
    let page = kim.submit(ACCOUNTS, &to, &typed).await;
    assert_eq!(page.status, 200, "{}", page.body());
    assert!(page.body().contains("/invite/"));
    // Nobody is asked twice, and the copy of the session is worth nothing.
    let again = kim.submit(ACCOUNTS, &to, &[("do", "link")]).await;
    assert_eq!(again.status, 200, "{}", again.body());
    assert_eq!(eve.get("/account").await.status, 303);
    // Five minutes and a second later they are.
    let later = clock()() + jiff::SignedDuration::from_secs(301);
    let url = format!("sqlite:{}", town.database().display());
    let store = signpost_store::Store::open(&url);
    let app = App::new(
        snapshot(),
        std::sync::Arc::new(move || later),
        true,
        Some(store.await.unwrap()),
    );
    let town = Town::around(app);
    let mut kim = Desk {
        town: &town,
        cookies: kim.cookies.clone(),
    };
    let asked = kim.submit(ACCOUNTS, &to, &[("do", "link")]).await;
    assert_eq!(asked.status, 401);
}

#[actix_rt::test]
async fn five_wrong_ones_end_the_session_and_nothing_is_done() {
    let town = Town::to_edit().await;
    with_password(&town, "Kim", Role::Steward).await;
    let ana = town.account("Ana", editor("cedar-circle")).await;
    let to = format!("{ACCOUNTS}/{ana}");
    let mut kim = signed_in(&town, "Kim").await;
    for guess in 1..=5 {
        let typed = [("do", "disable"), ("proof-password", "geese")];
        let answer = kim.submit(ACCOUNTS, &to, &typed).await;
        let expected = if guess < 5 { 422 } else { 303 };
        assert_eq!(answer.status, expected, "{guess}: {}", answer.body());
    }
    assert_eq!(kim.get("/account").await.status, 303, "signed out");
    let person = town.store().account(ana).await.unwrap().unwrap();
    assert_eq!(person.disabled_at, None);
    // What was typed is on no page that comes back.
    let mut kim = signed_in(&town, "Kim").await;
    let typed = [("do", "disable"), ("proof-password", "four geese")];
    let page = kim.submit(ACCOUNTS, &to, &typed).await.body();
    assert!(!page.contains("four geese"), "{page}");
}

#[actix_rt::test]
async fn a_proof_is_of_the_session_it_is_sent_in() {
    let town = Town::to_edit().await;
    with_password(&town, "Kim", Role::Steward).await;
    let ana = town.account("Ana", editor("cedar-circle")).await;
    let to = format!("{ACCOUNTS}/{ana}");
    let mut kim = signed_in(&town, "Kim").await;
    let csrf = kim.csrf("/account").await;
    let fields = [
        ("csrf", csrf.as_str()),
        ("do", "disable"),
        ("proof-password", PASSPHRASE),
    ];
    let foreign = kim.post_from(&to, &fields, "https://evil.example").await;
    assert_eq!(foreign.status, 403);
    let unproven = [("do", "disable"), ("proof-password", PASSPHRASE)];
    assert_eq!(kim.post(&to, &unproven).await.status, 403);
    let person = town.store().account(ana).await.unwrap().unwrap();
    assert_eq!(person.disabled_at, None);
}

#[actix_rt::test]
async fn a_lost_password_keeps_the_second_step_and_a_lost_phone_needs_the_password() {
    let town = Town::to_edit().await;
    let ana = with_password(&town, "Ana", editor("cedar-circle")).await;
    let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    let store = town.store();
    store
        .offer_second_step(ana, secret, clock()())
        .await
        .unwrap();
    store.second_step_on(ana, 1, &[], clock()()).await.unwrap();
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let to = format!("{ACCOUNTS}/{ana}");
    let link = |page: &str| {
        let (_, rest) = page.split_once("/invite/").expect("a link");
        format!("/invite/{}", rest.split('"').next().unwrap())
    };
    let has_step = async || store.account(ana).await.unwrap().unwrap().has_totp;

    let page = kim.submit(ACCOUNTS, &to, &[("do", "link")]).await.body();
    let mut browser = town.desk();
    let new = [("password", "six otters in a canoe")];
    assert_eq!(browser.post(&link(&page), &new).await.status, 303);
    assert!(has_step().await, "a lost password is no lost phone");

    let page = kim
        .submit(ACCOUNTS, &to, &[("do", "lost-phone")])
        .await
        .body();
    let phone = link(&page);
    assert!(browser.get(&phone).await.body().contains("lost your phone"));
    for wrong in [
        [("current", PASSPHRASE)],
        [("password", "six otters in a canoe")],
    ] {
        assert_eq!(browser.post(&phone, &wrong).await.status, 422);
        assert!(has_step().await);
    }
    let right = [("current", "six otters in a canoe")];
    assert_eq!(browser.post(&phone, &right).await.status, 303);
    assert!(!has_step().await);
    assert_eq!(browser.post(&phone, &right).await.status, 410, "once");
    // The link that sets a password does not switch a step off, nor the other way round.
    let none = kim.submit(ACCOUNTS, &to, &[("do", "lost-phone")]).await;
    assert_eq!(none.status, 422, "there is none any more");
}

#[actix_rt::test]
async fn a_steward_makes_no_link_for_themself() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let me = town.store().account_of("kim@example.org").await;
    let to = format!("{ACCOUNTS}/{}", me.unwrap().unwrap().id);
    let refused = kim.submit(ACCOUNTS, &to, &[("do", "link")]).await;
    assert_eq!(refused.status, 422);
    let page = refused.body();
    assert!(page.contains("Nobody makes a link for themself"), "{page}");
    assert!(!page.contains("/invite/"));
}

#[actix_rt::test]
async fn the_last_steward_stays_also_when_two_stop_each_other_at_once() {
    let town = Town::to_edit().await;
    let kim = with_password(&town, "Kim", Role::Steward).await;
    let sam = with_password(&town, "Sam", Role::Steward).await;
    let store = town.store();
    let stop = |id| store.set_disabled(id, true, "test", clock()());
    let (one, other) = tokio::join!(stop(kim), stop(sam));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    let left = if one.is_ok() { sam } else { kim };
    let demoted = store.set_role(left, &Role::Subcommittee, "test", clock()());
    assert!(demoted.await.is_err());
    // Through the page, of one who was only invited and cannot sign in.
    let mut bo = town.signed_in("Bo", Role::Steward).await;
    let to = format!("{ACCOUNTS}/{left}");
    for act in [
        vec![("do", "disable")],
        vec![("do", "role"), ("role", "subcommittee")],
    ] {
        let refused = bo.submit(ACCOUNTS, &to, &act).await;
        assert_eq!(refused.status, 422, "{act:?}");
        assert!(refused.body().contains("last steward"), "{act:?}");
    }
}

#[actix_rt::test]
async fn where_stewards_need_a_second_step_they_do_nothing_before_they_have_one() {
    let town = Town::to_edit().await;
    let url = format!("sqlite:{}", town.database().display());
    let store = signpost_store::Store::open(&url).await.unwrap();
    let app = App::new(snapshot(), clock(), true, Some(store));
    let portal = PortalState::default().with_second_step_of_stewards(true);
    let town = Town::with_portal(app, portal);
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    for path in [
        "/steward",
        "/steward/accounts",
        "/agency",
        "/disposal/service",
    ] {
        let sent = kim.get(path).await;
        assert_eq!(
            sent.header("location"),
            "/account?done=step-first",
            "{path}"
        );
    }
    let made = [("organization", "cedar-circle"), ("label", "mine")];
    let made = kim.submit("/account", "/steward/tokens", &made).await;
    assert_eq!(made.header("location"), "/account?done=step-first");
    assert_eq!(town.store().tokens().await.unwrap().len(), 0);
    let page = kim.get("/account?done=step-first").await.body();
    assert!(page.contains("Stewards need a second step"), "{page}");
    let me = town.store().account_of("kim@example.org").await;
    let me = me.unwrap().unwrap().id;
    let store = town.store();
    store
        .offer_second_step(me, "JBSWY3DPEHPK3PXP", clock()())
        .await
        .unwrap();
    store.second_step_on(me, 1, &[], clock()()).await.unwrap();
    assert_eq!(kim.get("/steward").await.status, 200);
    let off = kim
        .submit("/account", "/account/second-step", &[("do", "off")])
        .await;
    assert_eq!(off.status, 422, "it stays on");
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    assert_eq!(ana.get("/agency").await.status, 200, "editors need none");
}

#[actix_rt::test]
async fn the_record_says_when_and_what_to_the_owner_and_to_stewards() {
    let town = Town::to_edit().await;
    let id = with_password(&town, "Ana", editor("cedar-circle")).await;
    let wrong = [("email", "ana@example.org"), ("password", "geese")];
    for _ in 0..2 {
        town.desk().post("/login", &wrong).await;
    }
    let mut ana = signed_in(&town, "Ana").await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let one = format!("{ACCOUNTS}/{id}");
    for page in [ana.get("/account").await, kim.get(&one).await] {
        let page = page.body();
        for words in [
            "Refused: wrong password. 2 times.",
            "Signed in.",
            "November 25, 2026, 2:15 pm",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("127.0.0.1") && !page.contains("Mozilla"));
    }
    let mut bo = town.signed_in("Bo", editor("northwind-clinic")).await;
    assert_eq!(bo.get(&one).await.status, 403);
    // After 90 days nothing of it is left.
    let later = clock()() + jiff::SignedDuration::from_hours(24 * 91);
    let records = town.store().sign_in_records(id, later, 50).await.unwrap();
    assert_eq!(records, vec![]);
}

#[actix_rt::test]
async fn a_stolen_session_of_an_editor_does_not_agree_that_people_are_sent_there() {
    let town = Town::to_edit().await;
    with_password(&town, "Ana", editor("cedar-circle")).await;
    let ana = signed_in(&town, "Ana").await;
    let mut eve = thief(&ana);
    let consent = "/agency/consent";
    let fields = [("need", "supplies"), ("answer", "agreed")];
    let asked = eve.submit(consent, consent, &fields).await;
    assert_eq!(asked.status, 401, "{}", asked.body());
    assert!(asked.body().contains("proof-password"));
}
