//! The pages as HTML: every one in both languages, and what must stand on them.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use signpost_domain::{Edition, Lang, Offer, Text};

use crate::town::{Town, training};

const PAGES: [&str; 17] = [
    "/",
    "/?need=supplies&from=birch-health-office&near=mill-bridge-west",
    "/sites/birch-health-office",
    "/sites/riverbend-friday-stop",
    "/map",
    "/plan",
    "/disposal",
    "/about",
    "/report",
    "/about/licences",
    "/privacy",
    "/leave",
    "/overdose",
    "/found",
    "/search?q=cedar",
    "/sites/birch-health-office/feedback?need=supplies",
    "/print?need=food",
];

pub async fn page(town: &Town, path: &str) -> String {
    let answer = town.get_with(path, &[("accept", "text/html")]).await;
    assert_eq!(answer.status, 200, "{path}");
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.body()
}

#[actix_rt::test]
async fn every_page_is_there_in_both_languages_with_the_edition_and_a_way_out() {
    let town = Town::to_read();
    for path in PAGES {
        for (address, lang, preview, away) in [
            (path.to_owned(), "en", "Preview.", "https://weather.gc.ca/"),
            (
                format!("/fr{path}"),
                "fr",
                "Version d’essai.",
                "https://meteo.gc.ca/",
            ),
        ] {
            let html = page(&town, &address).await;
            assert!(
                html.contains(&format!("<html lang=\"{lang}\">")),
                "{address}"
            );
            for words in [preview, away, "class=\"skip\"", "hreflang="] {
                assert!(html.contains(words), "{address}: {words}");
            }
            assert!(
                html.matches("<style>").count() == 1 && !html.contains(" style="),
                "{address}"
            );
        }
    }
}

#[actix_rt::test]
async fn every_page_is_found_in_capitals_with_the_full_stop_of_a_poster() {
    let town = Town::to_read();
    for path in PAGES
        .iter()
        .chain(&["/login", "/full/mill-park-box", "/embed"])
    {
        let (path, _) = path.split_once('?').unwrap_or((path, ""));
        if path == "/" || path.ends_with("/feedback") {
            continue;
        }
        for path in [path.to_owned(), format!("/fr{path}")] {
            let there = town.get(&path).await.status;
            let typed = town.get(&format!("{}.", path.to_uppercase())).await;
            let told = [200, 303, 308].contains(&typed.status);
            assert!(told && there == 200, "{path}: {there}, {}", typed.status);
        }
    }
}

#[actix_rt::test]
async fn nobody_is_told_that_a_made_up_town_is_real() {
    let made_up = page(&Town::to_read(), "/").await;
    assert!(made_up.contains("None of these places are real."));
    assert!(!made_up.contains("These places are real"));

    let mut directory = training();
    directory.sites[0].example = false;
    let mixed = page(&Town::of(directory), "/").await;
    assert!(mixed.contains("These places are real"));
    assert!(
        mixed.contains("Example."),
        "the made-up rows say so one by one"
    );

    let mut directory = training();
    directory.edition = Edition::Live;
    for organization in &mut directory.organizations {
        organization.example = false;
    }
    for site in &mut directory.sites {
        site.example = false;
        for service in &mut site.services {
            service.example = false;
        }
    }
    directory.banner = Text::default();
    assert!(!page(&Town::of(directory), "/").await.contains("Preview"));
}

#[actix_rt::test]
async fn who_comes_from_an_old_door_reads_the_plan_and_then_its_targets() {
    let html = page(&Town::to_read(), "/?need=supplies&from=birch-health-office").await;
    let at = |words: &str| {
        html.find(words)
            .unwrap_or_else(|| panic!("{words} in {html}"))
    };
    assert!(at("You came from: Birch Landing Health Office.") < at("Cedar Circle House</a>"));
    assert!(at("no longer has supplies") < at("Open now, until 6 pm"));
    assert!(html.contains("href=\"tel:+18075550103\""));
    assert!(html.contains("At 2:15 pm, Birch Landing time"));
    assert!(html.contains("Confirmed November 5, 2026 by Cedar Circle House, manager."));
}

#[actix_rt::test]
async fn when_nothing_is_known_to_be_open_the_lines_come_first() {
    let mut directory = training();
    for site in &mut directory.sites {
        for service in &mut site.services {
            service.hours = None;
            if service.offer == Offer::Offered {
                service.offer = Offer::Unknown;
            }
        }
    }
    let html = page(&Town::of(directory), "/?need=supplies").await;
    let at = |words: &str| {
        html.find(words)
            .unwrap_or_else(|| panic!("{words} in {html}"))
    };
    assert!(at("We do not know yet who has new needles.") < at("Ask one of these:"));
    assert!(at("Ask one of these:") < at("Loon Line"));
    assert!(at("Loon Line") < at("https://ohrdp.ca/find-supplies"));
    assert!(at("https://ohrdp.ca/find-supplies") < at("class=\"card\""));
    assert!(html.contains("Call first"));
}

#[actix_rt::test]
async fn what_opens_next_stands_above_whom_to_call() {
    let town = Town::to_edit_at(&training(), "2026-11-26T03:00:00-05:00").await;
    let html = page(&town, "/?need=food").await;
    let at = |words: &str| {
        html.find(words)
            .unwrap_or_else(|| panic!("{words} in {html}"))
    };
    assert!(at("We know of no place that is open") < at("class=\"next"));
    assert!(at("class=\"next") < at("You can call:"));
    assert!(at("You can call:") < at("tel:+18075550190"));
}

#[actix_rt::test]
async fn that_no_place_is_open_is_said_only_of_places_that_are_known_to_be_closed() {
    let (closed, nobody) = ("We know of no place that is open", "Nobody has told us yet");
    let mut directory = training();
    for site in &mut directory.sites {
        for service in &mut site.services {
            service.hours = Some("Jul 01 09:00-17:00".to_owned());
        }
    }
    let html = page(&Town::of(directory.clone()), "/?need=food").await;
    assert!(html.contains(closed) && !html.contains(nobody), "{html}");
    for site in &mut directory.sites {
        for service in &mut site.services {
            service.hours = None;
            service.offer = Offer::Unknown;
            service.confirmation = None;
        }
    }
    let town = Town::of(directory);
    let html = page(&town, "/?need=food").await;
    assert!(!html.contains(closed) && html.contains(nobody), "{html}");
    let french = page(&town, "/fr/?need=supplies").await;
    assert!(french.contains("qui a des seringues neuves."), "{french}");
    assert!(french.contains("La liste de l’Ontario"), "{french}");
}

#[actix_rt::test]
async fn what_an_address_asks_for_in_vain_is_passed_over() {
    let town = Town::to_read();
    for path in [
        "/?need=nonsense&near=nowhere&from=nobody&fbclid=1",
        "/?near=",
        "/?need=%ff",
        "/?need=%3Cscript%3E",
        "/fr?need=food",
    ] {
        let html = page(&town, path).await;
        assert!(html.contains("class=\"card\""), "{path}");
        assert!(!html.contains("<script>"), "{path}");
    }
}

#[actix_rt::test]
async fn an_error_page_still_lists_where_to_go_and_whom_to_call() {
    let town = Town::to_read();
    for (path, words) in [
        ("/nowhere", "This page is not here"),
        ("/sites/nowhere", "This page is not here"),
        ("/go/nowhere", "This page is not here"),
        ("/fr/nulle-part", "Cette page n’est pas ici"),
    ] {
        let answer = town.get_with(path, &[("accept", "text/html")]).await;
        assert_eq!(answer.status, 404, "{path}");
        let html = answer.body();
        for words in [words, "class=\"card\"", "href=\"tel:+18075550190\""] {
            assert!(html.contains(words), "{path}: {words}");
        }
    }
}

#[actix_rt::test]
async fn words_are_escaped_and_marked_with_their_language() {
    let mut directory = training();
    let site = &mut directory.sites[0];
    site.name = Text::en("<b>Tom & Co</b>");
    site.website = Some("https://example.org/\"onclick=1".into());
    let slug = site.slug.clone();
    let town = Town::of(directory);
    let html = page(&town, &format!("/fr/sites/{slug}")).await;
    assert!(
        html.contains("<span lang=\"en\">&#60;b&#62;Tom &#38; Co&#60;/b&#62;</span>"),
        "{html}"
    );
    // In what engines read it stands as JSON, without anything that could end its element.
    let (before, rest) = html
        .split_once("<script type=\"application/ld+json\">")
        .expect("data");
    let (data, after) = rest.split_once("</script>").expect("its end");
    assert!(!data.contains('<'), "{data}");
    serde_json::from_str::<serde_json::Value>(data).expect("JSON");
    for page in [before, after] {
        assert!(!page.contains("\"onclick"), "{html}");
    }
}

#[actix_rt::test]
async fn a_site_says_what_it_offers_what_not_and_what_nobody_knows() {
    let html = page(&Town::to_read(), "/sites/birch-health-office").await;
    let not_here = html.split("Not offered here").nth(1).expect("the section");
    assert!(not_here.contains("New needles and supplies"));
    assert!(not_here.contains("/?need=supplies&#38;from=birch-health-office"));
    assert!(
        html.contains("Wednesday, November 25<span class=\"screen\"> (today)</span></th><td>9 am to noon, 1 pm to 4:30 pm"),
        "{html}"
    );
    assert!(html.contains("Christmas Day"));
    assert!(html.contains("The desk is being rebuilt"));
}

#[actix_rt::test]
async fn a_draft_says_that_it_sends_nobody_anywhere() {
    let html = page(&Town::to_read(), "/plan").await;
    // A rule with days of its own says so.
    assert!(
        html.contains("From November 1, 2026 to March 31, 2027."),
        "{html}"
    );
    let draft = html.split("Draft for spring").nth(1).expect("the draft");
    assert!(draft.contains("it sends nobody anywhere"));
    let draft = draft
        .split("First winter plan")
        .next()
        .expect("up to the ended plan");
    assert!(
        !draft.contains("Cedar Circle House</a>"),
        "no target of a draft"
    );
}

#[actix_rt::test]
async fn files_are_kept_for_good_and_a_missing_one_is_missing() {
    let town = Town::to_read();
    let html = page(&town, "/").await;
    for (extension, kind) in [
        ("js", "text/javascript; charset=utf-8"),
        ("svg", "image/svg+xml"),
    ] {
        let name = html
            .split("/assets/")
            .filter_map(|rest| rest.split(['"', '#']).next())
            .find(|name| name.ends_with(extension))
            .expect("a file");
        let answer = town.get(&format!("/assets/{name}")).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, kind));
        assert!(answer.header("cache-control").contains("immutable"));
    }
    for missing in ["/assets/nothing.css", "/assets/..%2fCargo.toml", "/assets/"] {
        assert_eq!(town.get(missing).await.status, 404, "{missing}");
    }
}

/// Thirty places that all offer supplies, with words as long and as different as those of the training town.
fn thirty_places() -> signpost_domain::Directory {
    let mut directory = training();
    let need = "supplies".parse().unwrap();
    let model = directory
        .sites
        .iter()
        .find(|site| site.slug.as_str() == "cedar-circle-house")
        .unwrap()
        .clone();
    let words: Vec<String> = directory
        .sites
        .iter()
        .flat_map(|site| {
            let services = site.services.iter();
            services.map(|service| service.description.words(Lang::En).to_owned())
        })
        .filter(|words| words.len() > 15)
        .collect();
    for number in directory.sites.len()..43 {
        let mut site = model.clone();
        let streets = [
            "Anchor", "Cedar", "Ferry", "Granite", "Lantern", "Mill", "Spruce",
        ];
        let street = streets[number % streets.len()];
        site.slug = format!("{}-{number}", street.to_lowercase())
            .parse()
            .unwrap();
        site.name = Text::en(&format!("{street} Street Health and Help {number}"));
        site.address = format!("{} {street} Street", number * 37 % 900);
        site.phone = Some(
            format!("807-555-0{}", number * 53 % 900 + 100)
                .parse()
                .unwrap(),
        );
        site.services.retain(|service| service.need == need);
        site.services[0].description = Text::en(&words[number % words.len()]);
        directory.sites.push(site);
    }
    directory
}

#[actix_rt::test]
async fn a_list_of_thirty_places_with_its_styles_is_at_most_10_700_bytes_zipped() {
    let town = Town::of(thirty_places());
    let html = page(&town, "/?need=supplies&near=mill-bridge-west").await;
    assert_eq!(html.matches("class=\"card\"").count(), 30);
    // The styles stand in the page, and what paper says of the first places in place of a state of the moment.
    let bytes = zipped(&html);
    // So does the choice of what one needs there.
    assert!(bytes <= 10_700, "{bytes} bytes");
}

/// How many bytes a text has when it is sent.
pub fn zipped(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

#[actix_rt::test]
async fn the_policy_lets_the_pages_own_style_stand_and_no_other() {
    let town = Town::to_read();
    let answer = town.get("/").await;
    let html = answer.body();
    let (_, from) = html.split_once("<style>").expect("a style");
    let (style, _) = from.split_once("</style>").expect("an end");
    assert!(style.contains("@media print") && !style.contains("&#"));
    let policy = answer.header("content-security-policy").to_owned();
    assert!(
        policy.contains("style-src 'self' 'sha256-") && !policy.contains("unsafe"),
        "{policy}"
    );
}
