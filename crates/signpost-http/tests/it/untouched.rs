//! A stored value may be older than the rule that would refuse it now. It stands in the way of nothing, and nobody rewrites it unasked.

use serde_json::json;
use signpost_domain::{Directory, Lang, Organization, Service, Site, Text};
use tempfile::TempDir;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open},
    town::{Town, training},
};

const OLD_PAGE: &str = "http://user@old.example/a b";
const OLD_WORDS: &str = "Old\u{AD}fash\u{200B}ioned\ttext";

/// The training town as an earlier release might have stored it.
fn old() -> Directory {
    let mut directory = training();
    for own in &mut directory.organizations {
        own.website = Some(OLD_PAGE.to_owned());
    }
    for site in &mut directory.sites {
        site.website = Some(OLD_PAGE.to_owned());
        site.languages = vec!["oj".to_owned(), "EN_ca".to_owned(), "en".to_owned()];
        site.description.set(Lang::En, OLD_WORDS);
        site.name = Text::en("Old\u{200B}name");
        site.address = "é".repeat(400);
        for service in &mut site.services {
            service.bring = Text::en(OLD_WORDS);
            service.hours_note = Text::en(OLD_WORDS);
            service.items.reverse();
        }
    }
    directory
}

fn house(town: &Town) -> Site {
    let snapshot = town.app.snapshot();
    let mut sites = snapshot.directory().sites.iter();
    sites
        .find(|site| site.slug.as_str() == "cedar-circle-house")
        .unwrap()
        .clone()
}

fn organization(town: &Town) -> Organization {
    let snapshot = town.app.snapshot();
    let mut rows = snapshot.directory().organizations.iter();
    rows.find(|row| row.id.as_str() == "cedar-circle")
        .unwrap()
        .clone()
}

#[actix_rt::test]
async fn forms_change_what_was_typed_and_nothing_else() {
    for (path, field, typed) in [
        ("/details", "phone", "807-555-0150"),
        ("/details", "door.en", "Green door."),
        (
            "/services/supplies",
            "services.supplies.description.en",
            "As many as you like.",
        ),
    ] {
        let town = Town::to_edit_over(&old()).await;
        let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
        let mut expected = house(&town);
        let form = open(&mut ana, &format!("{HOUSE}{path}")).await;
        let saved = form.with(field, typed).press(&mut ana, "save").await;
        assert_eq!(saved.status, 303, "{field}: {}", saved.body());
        match field {
            "phone" => expected.phone = Some(typed.parse().unwrap()),
            "door.en" => expected.door.set(Lang::En, typed),
            _ => {
                let services = &mut expected.services;
                let supplies = |own: &&mut Service| own.need.as_str() == "supplies";
                let own = services.iter_mut().find(supplies).unwrap();
                // Who describes a service confirms it.
                let stored = house(&town).service(&own.need).unwrap().clone();
                assert_ne!(own.confirmation, stored.confirmation);
                own.confirmation = stored.confirmation;
                own.description.set(Lang::En, typed);
            }
        }
        assert_eq!(house(&town), expected, "{field}");
    }
}

#[actix_rt::test]
async fn a_form_that_changes_an_old_value_has_to_make_it_right() {
    let town = Town::to_edit_over(&old()).await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/details")).await;
    let wrong = form.clone().with("website", "http://user@older.example/");
    assert_eq!(wrong.press(&mut ana, "save").await.status, 422);
    let right = form.with("website", "cedar-circle.example");
    assert_eq!(right.press(&mut ana, "save").await.status, 303);
    assert_eq!(
        house(&town).website.as_deref(),
        Some("https://cedar-circle.example")
    );
}

#[actix_rt::test]
async fn an_old_name_does_not_keep_a_place_where_it_is() {
    let town = Town::to_edit_over(&old()).await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/place")).await;
    let form = form.with("locality", "Harbour");
    let saved = form.press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let asked = signpost_store::ProposalsAsked::default();
    let waiting = town.store().proposals(&asked).await.unwrap();
    let mut expected = house(&town);
    expected.locality = "Harbour".to_owned();
    assert_eq!(waiting[0].wanted, expected);
    assert_eq!(waiting[0].parts, ["locality"]);
}

#[actix_rt::test]
async fn an_organization_keeps_its_old_page_when_its_people_say_something_else() {
    let town = Town::to_edit_over(&old()).await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, "/agency/organization").await;
    let mut form = form;
    form.fields.retain(|(name, _)| name != "indigenous-led");
    let saved = form.press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let own = organization(&town);
    assert_eq!(own.website.as_deref(), Some(OLD_PAGE));
    assert!(!own.indigenous_led);
}

#[actix_rt::test]
async fn the_api_takes_old_values_back_beside_new_ones() {
    let town = Town::to_edit_over(&old()).await;
    let (token, before) = (town.token("cedar-circle").await, tag(&town).await);
    let mut expected = house(&town);
    expected.phone = Some("807-555-0150".parse().unwrap());
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&before),
        key: None,
        body: json!({
            "phone": "807-555-0150",
            "website": OLD_PAGE,
            "languages": ["oj", "EN_ca", "en"],
            "description": {"en": OLD_WORDS},
            "name": {"en": "Old\u{200B}name"},
            "address": "é".repeat(400),
        }),
    };
    let answer = edit.patch(&town).await;
    assert_eq!(answer.status, 200, "{}", answer.body());
    assert_eq!(house(&town), expected);
}

#[test]
fn a_file_may_hold_old_values_beside_new_ones() {
    let before = old();
    let folder = TempDir::new().unwrap();
    for columns in ["", ",website,languages,description_en,name_en"] {
        let cells = if columns.is_empty() {
            String::new()
        } else {
            format!(",{OLD_PAGE},oj EN_ca en,{OLD_WORDS},Old\u{200B}name")
        };
        let file = folder.path().join("sites.csv");
        let row = format!("cedar-circle-house,cedar-circle,807-555-0150,A call{cells}");
        std::fs::write(
            &file,
            format!("slug,organization,phone,source{columns}\n{row}\n"),
        )
        .unwrap();
        let after = signpost_exchange::read_into(before.clone(), &file)
            .unwrap_or_else(|faults| panic!("{faults:#?}"));
        let mut expected = before.clone();
        for site in &mut expected.sites {
            if site.slug.as_str() == "cedar-circle-house" {
                site.phone = Some("807-555-0150".parse().unwrap());
                site.source.text = "A call".to_owned();
            }
        }
        assert_eq!(after, expected);
    }
}
