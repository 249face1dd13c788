//! Listings drawn by lot and checked by phone: what is said of them, and when nothing is.

use jiff::{ToSpan as _, civil::date};
use signpost_editing::draw_phone_check;
use signpost_store::Role;

use crate::{
    desk::{Desk, editor},
    town::{Town, training},
};

const LIST: &str = "/steward/phone";

/// Draws over the page, and gives the address of the sheet.
async fn drawn(desk: &mut Desk<'_>, many: &str, seed: &str) -> String {
    let fields = [("many", many), ("seed", seed)];
    let sent = desk.submit(LIST, LIST, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    sent.header("location").to_owned()
}

/// Writes the same of every field of some lines of a sheet.
async fn found(desk: &mut Desk<'_>, sheet: &str, lines: impl Iterator<Item = usize>, what: &str) {
    let names: Vec<(String, String)> = lines
        .flat_map(|nth| {
            ["phone", "address", "hours", "offers"].map(|field| format!("{nth}.{field}"))
        })
        .map(|name| (name, what.to_owned()))
        .collect();
    let fields: Vec<(&str, &str)> = names.iter().map(|(n, v)| (&**n, &**v)).collect();
    let sent = desk.submit(sheet, sheet, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body());
}

#[actix_rt::test]
async fn nothing_is_said_before_all_were_called_and_a_bad_figure_is_said_too() {
    let town = Town::to_edit().await;
    let silent = async || {
        for page in ["/about", "/fr/about"] {
            let page = town.get(page).await.body();
            assert!(!page.contains("id=\"checked\""), "{page}");
        }
    };
    town.app.write_counts_down().await.unwrap();
    silent().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let sheet = drawn(&mut kim, "10", "7").await;
    town.app.write_counts_down().await.unwrap();
    silent().await;
    let page = kim.get(&sheet).await.body();
    assert_eq!(page.matches("<legend>").count(), 10, "{page}");
    // Nine of ten: whoever looks only at those that went well says nothing.
    found(&mut kim, &sheet, 1..=9, "right").await;
    silent().await;
    // The sheet is sent whole, so what is left empty is not checked any more.
    let mut all: Vec<(String, &str)> = Vec::new();
    for nth in 1..=10 {
        for field in ["phone", "address", "hours", "offers"] {
            let was = match (nth, field) {
                (1..=2, _) => "right",
                (10, _) => "unreachable",
                (_, "hours") => "wrong",
                _ => "right",
            };
            all.push((format!("{nth}.{field}"), was));
        }
    }
    let fields: Vec<(&str, &str)> = all.iter().map(|(n, v)| (&**n, *v)).collect();
    let sent = kim.submit(&sheet, &sheet, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    // Wilson by hand for 2 of 10: 0.2832 ± 0.2265.
    let said =
        "2 of 10 listings checked by phone in November 2026 were right (likely 6–51\u{a0}%).";
    let page = town.get("/about").await.body();
    assert!(page.contains(said), "at once, also when bad: {page}");
    let page = town.get("/fr/about").await.body();
    assert!(
        page.contains("2 des 10 fiches vérifiées par téléphone en novembre 2026"),
        "{page}"
    );
    assert!(kim.get(LIST).await.body().contains(said));
    // Whoever opens the sheet again finds what was written.
    let page = kim.get(&format!("/fr{sheet}")).await.body();
    assert_eq!(
        page.matches("value=\"wrong\" selected").count(),
        7,
        "{page}"
    );
    let wrong = kim.submit(&sheet, &sheet, &[("1.phone", "maybe")]).await;
    assert_eq!(wrong.status, 400, "{}", wrong.body());
    assert!(
        kim.get(LIST).await.body().contains(said),
        "nothing was changed"
    );
}

#[actix_rt::test]
async fn the_same_lot_is_the_same_sheet_and_who_may_not_be_called_is_never_drawn() {
    let town = Town::to_edit().await;
    let live = town.app.live();
    let first = draw_phone_check(live, (200, 5), "test").await.unwrap();
    let again = draw_phone_check(live, (200, 5), "test").await.unwrap();
    assert_eq!(first, again, "kept once");
    let other = draw_phone_check(live, (200, 6), "test").await.unwrap();
    let sites = |check: &signpost_figures::PhoneCheck| {
        let lines = check.lines.iter().map(|line| line.site.to_string());
        lines.collect::<Vec<_>>()
    };
    assert_ne!(sites(&first), sites(&other));
    let (mut one, mut two) = (sites(&first), sites(&other));
    one.sort();
    two.sort();
    assert_eq!(one, two, "all that have a number");
    let numbers = training().published().sites.into_iter();
    let numbers = numbers.filter(|site| site.phone.is_some()).count();
    assert_eq!(one.len(), numbers);
    let few = draw_phone_check(live, (3, 5), "test").await.unwrap();
    assert_eq!(sites(&few), sites(&first)[..3]);
    assert_eq!(few.drawn_on, date(2026, 11, 25));
    assert!(few.drawn_on + 1.day() > few.drawn_on);
    // One asks not to be called: its neighbours with the same number are not called either.
    let slug = "cedar-circle-house";
    assert!(one.contains(&slug.to_owned()));
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = "/steward/do-not-list?site=cedar-circle-house";
    let fields = [
        ("site", slug),
        ("name", "Cedar Circle House"),
        ("phone", "807-555-0110"),
        ("reason", "They asked."),
    ];
    let sent = kim.submit(page, "/steward/do-not-list", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body());
    let after = draw_phone_check(live, (200, 9), "test").await.unwrap();
    assert!(!sites(&after).contains(&slug.to_owned()));
    // What was drawn before says that it is gone.
    let page = kim.get(&format!("{LIST}/{}", first.id)).await.body();
    assert!(
        page.contains("This place is not listed any more."),
        "{page}"
    );
}

#[actix_rt::test]
async fn what_cannot_be_drawn_is_said_beside_the_field_and_editors_see_none_of_it() {
    let town = Town::to_edit().await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    for (many, seed) in [("0", "1"), ("201", "1"), ("x", "1"), ("5", ""), ("5", "-1")] {
        let sent = kim
            .submit(LIST, LIST, &[("many", many), ("seed", seed)])
            .await;
        assert_eq!(sent.status, 422, "{many} {seed}: {}", sent.body());
        assert!(sent.body().contains("from 1 to 200"), "{}", sent.body());
    }
    assert!(town.store().phone_checks().await.unwrap().is_empty());
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    assert_eq!(ana.get(LIST).await.status, 403);
    assert_eq!(kim.get("/steward/phone/77").await.status, 404);
}
