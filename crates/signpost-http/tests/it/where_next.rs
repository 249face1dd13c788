//! What "where next" tries, and what it says of what it did not.

use signpost_domain::{Directory, LonLat};
use signpost_store::Role;

use crate::town::{Town, training};

const NEXT: &str = "/disposal/service/where-next";

/// The number that stands after some words.
fn number_after(page: &str, words: &str) -> u64 {
    let (_, rest) = page
        .split_once(words)
        .unwrap_or_else(|| panic!("{words}: {page}"));
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// How many places there are to try, those beyond the bound of a hundred among them.
fn places(page: &str) -> u64 {
    let tried = number_after(page, "We tried ");
    let left = page
        .split_once(" places more were not tried")
        .map(|(before, _)| {
            let digits = before.rsplit(|letter: char| !letter.is_ascii_digit());
            digits.into_iter().next().unwrap().parse().unwrap()
        });
    // What is left out is said.
    assert_eq!(left.is_some(), tried == 100, "{page}");
    tried + left.unwrap_or(0)
}

async fn asked(directory: &Directory, query: &str) -> String {
    let town = Town::to_edit_over(directory).await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let page = sam.get(&format!("{NEXT}?{query}")).await;
    assert_eq!(page.status, 200);
    page.body()
}

#[actix_rt::test]
async fn places_that_people_know_are_tried_though_nobody_drew_the_water() {
    let mut undrawn = training();
    undrawn.ground.banks.clear();
    undrawn.ground.crossings.clear();
    let with = asked(&undrawn, "places=1&metres=200").await;
    let landmarks = u64::try_from(undrawn.landmarks.len()).unwrap();
    undrawn.landmarks.clear();
    let without = asked(&undrawn, "places=1&metres=200").await;
    assert_eq!(places(&with), places(&without) + landmarks);
    assert!(with.contains("place that we tried reaches more than"));
}

#[actix_rt::test]
async fn more_than_a_hundred_places_and_one_in_the_water_are_told() {
    let mut crowded = training();
    let known = crowded.landmarks[0].clone();
    for number in 0_u32..120 {
        let mut one = known.clone();
        one.id = format!("post-{number}").parse().unwrap();
        let lon = known.point.lon() + f64::from(number) * 1e-6;
        one.point = LonLat::new(lon, known.point.lat()).unwrap();
        crowded.landmarks.push(one);
    }
    crowded.landmarks[0].point = LonLat::new(-94.9000, 49.5520).unwrap();
    let page = asked(&crowded, "places=1&metres=200").await;
    assert_eq!(number_after(&page, "We tried "), 100);
    assert!(
        page.contains("places more were not tried, because we try 100 at most."),
        "{page}"
    );
    let wet = known.name.exactly(signpost_domain::Lang::En).unwrap();
    assert!(
        page.contains(&format!(
            "{wet} lies in the water on our map. That is a mistake, so we did not try it."
        )),
        "{page}"
    );
}

#[actix_rt::test]
async fn that_no_number_reaches_each_part_is_said_first() {
    // A part far from everything that is tried by name, and larger than the squares between what is tried by grid.
    let page = asked(&training(), "places=1&metres=50").await;
    let (_, fewest) = page
        .split_once("The fewest boxes for every part of the town")
        .unwrap();
    let none =
        fewest.find("No number of the places that we tried reaches each part. Out of reach: ");
    let others = fewest
        .find("For all other parts ")
        .or_else(|| fewest.find("The other parts need no more"))
        .or_else(|| fewest.find("more the middle of each other part"));
    assert!(none.is_some() && none < others, "{fewest}");
    assert!(
        !fewest.contains("so that the middle of each part has"),
        "{fewest}"
    );
    // Where each is reached, the sentence is of each.
    let page = asked(&training(), "places=1&metres=800").await;
    let (_, fewest) = page
        .split_once("The fewest boxes for every part of the town")
        .unwrap();
    assert!(!fewest.contains("No number of the places"), "{fewest}");
}
