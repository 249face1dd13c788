//! The second step through the door: switched on with a code, asked for, never taken twice; recovery codes when the phone is lost.

use jiff::Timestamp;
use totp_rs::{Algorithm, Secret, TOTP};

use crate::{
    desk::{Desk, editor},
    sign_in::PASSPHRASE,
    town::{NOW, Town, clock},
};

/// The code a phone would show, so many half minutes from now.
fn code(secret: &str, later: u64) -> String {
    let bits = Secret::Encoded(secret.to_owned()).to_bytes().unwrap();
    let totp = TOTP::new(Algorithm::SHA1, 6, 1, 30, bits, None, "ana".to_owned()).unwrap();
    let now: Timestamp = NOW.parse().unwrap();
    totp.generate(now.as_second().unsigned_abs() + 30 * later)
}

fn between<'p>(page: &'p str, before: &str, after: &str) -> &'p str {
    let (_, rest) = page.split_once(before).expect(before);
    rest.split_once(after).expect(after).0
}

/// Somebody with a password and a second step, signed in; its secret and recovery codes.
async fn with_second_step(town: &Town) -> (Desk<'_>, String, Vec<String>) {
    let id = town.account("Ana", editor("cedar-circle")).await;
    let link = town.store().one_time_link(id, "test", clock()()).await;
    let path = format!("/invite/{}", link.unwrap().secret);
    let mut ana = town.desk();
    ana.post(&path, &[("password", PASSPHRASE)]).await;
    let right = [("email", "ana@example.org"), ("password", PASSPHRASE)];
    assert_eq!(ana.post("/login", &right).await.status, 303);
    let to = "/account/second-step";
    let offer = [("do", "offer"), ("proof-password", PASSPHRASE)];
    let offer = ana.submit("/account", to, &offer).await.body();
    assert!(offer.contains("<svg"), "a picture for the app: {offer}");
    let secret = between(&offer, "secret=", "&").to_owned();
    let wrong = [("do", "on"), ("code", "000000")];
    assert_eq!(ana.submit("/account", to, &wrong).await.status, 422);
    let shown = code(&secret, 0);
    let on = [("do", "on"), ("code", shown.as_str())];
    let page = ana.submit("/account", to, &on).await;
    assert_eq!(page.status, 200, "{}", page.body());
    let page = page.body();
    let list = between(&page, "<ul class=\"codes\">", "</ul>");
    let codes: Vec<String> = list
        .split("<code>")
        .skip(1)
        .map(|part| part.split('<').next().unwrap().to_owned())
        .collect();
    assert_eq!(codes.len(), 8, "{list}");
    assert!(
        !ana.get("/account").await.body().contains(&codes[0]),
        "shown once"
    );
    (ana, secret, codes)
}

async fn sign_in(town: &Town, code: &str) -> u16 {
    let fields = [
        ("email", "ana@example.org"),
        ("password", PASSPHRASE),
        ("code", code),
    ];
    town.desk().post("/login", &fields).await.status
}

#[actix_rt::test]
async fn a_code_is_asked_for_and_each_lets_in_once() {
    let town = Town::to_edit().await;
    let (mut ana, secret, _) = with_second_step(&town).await;
    assert_eq!(sign_in(&town, "").await, 401);
    let record = ana.get("/account").await.body();
    assert!(
        record.contains("Right password; the code was asked for."),
        "the clearest sign that somebody has the password: {record}"
    );
    assert_eq!(
        sign_in(&town, &code(&secret, 0)).await,
        401,
        "used when it was switched on"
    );
    assert_eq!(sign_in(&town, &code(&secret, 9)).await, 401, "not yet");
    assert_eq!(sign_in(&town, &code(&secret, 1)).await, 303);
    assert_eq!(sign_in(&town, &code(&secret, 1)).await, 401, "overheard");
}

#[actix_rt::test]
async fn a_recovery_code_lets_in_once_however_it_is_typed() {
    let town = Town::to_edit().await;
    let (mut ana, _, codes) = with_second_step(&town).await;
    let typed = format!(" {} ", codes[0].replace('-', " ").to_uppercase());
    assert_eq!(sign_in(&town, &typed).await, 303);
    assert_eq!(sign_in(&town, &codes[0]).await, 401);
    assert_eq!(sign_in(&town, "aaaaa-aaaaa").await, 401);
    let page = ana.get("/account").await.body();
    assert!(page.contains("Recovery codes left: 7"), "{page}");
}

/// Signs in again in this browser, some time after its proof.
async fn again(desk: &mut Desk<'_>, code: &str) {
    let fields = [
        ("email", "ana@example.org"),
        ("password", PASSPHRASE),
        ("code", code),
    ];
    assert_eq!(desk.post("/login", &fields).await.status, 303);
}

#[actix_rt::test]
async fn it_is_switched_off_with_a_password_or_a_code_only() {
    let town = Town::to_edit().await;
    let (mut ana, _, codes) = with_second_step(&town).await;
    again(&mut ana, &codes[2]).await;
    let to = "/account/second-step";
    let off = |proof, typed| [("do", "off"), (proof, typed)];
    let asked = ana.submit("/account", to, &[("do", "off")]).await;
    assert_eq!(asked.status, 401);
    assert!(asked.body().contains("proof-code"), "{}", asked.body());
    let guess = off("proof-password", "guess");
    assert_eq!(ana.submit("/account", to, &guess).await.status, 422);
    let guess = off("proof-code", "000000");
    assert_eq!(ana.submit("/account", to, &guess).await.status, 422);
    assert_eq!(sign_in(&town, "").await, 401, "still on");
    let right = off("proof-code", &codes[3]);
    assert_eq!(ana.submit("/account", to, &right).await.status, 303);
    assert_eq!(sign_in(&town, "").await, 303);
    assert_eq!(sign_in(&town, &codes[1]).await, 303, "nobody asks for one");
}

#[actix_rt::test]
async fn the_secret_is_the_servers_until_a_code_of_it_was_shown() {
    let town = Town::to_edit().await;
    let (mut ana, secret, _) = with_second_step(&town).await;
    let to = "/account/second-step";
    // A page from before it was on does not put another secret in its place, and none that a form brings along.
    let theirs = Secret::Raw(vec![7; 20]).to_encoded().to_string();
    let shown = code(&theirs, 0);
    let forged = [
        ("do", "on"),
        ("secret", theirs.as_str()),
        ("code", shown.as_str()),
    ];
    ana.submit("/account", to, &forged).await;
    assert_eq!(sign_in(&town, &code(&theirs, 1)).await, 401);
    ana.submit("/account", to, &[("do", "off")]).await;
    assert_eq!(ana.submit("/account", to, &forged).await.status, 422);
    ana.submit("/account", to, &[("do", "offer")]).await;
    assert_eq!(ana.submit("/account", to, &forged).await.status, 422);
    assert_eq!(sign_in(&town, "").await, 303, "it is off");
    // Nor does one that was proven before prove another.
    let before = code(&secret, 0);
    let before = [("do", "on"), ("code", before.as_str())];
    assert_eq!(ana.submit("/account", to, &before).await.status, 422);
}

#[actix_rt::test]
async fn new_recovery_codes_take_the_place_of_the_old_and_have_120_bits() {
    let town = Town::to_edit().await;
    let (mut ana, _, codes) = with_second_step(&town).await;
    let letters = codes[0].replace('-', "").len();
    assert!(letters * 5 >= 80, "{}", codes[0]);
    let to = "/account/second-step";
    let page = ana.submit("/account", to, &[("do", "codes")]).await.body();
    let list = between(&page, "<ul class=\"codes\">", "</ul>");
    let new = between(list, "<code>", "</code>").to_owned();
    assert!(!codes.contains(&new));
    assert_eq!(sign_in(&town, &codes[0]).await, 401);
    assert_eq!(sign_in(&town, &new).await, 303);
}
