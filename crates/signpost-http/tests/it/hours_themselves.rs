//! Hours say themselves: days of a month and every second week in words with their next dates, entered without any syntax; and what would be
//! lost or may not be meant is said before it counts.

use crate::{
    desk::{Desk, editor},
    sheet::{HOUSE, Sheet, open, public, sheet},
    town::Town,
};

async fn ana(town: &Town) -> Desk<'_> {
    town.signed_in("Ana", editor("cedar-circle")).await
}

/// The form for food alone, with seven closed days.
async fn empty_week(ana: &mut Desk<'_>) -> Sheet {
    let mut form = open(ana, &format!("{HOUSE}/hours/food")).await;
    form.fields
        .retain(|(name, _)| !name.contains(".from.") && !name.contains(".to."));
    form = form.with("need", "food").with("kind", "week");
    for day in ["mo", "tu", "we", "th", "fr", "sa", "su"] {
        form = form.with(&format!("{day}.state"), "closed");
    }
    form
}

async fn saved(ana: &mut Desk<'_>, look: &str) -> String {
    let saved = sheet(look, 0).press(ana, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    ana.get(saved.header("location")).await.body()
}

async fn stored(town: &Town) -> String {
    let site = town.get("/api/v1/sites/cedar-circle-house").await.json();
    let services = site["properties"]["services"].as_array().unwrap();
    let food = services.iter().find(|own| own["need"] == "food");
    food.unwrap()["hours"].as_str().unwrap_or("none").to_owned()
}

#[actix_rt::test]
async fn every_second_thursday_is_entered_by_its_first_day_and_says_its_next_dates() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = empty_week(&mut ana).await;
    let form = form
        .with("fortnight.1.first", "2026-11-26")
        .with("fortnight.1.from", "10:00")
        .with("fortnight.1.to", "12:00");
    let look = form.press(&mut ana, "look").await;
    assert_eq!(look.status, 200, "{}", look.body());
    let look = look.body();
    let said = "Every second Thursday 10 am to noon: November 26, December 10, December 24, January 7, 2027";
    assert!(look.contains(said), "{look}");
    assert!(
        !look.contains("53 weeks"),
        "it is right over New Year: {look}"
    );
    let overview = saved(&mut ana, &look).await;
    assert!(
        overview.contains("every second Thursday 10 am to noon"),
        "{overview}"
    );
    assert!(overview.contains(said), "{overview}");
    assert!(public(&town).await.contains(said));
    let french = town.get("/fr/sites/cedar-circle-house").await.body();
    assert!(french.contains("Un jeudi sur deux"), "{french}");
    let bundle = town.get("/api/v1/directory.json").await.body();
    assert!(bundle.contains(said), "on phones too");
    // The form shows it as it was entered.
    let again = open(&mut ana, &format!("{HOUSE}/hours/food")).await;
    assert_eq!(again.text("fortnight.1.first"), "2026-11-26");
    assert_eq!(again.text("kind"), "week");
}

#[actix_rt::test]
async fn several_days_of_the_month_are_entered_one_after_another() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let mut form = empty_week(&mut ana).await;
    for nth in ["1", "3"] {
        let row = |part: &str| format!("monthly.{nth}.{part}");
        form = form.with(&row("nth"), nth).with(&row("day"), "1");
        form = form.with(&row("from"), "13:00").with(&row("to"), "16:00");
    }
    let more = form.press(&mut ana, "more monthly").await.body();
    assert!(more.contains("name=\"monthly.4.from\""), "{more}");
    let look = form.press(&mut ana, "look").await.body();
    for said in [
        "First Tuesday of the month 1 pm to 4 pm: December 1, January 5, 2027, February 2, 2027, March 2, 2027",
        "Third Tuesday of the month 1 pm to 4 pm: December 15,",
    ] {
        assert!(look.contains(said), "{said}: {look}");
    }
    saved(&mut ana, &look).await;
    assert_eq!(stored(&town).await, "Tu[1] 13:00-16:00, Tu[3] 13:00-16:00");
}

#[actix_rt::test]
async fn by_appointment_is_call_first_and_no_closed_door() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = empty_week(&mut ana).await;
    let closed = form.clone().with("appointment", "yes");
    let refused = closed.press(&mut ana, "look").await;
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .body()
            .contains("Seven days are closed, but it says by appointment.")
    );
    let look = form
        .with("kind", "appointment")
        .press(&mut ana, "look")
        .await;
    assert_eq!(look.status, 200, "{}", look.body());
    let overview = saved(&mut ana, &look.body()).await;
    assert!(
        overview.contains("By appointment: call first"),
        "{overview}"
    );
    assert_eq!(stored(&town).await, "24/7 unknown \"by appointment\"");
    let again = open(&mut ana, &format!("{HOUSE}/hours/food")).await;
    assert_eq!(again.text("kind"), "appointment");
    let page = public(&town).await;
    let food = page.split("<h3>Food</h3>").nth(1).unwrap();
    assert!(
        food.split("</section>")
            .next()
            .unwrap()
            .contains("Call first"),
        "{food}"
    );
}

#[actix_rt::test]
async fn seven_closed_days_are_asked_about() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let look = empty_week(&mut ana)
        .await
        .press(&mut ana, "look")
        .await
        .body();
    assert!(look.contains("This is never open."), "{look}");
}

#[actix_rt::test]
async fn from_a_text_days_and_times_are_filled_in_and_what_would_be_lost_is_named() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = open(&mut ana, &format!("{HOUSE}/hours/food")).await;
    let form = form.with("kind", "text");
    let form = form.with("text", "Mo-Fr 09:00-17:00; Nov-Mar Sa 10:00-14:00");
    let look = form.press(&mut ana, "look").await.body();
    saved(&mut ana, &look).await;
    let page = ana.get(&format!("{HOUSE}/hours/food")).await.body();
    assert!(
        page.contains("If you choose them, this is lost: Nov-Mar Sa 10:00-14:00"),
        "{page}"
    );
    let form = sheet(&page, 0);
    assert_eq!(form.text("kind"), "text");
    assert_eq!(
        form.text("mo.from.1"),
        "09:00",
        "what can be read is filled in"
    );
    let form = form.with("text", "Tu 12:00-13:00, We[1] 12:00-13:00");
    let form = sheet(&form.press(&mut ana, "read").await.body(), 0);
    assert_eq!(form.text("kind"), "week");
    assert_eq!(
        (form.text("mo.from.1"), form.text("tu.from.1")),
        ("", "12:00")
    );
    assert_eq!(form.text("monthly.1.day"), "2");
    let lossy = form.with("text", "Mo-Fr 09:00-17:00; Nov-Mar Sa 10:00-14:00");
    let look = lossy.press(&mut ana, "look").await.body();
    assert!(
        look.contains("This part of the text is lost: Nov-Mar Sa 10:00-14:00"),
        "{look}"
    );
}

#[actix_rt::test]
async fn days_and_times_typed_beside_an_answer_that_does_not_use_them_are_refused() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let before = stored(&town).await;
    for kind in ["unknown", "always", "appointment", "text"] {
        for typed in [
            ("mo.from.1", "08:15"),
            ("monthly.1.from", "08:15"),
            ("fortnight.1.first", "2026-12-17"),
        ] {
            let form = open(&mut ana, &format!("{HOUSE}/hours/food")).await;
            let form = form
                .with("kind", kind)
                .with("text", "24/7")
                .with(typed.0, typed.1);
            let look = form.press(&mut ana, "look").await;
            assert_eq!(look.status, 422, "{kind} {}: {}", typed.0, look.body());
            let said = "You changed days and times here, but another answer is chosen above.";
            assert!(look.body().contains(said), "{}", look.body());
        }
    }
    assert_eq!(stored(&town).await, before);
    // As they were shown they may stay, and the answer counts.
    let form = open(&mut ana, &format!("{HOUSE}/hours/food")).await;
    let look = form.with("kind", "unknown").press(&mut ana, "look").await;
    assert_eq!(look.status, 200, "{}", look.body());
}

#[actix_rt::test]
async fn a_text_that_cannot_be_read_says_so_and_one_that_can_says_what_was_done() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    for (text, status, said) in [
        ("Mo-Fr nine to five", 422, "At sign "),
        ("", 422, "There is no text to read."),
        (
            "Mo-Fr 09:00-17:00",
            200,
            "Days and times are filled in from the text.",
        ),
    ] {
        let form = open(&mut ana, &format!("{HOUSE}/hours/food")).await;
        let answer = form.with("text", text).press(&mut ana, "read").await;
        assert_eq!(answer.status, status, "{text}: {}", answer.body());
        assert!(answer.body().contains(said), "{text}: {}", answer.body());
    }
}

#[actix_rt::test]
async fn a_day_of_the_month_without_times_is_asked_about_and_not_dropped() {
    let town = Town::to_edit().await;
    let mut ana = ana(&town).await;
    let form = empty_week(&mut ana).await;
    let form = form.with("mo.state", "all").with("monthly.1.nth", "3");
    let asked = form
        .with("monthly.1.day", "4")
        .press(&mut ana, "look")
        .await;
    assert_eq!(asked.status, 422, "{}", asked.body());
    let page = asked.body();
    assert!(
        page.contains("Write from when to when on this day of the month"),
        "{page}"
    );
}
