//! What if a box came, went or moved; what is kept of it, and that no client ever sees it; and where the next ones would reach most.

use signpost_domain::{LonLat, NeedCode, PointStatus};
use signpost_store::Role;

use crate::{
    desk::{Desk, editor},
    sheet::sheet,
    town::{Town, training},
};

const WHAT_IF: &str = "/disposal/service/what-if";
const NEXT: &str = "/disposal/service/where-next";

/// The cells of the row that begins with these words.
fn cells(page: &str, row: &str) -> Vec<String> {
    let (_, rest) = page
        .split_once(&format!("<th scope=\"row\">{row}</th>"))
        .unwrap_or_else(|| panic!("no row {row}: {page}"));
    let row = rest.split("</tr>").next().unwrap();
    row.split("<td>")
        .skip(1)
        .map(|cell| cell.split('<').next().unwrap().to_owned())
        .collect()
}

/// The whole numbers of a sentence.
fn numbers(sentence: &str) -> Vec<u64> {
    let parts = sentence.split(|letter: char| !letter.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

fn sentence<'p>(page: &'p str, start: &str) -> &'p str {
    let at = page
        .find(start)
        .unwrap_or_else(|| panic!("{start}: {page}"));
    page.get(at..).unwrap().split('<').next().unwrap()
}

async fn sam(town: &Town) -> Desk<'_> {
    town.signed_in("Sam", Role::Subcommittee).await
}

#[actix_rt::test]
async fn before_and_after_stand_side_by_side_and_before_is_what_the_api_says() {
    let town = Town::to_edit().await;
    let mut sam = sam(&town).await;
    let now = sam.get(&format!("{WHAT_IF}?count=now")).await.body();
    assert!(
        now.contains("As it is now") && !now.contains("Keep it"),
        "{now}"
    );
    let page = sam
        .get(&format!(
            "{WHAT_IF}?count=now&metres=400&at1=Cedar+Lane+school&name1=By+the+school"
        ))
        .await;
    assert_eq!(page.status, 200);
    let page = page.body();
    let api = town.get("/api/v1/coverage?metres=400").await.json();
    let share = cells(&page, "Share of the land of all parts");
    assert_eq!(share[0], format!("{} %", api["percent"]));
    let of = |cell: &str| numbers(cell)[0];
    assert_eq!(
        share[2],
        format!("+{} points", of(&share[1]) - of(&share[0]))
    );
    assert!(of(&share[1]) > of(&share[0]), "{share:?}");
    let marks = cells(
        &page,
        &format!("Places that people know with a box near, of {}", 9),
    );
    assert_eq!(marks[0], api["landmarks_reached"].to_string());
    // Across the river nothing changes.
    assert_eq!(cells(&page, "Tamarack Hill")[2], "0 points");
    assert!(page.contains("By the school (new)") && page.contains("Near a box only after: "));
    assert!(page.contains("As the crow flies over land") && page.contains("approximate"));
    // The drawing is there without script, with what comes hatched.
    assert!(page.contains("<svg class=\"sketch\"") && page.contains("class=\"gain\""));
    // The same in French.
    let french = sam
        .get(&format!(
            "/fr{WHAT_IF}?count=now&metres=400&at1=49.547,-94.8895"
        ))
        .await
        .body();
    let ours = cells(&french, "Part du terrain de tous les quartiers");
    assert_eq!((of(&ours[0]), of(&ours[1])), (of(&share[0]), of(&share[1])));
}

#[actix_rt::test]
async fn boxes_go_and_move_and_proposed_ones_come() {
    let town = Town::to_edit().await;
    let mut sam = sam(&town).await;
    let share = "Share of the land of all parts";
    let gone = sam
        .get(&format!(
            "{WHAT_IF}?metres=200&drop=mill-park-box&drop=north-dock-box"
        ))
        .await
        .body();
    assert!(cells(&gone, share)[2].starts_with('\u{2212}'), "{gone}");
    assert!(gone.contains("Near a box only before: "));
    let come = sam
        .get(&format!("{WHAT_IF}?metres=200&open=sawmill-road-box"))
        .await
        .body();
    assert!(cells(&come, share)[2].starts_with('+'), "{come}");
    assert!(come.contains("Sawmill Road needle box (new)"));
    let moved = sam
        .get(&format!(
            "{WHAT_IF}?metres=200&move=north-dock-box&to=Cedar+Lane+school"
        ))
        .await
        .body();
    assert!(moved.contains("North Dock needle box (new)"), "{moved}");
    let old_town = cells(&moved, "Old Town");
    let north = cells(&moved, "North End");
    assert!(old_town[2].starts_with('+') && north[2].starts_with('\u{2212}'));
    // What is shut until spring is no box now: that it goes changes nothing.
    let shut = sam
        .get(&format!(
            "{WHAT_IF}?metres=200&count=all&drop=birch-health-office&drop=mill-park-box"
        ))
        .await
        .body();
    let one = sam
        .get(&format!(
            "{WHAT_IF}?metres=200&count=all&drop=mill-park-box"
        ))
        .await
        .body();
    assert_eq!(cells(&shut, share), cells(&one, share));
    // The form holds what was asked.
    assert!(moved.contains("value=\"Cedar Lane school\""));
    // What is not there is named; no change at all changes nothing.
    for query in [
        "drop=no-such-box",
        "move=north-dock-box",
        "open=mill-park-box",
        "metres=9&count=x",
        "%ff=%",
    ] {
        let page = sam.get(&format!("{WHAT_IF}?{query}")).await;
        let fine = if query == "%ff=%" { 200 } else { 422 };
        assert_eq!(page.status, fine, "{query}");
    }
}

#[actix_rt::test]
async fn a_box_in_the_water_or_beyond_the_map_is_named_beside_its_field() {
    let mut directory = training();
    for site in &mut directory.sites {
        if let Some(point) = site.disposal_point.as_mut()
            && point.status == PointStatus::Proposed
        {
            site.point = Some(LonLat::new(-94.9000, 49.5570).unwrap());
        }
    }
    let town = Town::to_edit_over(&directory).await;
    let mut sam = sam(&town).await;
    for (query, field, said) in [
        (
            "at2=49.5520,-94.9000&name2=Pier+box",
            "f-at1",
            "&#34;Pier box&#34; lies in the water",
        ),
        (
            "move=mill-park-box&to=49.5520,-94.9000",
            "f-to",
            "&#34;Mill Park needle box&#34; lies in the water",
        ),
        (
            "open=sawmill-road-box",
            "f-open",
            "&#34;Sawmill Road needle box&#34; lies in the water",
        ),
        ("at1=49.61,-94.9", "f-at1", "lies beyond the ground"),
        // A slip of a digit is no other town.
        ("at1=48.0,-80.0", "f-at1", "lies beyond the ground"),
        ("at1=49.30,-94.9", "f-at1", "lies beyond the ground"),
        (
            "at1=the+old+tree",
            "f-at1",
            "We do not know where &#34;the old tree&#34; stands",
        ),
        ("at1=91,0", "f-at1", "We do not know where"),
    ] {
        let refused = sam.get(&format!("{WHAT_IF}?{query}")).await;
        assert_eq!(refused.status, 422, "{query}");
        let page = refused.body();
        assert!(
            page.contains(said) && page.contains(&format!("href=\"#{field}\"")),
            "{query}: {page}"
        );
    }
    // Nor is it kept.
    let csrf = sam.csrf(WHAT_IF).await;
    let form = [
        ("csrf", &*csrf),
        ("at1", "49.5520,-94.9000"),
        ("called", "Pier"),
        ("note", ""),
    ];
    assert_eq!(sam.post(WHAT_IF, &form).await.status, 422);
    assert!(!sam.get(WHAT_IF).await.body().contains("What was kept"));
}

#[actix_rt::test]
async fn an_idea_is_kept_with_a_name_and_a_note_found_by_colleagues_and_never_by_clients() {
    let town = Town::to_edit().await;
    let mut sam = sam(&town).await;
    let asked =
        format!("{WHAT_IF}?metres=200&at1=49.547,-94.8895&name1=Zebra+box&drop=north-dock-box");
    let page = sam.get(&asked).await.body();
    let form = sheet(&page, 0);
    let nameless = form.press(&mut sam, "keep").await;
    assert_eq!(nameless.status, 422);
    assert!(
        nameless.body().contains("Give it a name.") && nameless.body().contains("Zebra box (new)")
    );
    let form = form
        .with("called", "Zebra plan")
        .with("note", "For the May meeting");
    let kept = form.press(&mut sam, "keep").await;
    assert_eq!(kept.status, 303, "{}", kept.body());
    let page = sam.get(kept.header("location")).await.body();
    assert!(
        page.contains("It is kept, below.") && page.contains("Kept by Sam (subcommittee)"),
        "{page}"
    );
    // A steward finds it, and the link asks the same again.
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let page = kim.get(WHAT_IF).await.body();
    let card = page.split("Zebra plan").next().unwrap();
    let link = card
        .rsplit("href=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let again = kim.get(&crate::sheet::unescaped(link)).await.body();
    assert!(
        again.contains("Zebra box (new)") && page.contains("For the May meeting"),
        "{again}"
    );
    let report = kim.get("/disposal/service/report").await.body();
    assert!(
        report.contains("Zebra plan: For the May meeting"),
        "{report}"
    );
    // Nobody else does.
    for path in [
        "/",
        "/disposal",
        "/map/places.geojson",
        "/api/v1/directory.json",
        "/api/v1/coverage",
        "/export/disposal.csv",
        "/export/disposal.geojson",
        "/bundle/en.json",
    ] {
        let seen = town.get(path).await;
        let bytes = String::from_utf8_lossy(&seen.bytes).into_owned();
        assert!(!bytes.contains("Zebra"), "{path}");
    }
    let mut owen = town.signed_in("Owen", editor("birch-landing-works")).await;
    assert_eq!(owen.get(WHAT_IF).await.status, 403);
    assert_eq!(owen.get(NEXT).await.status, 403);
    // Taken off the list it is gone.
    let page = kim.get(WHAT_IF).await.body();
    let gone = sheet(&page, 0);
    assert!(gone.action.ends_with("/gone"), "{}", gone.action);
    assert_eq!(gone.press(&mut kim, "").await.status, 303);
    assert!(!kim.get(WHAT_IF).await.body().contains("Zebra"));
}

#[actix_rt::test]
async fn the_next_places_come_with_their_proof_and_what_if_says_the_same_of_them() {
    let town = Town::to_edit().await;
    let mut sam = sam(&town).await;
    let page = sam.get(&format!("{NEXT}?places=2&metres=200")).await;
    assert_eq!(page.status, 200, "{}", page.body());
    let page = page.body();
    let proof = numbers(sentence(&page, "No set of "));
    let [places, best, of, reached, before] = proof[..] else {
        panic!("{proof:?}")
    };
    assert_eq!((places, best), (2, reached), "proven: {page}");
    assert!(before < reached && reached <= of, "{proof:?}");
    // More places reach more, and the first of them is never worse than one alone.
    let one = sam.get(&format!("{NEXT}?places=1&metres=200")).await.body();
    let one = numbers(sentence(&one, "No single place"));
    assert!(
        one[2] <= reached && one[0] <= best && one[2] > before,
        "{one:?}"
    );
    let link = page
        .split("href=\"")
        .find(|link| link.starts_with("/disposal/service/what-if?"));
    let link = crate::sheet::unescaped(link.unwrap().split('"').next().unwrap());
    let tried = sam.get(&link).await.body();
    let said = numbers(sentence(&tried, "No set of 2 new places"));
    assert_eq!((said[1], said[2], said[3]), (best, of, reached), "{tried}");
    // A worse choice is told what the best would be.
    let worse = sam
        .get(&format!(
            "{WHAT_IF}?metres=200&at1=49.5508,-94.8977&at2=49.5509,-94.8979"
        ))
        .await
        .body();
    let said = numbers(sentence(&worse, "No set of 2 new places"));
    assert!(said[1] == best && said[3] < best, "{worse}");
    assert!(page.contains("The fewest boxes for every part of the town"));
    for study in [
        "Montréal: after 12 boxes",
        "Baltimore: red boxes took 2,971",
        "San Francisco: 20",
        "no study from a small northern town",
    ] {
        assert!(page.contains(study) && tried.contains(study), "{study}");
    }
    let french = sam
        .get(&format!("/fr{NEXT}?places=2&metres=200"))
        .await
        .body();
    assert_eq!(numbers(sentence(&french, "Aucun groupe de ")), proof);
    for query in ["places=0", "places=99&metres=1", "metres=65535"] {
        assert_eq!(
            sam.get(&format!("{NEXT}?{query}")).await.status,
            200,
            "{query}"
        );
    }
    assert_eq!(sam.get(&format!("{NEXT}?places=many")).await.status, 400);
}

#[actix_rt::test]
async fn places_with_supplies_and_no_box_near_are_listed_the_furthest_first() {
    let town = Town::to_edit().await;
    let mut sam = sam(&town).await;
    let page = sam.get("/disposal/service/supplies").await.body();
    let (_, rest) = page.split_once("<h1>").unwrap();
    let (far, near) = rest
        .split_once("A place to leave used needles within 200 m</caption>")
        .unwrap();
    // The pharmacy on Main Street takes back medicine needles only, so it is no place for those who get supplies there, as in the answers;
    // Cedar Circle House is 300 m from anything.
    let all = format!("{far}{near}");
    let (_, main) = all.split_once("pinecone-pharmacy-main").unwrap();
    let main = main.split("</tr>").next().unwrap();
    assert!(main.contains("Mill Park needle box"), "{main}");
    assert!(!main.contains("At the same place"), "{main}");
    assert!(
        far.contains("cedar-circle-house") && !near.contains("cedar-circle-house"),
        "{far}"
    );
    assert!(!page.contains("lantern-rest-shelter"), "it has no supplies");
    let metres: Vec<u64> = far
        .split("<td>about ")
        .skip(1)
        .map(|cell| numbers(cell)[0])
        .collect();
    assert!(
        !metres.is_empty() && metres.windows(2).all(|pair| pair[0] >= pair[1]),
        "{metres:?}"
    );
    assert!(metres.iter().all(|metres| *metres >= 200));
    // A box beside it ends that.
    let mut directory = training();
    let house = directory
        .sites
        .iter()
        .find(|site| site.slug.as_str() == "cedar-circle-house");
    let at = house.unwrap().point;
    for site in &mut directory.sites {
        if site.slug.as_str() == "north-dock-box" {
            site.point = at;
        }
    }
    assert!(
        directory
            .sites
            .iter()
            .any(|site| site.service(&NeedCode::disposal()).is_some())
    );
    let town = Town::to_edit_over(&directory).await;
    let mut sam = town.signed_in("Sam", Role::Subcommittee).await;
    let page = sam.get("/fr/disposal/service/supplies").await.body();
    let near = page
        .split("Un lieu où déposer des seringues usagées à moins de 200 m</caption>")
        .nth(1)
        .unwrap();
    assert!(near.contains("cedar-circle-house"), "{page}");
}
