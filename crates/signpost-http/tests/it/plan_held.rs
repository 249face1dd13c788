//! Words of a version that name who has not agreed: they are read by nobody, at no door, and stewards see what is lost.

use signpost_domain::Lang;
use signpost_store::Role;

use crate::{
    desk::editor,
    town::{Town, training},
};

const MESSAGE: &str = "Pinecone Pharmacy is down the road.";
const HELD: &str =
    "Something changed here for this: New needles and supplies. The list shows where to go.";
const HELD_FR: &str = "Quelque chose a changé ici pour ceci";

/// Where the sentence at the old door of the kitchen is read.
const READ_AT: [&str; 7] = [
    "/?need=supplies&from=west-side-kitchen",
    "/map?need=supplies&from=west-side-kitchen",
    "/embed?need=supplies&from=west-side-kitchen",
    "/print?need=supplies&from=west-side-kitchen",
    "/plan",
    "/api/v1/where-to-go?need=supplies&from=west-side-kitchen",
    "/api/v1/directory.json",
];

async fn withdrawn(town: &Town) {
    let mut ana = town.signed_in("Ana", editor("pinecone-pharmacy")).await;
    let fields = [("need", "supplies"), ("answer", "withdrawn")];
    let answer = ana
        .submit("/agency/consent", "/agency/consent", &fields)
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body());
}

#[actix_rt::test]
async fn a_message_that_names_who_took_its_word_back_is_read_nowhere() {
    let town = Town::to_edit().await;
    let also = ["/api/v1/plan", "/api/v1/plan/2"];
    for address in READ_AT.into_iter().chain(also) {
        let body = town.get(address).await.body();
        assert!(body.contains(MESSAGE), "{address}: {body}");
    }
    assert!(
        town.get("/plan")
            .await
            .body()
            .contains("Cedar Circle House, Pinecone Pharmacy and")
    );
    withdrawn(&town).await;
    for address in READ_AT.into_iter().chain(also) {
        let body = town.get(address).await.body();
        assert!(!body.contains(MESSAGE), "{address}: {body}");
        assert!(body.contains(HELD), "{address}: {body}");
        let sign = if address.contains('?') { '&' } else { '?' };
        let french = if address.starts_with("/api") {
            format!("{address}{sign}lang=fr")
        } else {
            format!("/fr{address}")
        };
        let french = town.get(&french).await.body();
        assert!(
            !french.contains("La pharmacie Pinecone est plus loin"),
            "{address}"
        );
        assert!(french.contains(HELD_FR), "{address}: {french}");
    }
    // The summary names it too; a message that names nobody stays.
    for address in ["/plan", "/api/v1/plan", "/api/v1/plan/2"] {
        let body = town.get(address).await.body();
        assert!(
            !body.contains("Cedar Circle House, Pinecone Pharmacy and"),
            "{address}"
        );
        assert!(
            body.contains("A part of this plan has changed."),
            "{address}: {body}"
        );
        assert!(
            body.contains("These places do. No name, no ID."),
            "{address}"
        );
    }
    // What was read while it had agreed stays readable.
    assert!(
        town.get("/plan")
            .await
            .body()
            .contains("Go to Pinecone Pharmacy on the West Side.")
    );
}

#[actix_rt::test]
async fn a_message_is_read_until_the_last_day_that_was_agreed_to() {
    let mut directory = training();
    for plan in directory.plans.iter_mut().filter(|plan| plan.version == 2) {
        for consent in &mut plan.consents {
            if consent.organization.as_str() == "pinecone-pharmacy" {
                consent.until = Some("2026-12-01".parse().unwrap());
            }
        }
    }
    let town = Town::of(directory);
    let read = |day: &'static str| {
        let town = &town;
        async move {
            let sent = town.get(&format!("/go/west-side-kitchen?at={day}")).await;
            let page = town.get(sent.header("location")).await.body();
            (page.contains(MESSAGE), page.contains(HELD))
        }
    };
    assert_eq!(read("2026-12-01").await, (true, false));
    assert_eq!(read("2026-12-02").await, (false, true));
    // The saved list turns over at that midnight.
    let bundle = town.get("/api/v1/directory.json").await.json();
    let said: Vec<bool> = bundle["plans"]
        .as_array()
        .unwrap()
        .iter()
        .map(|period| period["rules"].to_string().contains(MESSAGE))
        .collect();
    assert_eq!(said, [true, false]);
}

#[actix_rt::test]
async fn stewards_see_on_their_pages_which_doors_lost_what() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let front = kim.get("/steward").await.body();
    assert!(!front.contains("Not agreed any more"), "{front}");
    withdrawn(&town).await;
    let said = "Not agreed any more: Pinecone Pharmacy. 4 old doors lost a place. 2 of them have no place left.";
    for address in ["/steward", "/steward/plan"] {
        let page = kim.get(address).await.body();
        assert!(page.contains(said), "{address}: {page}");
        assert!(!page.contains("Nothing waits"), "{address}: {page}");
        let french = kim.get(&format!("/fr{address}")).await.body();
        assert!(
            french.contains("4 anciennes portes ont perdu un lieu."),
            "{french}"
        );
    }
    let ahead = kim.get("/steward/plan/ahead").await.body();
    for words in [
        "It is so already",
        "Since November 25, 2026",
        "Pinecone Pharmacy has not agreed any more for this: New needles and supplies.",
        "West Side Kitchen, New needles and supplies: people are not sent to Pinecone Pharmacy, West Side any more. No other place is left.",
        "Lantern Rest Shelter, New needles and supplies: people are not sent to Pinecone Pharmacy, Main Street any more. 1 place is left.",
    ] {
        assert!(ahead.contains(words), "{words}: {ahead}");
    }
    let version = kim.get("/steward/plan/2").await.body();
    for words in [
        "People do not read this now: no place that has agreed is left.",
        "The summary names somebody who has not agreed.",
    ] {
        assert!(version.contains(words), "{words}: {version}");
    }
}

#[actix_rt::test]
async fn each_fact_ahead_is_told_once_with_its_doors() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/steward/plan/ahead").await.body();
    let holiday = "Christmas Day: Pinecone Pharmacy, Main Street has not said";
    assert_eq!(page.matches(holiday).count(), 1, "{page}");
    let card = page.split(holiday).nth(1).unwrap();
    let card = card.split("</li></ul></li>").next().unwrap();
    assert!(
        card.contains("Birch Landing Health Office") && card.contains("Lantern Rest Shelter"),
        "{card}"
    );
}

#[actix_rt::test]
async fn a_warning_names_the_organization_in_the_readers_language_and_no_part_of_town() {
    let mut directory = training();
    for plan in directory.plans.iter_mut().filter(|plan| plan.version == 3) {
        for rule in &mut plan.rules {
            rule.message.set(
                Lang::En,
                "Granite Street Drop-In and Tamarack House are on the West Side.",
            );
        }
    }
    let town = Town::to_edit_over(&directory).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get("/steward/plan/3").await.body();
    assert!(
        page.contains(
            "the words name “Granite Street Drop-In”, but Granite Street Drop-In has not agreed"
        ),
        "{page}"
    );
    let french = kim.get("/fr/steward/plan/3").await.body();
    assert!(
        french.contains("mais Halte de la rue Granite n’a pas accepté"),
        "{french}"
    );
    assert!(
        !page.contains("“West Side") && !page.contains("kettle-table"),
        "{page}"
    );
    // Who is not signed in is not told who has not agreed.
    let public = town.get("/api/v1/plan/check").await.body();
    assert!(public.contains("names_unagreed"), "{public}");
    assert!(!public.contains("Granite"), "{public}");
}

#[actix_rt::test]
async fn the_day_after_a_consent_ends_has_a_poster_that_says_why_it_is_another() {
    let mut directory = training();
    for consent in directory
        .plans
        .iter_mut()
        .flat_map(|plan| &mut plan.consents)
    {
        if consent.organization.as_str() == "pinecone-pharmacy" {
            consent.until = Some("2026-12-15".parse().unwrap());
        }
    }
    let town = Town::to_edit_over(&directory).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    for (lang, head, why) in [
        (
            "",
            "From December 16, 2026 on",
            "no place that has agreed is left",
        ),
        (
            "/fr",
            "À partir du 16 décembre 2026",
            "aucun lieu qui a accepté ne reste",
        ),
    ] {
        let page = kim
            .get(&format!("{lang}/steward/plan/posters"))
            .await
            .body();
        let own = page.split(&format!("<h3>{head}</h3>")).nth(1);
        let own = own.unwrap_or_else(|| panic!("{page}"));
        let own = own.split("<h3>").next().unwrap();
        assert!(own.contains(why), "{own}");
        assert!(!own.contains("has the word"), "{own}");
    }
    let file = "/steward/plan/posters/old-mill-counter.svg?format=letter&from=2026-12-16";
    let sheet = kim.get(file).await;
    assert_eq!(sheet.status, 200);
    assert!(
        sheet.body().contains("What you find here has changed."),
        "{}",
        sheet.body()
    );
}
