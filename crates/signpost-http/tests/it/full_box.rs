//! "This box is full": said by a code on the box, seen by who empties it, emptied, and said no more; and the service log of a place.

use actix_web::test::TestRequest;
use signpost_domain::{ServiceEntry, ServiceKind};
use signpost_store::Role;

use crate::{
    desk::editor,
    sheet::open,
    town::{NOW, Town},
};

const FULL: &str = "/full/mill-park-box";
const LOG: &str = "/disposal/service/mill-park-box";
const SAID: &str = "Somebody said that it may be full.";

async fn log(town: &Town) -> Vec<ServiceEntry> {
    let log = town.store().service_log(None, jiff::civil::Date::MIN, 100);
    log.await.unwrap()
}

#[actix_rt::test]
async fn a_box_is_said_to_be_full_seen_emptied_and_said_no_more() {
    let town = Town::to_edit().await;
    // Which answers with supplies send to it, and how far, before anybody says anything.
    let reply = town
        .get("/api/v1/where-to-go?need=supplies&limit=50")
        .await
        .json();
    let answers = reply["answers"].as_array().unwrap().iter();
    let quiet: Vec<(String, Option<u64>)> = answers
        .filter(|answer| answer["dispose"]["site"] == "mill-park-box")
        .map(|answer| {
            let site = answer["site"].as_str().unwrap().to_owned();
            (site, answer["dispose"]["distance_m"].as_u64())
        })
        .collect();
    assert!(!quiet.is_empty(), "{reply}");
    let ask = town.get(FULL).await;
    assert_eq!(ask.status, 200);
    let page = ask.body();
    assert!(
        page.contains("Mill Park needle box") && page.contains("Nothing about you"),
        "{page}"
    );
    assert_eq!(page.matches("<button").count(), 1, "one button, no field");
    assert!(!page.contains("<input"), "{page}");

    let said = town.method("POST", FULL).await;
    assert_eq!(said.header("location"), "/full/mill-park-box?done=now");
    assert!(said.headers.get("set-cookie").is_none());
    let thanks = town.get(said.header("location")).await.body();
    assert!(thanks.contains("Thank you."), "{thanks}");
    // Of the reporter nothing is kept, not even the hour.
    let kept = log(&town).await;
    assert_eq!(
        kept,
        [ServiceEntry::of(
            "mill-park-box".parse().unwrap(),
            NOW.get(..10).unwrap().parse().unwrap(),
            ServiceKind::ReportedFull
        )]
    );
    // The public reads it on the list, the page of the place, and in the API; in French too.
    for path in ["/sites/mill-park-box", "/?need=disposal", "/disposal"] {
        let page = town.get(path).await.body();
        assert_eq!(page.matches(SAID).count(), 1, "{path}: {page}");
    }
    let french = town.get("/fr/sites/mill-park-box").await.body();
    assert!(french.contains("peut-être pleine"), "{french}");
    let site = town.get("/api/v1/sites/mill-park-box").await.json();
    assert_eq!(site["properties"]["services"][0]["may_be_full"], true);
    let reply = town
        .get("/api/v1/where-to-go?need=disposal&limit=50")
        .await
        .json();
    let full: Vec<&str> = reply["answers"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|answer| answer["may_be_full"] == true)
        .map(|answer| answer["site"].as_str().unwrap())
        .collect();
    assert_eq!(full, ["mill-park-box"]);
    // Said twice it is there once.
    let again = town.method("POST", FULL).await;
    assert_eq!(again.header("location"), "/full/mill-park-box?done=before");
    assert_eq!(log(&town).await.len(), 1);

    // An edit in between does not forget it.
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    let form = open(&mut owen, "/agency/sites/mill-park-box/details").await;
    assert_eq!(
        form.with("phone", "807-555-0119")
            .press(&mut owen, "save")
            .await
            .status,
        303
    );
    assert!(town.get("/disposal").await.body().contains(SAID));

    // Its owner and the subcommittee see it.
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let list = sam.get("/disposal/service").await.body();
    assert!(
        list.contains("Somebody said these are full") && list.contains("since November 25, 2026"),
        "{list}"
    );
    let table = sam.get("/disposal/service.csv").await.body();
    assert!(table.contains(",2026-11-25\n"), "{table}");
    let page = owen.get(LOG).await.body();
    assert!(
        page.contains("Somebody said on November 25, 2026 that it is full"),
        "{page}"
    );

    let home = owen.get("/agency").await.body();
    assert!(
        home.contains(SAID) && home.contains(&format!("href=\"{LOG}\"")),
        "{home}"
    );
    // From where they get new ones, people are sent past it with used needles to another box that is less than 400 m further; else to it,
    // and told.
    let reply = town
        .get("/api/v1/where-to-go?need=supplies&limit=50")
        .await
        .json();
    let (mut past, mut to) = (0, 0);
    for answer in reply["answers"].as_array().unwrap() {
        let told = &answer["dispose"];
        let at = (
            answer["site"].as_str().unwrap(),
            told["distance_m"].as_u64(),
        );
        let Some((_, before)) = quiet.iter().find(|(site, _)| site == at.0) else {
            continue;
        };
        if told["site"] == "mill-park-box" {
            assert_eq!(
                (at.1, &told["may_be_full"]),
                (*before, &true.into()),
                "{answer}"
            );
            to += 1;
        } else {
            assert!(at.1 <= before.map(|metres| metres + 400), "{answer}");
            past += 1;
        }
    }
    assert!(past + to > 0 && to > 0, "{past} {to}");
    let page = town.get("/?need=supplies").await.body();
    let (_, card) = page
        .split_once("Used needles: <a href=\"/sites/mill-park-box\">")
        .unwrap();
    assert!(card.split("</li>").next().unwrap().contains(SAID), "{card}");

    // That it is damaged is no answer, nor is that it is full indeed; emptying is.
    for (kind, still) in [("damaged", true), ("checked", true), ("emptied", false)] {
        let form = open(&mut owen, LOG).await.with("kind", kind);
        let form = form
            .with("full", "100")
            .with("grams", "2100")
            .with("grams-each", "7,5");
        let saved = form.press(&mut owen, "save").await;
        let done = if kind == "damaged" { kind } else { "logged" };
        assert_eq!(
            saved.header("location"),
            format!("{LOG}?done={done}"),
            "{}",
            saved.body()
        );
        let public = town.get("/disposal").await.body();
        assert_eq!(public.contains(SAID), still, "{kind}");
    }
    let kept = log(&town).await;
    let emptied = kept
        .iter()
        .find(|one| one.kind == ServiceKind::Emptied)
        .unwrap();
    assert_eq!(
        (emptied.needles, emptied.tenths_each),
        (Some(280), Some(75))
    );
    // Rows know an account by its number, readers by its name.
    assert_eq!(emptied.author, "account 1 (birch-landing-works)");
    let page = owen.get(LOG).await.body();
    for said in [
        "Owen (birch-landing-works)",
        "about 280 needles, by weight at 7.5 g each",
        "100 % full",
        "Next service due December 9, 2026",
        "BL-SB-01",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Who looks after it and finds it full says so to everybody, too.
    let full = open(&mut owen, LOG)
        .await
        .with("kind", "checked")
        .with("full", "100");
    full.press(&mut owen, "save").await;
    assert!(town.get("/disposal").await.body().contains(SAID));
    let room = open(&mut owen, LOG)
        .await
        .with("kind", "checked")
        .with("full", "25");
    room.press(&mut owen, "save").await;
    assert!(!town.get("/disposal").await.body().contains(SAID));
    // Emptied, it can be said to be full again.
    let again = town.method("POST", FULL).await;
    assert_eq!(again.header("location"), "/full/mill-park-box?done=now");
}

/// A page elsewhere does not say so in the name of its visitors, and a box that is gone is not full.
#[actix_rt::test]
async fn other_pages_visitors_say_nothing_and_a_closed_box_is_not_full() {
    let town = Town::to_edit().await;
    let page = town.get(FULL).await;
    assert_eq!(page.header("referrer-policy"), "same-origin");
    for elsewhere in [
        ("origin", "https://elsewhere.example"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let request = TestRequest::post().uri(FULL).insert_header(elsewhere);
        let refused = town.send(request).await;
        assert_eq!(refused.status, 403, "{elsewhere:?}");
    }
    assert!(log(&town).await.is_empty());
    // Its label still leads somewhere: that it is gone, and where the nearest is.
    let gone = town.get("/full/ferry-road-box").await;
    assert_eq!(gone.status, 410);
    let page = gone.body();
    assert!(
        page.contains("This box is not here any more.")
            && page.contains("The nearest place for used needles that is open now: <a class=\"row\" href=\"/sites/")
            && !page.contains("<form method=\"post\""),
        "{page}"
    );
    let french = town.get("/fr/full/ferry-road-box").await.body();
    assert!(french.contains("plus là"), "{french}");
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    let home = owen.get("/agency").await.body();
    let (_, card) = home
        .split_once("href=\"/agency/sites/ferry-road-box\"")
        .unwrap();
    let card = card.split("<h2>").next().unwrap();
    assert!(
        card.contains("This box was taken away.") && !card.contains("Nothing is offered here yet"),
        "{card}"
    );
    let said = town.method("POST", "/full/ferry-road-box").await;
    assert_eq!(said.status, 404);
    assert!(log(&town).await.is_empty(), "nothing is noted of it");
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let labels = sam.get("/disposal/service/labels").await.body();
    assert!(labels.contains("/full/mill-park-box"), "{labels}");
    assert!(!labels.contains("ferry-road-box"), "{labels}");
}

#[actix_rt::test]
async fn only_a_place_for_used_needles_can_be_full_and_so_many_an_hour() {
    let town = Town::to_edit().await;
    for path in [
        "/full/cedar-circle-house",
        "/full/no-such-box",
        "/full/sawmill-road-box",
        "/full/%20",
    ] {
        assert_eq!(town.get(path).await.status, 404, "{path}");
        assert_eq!(town.method("POST", path).await.status, 404, "{path}");
    }
    // A code in capitals leads to the same box.
    assert_eq!(town.get("/full/MILL-PARK-BOX").await.status, 200);
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    let mut taken = 0;
    loop {
        let answer = town.method("POST", "/fr/full/north-dock-box").await;
        if answer.status == 429 {
            assert!(answer.body().contains("Trop de gens"), "{}", answer.body());
            break;
        }
        assert_eq!(
            answer.header("location"),
            "/fr/full/north-dock-box?done=now"
        );
        taken += 1;
        let form = open(&mut owen, "/disposal/service/north-dock-box").await;
        let form = form.with("kind", "checked");
        assert_eq!(form.press(&mut owen, "save").await.status, 303);
    }
    assert_eq!(taken, 30);
}

#[actix_rt::test]
async fn without_a_database_nothing_is_promised() {
    let town = Town::to_read();
    assert_eq!(town.get(FULL).await.status, 200);
    assert_eq!(town.method("POST", FULL).await.status, 503);
}

#[actix_rt::test]
async fn a_line_of_the_log_is_added_once_and_what_cannot_be_is_said_beside_its_field() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let form = open(&mut sam, LOG)
        .await
        .with("kind", "emptied")
        .with("needles", "42");
    for _ in 0..2 {
        assert_eq!(form.clone().press(&mut sam, "save").await.status, 303);
    }
    let kept = log(&town).await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].needles, Some(42));
    for (name, typed) in [
        ("kind", "eaten"),
        ("day", "2027-01-01"),
        ("day", "2020-01-01"),
        ("day", "soon"),
        ("full", "101"),
        ("grams", "-5"),
        ("grams-each", "heavy"),
        ("needles", "many"),
        ("note", "bell \u{7}"),
    ] {
        let form = open(&mut sam, LOG).await.with("kind", "emptied");
        let refused = form.with(name, typed).press(&mut sam, "save").await;
        assert_eq!(refused.status, 422, "{name} {typed}");
        let page = refused.body();
        assert!(
            page.contains(&format!("href=\"#f-{name}\"")),
            "{name}: {page}"
        );
    }
    // A kind that only passers-by have is no choice.
    let form = open(&mut sam, LOG).await.with("kind", "reported_full");
    assert_eq!(form.press(&mut sam, "save").await.status, 422);
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    assert_eq!(ana.get(LOG).await.status, 404);
    assert_eq!(
        sam.get("/disposal/service/cedar-circle-house").await.status,
        404
    );
}

#[actix_rt::test]
async fn what_somebody_typed_in_the_log_is_kept_as_a_draft() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let page = sam.get(LOG).await.body();
    let drafts = "/agency/sites/mill-park-box/drafts/service-log";
    assert!(
        page.contains(&format!("data-drafts=\"{drafts}\"")),
        "{page}"
    );
    let form = open(&mut sam, LOG).await.with("note", "Half typed");
    let fields: Vec<(&str, &str)> = form
        .fields
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    assert_eq!(sam.post(drafts, &fields).await.status, 204);
    let page = sam.get(LOG).await.body();
    assert!(page.contains("use-draft"), "{page}");
}

#[actix_rt::test]
async fn labels_hold_a_code_for_each_box_that_stands() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let page = sam.get("/disposal/service/labels").await.body();
    assert_eq!(
        page.matches("<svg").count() - 1,
        4,
        "boxes and kiosks that stand, and one icon: {page}"
    );
    assert!(page.contains("/full/mill-park-box") && page.contains("BL-KI-01"));
    assert!(!page.contains("sawmill-road-box") && !page.contains("pinecone"));
}
