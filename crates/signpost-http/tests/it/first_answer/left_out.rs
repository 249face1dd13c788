//! Nothing is left out in silence.

use signpost_domain::{Directory, SiteSlug};

use super::{answers, asked, at, cards, hour, kenora};
use crate::town::training;

/// The training town with so many more counters in it, all alike but for their slugs.
fn crowded(more: usize) -> Directory {
    let mut directory = training();
    let known = |site: &&signpost_domain::Site| site.slug.as_str() == "cedar-circle-house";
    let counter = directory.sites.iter().find(known).unwrap().clone();
    for number in 0..more {
        let mut site = counter.clone();
        site.slug = SiteSlug::new(&format!("counter-{number}")).unwrap();
        directory.sites.push(site);
    }
    directory
}

#[actix_rt::test]
async fn the_list_has_every_place_of_the_town_and_what_a_frame_and_a_program_do_not_get_is_counted()
{
    let town = at(crowded(40), &hour(14));
    let all = asked(&town, "need=supplies&limit=50").await;
    let many = answers(&all).len();
    assert!(
        many > 40 && all["more"] == 0 && all["all"].is_null(),
        "{many}"
    );
    let few = asked(&town, "need=supplies&limit=30").await;
    assert_eq!(few["more"], many - 30);
    let rest = town.get(few["all"].as_str().unwrap()).await.json();
    assert!(rest["features"].as_array().unwrap().len() >= many);

    let page = town.get("/?need=supplies").await.body();
    let (here, there) = cards(&page);
    assert_eq!(here.len() + there.len(), many);
    let left_out = page.matches("more places").count();
    let on_paper = page.matches("<p class=\"paper\">The list has").count();
    assert_eq!((left_out, on_paper), (1, 1), "only paper has less room");

    let frame = town.get("/embed?need=supplies").await.body();
    let (here, there) = cards(&frame);
    assert_eq!(here.len() + there.len(), 30);
    let left = format!("{} more places", many - 30);
    assert!(frame.contains(&left), "{left}: {frame}");
    let link = frame
        .split(&left)
        .next()
        .unwrap()
        .rsplit("href=\"")
        .next()
        .unwrap();
    let link = link
        .split('"')
        .next()
        .unwrap()
        .replace("&amp;", "&")
        .replace("&#38;", "&");
    let whole = town.get(&link).await.body();
    let (here, there) = cards(&whole);
    assert_eq!(here.len() + there.len(), many);
}

#[actix_rt::test]
async fn places_of_other_towns_are_counted_on_the_list_and_one_tap_away() {
    let town = at(kenora(), &hour(14));
    for path in [
        "/?need=naloxone",
        "/embed?need=naloxone",
        "/fr?need=naloxone",
    ] {
        let page = town.get(path).await.body();
        let page = page.replace("/fr/sites/", "/sites/");
        let (here, there) = cards(&page);
        assert!(!here.is_empty() && !there.is_empty(), "{path}");
        let words = if path.starts_with("/fr") {
            format!("{} autres, dans d’autres villes", there.len())
        } else {
            format!("{} more, in other towns", there.len())
        };
        assert!(page.contains(&words), "{path}: {words}");
    }
}
