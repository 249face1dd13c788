//! What people need of a place besides the help itself: no card, no steps, something for women, a pet, an age. As data, at every door; on the
//! list only where somebody said so, and what nobody said is never a yes.

use serde_json::json;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open},
    town::{Town, training},
};

/// The names of the cards of a page, and after which heading the unsaid ones begin.
fn cards(page: &str) -> (Vec<String>, Vec<String>) {
    let names = |part: &str| {
        let cards = part.split("<li class=\"card\"").skip(1);
        let name = |card: &str| {
            let link = card.split("<h3>").nth(1)?.split("</a>").next()?;
            Some(link.rsplit('>').next()?.to_owned())
        };
        cards.filter_map(name).collect::<Vec<_>>()
    };
    let (said, unsaid) = page
        .split_once("<h2>Nobody has said for these</h2>")
        .unwrap_or((page, ""));
    (names(said), names(unsaid))
}

#[actix_rt::test]
async fn a_wish_is_offered_only_where_some_place_grants_it() {
    let town = Town::to_read();
    let food = town.get("/?need=food").await.body();
    for offered in ["name=\"pets\"", "name=\"for_women\"", "name=\"step_free\""] {
        assert!(food.contains(offered), "{offered}: {food}");
    }
    assert!(!food.contains("name=\"age\""), "food is for every age");
    let crisis = town.get("/?need=crisis").await.body();
    for unsaid in ["no_id", "pets", "for_women", "age"] {
        assert!(!crisis.contains(&format!("name=\"{unsaid}\"")), "{unsaid}");
    }
    let peers = town.get("/?need=peer-support").await.body();
    assert!(peers.contains("name=\"age\""), "{peers}");
    let transport = town.get("/fr/?need=shelter").await.body();
    assert!(transport.contains("Animaux admis"), "{transport}");
}

#[actix_rt::test]
async fn what_nobody_said_comes_apart_and_what_was_denied_does_not_come() {
    let town = Town::to_read();
    let page = town.get("/?need=food&pets=yes").await.body();
    let (said, unsaid) = cards(&page);
    assert_eq!(said, ["Cedar Circle House"]);
    assert_eq!(unsaid, ["West Side Kitchen"]);
    assert!(
        page.contains("One place said no. It is left out."),
        "{page}"
    );
    assert!(page.contains("Only: Pets may come in."), "{page}");
    assert!(
        page.contains("<a href=\"/?need=food\">Show all</a>"),
        "one can take it away: {page}"
    );
    // Together with where one starts and with another time; and the way to a place and back keeps it.
    let page = town
        .get("/?need=food&pets=yes&step_free=yes&near=mill-bridge-west&at=2026-11-26T12:30")
        .await
        .body();
    assert_eq!(cards(&page).0, ["Cedar Circle House"]);
    assert!(page.contains("Only: No steps, Pets may come in."), "{page}");
    assert!(page.contains("<input type=\"hidden\" name=\"pets\" value=\"yes\">"));
    let all = town.get("/?need=food&pets=yes&no_id=yes").await.body();
    let (said, unsaid) = cards(&all);
    assert!(said.is_empty(), "nobody said both: {said:?}");
    assert_eq!(unsaid, ["West Side Kitchen", "Cedar Circle House"]);
    assert!(all.contains("We do not know of a place where somebody said this."));
    let kept = town
        .get("/sites/cedar-circle-house?need=food&pets=yes")
        .await
        .body();
    assert!(kept.contains("href=\"/?need=food&#38;pets=yes\""), "{kept}");
    // Odd values ask for nothing.
    let odd = town
        .get("/?need=food&pets=1&age=old&for_women=")
        .await
        .body();
    assert_eq!(cards(&odd).0.len(), 3, "{odd}");
    let french = town.get("/fr/?need=food&pets=yes").await.body();
    for words in [
        "Seulement\u{a0}: Animaux admis.",
        "Personne ne l’a dit pour ceux-ci",
        "Un lieu a dit non. Il n’est pas affiché.",
        "href=\"/fr/?need=food\">Tout afficher",
    ] {
        assert!(french.contains(words), "{words}: {french}");
    }
}

#[actix_rt::test]
async fn an_age_asks_on_the_page_what_it_asks_of_the_api() {
    let mut directory = training();
    for site in &mut directory.sites {
        for service in &mut site.services {
            if service.need.as_str() == "supplies" && site.slug.as_str() == "cedar-circle-house" {
                service.maximum_age = Some(25.try_into().unwrap());
            }
        }
    }
    let town = Town::of(directory);
    for age in ["", "&age=16", "&age=40"] {
        let page = town.get(&format!("/?need=supplies{age}")).await.body();
        let api = town
            .get(&format!("/api/v1/where-to-go?need=supplies&limit=50{age}"))
            .await
            .json();
        let asked = api["answers"].as_array().unwrap().iter();
        let asked: Vec<String> = asked
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(cards(&page).0, asked, "{age}");
    }
    let last = town.get("/?need=supplies&age=40").await.body();
    assert_eq!(cards(&last).0.last().unwrap(), "Cedar Circle House");
    assert!(last.contains("For age 40: places for other ages come last."));
    assert!(last.contains("name=\"age\"") && last.contains("value=\"40\""));
}

#[actix_rt::test]
async fn a_program_says_it_and_every_reader_sees_it() {
    let town = Town::to_edit().await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    let edit = |body, tag: &str| {
        let (token, tag) = (token.clone(), tag.to_owned());
        let town = &town;
        async move {
            let edit = Edit {
                path: PATH,
                token: Some(&token),
                tag: Some(&tag),
                key: None,
                body,
            };
            let answer = edit.patch(town).await;
            (answer.status, answer.body())
        }
    };
    let said = json!({"step_free": false, "services": {"food": {"id_required": true, "for_women": null, "pets": false}}});
    let (status, body) = edit(said, &before).await;
    assert_eq!(status, 200, "{body}");
    town.store().verify().await.unwrap();
    let site = town.get(PATH).await.json();
    let own = &site["properties"];
    assert_eq!(own["step_free"], false);
    let food = own["services"].as_array().unwrap().iter();
    let food = food.clone().find(|one| one["need"] == "food").unwrap();
    assert_eq!(
        (&food["id_required"], &food["pets"]),
        (&json!(true), &json!(false))
    );
    assert!(
        food.get("for_women").is_none(),
        "nobody says it any more: {food}"
    );
    assert!(own["editable"]["services"]["food"]["for_women"].is_null());
    let page = town.get("/sites/cedar-circle-house").await.body();
    for words in ["There are steps", "ID is asked for · No pets"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let (status, body) = edit(json!({"step_free": "yes"}), &tag(&town).await).await;
    assert!(status == 400 && body.contains("step_free"), "{body}");
}

#[actix_rt::test]
async fn a_form_says_it_and_a_box_that_says_no_id_says_it_too() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let details = open(&mut ana, &format!("{HOUSE}/details")).await;
    assert_eq!(details.text("step_free"), "yes");
    let saved = details
        .with("step_free", "no")
        .press(&mut ana, "save")
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let food = open(&mut ana, &format!("{HOUSE}/services/food")).await;
    assert_eq!(food.text("services.food.pets"), "yes");
    assert_eq!(food.text("services.food.id_required"), "not-said");
    let saved = food
        .with("bring-box", "bring-no-id")
        .with("services.food.pets", "not-said")
        .press(&mut ana, "save")
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let site = town.get(PATH).await.json();
    assert_eq!(site["properties"]["step_free"], false);
    let editable = &site["properties"]["editable"]["services"]["food"];
    assert_eq!(editable["id_required"], false);
    assert!(editable["pets"].is_null());
    let history = town.get("/?need=food&no_id=yes").await.body();
    assert_eq!(
        cards(&history).0,
        ["Kettle Table Hall", "Cedar Circle House"]
    );
}
