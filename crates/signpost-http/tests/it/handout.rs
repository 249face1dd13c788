//! One sheet to hand over: hours of the week, numbers, danger, both languages when asked, and the address with its picture.

use crate::town::Town;

async fn page(town: &Town, path: &str) -> String {
    let answer = town
        .get_with(
            path,
            &[("accept", "text/html"), ("host", "signpost.example")],
        )
        .await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body()
}

#[actix_rt::test]
async fn a_sheet_tells_the_hours_of_the_week_and_no_state_of_the_moment() {
    let html = page(&Town::to_read(), "/print?need=food&near=bus-depot").await;
    for words in [
        "<h2>Food</h2>",
        "Kettle Table Hall",
        "tel:+18075550109",
        "Loon Line",
        "November 25, 2026",
        "Hours can change, above all on holidays.",
        "href=\"tel:911\"",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!html.contains("Open now"), "{html}");
    assert!(html.contains("Monday to Friday"), "{html}");
    assert!(
        html.contains("href=\"/print?need=food&amp;near=bus-depot&amp;both=1\"")
            || html.contains("href=\"/print?need=food&#38;near=bus-depot&#38;both=1\""),
        "{html}"
    );
}

#[actix_rt::test]
async fn a_sheet_is_in_both_languages_when_asked_and_leads_back_to_the_list() {
    let town = Town::to_read();
    for (path, first, second) in [
        (
            "/print?need=shelter&both=1",
            "A bed for tonight",
            "Un lit pour cette nuit",
        ),
        (
            "/fr/print?need=shelter&both=1",
            "Un lit pour cette nuit",
            "A bed for tonight",
        ),
    ] {
        let html = page(&town, path).await;
        let at = |words: &str| html.find(&format!("<h2>{words}</h2>"));
        assert!(at(first).is_some() && at(first) < at(second), "{html}");
        assert!(html.contains("<svg"), "{html}");
    }
    let html = page(&town, "/print?need=shelter").await;
    assert!(!html.contains("Un lit pour cette nuit"), "{html}");
    assert!(
        html.contains("http://signpost.example/?need=shelter"),
        "{html}"
    );
    assert!(
        html.contains("class=\"handout-foot\"><div aria-hidden=\"true\"><svg"),
        "{html}"
    );
    let list = page(&town, "/?need=shelter").await;
    assert!(list.contains("href=\"/print?need=shelter\""), "{list}");
    // What the address asks for in vain is passed over.
    let usual = page(&town, "/print?need=nonsense").await;
    assert!(
        usual.contains("<h2>New needles and supplies</h2>"),
        "{usual}"
    );
}

#[actix_rt::test]
async fn a_sheet_says_how_many_places_it_has_no_room_for() {
    let town = Town::to_read();
    let listed = town.get("/api/v1/where-to-go?need=supplies&limit=50").await;
    let listed = listed.json()["answers"].as_array().unwrap().len();
    let html = page(&town, "/print?need=supplies&both=1").await;
    assert!(listed > 4, "{listed}");
    let left = listed - 3;
    assert!(
        html.contains(&format!("The list has {left} more places.")),
        "{html}"
    );
    assert!(
        html.contains(&format!("La liste a {left} autres lieux.")),
        "{html}"
    );
}

/// Who reads only one of the two languages finds danger, the address and the edition's word in it.
#[actix_rt::test]
async fn a_sheet_in_two_languages_says_everything_in_both() {
    let town = Town::to_read();
    for path in ["/print?need=food&both=1", "/fr/print?need=food&both=1"] {
        let html = page(&town, path).await;
        for words in [
            "Someone will not wake up?",
            "ne se réveille pas",
            "What is true today stands here",
            "Ce qui est vrai aujourd’hui est ici",
            "Training town.",
            "Ville de formation.",
        ] {
            assert!(html.contains(words), "{path}: {words}: {html}");
        }
    }
    let html = page(&town, "/print?need=food").await;
    assert!(!html.contains("ne se réveille pas"), "{html}");
}
