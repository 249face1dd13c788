//! The page of a place: what one came for and whether it is open first, the way back, services that are alike together, the days with their
//! dates, words people read about where it comes from, and a link to hand on without anybody between.

use std::sync::Arc;

use jiff::Timestamp;
use signpost_domain::{Directory, HolidayChoice, Site};
use signpost_web::App;

use crate::town::{Town, snapshot_of, training};

const HOST: (&str, &str) = ("host", "signpost.example");
const HOUSE: &str = "/sites/cedar-circle-house";

/// Where words stand on a page.
#[track_caller]
fn at(page: &str, words: &str) -> usize {
    page.find(words)
        .unwrap_or_else(|| panic!("{words} is not in {page}"))
}

/// A page without its elements, as it is read, in one line.
fn read(page: &str) -> String {
    let main = page.split("<main").nth(1).expect("a main part");
    let mut text = String::new();
    for part in main.split('<').skip(1) {
        text.push_str(part.split_once('>').map_or("", |(_, words)| words));
        text.push(' ');
    }
    let text = text.replace("&#38;", "&").replace('\u{a0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn changed(change: impl FnOnce(&mut Site)) -> Directory {
    let mut directory = training();
    let mut sites = directory.sites.iter_mut();
    change(
        sites
            .find(|site| site.slug.as_str() == "cedar-circle-house")
            .expect("the house"),
    );
    directory
}

/// The training town at another minute.
fn town_at(directory: Directory, minute: &str) -> Town {
    let at: Timestamp = minute.parse().expect("an instant");
    let app = App::new(snapshot_of(directory), Arc::new(move || at), true, None);
    Town::around(app)
}

#[actix_rt::test]
async fn state_and_hours_of_the_day_stand_right_under_the_name() {
    let town = Town::to_read();
    for (path, begins) in [
        (
            HOUSE.to_owned(),
            "Cedar Circle House New needles and supplies Open now, until 6 pm Wednesday, November 25 (today) · 10 am to 6 pm 7 Cedar Lane",
        ),
        (
            format!("/fr{HOUSE}"),
            "Maison du Cercle de cèdre Seringues neuves et matériel Ouvert, jusqu’à 18 h Mercredi 25 novembre (aujourd’hui) · De 10 h à 18 h",
        ),
    ] {
        let page = read(&town.get(&path).await.body());
        let (_, from_name) = page
            .split_once(begins.split_once(' ').unwrap().0)
            .unwrap_or_else(|| panic!("{page}"));
        let whole = format!("{}{from_name}", begins.split_once(' ').unwrap().0);
        assert!(whole.starts_with(begins), "{whole}");
    }
}

#[actix_rt::test]
async fn what_one_came_for_comes_first_and_the_way_back_is_in_the_address() {
    let town = Town::to_read();
    let list = town
        .get("/?need=food&near=cedar-school&from=birch-health-office")
        .await
        .body();
    let link =
        "/sites/cedar-circle-house?need=food&#38;near=cedar-school&#38;from=birch-health-office";
    at(&list, &format!("<h3><a href=\"{link}\">"));
    let page = town.get(&link.replace("&#38;", "&")).await.body();
    at(
        &page,
        "href=\"/?need=food&#38;near=cedar-school&#38;from=birch-health-office\">← Back to the list: Food</a>",
    );
    let words = read(&page);
    let (_, offers) = words.split_once("What you can get here").unwrap();
    assert!(offers.trim_start().starts_with("Food"), "{offers}");
    assert!(
        words.contains("Food Closed") || words.contains("Food Opens"),
        "the state of what one came for, not of the first there is: {words}"
    );
    at(
        &page,
        "/sites/cedar-circle-house/feedback?v=0&#38;need=food",
    );
    // Nothing is said of a list nobody came from, and a need that is none is passed over.
    for path in [HOUSE.to_owned(), format!("{HOUSE}?need=nothing")] {
        assert!(!town.get(&path).await.body().contains("Back to the list"));
    }
    let french = town.get(&format!("/fr{HOUSE}?need=food")).await.body();
    at(
        &french,
        "href=\"/fr/?need=food\">← Retour à la liste\u{a0}: Nourriture</a>",
    );
    // What one has in hand is kept too, and the choice of a language.
    let boxes = town.get("/?need=disposal&item=loose").await.body();
    at(&boxes, "?need=disposal&#38;item=loose\">");
    let whole = town.get(&format!("{HOUSE}?need=food")).await.body();
    at(&whole, "href=\"/fr/sites/cedar-circle-house?need=food\"");
}

#[actix_rt::test]
async fn who_came_for_what_is_not_here_is_told_first_and_where_else() {
    let town = Town::to_read();
    let page = town
        .get("/sites/birch-health-office?need=supplies")
        .await
        .body();
    let first = at(&page, "<div class=\"first\">");
    let told = page.get(first..at(&page, "</div>\n<p>12 Anchor"));
    let told = told.unwrap();
    at(told, "<p class=\"state closed\">Not offered here</p>");
    at(told, "/?need=supplies&#38;from=birch-health-office");
}

#[actix_rt::test]
async fn services_that_are_alike_stand_under_one_heading_with_one_confirmation() {
    let page = Town::to_read().get(HOUSE).await.body();
    let words = read(&page);
    let confirmed = "Confirmed November 5, 2026 by Cedar Circle House, manager.";
    assert_eq!(words.matches(confirmed).count(), 1, "{words}");
    assert_eq!(page.matches("<section class=\"box\">").count(), 2);
    let (_, offers) = words.split_once("What you can get here").unwrap();
    assert!(
        offers
            .trim_start()
            .starts_with("New needles and supplies · Naloxone"),
        "{offers}"
    );
    // Each still says its own.
    for own in ["as many as you need", "Smudging", "Soup and bannock"] {
        at(&words, own);
    }
    assert_eq!(page.matches("<table class=\"week\">").count(), 2);

    // One that somebody else confirmed keeps its own word.
    let directory = changed(|site| {
        let food = site.services.iter_mut();
        let mut food = food.filter(|one| one.need.as_str() == "food");
        food.next().unwrap().confirmation = None;
    });
    let words = read(&Town::of(directory).get(HOUSE).await.body());
    assert_eq!(words.matches(confirmed).count(), 1, "{words}");
    at(&words, "Not confirmed. From: Invented for training");
}

#[actix_rt::test]
async fn the_week_has_dates_marks_the_day_that_runs_and_says_the_usual_hours_above() {
    let town = town_at(training(), "2026-12-09T09:00:00-05:00");
    let page = town.get(HOUSE).await.body();
    let marked = "<tr aria-current=\"date\"><th scope=\"row\">Wednesday, December 9<span class=\"screen\"> (today)</span></th><td>Closed: Staff training</td></tr>";
    at(&page, marked);
    at(
        &page,
        "<th scope=\"row\">Thursday, December 10</th><td>10 am to 6 pm</td>",
    );
    assert!(at(&page, "Usual hours: Monday to Friday 10 am to 6 pm") < at(&page, marked));
    assert!(at(&page, "Usual hours") < at(&page, "Days that are different"));
    assert!(at(&page, "Days that are different") < at(&page, "Getting there"));
    let french = town.get(&format!("/fr{HOUSE}")).await.body();
    at(
        &french,
        "Mercredi 9 décembre<span class=\"screen\"> (aujourd’hui)</span></th>",
    );
    at(&french, "Heures habituelles\u{a0}: ");

    // Thursday, one in the morning: the night that began on Wednesday is the first row.
    let night = town_at(training(), "2026-11-26T01:00:00-05:00");
    let page = night.get("/sites/lantern-rest-shelter").await.body();
    at(
        &page,
        "Wednesday, November 25<span class=\"screen\"> (tonight)</span></th>",
    );
    let french = night.get("/fr/sites/lantern-rest-shelter").await.body();
    at(
        &french,
        "Mercredi 25 novembre<span class=\"screen\"> (cette nuit)</span></th>",
    );
}

#[actix_rt::test]
async fn where_it_comes_from_is_folded_and_in_words_people_read() {
    let directory = changed(|site| {
        site.source.text =
            "Ministry list (copy: github.com/a/b, commit 69bf074) ; phone: http://www.lwdh.on.ca/x.html ; facts/kenora.csv"
                .to_owned();
    });
    let town = Town::of(directory);
    let page = town.get(HOUSE).await.body();
    let (_, folded) = page
        .split_once("<details class=\"sources\">")
        .expect("folded");
    at(
        folded,
        "This place: Ministry list; phone: lwdh.on.ca, November 1, 2026.",
    );
    let saved = town.get("/api/v1/directory.json?lang=en").await.body();
    at(&saved, "This place: Ministry list; phone: lwdh.on.ca,");
    for unread in ["commit", "69bf074", "github", "kenora.csv"] {
        assert!(!page.contains(unread), "{unread}");
    }
}

#[actix_rt::test]
async fn a_place_is_handed_on_without_anybody_between() {
    let town = Town::to_read();
    let path = format!("{HOUSE}?need=supplies");
    let page = town.get_with(&path, &[HOST]).await.body();
    at(
        &page,
        "readonly value=\"http://signpost.example/sites/cedar-circle-house\">",
    );
    at(
        &page,
        "href=\"sms:?&#38;body=Cedar%20Circle%20House%20http%3A%2F%2Fsignpost%2Eexample%2Fsites%2Fcedar%2Dcircle%2Dhouse\"",
    );
    // Whoever gets it does not learn what for.
    let (_, share) = page.split_once("class=\"share\"").unwrap();
    let share = share.split("</details>").next().unwrap();
    assert!(
        !share.contains("supplies") && !share.contains("https://"),
        "{share}"
    );
    at(share, "data-part=\"copy\" hidden");
}

/// A newspaper names its day: it is told once, and nobody says that it has none.
#[actix_rt::test]
async fn a_source_that_names_its_day_tells_it_once() {
    let mut directory = changed(|site| {
        site.source.text = "The Anchor, April 4, 2016".to_owned();
        site.source.day = Some("2016-04-04".parse().unwrap());
    });
    let services = directory
        .sites
        .iter_mut()
        .flat_map(|site| &mut site.services);
    for service in services {
        service.confirmation = None;
        service.source.text = "The Anchor, March 2019".to_owned();
        service.source.day = Some("2019-03".parse().unwrap());
    }
    let town = Town::of(directory);
    for (prefix, none) in [("", "no date given"), ("/fr", "sans date")] {
        let page = read(&town.get(&format!("{prefix}{HOUSE}")).await.body());
        for day in ["April 4, 2016", "March 2019"] {
            assert!(page.contains(day), "{day}: {page}");
            assert!(!page.contains(&format!("{day}, ")), "{day}: {page}");
        }
        assert!(!page.contains(none), "{page}");
        assert!(
            !page.contains("mars 2019") && !page.contains("avril 2016"),
            "{page}"
        );
    }
}

/// Of a service whose hours nobody stated, no holiday's hours are told; nor seven times what the state says once.
#[actix_rt::test]
async fn nothing_is_promised_for_a_holiday_by_a_service_of_which_nobody_knows_the_hours() {
    let town = town_at(training(), "2026-12-20T12:00:00-06:00");
    let page = read(
        &town
            .get("/sites/old-mill-counter?need=disposal")
            .await
            .body(),
    );
    assert!(page.contains("Call first"), "{page}");
    assert!(
        !page.contains("Holidays soon") && !page.contains("Usual hours"),
        "{page}"
    );
    assert!(page.matches("Ask first").count() < 3, "{page}");
}

/// Who keeps the hours of every day on holidays too keeps them on the day off in place of one.
#[actix_rt::test]
async fn hours_that_name_holidays_and_every_day_hold_on_the_day_off_in_place_of_a_holiday() {
    for (hours, says) in [
        ("Mo-Su,PH 16:00-20:00", "Boxing Day (observed): Usual hours"),
        (
            "Mo-Su 16:00-20:00; PH 18:00-20:00",
            "Boxing Day (observed): Not known.",
        ),
    ] {
        let mut directory = changed(|site| {
            for service in &mut site.services {
                service.hours = Some(hours.to_owned());
            }
        });
        for organization in &mut directory.organizations {
            organization.holidays = HolidayChoice::Unstated;
        }
        let town = town_at(directory, "2026-12-20T12:00:00-06:00");
        let page = read(&town.get(HOUSE).await.body());
        assert!(page.contains(says), "{hours}: {page}");
    }
}
