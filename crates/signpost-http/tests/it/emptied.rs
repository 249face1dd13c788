//! Who empties a box ends what its owner said of it being full, at once and everywhere, and the page says so.

use signpost_domain::NeedCode;
use signpost_store::Role;

use crate::{
    desk::{Desk, editor},
    sheet::open,
    town::Town,
};

const LOG: &str = "/disposal/service/north-dock-box";
const STOCK: &str = "/agency/sites/north-dock-box/stock";
const FULL: &str = "Full until";

async fn owner_says_full(owen: &mut Desk<'_>) {
    let form = open(owen, STOCK).await;
    let disposal = NeedCode::disposal();
    let form = form.with("need", disposal.as_str());
    let said = form.with("again", "tomorrow").press(owen, "save").await;
    assert_eq!(said.status, 303, "{}", said.body());
}

async fn noted(desk: &mut Desk<'_>, kind: &str, full: &str, day: Option<&str>) -> String {
    let mut form = open(desk, LOG).await.with("kind", kind).with("full", full);
    if let Some(day) = day {
        form = form.with("day", day);
    }
    let saved = form.press(desk, "save").await;
    assert_eq!(saved.status, 303, "{}", saved.body());
    saved.header("location").to_owned()
}

/// How many public pages and answers call it full.
async fn called_full(town: &Town) -> usize {
    let mut found = 0;
    for path in ["/sites/north-dock-box", "/disposal"] {
        found += usize::from(town.get(path).await.body().contains(FULL));
    }
    let site = town.get("/api/v1/sites/north-dock-box").await.json();
    let exceptions = site["properties"]["exceptions"].as_array().unwrap();
    found
        + exceptions
            .iter()
            .filter(|one| one["kind"] == "out_of_stock")
            .count()
}

#[actix_rt::test]
async fn emptying_replacing_or_room_ends_full_and_looking_or_an_older_day_does_not() {
    for (kind, full, role) in [
        ("emptied", "100", editor("birch-landing-works")),
        ("replaced", "not-said", Role::Subcommittee),
        ("checked", "25", Role::Steward),
    ] {
        let town = Town::to_edit().await;
        let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
        let before = town.get("/api/v1/coverage?metres=400").await.json();
        owner_says_full(&mut owen).await;
        assert_eq!(called_full(&town).await, 3);
        let page = owen.get(LOG).await.body();
        assert!(
            page.contains("The public pages say that this place is full, through November 25, 2026. That ends as soon as you note here")
                && page.contains(&format!("href=\"{STOCK}\"")),
            "{page}"
        );
        let mut who = match role {
            Role::Editor(_) => owen,
            role => town.signed_in("Sam", role).await,
        };
        // What says nothing of room ends nothing, and what was done before it was full neither.
        for (kind, full, day) in [
            ("damaged", "not-said", None),
            ("checked", "100", None),
            ("checked", "not-said", None),
            ("emptied", "100", Some("2026-11-24")),
        ] {
            let to = noted(&mut who, kind, full, day).await;
            assert!(!to.ends_with("done=room"), "{to}");
            assert_eq!(called_full(&town).await, 3, "{kind} {full} {day:?}");
        }
        let to = noted(&mut who, kind, full, None).await;
        assert_eq!(to, format!("{LOG}?done=room"), "{kind}");
        assert_eq!(called_full(&town).await, 0, "{kind}");
        let page = who.get(&to).await.body();
        assert!(
            page.contains("Saved. The public pages no longer say that this place is full."),
            "{page}"
        );
        assert!(!page.contains("The public pages say that this place is full"));
        let after = town.get("/api/v1/coverage?metres=400").await.json();
        assert_eq!(after["points"], before["points"], "it counts again");
        town.store().verify().await.unwrap();
        // What was full no more is ended by nothing.
        assert_eq!(
            noted(&mut who, "emptied", "50", None).await,
            format!("{LOG}?done=logged")
        );
    }
}
