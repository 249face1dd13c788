//! Beside every answer with new supplies: the nearest place to leave used needles that is open then.

use signpost_domain::{Exception, ExceptionKind, NeedCode, Text};

use crate::town::{Town, training};

const ASK: &str = "/api/v1/where-to-go?need=supplies&limit=50&at=2026-11-25T14:15:00-05:00";

/// Each answer's site, and where it says used needles can be left, with the metres.
async fn told(town: &Town) -> Vec<(String, Option<(String, u64)>)> {
    let reply = town.get(ASK).await.json();
    let answers = reply["answers"].as_array().unwrap().iter();
    answers
        .map(|answer| {
            let near = &answer["dispose"];
            let near = near["site"]
                .as_str()
                .map(|site| (site.to_owned(), near["distance_m"].as_u64().unwrap()));
            (answer["site"].as_str().unwrap().to_owned(), near)
        })
        .collect()
}

fn of<'t>(told: &'t [(String, Option<(String, u64)>)], site: &str) -> Option<&'t (String, u64)> {
    let found = told.iter().find(|(own, _)| own == site);
    found
        .unwrap_or_else(|| panic!("{site} in {told:?}"))
        .1
        .as_ref()
}

#[actix_rt::test]
async fn supplies_come_with_where_to_leave_used_needles_over_the_bridge_and_not_across_the_water() {
    let town = Town::to_read();
    let told = told(&town).await;
    assert!(told.len() > 4, "{told:?}");
    // On the West Side the box at West Landing; not one over the river that is nearer as the crow flies.
    let (west, _) = of(&told, "pinecone-pharmacy-west").unwrap();
    assert_eq!(west, "west-landing-box");
    // The pharmacy takes medicine needles only, so its own customers with others are sent to the park.
    let (main, metres) = of(&told, "pinecone-pharmacy-main").unwrap();
    assert_eq!(main, "mill-park-box");
    assert!((150..350).contains(metres), "{metres}");
    let page = town.get("/?need=supplies").await.body();
    assert!(
        page.contains("Used needles: <a href=\"/sites/mill-park-box\">"),
        "{page}"
    );
    let french = town.get("/fr/?need=supplies").await.body();
    assert!(french.contains("Seringues usagées"), "{french}");
    // Other needs say nothing of it.
    let food = town.get("/api/v1/where-to-go?need=food").await.json();
    assert!(food["answers"][0]["dispose"].is_null(), "{food}");
}

#[actix_rt::test]
async fn what_is_closed_then_is_passed_by_and_the_same_place_is_said_so() {
    let mut directory = training();
    let disposal = NeedCode::disposal();
    for site in &mut directory.sites {
        if site.slug.as_str() == "mill-park-box" {
            site.exceptions.push(Exception {
                items: vec![],
                id: "painted".parse().unwrap(),
                need: None,
                kind: ExceptionKind::Closed,
                first: "2026-11-25".parse().unwrap(),
                last: Some("2026-11-25".parse().unwrap()),
                hours: None,
                reason: Text::default(),
                review_by: None,
            });
        }
        if site.slug.as_str() == "granite-street-drop-in" {
            let mut own = site.services[0].clone();
            own.need = disposal.clone();
            own.items = vec![];
            own.hours = Some("24/7".into());
            site.services.push(own);
        }
    }
    let town = Town::of(directory);
    let told = told(&town).await;
    let (main, _) = of(&told, "pinecone-pharmacy-main").unwrap();
    assert_eq!(main, "granite-street-drop-in");
    let here = of(&told, "granite-street-drop-in").unwrap();
    assert_eq!(here, &("granite-street-drop-in".to_owned(), 0));
    let page = town.get("/?need=supplies").await.body();
    assert!(
        page.contains("You can leave used needles here too."),
        "{page}"
    );
}
