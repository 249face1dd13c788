//! "Was this right?": two taps without an account, and what becomes of the answers.

use std::sync::Arc;

use crate::{
    desk::editor,
    town::{Town, clock, training},
};
use jiff::SignedDuration;
use signpost_domain::{FeedbackKind, SiteSlug};
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_store::{Role, Store};
use signpost_web::App;

const PLACE: &str = "/sites/cedar-circle-house";
const FORM: &str = "/sites/cedar-circle-house/feedback";

fn slug() -> SiteSlug {
    "cedar-circle-house".parse().unwrap()
}

/// The address on a page where one says whether this was right: its query as a browser reads it.
fn address(page: &str, of: &str) -> String {
    let (_, rest) = page
        .split_once(&format!("href=\"{of}"))
        .unwrap_or_else(|| panic!("no way to say whether it was right: {page}"));
    let end = rest.split('"').next().unwrap();
    format!("{of}{}", end.replace("&#38;", "&").replace("&amp;", "&"))
}

/// The version in the form that is opened at an address.
async fn version(town: &Town, address: &str) -> String {
    let page = town.get(address).await.body();
    let (_, rest) = page.split_once("name=\"version\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[actix_rt::test]
async fn every_place_and_every_answer_asks_and_two_taps_answer() {
    let town = Town::to_edit().await;
    for (page, to) in [
        (PLACE, FORM),
        ("/?need=supplies", FORM),
        (
            "/fr/sites/cedar-circle-house",
            "/fr/sites/cedar-circle-house/feedback",
        ),
        (
            "/fr/?need=supplies",
            "/fr/sites/cedar-circle-house/feedback",
        ),
    ] {
        let first = address(&town.get(page).await.body(), to);
        let form = town.get(&first).await;
        assert_eq!(form.status, 200, "{first}");
        assert_eq!(form.header("referrer-policy"), "same-origin");
        let form = form.body();
        assert!(form.contains(&format!("action=\"{to}\"")), "{form}");
        for said in FeedbackKind::ALL {
            let button = format!("name=\"said\" value=\"{}\"", said.code());
            assert!(form.contains(&button), "{said:?}: {form}");
        }
        assert!(!form.contains("<script>"), "{form}");
        let asked = version(&town, &first).await;
        let sent = town
            .desk()
            .post(
                to,
                &[("version", &asked), ("need", "supplies"), ("said", "right")],
            )
            .await;
        assert_eq!(sent.status, 303, "{}", sent.body());
        assert_eq!(
            sent.header("location"),
            format!("{to}?done=kept&need=supplies")
        );
        assert!(sent.headers.get("set-cookie").is_none());
        let thanks = town.get(sent.header("location")).await.body();
        let words = if to.starts_with("/fr") {
            "Merci"
        } else {
            "Thank you"
        };
        assert!(thanks.contains(words), "{thanks}");
        assert!(thanks.contains("need=supplies\""), "the way on: {thanks}");
    }
    let kept = town.store().feedback_waiting().await.unwrap();
    assert_eq!(kept.len(), 4);
    assert_eq!(
        kept[0].day.to_string(),
        "2026-11-25",
        "the day, and nothing finer"
    );
}

#[actix_rt::test]
async fn a_listing_that_was_mended_since_is_not_reported_again() {
    let town = Town::to_edit().await;
    let before = version(&town, FORM).await;
    let mut desk = town.signed_in("Ana", editor("cedar-circle")).await;
    let page = format!("/agency{PLACE}");
    let (version, key) = (before.as_str(), "0123456789abcdef0123456789abcdef");
    let done = desk
        .submit(
            &page,
            &format!("{page}/still-right"),
            &[("version", version), ("key", key)],
        )
        .await;
    assert_eq!(done.status, 303, "{}", done.body());
    let sent = town
        .desk()
        .post(FORM, &[("version", version), ("said", "closed")])
        .await;
    assert_eq!(sent.header("location"), format!("{FORM}?done=changed"));
    let words = town.get(sent.header("location")).await.body();
    assert!(words.contains("changed since you looked"), "{words}");
    assert!(town.store().feedback_waiting().await.unwrap().is_empty());
}

/// The same town so many minutes later, as another process of the same database: what was said lately is kept in memory alone.
async fn later(town: &Town, minutes: i64) -> Town {
    let url = format!("sqlite:{}", town.database().display());
    let store = Store::open(&url).await.unwrap();
    let loaded = store.load().await.unwrap();
    let now = clock()() + SignedDuration::from_mins(minutes);
    let inputs = Inputs {
        directory: loaded.directory.unwrap(),
        versions: loaded.versions,
        sequence: loaded.sequence,
    };
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now).unwrap();
    Town::around(App::new(snapshot, Arc::new(move || now), true, Some(store)))
}

/// Nobody knows whose hand it is, so that one hand that says it again and again is one.
#[actix_rt::test]
async fn three_who_say_so_in_one_minute_mark_no_place() {
    let town = Town::to_edit().await;
    let version = version(&town, FORM).await;
    for _ in 0..3 {
        let fields = [("version", version.as_str()), ("said", "closed")];
        let sent = town.desk().post(FORM, &fields).await;
        assert_eq!(sent.header("location"), format!("{FORM}?done=kept"));
    }
    assert_eq!(town.store().feedback_waiting().await.unwrap().len(), 1);
    let page = town.get(PLACE).await.body();
    assert!(!page.contains("found it closed"), "{page}");
}

#[actix_rt::test]
async fn three_who_found_it_closed_make_it_call_first_until_somebody_looks() {
    let town = Town::to_edit().await;
    let report = [("said", "closed"), ("need", "supplies")];
    let mut seen = String::new();
    for n in 1..=3 {
        let town = later(&town, 40 * n).await;
        let page = town.get("/?need=supplies").await.body();
        assert!(!page.contains("found it closed"), "before the third: {n}");
        let now = version(&town, &address(&page, FORM)).await;
        let fields = [("version", now.as_str()), report[0], report[1]];
        assert_eq!(town.desk().post(FORM, &fields).await.status, 303);
        seen = now;
    }
    let town = later(&town, 130).await;
    let page = town.get(PLACE).await.body();
    assert!(
        page.contains("Call first: People came and found it closed"),
        "{page}"
    );
    let french = town.get("/fr/sites/cedar-circle-house").await.body();
    assert!(
        french.contains("Des gens sont venus et ont trouvé porte close"),
        "{french}"
    );
    // Only what they had come for; and no second doubt, from a page that shows the first.
    let now = version(&town, FORM).await;
    assert_ne!(now, seen, "the place has another version");
    let fields = [("version", now.as_str()), report[0], report[1]];
    assert_eq!(town.desk().post(FORM, &fields).await.status, 303);
    let ix = town.app.snapshot().find(&slug()).unwrap();
    let doubts = town.app.snapshot().site(ix).exceptions.clone();
    let doubts: Vec<_> = doubts
        .iter()
        .filter(|one| one.id.as_str().starts_with("found-closed"))
        .collect();
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    assert_eq!(doubts[0].need.as_ref().unwrap().as_str(), "supplies");
    // Its own people see it with its age, and look.
    let mut desk = town.signed_in("Ana", editor("cedar-circle")).await;
    let home = desk.get("/agency").await.body();
    assert!(home.contains("href=\"/agency/feedback\""), "{home}");
    let queue = desk.get("/agency/feedback").await.body();
    assert!(queue.contains("Closed when they came"), "{queue}");
    assert!(queue.contains("): today"), "{queue}");
    assert!(queue.contains("Until you decide"), "{queue}");
    let decided = desk
        .submit(
            "/agency/feedback",
            &format!("/agency{FORM}"),
            &[("decision", "still_right")],
        )
        .await;
    assert_eq!(
        decided.header("location"),
        "/agency/feedback?done=1",
        "{}",
        decided.body()
    );
    let page = town.get(PLACE).await.body();
    assert!(!page.contains("found it closed"), "{page}");
    let queue = desk.get("/agency/feedback").await.body();
    assert!(queue.contains("Nothing is waiting"), "{queue}");
    assert!(queue.contains("It is right as it stands (Ana"), "{queue}");
    assert!(town.store().verify().await.is_ok());
}

#[actix_rt::test]
async fn other_words_reach_those_who_look_after_the_place_and_go_when_they_decide() {
    let town = Town::to_edit().await;
    let now = version(&town, FORM).await;
    let long = "x".repeat(501);
    for (words, status) in [("", 422), (&*long, 422), ("door is at the <back>", 303)] {
        let fields = [
            ("version", now.as_str()),
            ("said", "other"),
            ("words", words),
        ];
        let sent = town.desk().post(FORM, &fields).await;
        assert_eq!(sent.status, status, "{words}: {}", sent.body());
    }
    // Another agency sees nothing of it; a steward sees all.
    let mut other = town.signed_in("Bo", editor("lantern-rest")).await;
    assert!(
        !other
            .get("/agency/feedback")
            .await
            .body()
            .contains("door is at")
    );
    let refused = other
        .submit(
            "/agency/feedback",
            &format!("/agency{FORM}"),
            &[("decision", "mended")],
        )
        .await;
    assert_eq!(refused.status, 404);
    let mut steward = town.signed_in("Kim", Role::Steward).await;
    let home = steward.get("/steward").await.body();
    assert!(home.contains("about 1 place"), "{home}");
    let queue = steward.get("/steward/feedback").await.body();
    assert!(queue.contains("door is at the &#60;back&#62;"), "{queue}");
    let decided = steward
        .submit(
            "/agency",
            &format!("/agency{FORM}"),
            &[("decision", "not_ours")],
        )
        .await;
    assert_eq!(decided.header("location"), "/steward/feedback?done=1");
    let queue = steward.get("/steward/feedback").await.body();
    assert!(!queue.contains("door is at"), "{queue}");
}

#[actix_rt::test]
async fn what_comes_from_elsewhere_too_often_or_without_a_database_is_refused() {
    let town = Town::to_edit().await;
    let now = version(&town, FORM).await;
    let fields = [("version", now.as_str()), ("said", "moved")];
    let foreign = town
        .desk()
        .post_from(FORM, &fields, "https://evil.example")
        .await;
    assert_eq!(foreign.status, 403);
    assert_eq!(
        town.desk()
            .post("/sites/no-such-place/feedback", &fields)
            .await
            .status,
        404
    );
    let nothing = [("version", now.as_str()), ("said", "everything")];
    assert_eq!(town.desk().post(FORM, &nothing).await.status, 422);
    assert!(town.store().feedback_waiting().await.unwrap().is_empty());
    let mut last = 303;
    for _ in 0..20 {
        let sent = town.desk().post(FORM, &fields).await;
        last = sent.status;
        if last != 303 {
            assert!(
                sent.body().contains("try again in an hour"),
                "{}",
                sent.body()
            );
            break;
        }
    }
    assert_eq!(last, 429);
    let reading = Town::to_read();
    let now = version(&reading, FORM).await;
    let fields = [("version", now.as_str()), ("said", "moved")];
    assert_eq!(reading.desk().post(FORM, &fields).await.status, 503);
}

#[actix_rt::test]
async fn the_foot_of_every_page_says_who_runs_this() {
    use signpost_web::{App, Operator, hosting::Hosting};

    let nobody = Town::to_read();
    let home = nobody.get("/").await.body();
    assert!(home.contains("href=\"/about#operator\""), "{home}");
    assert!(
        nobody
            .get("/about")
            .await
            .body()
            .contains("Nobody has said yet who runs this")
    );
    let hosting = Hosting {
        operator: Some(Operator {
            name: "Working group".to_owned(),
            name_fr: Some("Groupe de travail".to_owned()),
            email: Some("where@example.org".to_owned()),
            phone: Some("807-555-0100".to_owned()),
            website: None,
        }),
        ..Hosting::default()
    };
    let snapshot = crate::town::snapshot_of(training());
    let town = Town::around(App::new(snapshot, clock(), true, None).with_hosting(hosting));
    for path in ["/", PLACE, "/found", "/privacy", "/about", "/no-such-page"] {
        let page = town.get_with(path, &[("accept", "text/html")]).await.body();
        assert!(page.contains("Run by Working group."), "{path}: {page}");
        assert!(page.contains("href=\"tel:+18075550100\""), "{path}");
        assert!(page.contains("href=\"mailto:where@example.org\""), "{path}");
    }
    let french = town.get("/fr/").await.body();
    assert!(
        french.contains("Site tenu par Groupe de travail."),
        "{french}"
    );
}

#[actix_rt::test]
async fn nothing_says_to_call_where_there_is_no_number() {
    let mut directory = training();
    for site in &mut directory.sites {
        site.phone = None;
        for service in &mut site.services {
            if let Some(confirmation) = &mut service.confirmation {
                confirmation.on = "2026-11-01".parse().unwrap();
                confirmation.review_by = "2026-11-24".parse().unwrap();
            }
        }
    }
    for need in [
        "supplies",
        "shelter",
        "food",
        "disposal",
        "health-care",
        "counselling",
    ] {
        for (lang, words) in [
            ("", ["Call first", "call first"]),
            ("/fr", ["Appelez d’abord", "appelez d’abord"]),
        ] {
            let town = Town::of(directory.clone());
            let page = town.get(&format!("{lang}/?need={need}")).await.body();
            let cards = page
                .split("<ul class=\"cards\">")
                .nth(1)
                .unwrap_or_default();
            let cards = cards.split("<ul class=\"lines").next().unwrap_or_default();
            for words in words {
                assert!(!cards.contains(words), "{need}: {cards}");
            }
        }
    }
    let town = Town::of(directory);
    let page = town.get("/sites/lantern-rest-shelter").await.body();
    assert!(page.contains("May open 4 pm. Ask there"), "{page}");
    for path in ["/api/v1/directory.json?lang=en", "/api/v1/sites?limit=100"] {
        let body = town.get(path).await.body();
        assert!(!body.contains("May open 4 pm. Call first"), "{path}");
    }
}
