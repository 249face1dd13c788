//! Why something was changed, as the history says it: what a form did by itself in the reader's language, and a person's words as they
//! wrote them.

use std::{fmt::Write as _, path::Path};

use serde_json::json;
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_store::{Cause, ProposalQuery, Reason, RevisionQuery, Role, Store};
use signpost_web::App;
use tempfile::TempDir;

use crate::{
    desk::{Desk, editor},
    editor::{Edit, PATH, revisions},
    sheet::{HOUSE, open, unescaped},
    town::{Town, clock},
};

/// Saves a form of the house with one field changed, and gives the number of the change.
async fn saved(town: &Town, desk: &mut Desk<'_>, path: &str, (name, value): (&str, &str)) -> u64 {
    let form = open(desk, &format!("{HOUSE}{path}")).await;
    let saved = form.with(name, value).press(desk, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    town.store().sequence().await.unwrap()
}

/// Takes a change back for this reason, and gives the number of the change that did.
async fn taken_back(town: &Town, desk: &mut Desk<'_>, change: u64, why: &str) -> u64 {
    let form = open(desk, &format!("{HOUSE}/history/{change}/revert")).await;
    let done = form.with("reason", why).press(desk, "").await;
    assert_eq!(done.status, 303, "{}", done.body());
    town.store().sequence().await.unwrap()
}

/// What stands under a change in the history.
fn entry(page: &str, number: u64) -> &str {
    let (_, entry) = page
        .split_once(&format!("id=\"change-{number}\""))
        .unwrap_or_else(|| panic!("no change {number}: {page}"));
    entry.split("</li>\n<li class=\"card").next().unwrap()
}

#[actix_rt::test]
async fn a_reason_typed_in_the_words_of_a_form_stays_that_persons_words() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    for (number, why) in [
        "out of stock until Friday",
        "still right",
        "details changed; words kept in door.en, because: it is painted on it",
        "asked for by Leo: change 3 taken back",
        "change 3 taken back: a joke",
    ]
    .into_iter()
    .enumerate()
    {
        let door = format!("Door {number}.");
        let change = saved(&town, &mut ana, "/details", ("door.en", &door)).await;
        let back = taken_back(&town, &mut sam, change, why).await;
        for (address, said) in [
            (
                format!("{HOUSE}/history"),
                format!("Takes back change {change}. Why: {why}</p>"),
            ),
            (
                format!("/fr{HOUSE}/history"),
                format!("Annule le changement {change}. Pourquoi\u{a0}: {why}</p>"),
            ),
        ] {
            let page = sam.get(&address).await.body();
            let entry = entry(&page, back);
            assert!(entry.contains(&said), "{said}: {entry}");
        }
    }
    town.store().verify().await.unwrap();
}

/// A town that the release before reasons had causes left; see `crates/signpost-store/tests/fixtures/README.md`.
async fn of_an_earlier_release() -> (Town, TempDir) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("signpost.db");
    std::fs::copy(fixtures().join("before-causes.sqlite3"), &file).unwrap();
    let url = format!("sqlite:{}", file.display());
    let store = Store::open(&url).await.unwrap();
    let loaded = store.load().await.unwrap();
    let inputs = Inputs {
        directory: loaded.directory.unwrap(),
        versions: loaded.versions,
        sequence: loaded.sequence,
    };
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), clock()()).unwrap();
    let app = App::new(snapshot, clock(), true, Some(store));
    (Town::around(app), folder)
}

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../signpost-store/tests/fixtures")
}

/// What stands between two marks, as a reader sees it; nothing when it does not stand there.
fn between(html: &str, before: &str, after: &str) -> String {
    let rest = html.split_once(before).map_or("", |(_, rest)| rest);
    unescaped(rest.split(after).next().unwrap())
}

/// The whole history and all that was asked for, one a line: number, when and who, why.
async fn read_through(town: &Town, desk: &mut Desk<'_>, prefix: &str) -> String {
    let mut text = String::new();
    let mut next = format!("{prefix}/steward/history");
    loop {
        let page = desk.get(&next).await.body();
        for entry in page.split("<li class=\"card entry\" id=\"change-").skip(1) {
            let entry = entry.split("</ol>").next().unwrap();
            let number = entry.split('"').next().unwrap();
            let head = between(entry, "<p>", "</p>");
            let reason = between(entry, "<p class=\"soft\">", "</p>");
            writeln!(text, "{number}\t{head}\t{reason}").unwrap();
        }
        let mut links = page.split("<a class=\"button\" href=\"").skip(1);
        match links.find(|link| link.contains("history?before=")) {
            Some(link) => next = unescaped(link.split('"').next().unwrap()),
            None => break,
        }
    }
    let all = ProposalQuery::default();
    for proposal in town.store().proposals(&all).await.unwrap() {
        let path = format!("{prefix}/steward/review/{}", proposal.id);
        let page = desk.get(&path).await.body();
        let main = page.split_once("<main").unwrap().1;
        let reason = between(main, "<br><span class=\"soft\">", "</span>");
        writeln!(text, "proposal {}\t{reason}", proposal.id).unwrap();
    }
    text
}

/// What reads otherwise than before, and why it should. Each pair: the end of a line then, and now.
const OTHERWISE: [(&str, &[(&str, &str)]); 2] = [
    (
        "en",
        &[
            // A person typed it, to the last word.
            (
                "Why:  until Friday, says the van",
                "Why: out of stock until Friday, says the van",
            ),
            // What was asked for is said as it is of a change that waited for nobody.
            (
                "Why: change 22 taken back: the old sign is still up",
                "Takes back change 22. Why: the old sign is still up",
            ),
        ],
    ),
    (
        "fr",
        &[
            (
                "Pourquoi\u{a0}:  until Friday, says the van",
                "Pourquoi\u{a0}: out of stock until Friday, says the van",
            ),
            (
                "Pourquoi\u{a0}: change 22 taken back: the old sign is still up",
                "Annule le changement 22. Pourquoi\u{a0}: the old sign is still up",
            ),
            // Our own words were English on French pages.
            ("read from small", "lu dans small"),
            ("import of more/lines.csv", "importation de more/lines.csv"),
            ("organization changed", "organisme modifié"),
            ("holidays changed", "jours fériés modifiés"),
            (
                "words kept in services.supplies.description.en, because: people here say so",
                "mots gardés dans services.supplies.description.en, parce que\u{a0}: people here say so",
            ),
            (
                "words kept in description.en, because: it is the name of the programme",
                "mots gardés dans description.en, parce que\u{a0}: it is the name of the programme",
            ),
            (
                "words kept in access.en, because: also a law; words kept in door.en, because: a law",
                "mots gardés dans access.en, parce que\u{a0}: also a law; mots gardés dans door.en, parce que\u{a0}: a law",
            ),
        ],
    ),
];

#[actix_rt::test]
async fn the_history_of_an_earlier_release_reads_as_it_did() {
    let (town, _folder) = of_an_earlier_release().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    for (lang, otherwise) in OTHERWISE {
        let file = fixtures().join(format!("before-causes.{lang}.txt"));
        let mut expected = std::fs::read_to_string(file).unwrap();
        for (then, now) in otherwise {
            let changed = expected.replace(&format!("{then}\n"), &format!("{now}\n"));
            assert_ne!(changed, expected, "nothing read {then:?}");
            expected = changed;
        }
        if lang == "fr" {
            // A moment is said as one says it: "le 27 novembre 2026 à 20 h 22".
            expected = expected.replace("novembre 2026, ", "novembre 2026 à ");
        }
        let prefix = if lang == "fr" { "/fr" } else { "" };
        let found = read_through(&town, &mut kim, prefix).await;
        for (found, expected) in found.lines().zip(expected.lines()) {
            assert_eq!(found, expected, "{lang}");
        }
        assert_eq!(found.lines().count(), 40);
        assert_eq!(found, expected);
    }
}

#[actix_rt::test]
async fn what_waited_in_an_earlier_release_is_accepted_and_keeps_its_reason() {
    let (town, _folder) = of_an_earlier_release().await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let form = open(&mut sam, "/steward/review/4").await;
    let done = form.press(&mut sam, "").await;
    assert_eq!(
        done.header("location"),
        "/steward/review/4?done=accepted",
        "{}",
        done.body()
    );
    let number = revisions(&town).await;
    let asked_for = "Asked for by cedar-circle (test, token 1). Why: words kept in access.en, because: also a law; \
                     words kept in door.en, because: a law</p>";
    let page = sam.get(&format!("{HOUSE}/history")).await.body();
    let entry = entry(&page, number);
    assert!(entry.contains(asked_for), "{entry}");
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn a_request_made_before_the_upgrade_is_known_again_after_it() {
    let (town, _folder) = of_an_earlier_release().await;
    let token = town.token("cedar-circle").await;
    let before = revisions(&town).await;
    for (key, tag, body) in [
        (
            "before-the-upgrade",
            "\"18-preview\"",
            json!({
                "description": {"en": "Clean needles."},
                "keep": {"description.en": "it is the name of the programme"},
            }),
        ),
        (
            "waits-over-the-upgrade",
            "\"29-preview\"",
            json!({
                "name": {"en": "Cedar Lodge"}, "access": {"en": "Clean washroom."},
                "door": {"en": "Clean needles at the green door."},
                "keep": {"door.en": "a law", "access.en": "also a law"},
            }),
        ),
    ] {
        let mut edit = Edit {
            path: PATH,
            token: Some(&token),
            tag: Some(tag),
            key: Some(key),
            body,
        };
        let again = edit.patch(&town).await;
        assert_eq!(again.status, 200, "{}", again.body());
        edit.body["keep"] =
            json!({"description.en": "another", "door.en": "another", "access.en": "another"});
        edit.patch(&town).await.problem(422);
    }
    assert_eq!(revisions(&town).await, before);
}

#[actix_rt::test]
async fn no_sentence_of_ours_is_stored() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    saved(&town, &mut ana, "/details", ("door.en", "Green door.")).await;
    saved(&town, &mut ana, "/stock", ("need", "supplies")).await;
    let change = saved(&town, &mut ana, "/offers", ("services.food.offer", "no")).await;
    taken_back(&town, &mut ana, change, "").await;
    let asked = RevisionQuery {
        limit: 4,
        ..RevisionQuery::default()
    };
    let history = town.store().revisions(&asked).await.unwrap();
    let found: Vec<Reason> = history.into_iter().map(|one| one.reason).collect();
    let expected = [
        Cause::TakenBack { change },
        Cause::OffersChanged,
        Cause::OutOfStock,
        Cause::DetailsChanged,
    ];
    assert_eq!(found, expected.map(Reason::from));
}
