//! Two ways of typing the same letter are one: what is looked for is found, and a password stays the same on another keyboard.

use signpost_domain::{Lang, Text};
use signpost_store::Role;

use crate::town::{Town, clock, training};

#[actix_rt::test]
async fn a_search_finds_a_word_however_its_letters_were_typed() {
    let mut directory = training();
    directory.sites[0].name = Text::en("Maison du Cœur");
    directory.sites[0]
        .name
        .set(Lang::Fr, "E\u{301}picerie æquo");
    let slug = directory.sites[0].slug.to_string();
    let town = Town::of(directory);
    for word in ["coeur", "C%C5%92UR", "epicerie", "%C3%89picerie", "aequo"] {
        let found = town.get(&format!("/api/v1/sites?q={word}")).await.json();
        let first = &found["features"][0]["properties"]["slug"];
        assert_eq!(first, slug.as_str(), "{word}: {found}");
    }
}

#[actix_rt::test]
async fn a_password_is_the_same_on_another_keyboard() {
    let town = Town::to_edit().await;
    let id = town.account("Ana", Role::Steward).await;
    let made = town.store().one_time_link(id, "test", clock()()).await;
    let link = format!("/invite/{}", made.unwrap().secret);
    let (composed, apart) = (
        "quatre oies d\u{e9}j\u{e0} l\u{e0}",
        "quatre oies de\u{301}ja\u{300} la\u{300}",
    );
    let mut ana = town.desk();
    let set = ana.post(&link, &[("password", composed)]).await;
    assert_eq!(set.status, 303, "{}", set.body());
    for typed in [composed, apart] {
        let sign_in = [("email", "ana@example.org"), ("password", typed)];
        assert_eq!(town.desk().post("/login", &sign_in).await.status, 303);
    }
    let wrong = [
        ("email", "ana@example.org"),
        ("password", "quatre oies deja la"),
    ];
    assert_eq!(town.desk().post("/login", &wrong).await.status, 401);
}
