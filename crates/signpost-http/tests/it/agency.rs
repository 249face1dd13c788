//! What a new agency worker does in the first minutes.

use jiff::civil::date;

use crate::{
    desk::editor,
    sheet::{HOUSE, open, public, sheet},
    town::{Town, training},
};

#[actix_rt::test]
async fn mondays_hours_are_changed_looked_at_and_public() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/hours/supplies")).await;
    assert_eq!(form.text("mo.state"), "open", "{form:?}");
    let form = form.with("mo.from.1", "10:00").with("mo.to.1", "18:30");
    let look = form.press(&mut ana, "look").await;
    assert_eq!(look.status, 200);
    let body = look.body();
    assert!(
        body.contains("Is this right?") && body.contains("10 am to 6:30 pm"),
        "{body}"
    );
    assert!(body.contains("Christmas Day, December 25, 2026"), "{body}");
    assert!(
        !public(&town).await.contains("10 am to 6:30 pm"),
        "nothing is saved yet"
    );

    let saved = sheet(&body, 0).press(&mut ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    let next = ana.get(saved.header("location")).await;
    let news = next.body();
    assert!(news.contains("The new hours are public now"));
    assert!(
        news.contains("Monday") && news.contains("becomes 10 am to 6:30 pm"),
        "{news}"
    );
    assert!(public(&town).await.contains("10 am to 6:30 pm"));
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn a_look_can_be_taken_back_and_nothing_typed_is_lost() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/hours/supplies")).await;
    let form = form.with("mo.from.1", "10:10").with("mo.to.1", "18:30");
    let look = form.press(&mut ana, "look").await;
    let back = sheet(&look.body(), 0).press(&mut ana, "back").await;
    assert_eq!(sheet(&back.body(), 0).text("mo.from.1"), "10:10");
    let more = sheet(&back.body(), 0).press(&mut ana, "more mo").await;
    let more = sheet(&more.body(), 0);
    assert!(more.fields.iter().any(|(name, _)| name == "mo.from.2"));
    let wrong = more.with("mo.from.2", "19:00").with("mo.to.2", "soon");
    let wrong = wrong.press(&mut ana, "look").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body().contains("Write from when to when"));
    assert_eq!(sheet(&wrong.body(), 0).text("mo.to.2"), "soon");
}

#[actix_rt::test]
async fn tomorrow_is_closed_in_two_taps_and_opened_again() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let ask = open(&mut ana, &format!("{HOUSE}/closed?day=tomorrow")).await;
    let done = ask
        .with("why", "why-training")
        .press(&mut ana, "save")
        .await;
    assert_eq!(done.status, 303, "{}", done.body());
    let page = public(&town).await;
    assert!(
        page.contains("November 26, 2026: Closed. Staff training."),
        "{page}"
    );
    let french = town.get("/fr/sites/cedar-circle-house").await.body();
    assert!(french.contains("Formation du personnel"), "{french}");

    let back = open(&mut ana, &format!("{HOUSE}/closings/closed-2026-11-26")).await;
    let done = back.press(&mut ana, "remove").await;
    assert_eq!(done.status, 303);
    assert!(!public(&town).await.contains("November 26, 2026: Closed"));
}

#[actix_rt::test]
async fn a_label_is_stopped_with_two_better_words_and_the_better_one_is_public_at_once() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let path = format!("{HOUSE}/services/supplies");
    let name = "services.supplies.description.en";
    let form = open(&mut ana, &path).await;
    let form = form.with(name, "clean needles for addicts");
    let stopped = form.press(&mut ana, "save").await;
    assert_eq!(stopped.status, 422);
    let body = stopped.body();
    assert!(
        body.contains("addicts") && body.contains("person who uses drugs"),
        "{body}"
    );
    assert!(
        body.contains("part of an official name"),
        "a label has to go, unless it is a part of one: {body}"
    );
    let back = sheet(&body, 0);
    assert_eq!(
        back.text(name),
        "clean needles for addicts",
        "nothing is lost"
    );

    let lesser = back
        .with(name, "Clean needles.")
        .press(&mut ana, "save")
        .await;
    assert_eq!(lesser.status, 422);
    let lesser = sheet(&lesser.body(), 0);
    let kept = lesser.with(&format!("keep-{name}"), "people here say so");
    let kept = kept.press(&mut ana, "save").await;
    assert_eq!(kept.status, 303, "{}", kept.body());

    let form = open(&mut ana, &path).await;
    let form = form.with(name, "New needles for people who use drugs.");
    assert_eq!(form.press(&mut ana, "save").await.status, 303);
    assert!(
        public(&town)
            .await
            .contains("New needles for people who use drugs.")
    );
}

#[actix_rt::test]
async fn still_right_is_one_tap_and_says_who_and_when() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let home = ana.get("/agency").await.body();
    assert!(
        home.contains("Cedar Circle House") && !home.contains("Pinecone"),
        "{home}"
    );
    let done = sheet(&home, 0).press(&mut ana, "").await;
    assert_eq!(done.header("location"), "/agency?done=still-right");
    let page = public(&town).await;
    assert!(
        page.contains("Confirmed November 25, 2026 by Cedar Circle House."),
        "{page}"
    );
}

#[actix_rt::test]
async fn of_two_review_days_an_agency_is_told_the_first() {
    let mut directory = training();
    let house = directory
        .sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "cedar-circle-house")
        .unwrap();
    house.exceptions.clear();
    house
        .services
        .retain(|service| service.confirmation.is_some());
    let last_days = [date(2026, 12, 5), date(2026, 12, 1)];
    for (service, last) in house.services.iter_mut().zip(last_days.iter().cycle()) {
        service.confirmation.as_mut().unwrap().review_by = *last;
    }
    assert!(house.services.len() > 1);
    let town = Town::to_edit_over(&directory).await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let page = ana.get("/agency").await.body();
    assert!(page.contains("again by December 1, 2026"), "{page}");
    assert!(!page.contains("December 5, 2026"), "{page}");
}
