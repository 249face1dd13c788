//! Every form of a site: sent twice it changes once; what is too long or cannot be shown is said beside its field, and nothing is lost.

use crate::{
    desk::{Desk, editor},
    sheet::{HOUSE, Sheet, open, public, sheet},
    town::Town,
};

/// Each form, with a change that can be made in it.
const CHANGES: [(&str, &[(&str, &str)]); 7] = [
    ("/details", &[("door.en", "Green door.")]),
    ("/offers", &[("services.food.offer", "no")]),
    ("/place", &[("address", "9 Cedar Lane")]),
    (
        "/services/supplies",
        &[("services.supplies.description.en", "As many as you like.")],
    ),
    ("/hours/supplies", &[("mo.to.1", "18:30")]),
    ("/closings", &[("last", "2026-11-27")]),
    ("/stock", &[("need", "supplies")]),
];

async fn revisions(town: &Town) -> usize {
    let asked = signpost_store::RevisionQuery::default();
    let made = town.store().revisions(&asked).await.unwrap().len();
    let asked = signpost_store::ProposalQuery::default();
    made + town.store().proposals(&asked).await.unwrap().len()
}

async fn changed(ana: &mut Desk<'_>, path: &str, fields: &[(&str, &str)]) -> Sheet {
    let mut form = open(ana, &format!("{HOUSE}{path}")).await;
    for (name, value) in fields {
        form = form.with(name, value);
    }
    if !path.starts_with("/hours") {
        return form;
    }
    let look = form.press(ana, "look").await;
    sheet(&look.body(), 0)
}

#[actix_rt::test]
async fn a_form_that_is_sent_twice_changes_once_whichever_it_is() {
    for (path, fields) in CHANGES {
        let town = Town::to_edit().await;
        let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
        let before = revisions(&town).await;
        let form = changed(&mut ana, path, fields).await;
        for _ in 0..2 {
            let saved = form.clone().press(&mut ana, "save").await;
            assert_eq!(saved.status, 303, "{path}: {}", saved.body());
        }
        assert_eq!(revisions(&town).await, before + 1, "{path}");
        town.store().verify().await.unwrap();
    }
}

#[actix_rt::test]
async fn a_form_that_is_older_than_what_another_saved_overwrites_nothing() {
    for (path, fields) in CHANGES {
        let town = Town::to_edit().await;
        let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
        let mut bo = town.signed_in("Bo", editor("cedar-circle")).await;
        let stale = changed(&mut ana, path, fields).await;
        let theirs = changed(&mut bo, "/details", &[("phone", "807-555-0199")]).await;
        assert_eq!(theirs.press(&mut bo, "save").await.status, 303);
        let answer = stale.press(&mut ana, "save").await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.body());
        let site = town.get("/api/v1/sites/cedar-circle-house").await.json();
        assert_eq!(
            site["properties"]["phone"], "807-555-0199",
            "{path}: {site}"
        );
    }
}

/// The fields of a form that take words.
fn texts(form: &Sheet) -> Vec<String> {
    let names = form.fields.iter().map(|(name, _)| name.clone());
    names
        .filter(|name| {
            let last = name.rsplit('.').next().unwrap();
            ["en", "fr"].contains(&last) || ["address", "locality", "text"].contains(&name.as_str())
        })
        .collect()
}

#[actix_rt::test]
async fn what_a_field_cannot_hold_is_said_beside_it_and_comes_back_as_it_was_typed() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let before = revisions(&town).await;
    let mut tried = 0;
    for path in ["/details", "/place", "/services/supplies"] {
        let whole = open(&mut ana, &format!("{HOUSE}{path}")).await;
        for name in texts(&whole) {
            for typed in [
                "long ".repeat(2_000),
                "e\u{301}".repeat(2_000),
                "bell \u{7} here".to_owned(),
            ] {
                let refused = whole
                    .clone()
                    .with(&name, &typed)
                    .press(&mut ana, "save")
                    .await;
                let page = refused.body();
                assert_eq!(
                    refused.status,
                    422,
                    "{path} {name} {:.9}: {} {page}",
                    typed,
                    refused.header("location")
                );
                let id = format!("f-{}", name.replace(['.', '_'], "-"));
                assert!(
                    page.contains(&format!("href=\"#{id}\"")),
                    "{path} {name}: no way to it"
                );
                let field = page
                    .split(&format!("id=\"{id}\""))
                    .nth(1)
                    .expect("the field");
                let tag = field.split('>').next().unwrap();
                assert!(
                    tag.contains("aria-invalid=\"true\"") && tag.contains("aria-describedby=\""),
                    "{path} {name}: {tag}"
                );
                let back = sheet(&page, 0);
                assert_eq!(back.text(&name).trim(), typed.trim(), "{path} {name}");
                tried += 1;
            }
        }
    }
    assert!(tried > 30, "{tried} fields");
    assert_eq!(revisions(&town).await, before);
}

#[actix_rt::test]
async fn boxes_that_are_ticked_and_unticked_are_public_at_once() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let service = open(&mut ana, &format!("{HOUSE}/services/supplies")).await;
    assert!(
        service
            .fields
            .contains(&("item".to_owned(), "needles".to_owned()))
    );
    let mut service = service;
    service
        .fields
        .retain(|(name, value)| name != "item" || value == "needles");
    let service = service
        .with("services.supplies.bring.en", "Bring a bag.")
        .with("services.supplies.bring.fr", "Apportez un sac.")
        .with("bring-box", "bring-no-id");
    assert_eq!(service.press(&mut ana, "save").await.status, 303);
    let page = public(&town).await;
    assert!(page.contains("No ID needed. Bring a bag."), "{page}");
    assert!(
        page.contains("New needles") && !page.contains("smoking supplies"),
        "{page}"
    );
    let french = town.get("/fr/sites/cedar-circle-house").await.body();
    assert!(french.contains("Apportez un sac."), "{french}");

    let mut details = open(&mut ana, &format!("{HOUSE}/details")).await;
    details.fields.retain(|(name, _)| name != "language");
    let details = details.with("language", "fr");
    assert_eq!(details.press(&mut ana, "save").await.status, 303);
    let site = town.get("/api/v1/sites/cedar-circle-house").await.json();
    assert_eq!(
        site["properties"]["languages"],
        serde_json::json!(["fr"]),
        "{site}"
    );
}

#[actix_rt::test]
async fn what_counts_for_all_places_of_an_organization_is_saved_and_a_stale_page_is_asked_about() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut bo = town.signed_in("Bo", editor("cedar-circle")).await;
    let stale = open(&mut bo, "/agency/holidays").await;
    let mut holidays = open(&mut ana, "/agency/holidays").await;
    let christmas = ("closed".to_owned(), "christmas-day".to_owned());
    assert!(holidays.fields.contains(&christmas));
    holidays.fields.retain(|field| *field != christmas);
    let saved = holidays.press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let again = open(&mut ana, "/agency/holidays").await;
    assert!(!again.fields.contains(&christmas));
    // Christmas is a Friday, and the house is open on Fridays.
    let hours = "/agency/sites/cedar-circle-house/hours/supplies";
    let look = open(&mut ana, hours)
        .await
        .press(&mut ana, "look")
        .await
        .body();
    let (_, christmas) = look
        .split_once("December 25, 2026")
        .expect("the next holidays");
    let christmas = christmas.split("</tr>").next().unwrap();
    assert!(christmas.contains("10 am to 6 pm"), "{christmas}");

    let overtaken = stale.press(&mut bo, "save").await;
    assert_ne!(
        overtaken.status, 303,
        "what Ana saved is not overwritten unseen"
    );

    let mut facts = open(&mut ana, "/agency/organization").await;
    facts.fields.retain(|(name, _)| name != "indigenous-led");
    let facts = facts.with("website", "cedar.example.org");
    assert_eq!(facts.press(&mut ana, "save").await.status, 303);
    let page = public(&town).await;
    assert!(!page.contains("Indigenous-led."), "{page}");
    assert!(page.contains("https://cedar.example.org"), "{page}");
    town.store().verify().await.unwrap();
}
