//! A needle was found, or somebody has used needles: whom to tell, and places that take what one has.

use std::sync::Arc;

use signpost_web::App;

use crate::town::{Town, training};

async fn page(town: &Town, path: &str) -> String {
    let answer = town.get_with(path, &[("accept", "text/html")]).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body()
}

#[track_caller]
fn in_order(html: &str, parts: &[&str]) {
    let (_, main) = html.split_once("<main").expect("a page");
    let mut rest = main;
    for part in parts {
        let found = rest.split_once(part);
        (_, rest) = found.unwrap_or_else(|| panic!("{part} is not there or too early: {main}"));
    }
}

#[actix_rt::test]
async fn whom_to_tell_comes_first_then_children_steps_a_prick_and_boxes() {
    let town = Town::to_read();
    in_order(
        &page(&town, "/found").await,
        &[
            "Tell somebody",
            "href=\"tel:+18075550191\"",
            "href=\"sms:+18075550191\"",
            "Keep children",
            "hard container",
            "Never put a cap back on",
            "If it pricked you",
            "soap and water",
            "href=\"/?need=health-care\"",
            "Drop it off",
            "href=\"/?need=disposal&#38;item=loose\"",
            "Mill Park needle box",
        ],
    );
    in_order(
        &page(&town, "/fr/found").await,
        &[
            "Prévenez",
            "tel:+18075550191",
            "Éloignez les enfants",
            "contenant dur",
            "Si elle vous a piqué",
            "Déposez-la",
            "/fr/sites/",
        ],
    );
    let html = page(&town, "/found").await;
    assert!(
        !html.contains("Loon Line"),
        "a line for something else is no answer"
    );
    // A pharmacy that takes closed containers alone is not where a loose needle goes.
    let place = |name: &str| html.find(name).unwrap_or(usize::MAX);
    assert!(place("West Landing") < place("Pinecone Pharmacy"), "{html}");
}

#[actix_rt::test]
async fn the_first_page_and_the_page_of_boxes_lead_there() {
    let town = Town::to_read();
    for (path, link) in [
        ("/", "href=\"/found\""),
        ("/?need=disposal", "href=\"/found\""),
        ("/disposal", "href=\"/found\""),
        ("/offline", "href=\"/found\""),
        ("/fr/", "href=\"/fr/found\""),
    ] {
        let html = page(&town, path).await;
        let (_, main) = html.split_once("<main").unwrap();
        let (main, _) = main.split_once("</main>").unwrap();
        assert!(main.contains(link), "{path}");
    }
}

#[actix_rt::test]
async fn a_line_with_a_page_of_its_own_is_named_by_its_host() {
    let mut directory = training();
    let line = directory
        .lines
        .iter_mut()
        .find(|line| line.id.as_str() == "riverbend-phone");
    line.expect("a line").website = Some("https://www.example.org/report".into());
    let html = page(&Town::of(directory), "/found").await;
    assert!(
        html.contains("href=\"https://www.example.org/report\" rel=\"noreferrer\">example.org</a>"),
        "{html}"
    );
}

#[actix_rt::test]
async fn places_that_take_what_one_has_come_first_and_a_choice_we_do_not_know_is_passed_over() {
    let town = Town::to_read();
    let slugs = |html: &str| -> Vec<String> {
        let cards = html.split("<li class=\"card\"").skip(1);
        let links = cards.filter_map(|card| card.split("/sites/").nth(1));
        links
            .filter_map(|link| Some(link.split(['"', '?']).next()?.to_owned()))
            .collect()
    };
    let usual = slugs(&page(&town, "/?need=disposal").await);
    let loose_html = page(&town, "/?need=disposal&item=loose").await;
    let loose = slugs(&loose_html);
    let full = slugs(&page(&town, "/?need=disposal&item=full-containers").await);
    assert_eq!(
        loose.last().map(String::as_str),
        Some("pinecone-pharmacy-main")
    );
    let takes_full = ["pinecone-pharmacy-main", "west-landing-box"];
    assert!(
        full[..2]
            .iter()
            .all(|slug| takes_full.contains(&slug.as_str())),
        "{full:?}"
    );
    let sorted = |mut list: Vec<String>| {
        list.sort();
        list
    };
    assert_eq!(sorted(loose), sorted(usual.clone()), "nothing is lost");
    assert!(loose_html.contains("aria-current=\"true\">Loose needles</a>"));
    assert!(loose_html.contains("name=\"item\" value=\"loose\""));
    let unknown = slugs(&page(&town, "/?need=disposal&item=nonsense").await);
    assert_eq!(unknown, usual);
    for other in ["/?need=food", "/"] {
        let html = page(&town, other).await;
        assert!(!html.contains("class=\"choices\""), "{other}");
    }
}

/// A number nobody answers is not all that one is given at night.
#[actix_rt::test]
async fn at_three_in_the_morning_a_silent_line_says_so_and_one_that_is_answered_follows() {
    let at = Arc::new(|| "2026-11-25T03:05:00-05:00".parse().unwrap());
    let snapshot = crate::town::snapshot();
    let town = Town::around(App::new(snapshot, at, true, None));
    in_order(
        &page(&town, "/found").await,
        &[
            "Tell somebody",
            "Opens 10 am",
            "tel:+18075550191",
            "Loon Line",
            "Keep children",
        ],
    );
    let by_day = page(&Town::to_read(), "/found").await;
    let (lines, _) = by_day.split_once("Keep children").unwrap();
    assert!(!lines.contains("Loon Line"), "{lines}");
}

/// A box that nobody vouches for any more is not offered while others are.
#[actix_rt::test]
async fn boxes_nobody_vouches_for_are_named_only_where_little_else_is_known() {
    let html = page(&Town::to_read(), "/found").await;
    assert!(!html.contains("Old Mill counter"), "{html}");
    let mut directory = training();
    for site in &mut directory.sites {
        for service in &mut site.services {
            service.confirmation = None;
        }
    }
    let html = page(&Town::of(directory), "/found").await;
    assert!(html.contains("Mill Park needle box"), "{html}");
}

/// A place is named with its usual hours, which stay true on a page that a phone keeps, and nobody is sent to one that is shut for months.
#[actix_rt::test]
async fn a_box_is_named_with_its_usual_hours_and_what_is_shut_for_months_is_left_out() {
    let town = Town::to_read();
    for (path, hours) in [
        ("/found", "Open 24 hours, every day"),
        ("/fr/found", "24 heures sur 24"),
    ] {
        let html = page(&town, path).await;
        let (_, boxes) = html.split_once("choices").expect("the boxes");
        assert!(boxes.contains(hours), "{boxes}");
        // Its desk is being rebuilt until spring.
        assert!(!boxes.contains("/sites/birch-health-office"), "{boxes}");
        assert!(!boxes.contains("Open now"), "{boxes}");
    }
}

/// A full container may have to wait for days: how to keep it stands above the places.
#[actix_rt::test]
async fn who_has_a_full_container_reads_how_to_keep_it() {
    let town = Town::to_read();
    let keep = "lid on, away from children";
    let full = page(&town, "/?need=disposal&item=full-containers").await;
    assert!(full.contains(keep), "{full}");
    let loose = page(&town, "/?need=disposal&item=loose").await;
    assert!(!loose.contains(keep), "{loose}");
}
