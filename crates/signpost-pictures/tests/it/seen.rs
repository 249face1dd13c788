//! What is on a picture.

use signpost_domain::{Lang, SiteSlug};
use signpost_pictures::{Scene, Size, Subject, compose, job, png};

use crate::{
    pixels::Pixels,
    town::{changed, streets, town},
};

const WATER: &str = "#a6cfe3";
const ROAD: &str = "#ffffff";
const PIN: &str = "#8b1e3f";
const SHORE: &str = "#4d88a6";

fn place(slug: &str) -> Subject {
    Subject::Place(slug.parse::<SiteSlug>().unwrap())
}

#[test]
fn a_place_with_streets_shows_its_pin_roads_and_water_at_each_size() {
    let (snapshot, map) = (town("training"), streets());
    for size in Size::ALL {
        for lang in [Lang::En, Lang::Fr] {
            let subject = place("birch-health-office");
            let scene = compose(&snapshot, Some(&map), &subject, size, lang).unwrap();
            let scene = scene.unwrap();
            let bytes = png(&scene).unwrap();
            save(
                &format!("training-{}.json", size.code()),
                &described(&scene),
            );
            save(
                &format!("training-{}-{}.png", size.code(), lang.tag()),
                &bytes,
            );
            let seen = Pixels::of(&bytes);
            let (width, height) = size.pixels();
            assert_eq!(seen.size(), (width.into(), height.into()));
            assert!(seen.share(PIN) > 0.1, "{}", seen.share(PIN));
            assert!(seen.share(ROAD) > 3.0, "{}", seen.share(ROAD));
            assert!(bytes.len() < 250_000, "{} bytes", bytes.len());
        }
    }
}

#[test]
fn the_town_shows_its_lake() {
    let (snapshot, map) = (town("training"), streets());
    for size in Size::ALL {
        let scene = compose(&snapshot, Some(&map), &Subject::Town, size, Lang::En).unwrap();
        let scene = scene.unwrap();
        let bytes = png(&scene).unwrap();
        save(
            &format!("training-town-{}.json", size.code()),
            &described(&scene),
        );
        save(&format!("training-town-{}.png", size.code()), &bytes);
        let seen = Pixels::of(&bytes);
        assert!(seen.share(WATER) > 5.0, "{}", seen.share(WATER));
    }
}

#[test]
fn without_streets_a_sketch_stands_there_and_no_water_is_made_up() {
    let snapshot = town("kenora");
    let sites: Vec<Subject> = snapshot
        .sites()
        .map(|site| snapshot.site(site))
        .filter(|site| site.point.is_some())
        .map(|site| Subject::Place(site.slug.clone()))
        .collect();
    let mut shores = 0.0;
    for subject in std::iter::once(Subject::Town).chain(sites) {
        let scene = compose(&snapshot, None, &subject, Size::Preview, Lang::Fr).unwrap();
        let scene = scene.unwrap();
        let bytes = png(&scene).unwrap();
        save(
            &format!("kenora-{}.json", subject.code()),
            &described(&scene),
        );
        save(&format!("kenora-{}.png", subject.code()), &bytes);
        let seen = Pixels::of(&bytes);
        assert!(seen.share(WATER) < 0.1, "{}", subject.code());
        assert!(subject == Subject::Town || seen.share(PIN) > 0.1);
        shores += seen.share(SHORE);
    }
    assert!(shores > 0.1, "{shores}");
}

#[test]
fn a_map_of_another_town_is_not_drawn_under_a_place() {
    let (snapshot, map) = (town("kenora"), streets());
    let with = compose(&snapshot, Some(&map), &Subject::Town, Size::Page, Lang::En).unwrap();
    let without = compose(&snapshot, None, &Subject::Town, Size::Page, Lang::En).unwrap();
    assert_eq!(with, without);
}

#[test]
fn a_place_without_a_spot_has_no_picture() {
    let snapshot = changed("training", |directory| {
        for site in &mut directory.sites {
            site.point = None;
        }
    });
    for subject in [place("birch-health-office"), place("nobody"), Subject::Town] {
        let scene = compose(&snapshot, Some(&streets()), &subject, Size::Page, Lang::En).unwrap();
        assert!(scene.is_none(), "{subject:?}");
    }
}

#[test]
fn names_in_syllabics_are_drawn() {
    let named = |words: &str| {
        let snapshot = changed("training", |directory| {
            let own = |site: &&mut signpost_domain::Site| site.slug.as_str() == "birch-hall";
            let site = directory.sites.iter_mut().find(own).unwrap();
            site.name = signpost_domain::Text::of(Lang::En, words);
        });
        let scene = compose(&snapshot, None, &place("birch-hall"), Size::Page, Lang::En).unwrap();
        png(&scene.unwrap()).unwrap()
    };
    let syllabics = named("ᐊᓂᔑᓈᐯ");
    save("syllabics.png", &syllabics);
    // A letter that no font of ours has leaves the name out.
    assert_ne!(syllabics, named("漢字"));
}

/// What the program with maplibre-rs is given.
fn described(scene: &Scene) -> Vec<u8> {
    job(scene).unwrap()
}

/// Where `SIGNPOST_PICTURES_TO` names a folder, pictures are left there to be looked at.
fn save(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("SIGNPOST_PICTURES_TO") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}
