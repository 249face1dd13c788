//! Posters of old doors: printed by stewards alone, and those that hang held against what the plan says now.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{Directory, Lang, PlanStatus, Text};
use signpost_mail::letters::letters_due;
use signpost_store::Role;

use crate::{
    desk::{Desk, editor},
    letters::person,
    sheet::{open, sheet},
    town::{Answer, NOW, Town, training},
};

const PRINT: &str = "/steward/plan/posters";
const HANGING: &str = "/steward/plan/hanging";

async fn note(desk: &mut Desk<'_>, poster: &str, place: &str, day: &str) -> Answer {
    let fields = [("poster", poster), ("place", place), ("day", day)];
    desk.submit(HANGING, HANGING, &fields).await
}

/// The list as a steward sees it on another day, over the same database, after the directory became this.
async fn later(directory: &Directory, day: &'static str, first: &Town) -> String {
    let town = Town::to_edit_at(directory, day).await;
    for poster in first.store().posters_hanging().await.unwrap() {
        town.store().put_up_poster(&poster, None).await.unwrap();
    }
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let list = kim.get(HANGING).await.body();
    let ahead = kim.get("/steward/plan/ahead").await.body();
    let home = kim.get("/steward").await.body();
    format!("{list}<!-- ahead -->{ahead}<!-- home -->{home}")
}

fn part<'p>(pages: &'p str, which: &str) -> &'p str {
    let mark = format!("<!-- {which} -->");
    let (_, rest) = pages.split_once(&mark).expect("the page");
    rest.split("<!-- home -->").next().unwrap()
}

#[actix_rt::test]
async fn a_steward_downloads_each_poster_in_each_format_and_nobody_else_does() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    for (lang, title) in [("", "Posters"), ("/fr", "Affiches")] {
        let page = kim.get(&format!("{lang}{PRINT}")).await.body();
        assert!(page.contains(&format!("<h1>{title}</h1>")), "{page}");
        assert!(page.contains("<p lang=\"en\">The Old Mill counter is closed.</p>"));
        assert!(page.contains("Le comptoir du Vieux Moulin est fermé."));
        // The sentence for the health office names supplies.
        assert!(
            page.contains("supplies"),
            "the word is named to the steward"
        );
        assert!(
            page.contains("http://localhost:8080"),
            "nobody told the public address: {page}"
        );
    }
    let page = kim.get(PRINT).await.body();
    for format in ["letter", "half", "card"] {
        for (kind, begins, media) in [
            ("pdf", "%PDF-1.7", "application/pdf"),
            ("svg", "<svg ", "image/svg+xml"),
        ] {
            let link = format!("{PRINT}/old-mill-counter.{kind}?format={format}");
            assert!(page.contains(&format!("href=\"{link}\"")), "{link}");
            let file = kim.get(&link).await;
            assert_eq!(file.status, 200, "{link}: {}", file.body());
            assert_eq!(file.header("content-type"), media);
            assert_eq!(file.header("cache-control"), "no-store");
            let name = format!("attachment; filename=\"old-mill-counter-{format}.{kind}\"");
            assert_eq!(file.header("content-disposition"), name);
            assert!(file.bytes.starts_with(begins.as_bytes()), "{link}");
        }
    }
    for wrong in [
        "/old-mill-counter.png",
        "/old-mill-counter.pdf?format=wall",
        "/old-mill-counter.pdf?from=2026-12-01",
        "/birch-hall.pdf",
        "/no-such-door.pdf",
        "/old-mill-counter",
    ] {
        assert_eq!(
            kim.get(&format!("{PRINT}{wrong}")).await.status,
            404,
            "{wrong}"
        );
    }
    let file = format!("{PRINT}/old-mill-counter.pdf");
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut city = town.signed_in("Cy", Role::Subcommittee).await;
    for path in [PRINT, HANGING, file.as_str()] {
        assert_eq!(ana.get(path).await.status, 403, "{path}");
        assert_eq!(city.get(path).await.status, 403, "{path}");
        assert_eq!(town.get(path).await.status, 303, "{path}: signed out");
    }
    let refused = note(&mut ana, "old-mill-counter", "Door", "2026-11-25").await;
    assert_eq!(refused.status, 403);
}

#[actix_rt::test]
async fn the_code_leads_where_it_should_in_the_capitals_it_is_printed_in() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let sheet = kim
        .get(&format!("{PRINT}/old-mill-counter.svg"))
        .await
        .body();
    assert!(
        sheet.contains("localhost:8080/go/old-mill-counter"),
        "{sheet}"
    );
    let there = town.get("/GO/OLD-MILL-COUNTER").await;
    assert_eq!(there.status, 303);
    assert_eq!(
        there.header("location"),
        "/?need=supplies&from=old-mill-counter"
    );
}

#[actix_rt::test]
async fn a_version_that_is_to_come_has_a_poster_of_its_own() {
    let mut directory = training();
    for plan in &mut directory.plans {
        if plan.version == 3 {
            plan.status = PlanStatus::Approved;
            plan.hidden = false;
            plan.rules[0].message = Text::en_fr("Ask at the bay.", "Demandez à la baie.");
        }
    }
    let town = Town::to_edit_over(&directory).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get(PRINT).await.body();
    assert!(page.contains("<h3>From April 1, 2027 on</h3>"), "{page}");
    let file = format!("{PRINT}/birch-health-office.svg?format=letter");
    let now = kim.get(&file).await.body();
    assert!(now.contains("What you find here has changed."), "{now}");
    let then = kim.get(&format!("{file}&from=2027-04-01")).await.body();
    assert!(then.contains("Ask at the bay."), "{then}");
    // It may be hung before its day, and is right then; the one that hangs now is told of when that day is near.
    let early = note(
        &mut kim,
        "birch-health-office 2027-04-01",
        "Side door",
        "2026-11-25",
    )
    .await;
    assert_eq!(early.status, 303, "{}", early.body());
    note(&mut kim, "birch-health-office", "Front door", "2026-11-25").await;
    let list = kim.get(HANGING).await.body();
    assert!(
        list.contains("It says what holds from April 1, 2027 on."),
        "{list}"
    );
    let march = later(&directory, "2027-03-01T10:00:00-05:00", &town).await;
    assert!(
        march.contains("From April 1, 2027 on: The plan’s sentence is not the one on it."),
        "{march}"
    );
    assert!(part(&march, "ahead").contains("Birch Landing Health Office: Front door"));
    // What hangs early is watched beyond its day too.
    let mut short = directory.clone();
    for plan in short.plans.iter_mut().filter(|plan| plan.version == 3) {
        plan.rules[0].last = Some("2027-04-20".parse().unwrap());
    }
    let march = later(&short, "2027-03-01T10:00:00-05:00", &town).await;
    let (_, side) = march.split_once("Side door").expect("the early one");
    let (side, _) = side.split_once("</form>").expect("its end");
    assert!(
        side.contains("It says what holds from April 1, 2027 on.")
            && side.contains("From April 21, 2027 on"),
        "{side}"
    );
    let april = later(&directory, "2027-04-01T10:00:00-05:00", &town).await;
    assert!(april.contains("The plan’s sentence is not the one on it. Print it again."));
    assert!(
        april.contains("1 poster does not say what holds."),
        "{april}"
    );
}

#[actix_rt::test]
async fn a_poster_is_noted_once_and_ticked_off_when_it_is_taken_down() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    assert!(
        kim.get(HANGING)
            .await
            .body()
            .contains("No poster is noted.")
    );
    let form = open(&mut kim, HANGING).await;
    let form = form
        .with("poster", "old-mill-counter")
        .with("place", "Front door, inside <b>the glass</b>")
        .with("day", "2026-11-20");
    for _ in 0..2 {
        let saved = form.clone().press(&mut kim, "save").await;
        assert_eq!(saved.status, 303, "{}", saved.body());
        assert_eq!(saved.header("location"), "/steward/plan/hanging?done=up");
    }
    let hangs = town.store().posters_hanging().await.unwrap();
    assert_eq!(hangs.len(), 1, "the same form sent twice");
    assert_eq!(hangs[0].says.version, 2);
    let page = kim.get(HANGING).await.body();
    for words in [
        "Old Mill counter (closed): Front door, inside &#60;b&#62;the glass&#60;/b&#62;",
        "Put up on November 20, 2026. Noted by Kim",
        "It says what holds.",
        "from version 2 of the plan",
        "The Old Mill counter is closed.",
        "http://localhost:8080/go/old-mill-counter",
        "807-555-0",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let french = kim.get(&format!("/fr{HANGING}")).await.body();
    assert!(french.contains("Elle dit ce qui vaut."), "{french}");

    let down = format!("{HANGING}/{}", hangs[0].id);
    for _ in 0..2 {
        let done = kim.submit(HANGING, &down, &[]).await;
        assert_eq!(done.header("location"), "/steward/plan/hanging?done=down");
    }
    assert!(town.store().posters_hanging().await.unwrap().is_empty());
    let page = kim.get(HANGING).await.body();
    assert!(page.contains("No poster is noted."));
    assert!(
        page.contains("November 20, 2026 to November 25, 2026. Ticked off by Kim"),
        "{page}"
    );
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn what_is_wrong_with_a_note_stands_beside_its_field_and_nothing_is_lost() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let long = "x".repeat(500);
    for (poster, place, day, field) in [
        ("", "Door", "2026-11-25", "poster"),
        ("birch-hall", "Door", "2026-11-25", "poster"),
        ("old-mill-counter", "", "2026-11-25", "place"),
        ("old-mill-counter", long.as_str(), "2026-11-25", "place"),
        ("old-mill-counter", "Door", "2026-11-26", "day"),
        ("old-mill-counter", "Door", "2024-01-01", "day"),
        ("old-mill-counter", "Door", "tomorrow", "day"),
    ] {
        let refused = note(&mut kim, poster, place, day).await;
        assert_eq!(refused.status, 422, "{poster} {day}");
        let page = refused.body();
        assert!(
            page.contains(&format!("href=\"#f-{field}\"")),
            "{field}: {page}"
        );
        let back = sheet(&page, 0);
        assert_eq!((back.text("place"), back.text("day")), (place, day));
    }
    assert!(town.store().posters_hanging().await.unwrap().is_empty());
}

#[actix_rt::test]
async fn stewards_are_told_which_posters_hang_when_a_rule_ends_or_the_answer_changes() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    for door in ["old-mill-counter", "birch-health-office"] {
        let noted = note(&mut kim, door, "Front door", "2026-11-25").await;
        assert_eq!(noted.status, 303, "{}", noted.body());
    }
    let today: Date = NOW.get(..10).unwrap().parse().unwrap();
    let same = later(&training(), NOW, &town).await;
    assert!(!same.contains("mark strong\">It says"), "{same}");
    assert!(same.contains("Every poster in the list says what holds."));
    assert!(!part(&same, "ahead").contains("Old Mill counter (closed): Front door"));

    let mut changed = training();
    for plan in changed.plans.iter_mut().filter(|plan| plan.version == 2) {
        for rule in &mut plan.rules {
            if rule.from.as_str() == "old-mill-counter" {
                // Its last day is in ten days.
                rule.last = Some(today + 10.days());
            }
        }
        // One of its organizations takes its word back: the sentence is the same, the door's answer is not.
        plan.consents
            .retain(|consent| consent.organization.as_str() != "cedar-circle");
    }
    let told = later(&changed, NOW, &town).await;
    let (list, _) = told.split_once("<!-- ahead -->").unwrap();
    for page in [list, part(&told, "ahead")] {
        assert!(
            page.contains("From December 6, 2026 on: No approved plan sends people on from this door. Take it down."),
            "{page}"
        );
        assert!(
            page.contains("Its words are the same, but the door sends people somewhere else than when it was put up"),
            "{page}"
        );
    }
    assert!(told.contains("1 poster does not say what holds."), "{told}");

    let over = later(&changed, "2026-12-06T09:00:00-05:00", &town).await;
    assert!(
        over.contains("<p class=\"mark strong\">No approved plan sends people on from this door. Take it down.</p>"),
        "{over}"
    );
    assert!(over.contains("2 posters do not say what holds."), "{over}");

    let mut number = training();
    for line in &mut number.lines {
        if !line.phone.to_string().starts_with('9') {
            line.phone = "807-555-0177".parse().unwrap();
        }
    }
    for plan in number.plans.iter_mut().filter(|plan| plan.version == 2) {
        for rule in &mut plan.rules {
            if rule.from.as_str() == "old-mill-counter" {
                rule.message = Text::en_fr("Ask across the street.", "Demandez en face.");
            }
        }
    }
    let told = later(&number, NOW, &town).await;
    assert!(told.contains("The plan’s sentence is not the one on it. Print it again. The number to call is not the one on it. Print it again."), "{told}");
}

#[actix_rt::test]
async fn a_number_to_text_that_nobody_answers_any_more_is_told_and_none_is_no_fault() {
    let app = Town::to_edit().await;
    let mut kim = app.signed_in("Kim", Role::Steward).await;
    let noted = note(&mut kim, "old-mill-counter", "Front door", "2026-11-25").await;
    assert_eq!(noted.status, 303, "{}", noted.body());
    let list = kim.get(HANGING).await.body();
    assert!(list.contains("says what holds"), "{list}");
    let told = "The number to text is not the one on it. Print it again.";
    assert!(!list.contains(told), "{list}");
    for mut poster in app.store().posters_hanging().await.unwrap() {
        poster.says.text_number = "807-555-0142".to_owned();
        app.store().put_up_poster(&poster, None).await.unwrap();
    }
    let list = kim.get(HANGING).await.body();
    assert_eq!(list.matches(told).count(), 1, "{list}");
}

#[actix_rt::test]
async fn the_weekly_letter_tells_stewards_alone_until_the_poster_is_ticked_off() {
    let town = Town::to_edit().await;
    for (name, role, lang) in [
        ("Rita", Role::Steward, Lang::Fr),
        ("Ana", editor("cedar-circle"), Lang::En),
    ] {
        person(&town, name, role, lang).await;
    }
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    note(&mut kim, "old-mill-counter", "Porte d’entrée", "2026-11-25").await;
    let said = async |root: &str| {
        let letters = letters_due(town.app.live(), root).await.unwrap();
        letters
            .into_iter()
            .filter(|letter| letter.text.contains("/steward/plan/hanging"))
            .map(|letter| (letter.to, letter.text))
            .collect::<Vec<_>>()
    };
    assert_eq!(said("http://localhost:8080").await, []);
    // The server is known by another address since.
    let told = said("https://where.example.org").await;
    let [(to, text)] = &told[..] else {
        panic!("{told:?}");
    };
    assert_eq!(to, "rita@example.org");
    for words in [
        "Une affiche à une ancienne porte ne dit pas ce qui vaut",
        "https://where.example.org/fr/steward/plan/hanging",
        "Porte d’entrée",
        "L’adresse n’est pas celle de l’affiche.",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let hangs = town.store().posters_hanging().await.unwrap();
    let down = format!("{HANGING}/{}", hangs[0].id);
    kim.submit(HANGING, &down, &[]).await;
    assert_eq!(said("https://where.example.org").await, []);
}
