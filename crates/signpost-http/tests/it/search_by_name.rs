//! A place by its name, by its street, by what it was called before: one plain form, from the first page.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use serde_json::{Value, json};
use signpost_answers::search::{Known, Search};
use signpost_domain::{Exception, ExceptionKind, Lang};
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};

use crate::{
    desk::editor,
    sheet::open,
    town::{Town, clock, training},
};

/// The names that a search finds, in order.
fn names(page: &str) -> Vec<String> {
    page.split("<h3 class=\"name\">")
        .skip(1)
        .map(|rest| {
            let link = rest.split("</a>").next().unwrap();
            link.rsplit('>').next().unwrap().to_owned()
        })
        .collect()
}

#[actix_rt::test]
async fn a_place_is_found_by_its_name_however_it_is_written() {
    let town = Town::to_read();
    let first = town.get("/").await.body();
    assert!(
        first.contains("href=\"/search\">Search by name</a>"),
        "{first}"
    );
    let french = town.get("/fr/").await.body();
    assert!(french.contains("href=\"/fr/search\">Chercher</a>"));
    for (asked, prefix, name) in [
        ("CEDAR+circle", "", "Cedar Circle House"),
        ("cedar+lane", "", "Cedar Circle House"),
        ("maison+cedre", "/fr", "Maison du Cercle de cèdre"),
        ("Birch+Hall", "", "Birch Hall"),
    ] {
        let page = town.get(&format!("{prefix}/search?q={asked}")).await.body();
        assert_eq!(
            names(&page).first().map(String::as_str),
            Some(name),
            "{asked}"
        );
        assert!(page.contains("name=\"q\""), "one can search on");
    }
    let link = town.get("/search?q=cedar+circle").await.body();
    assert!(link.contains("<a href=\"/sites/cedar-circle-house\">"));
    // A word for a kind of help leads to its list.
    let food = town.get("/search?q=food").await.body();
    assert!(food.contains("href=\"/?need=food\""), "{food}");
}

#[actix_rt::test]
async fn an_old_name_leads_to_the_place_that_is_there_now() {
    let mut directory = training();
    let mut sites = directory.sites.iter_mut();
    let house = sites.find(|site| site.slug.as_str() == "cedar-circle-house");
    house
        .unwrap()
        .description
        .set(Lang::En, "Called Lakeside Drop-In until 2024.");
    let page = Town::of(directory)
        .get("/search?q=lakeside+drop-in")
        .await
        .body();
    assert_eq!(names(&page), ["Cedar Circle House"]);
    assert!(
        page.contains("Called Lakeside Drop-In until 2024."),
        "it says why"
    );
}

#[actix_rt::test]
async fn nothing_found_is_no_dead_end_and_what_is_looked_for_goes_nowhere() {
    let town = Town::to_read();
    for (path, words) in [
        ("/search?q=zzzz", "It may be gone, or have a new name."),
        ("/fr/search?q=zzzz", "fermé ou changé de nom."),
    ] {
        let answer = town.get(path).await;
        assert_eq!(answer.header("x-robots-tag"), "noindex");
        let page = answer.body();
        assert!(
            page.contains(words) && page.contains("href=\"tel:"),
            "{page}"
        );
        assert!(names(&page).is_empty());
    }
    // No words, odd words, many words: a page all the same, and nothing of them is code.
    let long = "a".repeat(2_000);
    for asked in ["", "%20", "%3Cscript%3E", "%E2%80%8B", "%ff", long.as_str()] {
        let answer = town.get(&format!("/search?q={asked}")).await;
        assert_eq!(answer.status, 200, "{asked}");
        assert!(!answer.body().contains("<script>"), "{asked}");
    }
    assert!(names(&town.get("/search?q=%20").await.body()).is_empty());
    assert!(town.get("/sites/gone-long-ago").await.status == 404);
}

#[actix_rt::test]
async fn a_question_finds_a_place_however_it_is_put() {
    let town = Town::to_read();
    for (asked, prefix, first) in [
        (
            "where+did+the+health+unit+go%3F",
            "",
            "Birch Landing Health Office",
        ),
        ("old+health+unit", "", "Birch Landing Health Office"),
        (
            "o%C3%B9+est+le+bureau+de+sant%C3%A9",
            "/fr",
            "Bureau de santé de Birch Landing",
        ),
        ("friendship+center", "", "Cedar Circle House"),
        ("lantren", "", "Lantern Rest Shelter"),
        ("pinecone+pharmcy", "", "Pinecone Pharmacy, Main Street"),
        ("BSBL", "/fr", "Salle Birch"),
        ("soup+kitchen", "", "West Side Kitchen"),
    ] {
        let page = town.get(&format!("{prefix}/search?q={asked}")).await.body();
        let found = names(&page);
        assert_eq!(
            found.first().map(String::as_str),
            Some(first),
            "{asked}: {page}"
        );
    }
    let page = town.get("/search?q=health+unit").await.body();
    assert!(
        page.contains("“Birch Landing Health Unit” is now called Birch Landing Health Office."),
        "{page}"
    );
    let page = town.get("/search?q=soup+kitchen").await.body();
    assert!(
        page.contains("“Birch Landing Soup Kitchen” is now called Kettle Table Kitchens."),
        "{page}"
    );
    let page = town.get("/search?q=lrs").await.body();
    assert!(page.contains("Also called LRS."), "{page}");
    // Words of a program are taken as they are, and find former names too.
    for (asked, many) in [("health+unit", 1), ("lantren", 0), ("narcan", 6)] {
        let found = town.get(&format!("/api/v1/sites?q={asked}")).await.json();
        let found = found["features"].as_array().unwrap().len();
        assert_eq!(found, many, "{asked}");
    }
}

#[actix_rt::test]
async fn a_place_that_is_gone_says_so_and_where_to_go_now() {
    let page = Town::to_read().get("/search?q=old+mill").await.body();
    let hit = page.split("Old Mill counter (closed)").nth(1).unwrap();
    let moved =
        "New needles and supplies – where to go now: <a href=\"/sites/pinecone-pharmacy-west\">";
    assert!(hit.contains(moved), "{page}");
    let french = Town::to_read()
        .get("/fr/search?q=vieux+moulin")
        .await
        .body();
    assert!(french.contains("– où aller maintenant"), "{french}");
    // Taken away for good; and closed until further notice.
    let page = Town::to_read().get("/search?q=ferry+road+box").await.body();
    assert!(page.contains("<b>Closed.</b>"), "{page}");
    let mut directory = training();
    let mut sites = directory.sites.iter_mut();
    let house = sites.find(|site| site.slug.as_str() == "granite-street-drop-in");
    house.unwrap().exceptions.push(Exception {
        id: "fire".parse().unwrap(),
        need: None,
        items: vec![],
        kind: ExceptionKind::Closed,
        first: jiff::civil::date(2026, 11, 3),
        last: None,
        hours: None,
        reason: signpost_domain::Text::en("Fire"),
        review_by: Some(jiff::civil::date(2027, 3, 1)),
    });
    let page = Town::of(directory).get("/search?q=granite").await.body();
    assert!(page.contains("<b>") && page.contains("Fire."), "{page}");
}

#[actix_rt::test]
async fn only_what_nobody_knows_is_not_known_and_a_long_list_is_short_at_first() {
    let town = Town::to_read();
    for asked in ["narcan", "needle+exchange", "where+can+I+get+narcan"] {
        let page = town.get(&format!("/search?q={asked}")).await.body();
        assert!(!page.contains("We know of no place"), "{asked}: {page}");
    }
    let narcan = town.get("/search?q=narcan").await.body();
    assert!(narcan.contains("href=\"/?need=naloxone\""), "{narcan}");
    let page = town.get("/search?q=side").await.body();
    assert_eq!(names(&page).len(), 10, "{page}");
    assert!(page.contains("href=\"/search?q=side&#38;all=1\""), "{page}");
    let all = town.get("/search?q=side&all=1").await.body();
    assert!(
        names(&all).len() > 10 && !all.contains("class=\"row\" href=\"/search"),
        "{all}"
    );
}

#[actix_rt::test]
async fn former_names_are_written_in_the_form_of_the_name_and_found_after_a_steward_agrees() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let place = open(&mut ana, "/agency/sites/cedar-circle-house/place").await;
    assert_eq!(place.text("former_name"), "Harbour Friendship Centre");
    let sent = place
        .with("former_name", "Harbour Friendship Centre; Lamplight Lodge")
        .press(&mut ana, "save")
        .await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    let waiting = town.get("/search?q=lamplight").await.body();
    assert!(
        names(&waiting).is_empty(),
        "it waits, as names do: {waiting}"
    );
    // Of an organization it counts at once.
    let own = open(&mut ana, "/agency/organization").await;
    let sent = own
        .with("former_name", "Porch Light Society")
        .press(&mut ana, "save")
        .await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    let found = town.get("/search?q=porch+light+society").await.body();
    assert_eq!(names(&found), ["Cedar Circle House"]);
    town.store().verify().await.unwrap();
}

/// `tests/vectors/search`: what the server finds in the training town's own words; `web/src/offline/search.test.ts` reads the same file. When the
/// rule changes on purpose, write it anew as `vectors.rs` says.
#[actix_rt::test]
async fn the_phone_is_given_what_the_server_finds() {
    let inputs = Inputs {
        directory: training(),
        versions: BTreeMap::new(),
        sequence: 1,
    };
    let now = clock()();
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now).expect("a snapshot");
    let bundle = Town::around(signpost_web::App::new(
        snapshot,
        Arc::new(move || now),
        true,
        None,
    ))
    .get("/api/v1/directory.json")
    .await
    .json();
    let take = |from: &Value, members: &[&str]| -> Value {
        let members = members
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), from.get(name)?.clone())));
        Value::Object(members.collect())
    };
    let all = |of: &str, members: &[&str]| -> Vec<Value> {
        let rows = bundle[of].as_array().unwrap().iter();
        rows.map(|row| take(row, members)).collect()
    };
    let snapshot = crate::town::snapshot();
    let asked = [
        "old mill",
        "where did the health unit go",
        "friendship center",
        "lantren",
        "pharmcy",
        "BLHO",
        "soup kitchen",
        "narcan",
        "needle exchange",
        "box",
        "side",
        "cedar lane",
        "zzzz",
        "",
        " - ",
        "the",
        "old",
        "needle boxes",
        "cedarcircle",
        "riverbend",
        "L’Anchor street",
        "twenty beds",
    ];
    let found: Vec<Value> = asked
        .iter()
        .map(|asked| {
            let search = Search::new(&snapshot, asked);
            let places = search.places().into_iter().map(|hit| {
                let known = match hit.known {
                    Known::ByName => json!(["name"]),
                    Known::ByOtherName(name) => json!(["other", name]),
                    Known::ByFormerName(name) => json!(["former", name]),
                    Known::ByFormerOrganization(name) => json!(["organization", name]),
                    Known::ByPlace => json!(["place"]),
                    Known::ByStory => json!(["story"]),
                };
                json!([snapshot.site(hit.site).slug, known])
            });
            json!({"asked": asked, "places": places.collect::<Vec<_>>(), "needs": search.needs()})
        })
        .collect();
    let lines = |rows: Vec<Value>| {
        let rows: Vec<String> = rows.iter().map(Value::to_string).collect();
        rows.join(",\n")
    };
    let text = format!(
        "{{\"sites\": [\n{}\n],\n\"needs\": [\n{}\n],\n\"asked\": [\n{}\n]}}\n",
        lines(all(
            "sites",
            &[
                "slug",
                "name",
                "alternate_name",
                "former_name",
                "organization_name",
                "organization_alternate_name",
                "organization_former_name",
                "address",
                "locality",
                "description",
                "door",
            ],
        )),
        lines(all("needs", &["code", "name", "also_called"])),
        lines(found),
    );
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/search/training.json");
    if std::env::var_os("SIGNPOST_WRITE_VECTORS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "{} is not what the server finds now",
        path.display()
    );
}
