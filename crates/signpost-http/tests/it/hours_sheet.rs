//! Opening hours as workers write them: each is looked at in words before it counts, and stored as a text other programs read.

use crate::{
    desk::{Desk, editor},
    sheet::{HOUSE, Sheet, open, sheet},
    town::Town,
};

const DAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const WEEK: [&str; 5] = ["mo", "tu", "we", "th", "fr"];

/// A day and its times, from and to.
type Times<'t> = (&'t str, &'t [(&'t str, &'t str)]);

/// What a worker does to a sheet.
type Change<'c> = Box<dyn Fn(Sheet) -> Sheet + 'c>;

async fn sheet_of(ana: &mut Desk<'_>, prefix: &str) -> Sheet {
    let mut form = open(ana, &format!("{prefix}{HOUSE}/hours/supplies")).await;
    // Nothing is open yet, and nothing else changes with it.
    form.fields.retain(|(name, _)| {
        let day = name.split('.').next().unwrap_or_default();
        !DAYS.contains(&day) && !["need", "monthly", "appointment", "holidays-off"].contains(&day)
    });
    let mut form = form.with("need", "supplies").with("kind", "week");
    for day in DAYS {
        form = form.with(&format!("{day}.state"), "closed");
    }
    form
}

fn at(mut form: Sheet, days: &[Times<'_>]) -> Sheet {
    for (day, times) in days {
        form = form.with(&format!("{day}.state"), "open");
        for (nth, (from, to)) in (1..).zip(*times) {
            form = form.with(&format!("{day}.from.{nth}"), from);
            form = form.with(&format!("{day}.to.{nth}"), to);
        }
    }
    form
}

fn weekdays<'t>(times: &'t [(&'t str, &'t str)]) -> Vec<Times<'t>> {
    WEEK.map(|day| (day, times)).to_vec()
}

async fn stored(town: &Town) -> String {
    let site = town.get("/api/v1/sites/cedar-circle-house").await.json();
    let services = site["properties"]["services"].as_array().unwrap();
    let supplies = services.iter().find(|own| own["need"] == "supplies");
    let hours = &supplies.unwrap()["hours"];
    hours.as_str().unwrap_or("none").to_owned()
}

#[actix_rt::test]
async fn ten_kinds_of_hours_are_said_in_words_before_they_count_and_stored_as_a_text() {
    let lunch = [("09:00", "12:00"), ("13:00", "16:00")];
    let night = [("22:00", "06:00")];
    let day = [("09:00", "17:00")];
    let plain = |form: Sheet| form;
    let rows: Vec<(&str, Change<'_>, &str, &str, &str)> = vec![
        (
            "lunch",
            Box::new(|form| at(form, &weekdays(&lunch))),
            "Mo-Fr 09:00-12:00,13:00-16:00",
            "9 am to noon",
            "De 9\u{a0}h à midi",
        ),
        (
            "a night",
            Box::new(|form| at(form, &[("fr", &night)])),
            "Fr 22:00-06:00",
            "10 pm to 6 am",
            "De 22\u{a0}h à 6\u{a0}h",
        ),
        (
            "always",
            Box::new(|form| form.with("kind", "always")),
            "24/7",
            "Open 24 hours",
            "Ouvert 24 heures",
        ),
        (
            "not known",
            Box::new(|form| form.with("kind", "unknown")),
            "none",
            "hours not known, call first",
            "heures inconnues",
        ),
        (
            "the first Tuesday",
            Box::new(|form| {
                form.with("monthly.1.nth", "1")
                    .with("monthly.1.day", "1")
                    .with("monthly.1.from", "13:00")
                    .with("monthly.1.to", "15:00")
            }),
            "Tu[1] 13:00-15:00",
            "1 pm to 3 pm",
            "De 13\u{a0}h à 15\u{a0}h",
        ),
        (
            "by appointment",
            Box::new(|form| at(form, &weekdays(&day)).with("appointment", "yes")),
            "Mo-Fr 09:00-17:00 unknown \"by appointment\"",
            "(ask first)",
            "(demandez d’abord)",
        ),
        (
            "closed on holidays",
            Box::new(|form| at(form, &weekdays(&day)).with("holidays-off", "yes")),
            "Mo-Fr 09:00-17:00; PH off",
            "December 25, 2026",
            "25 décembre 2026",
        ),
        (
            "every day",
            Box::new(|form| at(form, &DAYS.map(|own| (own, &day[..])))),
            "Mo-Su 09:00-17:00",
            "9 am to 5 pm",
            "De 9\u{a0}h à 17\u{a0}h",
        ),
        (
            "an expert's",
            Box::new(|form| {
                form.with("kind", "text")
                    .with("text", "Mo-Sa 08:00-20:00; Su off")
            }),
            "Mo-Sa 08:00-20:00; Su off",
            "8 am to 8 pm",
            "De 8\u{a0}h à 20\u{a0}h",
        ),
        (
            "one day all day",
            Box::new(|form| plain(form).with("sa.state", "all")),
            "Sa 00:00-24:00",
            "24 hours",
            "24 heures",
        ),
    ];
    for (prefix, french) in [("", false), ("/fr", true)] {
        let town = Town::to_edit().await;
        let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
        for (name, change, text, in_english, in_french) in &rows {
            let before = stored(&town).await;
            let form = change(sheet_of(&mut ana, prefix).await);
            let look = form.press(&mut ana, "look").await;
            assert_eq!(look.status, 200, "{name}: {}", look.body());
            let words = if french { in_french } else { in_english };
            let page = look.body();
            assert!(page.contains(words), "{name}: {words}: {page}");
            assert_eq!(stored(&town).await, before, "{name}: looking is not saving");
            let saved = sheet(&page, 0).press(&mut ana, "save").await;
            assert_eq!(saved.status, 303, "{name}: {}", saved.body());
            assert_eq!(stored(&town).await, *text, "{name}");
        }
    }
}

#[actix_rt::test]
async fn hours_that_cannot_be_are_asked_about_and_nothing_typed_is_lost() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let before = stored(&town).await;
    let blank = sheet_of(&mut ana, "").await;
    let monday = |times: &[(&str, &str)]| at(blank.clone(), &[("mo", times)]);
    let rows = [
        (
            monday(&[("16:00", "16:00")]),
            "mo.from.1",
            "16:00",
            "opens and closes at the same time",
        ),
        (
            monday(&[("09:00", "12:00"), ("11:00", "13:00")]),
            "mo.from.2",
            "11:00",
            "overlap",
        ),
        (
            monday(&[("09:00", "")]),
            "mo.from.1",
            "09:00",
            "Write from when to when",
        ),
        (
            monday(&[("soon", "12:00")]),
            "mo.from.1",
            "soon",
            "Write from when to when",
        ),
        (
            monday(&[]),
            "mo.state",
            "open",
            "Write from when to when, or choose",
        ),
        (
            monday(&[("09:00", "12:00")]).with("mo.state", "closed"),
            "mo.from.1",
            "09:00",
            "Which is right?",
        ),
        (
            blank
                .clone()
                .with("kind", "text")
                .with("text", "Mo-Fr 9 to 5"),
            "text",
            "Mo-Fr 9 to 5",
            "At sign",
        ),
        (
            monday(&[("09:00", "12:00")]).with("text", "Su 10:00-12:00"),
            "text",
            "Su 10:00-12:00",
            "You typed hours as a text.",
        ),
        (
            blank.clone().with("kind", ""),
            "kind",
            "",
            "Choose one of these.",
        ),
    ];
    for (form, field, typed, words) in rows {
        let refused = form.press(&mut ana, "look").await;
        assert_eq!(refused.status, 422, "{field}={typed}");
        let page = refused.body();
        assert!(page.contains(words), "{field}={typed}: {words}: {page}");
        assert_eq!(sheet(&page, 0).text(field), typed);
    }
    assert_eq!(stored(&town).await, before);
}
