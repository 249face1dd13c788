//! Pages in Anishinaabemowin before and after a speaker wrote something: what is in English says so.

use signpost_domain::{Directory, Lang};

use crate::town::{Town, training};

/// Not Anishinaabemowin: a sign that the text of that language was taken.
const MADE_UP: &str = "[oj] a test";

/// The training town with one name in Anishinaabemowin.
fn spoken() -> Directory {
    let mut directory = training();
    let need = directory.needs.iter_mut().find(|need| need.first);
    need.expect("a need").name.set(Lang::OjLatn, MADE_UP);
    directory
}

async fn page(town: &Town, path: &str) -> String {
    let answer = town.get_with(path, &[("accept", "text/html")]).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body()
}

/// The page's words as a reader of its language is told them: without what is marked as another language.
fn unmarked(html: &str) -> String {
    let (_, body) = html.split_once("<main").expect("a page");
    let (body, _) = body.split_once("</main>").expect("a page");
    let mut words = String::new();
    let mut rest = body;
    while let Some((before, from)) = rest.split_once("<span lang=\"en\">") {
        words.push_str(before);
        rest = from.split_once("</span>").expect("an end").1;
    }
    words.push_str(rest);
    // What stands between tags, but for elements that bear the language themselves.
    let parts = words.split('<').filter_map(|part| part.split_once('>'));
    let text: Vec<_> = parts
        .filter(|(tag, _)| !tag.contains(" lang=\"en\""))
        .map(|(_, text)| text.trim())
        .collect();
    text.join(" ")
}

#[actix_rt::test]
async fn every_page_answers_in_every_language_and_no_english_passes_for_anishinaabemowin() {
    let town = Town::to_read();
    for path in [
        "/",
        "/?need=supplies&from=birch-health-office&near=mill-bridge-west",
        "/sites/birch-health-office",
        "/sites/cedar-circle-house",
        "/plan",
        "/disposal",
        "/map",
        "/about",
        "/report",
        "/about/licences",
        "/privacy",
        "/leave",
        "/overdose",
        "/found",
        "/sites/birch-health-office/feedback?need=supplies",
        "/print?need=shelter",
    ] {
        for (prefix, tag) in [("/oj-latn", "oj-Latn"), ("/oj-cans", "oj-Cans")] {
            let html = page(&town, &format!("{prefix}{path}")).await;
            assert!(html.contains(&format!("<html lang=\"{tag}\">")), "{path}");
            assert!(html.contains("<title lang=\"en\">"), "{path}");
            assert!(!html.contains(['\u{fdd0}', '\u{fdd1}']), "{path}");
            let left = unmarked(&html);
            for english in [
                "now",
                "Call",
                "Open",
                "open",
                "Close",
                "Not ",
                "We",
                "You",
                "Now",
                "Show",
                "November",
                "Wednesday",
                "Preview",
                "about",
                "from",
            ] {
                let found = left.split_whitespace().any(|word| word == english.trim());
                assert!(!found, "{prefix}{path}: {english} in {left}");
            }
            // Attributes hold words, never elements.
            assert!(!html.contains("=\"<"), "{path}");
        }
    }
}

#[actix_rt::test]
async fn links_of_a_page_stay_in_its_language_old_doors_and_errors_too() {
    let town = Town::to_read();
    let html = page(&town, "/oj-cans/?need=food").await;
    assert!(html.contains("href=\"/oj-cans/plan\"") && html.contains("href=\"/oj-cans/sites/"));
    assert!(
        html.contains("href=\"/?need=food&#38;lang=en\" lang=\"en\" hreflang=\"en\">English</a>")
    );
    assert!(html.contains("href=\"/fr/?need=food\" hreflang=\"fr\" lang=\"fr\">Français</a>"));
    let door = town.get("/oj-latn/go/birch-health-office").await;
    assert_eq!(
        (door.status, door.header("location")),
        (303, "/oj-latn/?need=supplies&from=birch-health-office")
    );
    let lost = town
        .get_with("/oj-latn/nowhere", &[("accept", "text/html")])
        .await;
    assert_eq!(lost.status, 404);
    assert!(
        lost.body()
            .contains("<h1><span lang=\"en\">This page is not here</span></h1>")
    );
    assert_eq!(town.get("/oj-latn/map/places.geojson").await.status, 200);
    assert_eq!(town.get("/oj/plan").await.status, 404);
}

#[actix_rt::test]
async fn a_language_is_offered_once_somebody_wrote_in_it_and_its_words_are_shown() {
    let silent = page(&Town::to_read(), "/").await;
    assert!(!silent.contains("oj-"), "nobody wrote anything yet");

    let town = Town::of(spoken());
    let html = page(&town, "/?need=food").await;
    assert!(
        html.contains("href=\"/oj-latn/?need=food\" hreflang=\"oj-Latn\">Anishinaabemowin</a>")
    );
    assert!(!html.contains("oj-cans"), "nobody wrote in syllabics");
    assert!(!html.contains(MADE_UP), "English readers have English");
    assert!(
        page(&town, "/fr/plan")
            .await
            .contains("href=\"/oj-latn/plan\"")
    );

    let html = page(&town, "/oj-latn/").await;
    assert!(
        html.contains(&format!("</svg>{MADE_UP}</a>")),
        "in its own page it is not marked"
    );
    let cans = page(&town, "/oj-cans/").await;
    assert!(cans.contains(&format!("<span lang=\"oj-Latn\">{MADE_UP}</span>")));
}

#[actix_rt::test]
async fn a_column_of_a_table_is_all_a_speaker_needs() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/training");
    for file in std::fs::read_dir(from).expect("data") {
        let path = file.expect("a file").path();
        let to = folder.path().join(path.file_name().expect("a name"));
        std::fs::copy(&path, to).expect("copied");
    }
    let landmarks = folder.path().join("landmarks.csv");
    let table = std::fs::read_to_string(&landmarks).expect("a table");
    let rows: Vec<_> = table.lines().collect();
    let others = rows.iter().skip(2).map(|row| format!("{row},"));
    let first = [
        format!("{},name_oj_cans", rows[0]),
        format!("{},{MADE_UP}", rows[1]),
    ];
    let written: Vec<_> = first.into_iter().chain(others).collect();
    let written = written.join("\n");
    std::fs::write(&landmarks, written).expect("written");
    let directory = signpost_exchange::read_folder(folder.path()).expect("good data");
    let html = page(&Town::of(directory), "/oj-cans/").await;
    assert!(html.contains(&format!(">{MADE_UP}</option>")), "{html}");
}

#[actix_rt::test]
async fn english_and_french_pages_have_no_marks_and_nothing_fallen_back() {
    let town = Town::to_read();
    for path in ["/", "/fr/", "/fr/sites/birch-health-office", "/disposal"] {
        let html = page(&town, path).await;
        assert!(!html.contains(['\u{fdd0}', '\u{fdd1}']), "{path}");
        assert!(!html.contains("<title lang"), "{path}");
    }
}
