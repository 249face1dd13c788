//! A place by its name, by its street, by what it was called before: one plain form, from the first page.

use signpost_domain::Lang;

use crate::town::{Town, training};

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
