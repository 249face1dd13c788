//! Paper is read on another day: hours and days that differ instead of a state of the moment, and every caveat that a screen has.

use signpost_domain::Offer;

use crate::town::{Town, training};

/// What a page prints: without what is on screens alone.
async fn printed(town: &Town, path: &str) -> String {
    let answer = town.get_with(path, &[("accept", "text/html")]).await;
    assert_eq!(answer.status, 200, "{path}");
    let body = answer.body();
    let (_, main) = body.split_once("<main").expect("a page");
    main.to_owned()
}

/// A card's paragraphs that are printed.
fn of_card<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let mut cards = page.split("<li class=\"card\"").skip(1);
    let card = cards.find(|card| card.contains(name)).expect("a card");
    let (card, _) = card.split_once("</li>").expect("its end");
    let lines = card.split("<p");
    lines
        .filter(|line| {
            !line
                .split('>')
                .next()
                .unwrap_or_default()
                .contains("screen")
        })
        .collect()
}

const MOMENTS: [&str; 8] = [
    "Open now",
    "Opens ",
    "Closes in",
    "May open",
    "Ouvert, jusqu",
    "Ouvre ",
    "Ferme dans",
    "until 4 pm",
];

#[actix_rt::test]
async fn no_card_on_paper_tells_a_state_of_the_moment() {
    let town = Town::to_read();
    let mut cards = 0;
    for need in [
        "supplies",
        "food",
        "shelter",
        "disposal",
        "naloxone",
        "withdrawal",
    ] {
        for path in [
            format!("/?need={need}"),
            format!("/fr/?need={need}"),
            format!("/print?need={need}"),
            format!("/fr/print?need={need}&both=1"),
        ] {
            let page = printed(&town, &path).await;
            for card in page.split("<li class=\"card\"").skip(1) {
                let (card, _) = card.split_once("</li>").unwrap();
                cards += 1;
                for line in card.split("<p").skip(1) {
                    let class = line.split('>').next().unwrap_or_default();
                    let state = MOMENTS.iter().find(|words| line.contains(**words));
                    assert!(
                        class.contains("screen") || state.is_none(),
                        "{path}: {state:?} in {line}"
                    );
                }
            }
        }
    }
    assert!(cards > 60, "{cards} cards");
}

#[actix_rt::test]
async fn days_that_differ_stand_under_the_usual_hours() {
    let town = Town::to_read();
    for path in ["/?need=food", "/print?need=food"] {
        let page = printed(&town, path).await;
        let card = of_card(&page, "Cedar Circle House").join("<p");
        assert!(card.contains("Monday to Friday"), "{path}: {card}");
        assert!(
            card.contains("December 9, 2026: Closed. Staff training."),
            "{path}: {card}"
        );
        assert!(!card.contains("December 12"), "of another need: {card}");
    }
    let page = printed(&town, "/fr/?need=supplies").await;
    let card = of_card(&page, "Maison du Cercle").join("<p");
    assert!(card.contains("12 décembre 2026"), "{card}");
}

#[actix_rt::test]
async fn what_nobody_vouches_for_says_so_on_paper_and_how_one_finds_out() {
    let mut directory = training();
    for site in &mut directory.sites {
        if site.slug.as_str() == "pinecone-pharmacy-main" {
            for service in &mut site.services {
                service.offer = Offer::Unknown;
                service.hours = None;
                service.confirmation = None;
            }
        }
    }
    let town = Town::of(directory);
    for path in ["/?need=disposal", "/print?need=disposal"] {
        let page = printed(&town, path).await;
        let lapsed = of_card(&page, "Old Mill counter").join("<p");
        for words in ["Open 24 hours", "Not confirmed", "Call first"] {
            assert!(lapsed.contains(words), "{path}: {words}: {lapsed}");
        }
    }
    let page = printed(&town, "/?need=supplies").await;
    let unknown = of_card(&page, "Pinecone Pharmacy, Main").join("<p");
    for words in ["We do not know the hours", "Call first"] {
        assert!(unknown.contains(words), "{words}: {unknown}");
    }
}

/// A sheet that says "not offered here" names where to go instead, with numbers: paper has no links.
#[actix_rt::test]
async fn what_is_not_offered_names_where_to_go_on_paper() {
    let town = Town::to_read();
    for (path, name) in [
        (
            "/sites/birch-health-office?need=supplies",
            "Cedar Circle House, 7 Cedar Lane",
        ),
        (
            "/fr/sites/birch-health-office?need=supplies",
            "Maison du Cercle de cèdre, ",
        ),
    ] {
        let page = printed(&town, path).await;
        let others = page.split("<p class=\"paper\">").skip(1);
        let others: Vec<&str> = others
            .filter_map(|part| part.split("</p>").next())
            .collect();
        assert!(
            others
                .iter()
                .any(|one| one.contains(name) && one.contains("807-555-0103")),
            "{others:?}"
        );
        assert!(
            others.iter().all(|one| !one.contains("12 Anchor Street")),
            "{others:?}"
        );
    }
    let page = printed(&town, "/sites/birch-health-office?need=naloxone").await;
    assert!(!page.contains("Cedar Circle House, 7 Cedar Lane"), "{page}");
}

/// Two sentences do not run into one.
#[actix_rt::test]
async fn not_confirmed_is_a_sentence_of_its_own() {
    let mut directory = training();
    for site in &mut directory.sites {
        for service in &mut site.services {
            service.confirmation = None;
        }
    }
    let page = printed(&Town::of(directory), "/?need=food").await;
    assert!(page.contains("Not confirmed. "), "{page}");
    assert!(
        !page.contains("Not confirmed Call") && !page.contains("Not confirmed Ask"),
        "{page}"
    );
}
