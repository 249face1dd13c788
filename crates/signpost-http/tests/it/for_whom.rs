//! Who a service is for: told first, at every door, and entered at every door; and what to do where nobody can be called.

use std::{fs, path::Path};

use serde_json::{Value, json};
use signpost_domain::{Directory, Lang, Offer, SiteKind};

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    sheet::{HOUSE, open},
    town::{Town, training},
};

fn kenora_path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/kenora")
}

async fn patched(town: &Town, body: Value) -> (u16, String) {
    let (token, tag) = (town.token("cedar-circle").await, tag(town).await);
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&tag),
        key: None,
        body: json!({"services": {"supplies": body}}),
    };
    let answer = edit.patch(town).await;
    (answer.status, answer.body())
}

/// The answer of where to go with new supplies that is Cedar Circle House.
async fn cedar_circle(town: &Town) -> Value {
    let reply = town.get("/api/v1/where-to-go?need=supplies&limit=50").await;
    let mut reply = reply.json();
    let answers = reply["answers"].as_array_mut().unwrap();
    let house = answers
        .iter()
        .position(|one| one["site"] == "cedar-circle-house");
    answers.swap_remove(house.unwrap())
}

#[actix_rt::test]
async fn what_a_program_says_of_ages_stands_first_on_the_card_and_at_every_other_door() {
    let town = Town::to_edit().await;
    let told = json!({
        "minimum_age": 12, "maximum_age": 25,
        "eligibility_description": {"en": "Students of the town", "fr": "Élèves de la ville"},
    });
    let (status, body) = patched(&town, told).await;
    assert_eq!(status, 200, "{body}");
    town.store().verify().await.unwrap();

    let card = |page: &str| {
        let after = page
            .split("<h3><a href=\"/sites/cedar-circle-house?")
            .nth(1);
        after.unwrap().split("</li>").next().unwrap().to_owned()
    };
    let page = town.get("/?need=supplies").await.body();
    let card = card(&page);
    let (ages, state) = (
        card.find("For ages 12 to 25. Students of the town"),
        card.find("class=\"state"),
    );
    assert!(ages.is_some() && ages < state, "{card}");
    let french = town.get("/fr?need=supplies").await.body();
    assert!(
        french.contains("Pour les 12 à 25 ans. Élèves de la ville"),
        "{french}"
    );
    let place = town.get("/sites/cedar-circle-house").await.body();
    assert!(
        place.contains("For ages 12 to 25. Students of the town"),
        "{place}"
    );

    let house = cedar_circle(&town).await;
    assert_eq!(
        (&house["minimum_age"], &house["maximum_age"]),
        (&json!(12), &json!(25))
    );
    assert_eq!(house["eligibility_description"], "Students of the town");
    let site = town.get(PATH).await.json();
    assert_eq!(
        site["properties"]["editable"]["services"]["supplies"]["eligibility_description"]["fr"],
        "Élèves de la ville"
    );
    assert_eq!(site["properties"]["services"][0]["maximum_age"], 25);

    let saved = town.get("/api/v1/directory.json?lang=fr").await.json();
    let house = saved["sites"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["site"] == "cedar-circle-house")
        .unwrap();
    let service = house["services"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["need"] == "supplies")
        .unwrap();
    assert_eq!(service["ages_in_words"], "Pour les 12 à 25 ans");
    assert_eq!(service["minimum_age"], 12);

    // It goes as it came.
    let (status, body) = patched(
        &town,
        json!({"minimum_age": null, "maximum_age": null, "eligibility_description": null}),
    )
    .await;
    assert_eq!(status, 200, "{body}");
    let page = town.get("/?need=supplies").await.body();
    assert!(!page.contains("For ages"), "{page}");
}

#[actix_rt::test]
async fn ages_that_cannot_be_are_named_and_nothing_is_changed() {
    let town = Town::to_edit().await;
    for (body, field) in [
        (json!({"minimum_age": 300}), "minimum_age"),
        (json!({"minimum_age": -1}), "minimum_age"),
        (json!({"maximum_age": "12"}), "maximum_age"),
        (json!({"maximum_age": 12.5}), "maximum_age"),
        (json!({"minimum_age": 25, "maximum_age": 12}), "maximum_age"),
    ] {
        let (status, answer) = patched(&town, body.clone()).await;
        assert_eq!(status, 400, "{body}: {answer}");
        assert!(
            answer.contains(&format!("services.supplies.{field}")),
            "{answer}"
        );
    }
    for query in ["age=121", "age=-1", "age=twelve", "age=12.5", "age="] {
        let answer = town
            .get(&format!("/api/v1/where-to-go?need=supplies&{query}"))
            .await;
        assert_eq!(answer.status, 400, "{query}");
    }
    let posted = town
        .post(
            "/api/v1/where-to-go",
            json!({"need": "supplies", "age": 200}).to_string(),
        )
        .await;
    assert_eq!(posted.status, 400);
}

#[actix_rt::test]
async fn an_agency_says_who_it_is_for_on_the_form_of_the_service() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let path = format!("{HOUSE}/services/supplies");
    for (youngest, oldest, words) in [
        ("12x", "", "Write an age in years, such as 12."),
        ("25", "12", "The oldest age is lower than the youngest."),
    ] {
        let form = open(&mut ana, &path).await;
        let form = form
            .with("services.supplies.minimum_age", youngest)
            .with("services.supplies.maximum_age", oldest);
        let back = form.press(&mut ana, "save").await;
        assert_eq!(back.status, 422, "{}", back.body());
        assert!(back.body().contains(words), "{}", back.body());
        assert!(
            back.body().contains(&format!("value=\"{youngest}\"")),
            "nothing typed is lost"
        );
    }
    let form = open(&mut ana, &path).await;
    let form = form.with("services.supplies.minimum_age", "16").with(
        "services.supplies.eligibility_description.en",
        "Bring a friend.",
    );
    assert_eq!(form.press(&mut ana, "save").await.status, 303);
    let page = town.get("/sites/cedar-circle-house").await.body();
    assert!(
        page.contains("For ages 16 and up. Bring a friend."),
        "{page}"
    );
    let form = open(&mut ana, &path).await;
    assert!(
        form.fields
            .contains(&("services.supplies.minimum_age".to_owned(), "16".to_owned()))
    );
    // Words that hurt are found here too.
    let form = form.with(
        "services.supplies.eligibility_description.en",
        "For addicts.",
    );
    assert_eq!(form.press(&mut ana, "save").await.status, 422);
}

/// The training town where one place for supplies, open now and near, is for ages 12 to 25.
fn with_a_youth_place() -> Directory {
    let mut directory = training();
    let site = directory
        .sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "cedar-circle-house")
        .unwrap();
    for service in &mut site.services {
        service.minimum_age = Some(12.try_into().unwrap());
        service.maximum_age = Some(25.try_into().unwrap());
    }
    directory
}

#[actix_rt::test]
async fn a_place_for_some_ages_comes_after_the_others_unless_that_age_asks() {
    let first = |town: Town, query: &'static str| async move {
        let reply = town
            .get(&format!(
                "/api/v1/where-to-go?need=supplies&near=49.5485,-94.891&{query}"
            ))
            .await;
        assert_eq!(reply.status, 200, "{}", reply.body());
        let reply = reply.json();
        let slugs = reply["answers"].as_array().unwrap().iter();
        slugs
            .map(|one| one["site"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let place = |slugs: &[String]| {
        slugs
            .iter()
            .position(|slug| slug == "cedar-circle-house")
            .unwrap()
    };
    assert_eq!(
        place(&first(Town::to_read(), "limit=50").await),
        0,
        "one stands before it"
    );
    let nobody_said = first(Town::of(with_a_youth_place()), "limit=50").await;
    assert!(place(&nobody_said) > 0, "{nobody_said:?}");
    let young = first(Town::of(with_a_youth_place()), "limit=50&age=17").await;
    assert_eq!(place(&young), 0);
    let older = first(Town::of(with_a_youth_place()), "limit=50&age=40").await;
    assert_eq!(place(&older), older.len() - 1);
}

#[actix_rt::test]
async fn the_youth_hub_of_kenora_says_its_ages_in_every_file_and_a_slip_in_them_is_named() {
    let directory = signpost_exchange::read_folder(kenora_path()).unwrap();
    let hub = directory
        .sites
        .iter()
        .find(|site| site.slug.as_str() == "kenora-youth-wellness-hub")
        .unwrap();
    assert!(
        hub.services
            .iter()
            .all(|one| one.minimum_age.map(u8::from) == Some(12)
                && one.maximum_age.map(u8::from) == Some(25))
    );
    let services = signpost_exchange::write_csv(&directory);
    let (_, services) = services
        .iter()
        .find(|(name, _)| *name == "services.csv")
        .unwrap();
    assert!(
        services
            .lines()
            .next()
            .unwrap()
            .contains("eligibility_description_fr,minimum_age,maximum_age")
    );
    assert!(signpost_exchange::write_public_csv(&directory, Lang::En).contains(",12,25,"));

    assert!(signpost_exchange::write_geojson(&directory, Lang::En).contains("\"minimum_age\":12"));

    let town = Town::of(directory);
    for path in ["/?need=mental-health", "/sites/kenora-youth-wellness-hub"] {
        let page = town.get(path).await.body();
        assert!(page.contains("For ages 12 to 25"), "{path}");
    }

    for (ages, wrong) in [
        (",25,12\n", "younger"),
        (",12,1000\n", "0 to 120"),
        (",twelve,25\n", "0 to 120"),
    ] {
        let folder = tempfile::TempDir::new().unwrap();
        for file in fs::read_dir(kenora_path()).unwrap() {
            let file = file.unwrap();
            if file.file_type().unwrap().is_file() {
                fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
            }
        }
        let path = folder.path().join("services.csv");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen(",12,25\n", ages, 1)).unwrap();
        let faults = signpost_exchange::read_folder(folder.path()).unwrap_err();
        let told = format!("{faults:?}");
        assert!(told.contains("_age") && told.contains(wrong), "{told}");
    }
}

/// The training town where nobody can be called at the house and nobody knows when it is open, nor whether the box is there.
fn without_numbers() -> Directory {
    let mut directory = training();
    for site in &mut directory.sites {
        if site.slug.as_str() == "cedar-circle-house" || site.kind == SiteKind::Box {
            site.phone = None;
            for service in &mut site.services {
                service.hours = None;
                service.confirmation = None;
                if service.offer == Offer::Offered && service.need.as_str() == "disposal" {
                    service.offer = Offer::Unknown;
                }
            }
        }
    }
    directory
}

#[actix_rt::test]
async fn where_nobody_can_be_called_every_door_says_what_to_do_instead() {
    let town = Town::of(without_numbers());
    let part = |page: &str, from: &str, to: &str| {
        let rest = page
            .split_once(from)
            .unwrap_or_else(|| panic!("no {from} in {page}"))
            .1;
        rest.split_once(to).unwrap_or((rest, "")).0.to_owned()
    };
    let page = town.get("/?need=supplies").await.body();
    let card = part(&page, "<h3><a href=\"/sites/cedar-circle-house?", "</li>");
    assert!(
        card.contains("Not known. Ask there.") && !card.contains("Call first"),
        "{card}"
    );

    let place = town.get("/sites/cedar-circle-house").await.body();
    let place = part(&place, "<main", "</main>");
    assert!(
        place.contains("Not known. Ask there.")
            && place.contains("We do not know the hours. Ask there."),
        "{place}"
    );
    assert!(!place.contains("Call first"), "{place}");
    let french = town.get("/fr/sites/cedar-circle-house").await.body();
    let french = part(&french, "<main", "</main>");
    assert!(
        french.contains("On ne le sait pas. Demandez sur place.")
            && !french.contains("Appelez d’abord"),
        "{french}"
    );

    let place = town.get("/sites/mill-park-box").await.body();
    let place = part(&place, "<main", "</main>");
    assert!(
        place.contains("Look there.") && !place.contains("Call first"),
        "{place}"
    );

    let table = town.get("/disposal").await.body();
    let unknown = part(&table, "Not known</h2>", "</ul>");
    assert!(unknown.starts_with("\n<p>We do not know if these places take used needles now.</p>"));
    let row = part(&unknown, "/sites/mill-park-box", "</li>");
    assert!(
        row.contains("Look there.") && !row.contains("Call first."),
        "{row}"
    );
    let row = part(&unknown, "/sites/old-mill-counter", "</li>");
    assert!(
        row.contains("Call first.") && row.contains("tel:+18075550107"),
        "{row}"
    );

    let house = cedar_circle(&town).await;
    assert_eq!(house["sentence"], "Not known. Ask there.");
    assert!(house["why_text"].as_str().unwrap().contains("Ask there."));
    let places = town.get("/map/places.geojson").await.body();
    assert!(places.contains("Not known. Look there."), "{places}");
    let saved = town.get("/api/v1/directory.json").await.json();
    let words = saved["words"].as_array().unwrap();
    assert!(words.iter().any(|word| word == "Not known. Ask there."));
    assert_eq!(saved["look_there"], "Not known. Look there.");
}
