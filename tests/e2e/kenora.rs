//! The directory we ship: honest about what nobody confirmed, and never a dead end.

use crate::server::Server;

/// A Christmas night, an hour after midnight.
const CHRISTMAS_NIGHT: &str = "2026-12-26T01:00:00-05:00";

#[test]
fn nothing_in_the_preview_is_presented_as_confirmed() {
    let server = Server::start("data/kenora", CHRISTMAS_NIGHT);
    for need in server.get("/api/v1/needs").json()["needs"]
        .as_array()
        .expect("needs")
    {
        let need = need["code"].as_str().expect("a code");
        let reply = server
            .get(&format!(
                "/api/v1/where-to-go?need={need}&from=nwhu-kenora&limit=50"
            ))
            .json();
        assert_eq!(reply["edition"], "preview");
        assert!(
            reply["plan"].is_null(),
            "the draft redirects somebody: {reply}"
        );
        assert!(
            !reply["otherwise"].as_array().expect("lines").is_empty(),
            "{need} ends without a line"
        );
        for answer in reply["answers"].as_array().expect("answers") {
            assert!(answer["confirmed"].is_null(), "{answer}");
            assert!(
                answer["why"]
                    .as_array()
                    .expect("codes")
                    .iter()
                    .any(|code| code == "unconfirmed"),
                "{answer}"
            );
        }
    }
}

#[test]
fn on_christmas_night_the_shelter_is_found_and_supplies_lead_to_a_phone() {
    let server = Server::start("data/kenora", CHRISTMAS_NIGHT);
    let bed = server.get("/api/v1/where-to-go?need=shelter").json();
    assert_eq!(bed["answers"][0]["site"], "kenora-emergency-shelter");
    assert_eq!(bed["answers"][0]["sentence"], "Open now, until 8 am");
    let page = server.get("/?need=supplies").body;
    let (line, place) = (
        page.find("tel:+18074685440"),
        page.find("/sites/nwhu-kenora"),
    );
    assert!(
        line.is_some() && line < place,
        "whom to call does not come first"
    );
    assert!(
        page.contains("We do not know yet who has new needles.")
            && page.contains("href=\"https://ohrdp.ca/find-supplies\""),
        "nobody said that these places are closed: {page}"
    );
    assert!(
        page.contains("Preview."),
        "the page does not say what it is"
    );
    assert!(
        !page.contains("/sites/kenora-clinical-hub\""),
        "a HART Hub may not hand out needles"
    );
    let own = server.get("/sites/kenora-clinical-hub").body;
    assert!(
        own.contains("Not offered here"),
        "the hub does not say so: {own}"
    );
    // No source says that the shelter itself does not: not known, and said in its own words.
    let own = server.get("/sites/kenora-emergency-shelter").body;
    assert!(!own.contains("Not offered here"), "{own}");
    assert!(
        own.contains("Please do not count on new needles here"),
        "{own}"
    );
}

#[test]
fn what_public_sources_say_since_november_is_in_and_what_nobody_confirmed_stays_said() {
    let server = Server::start("data/kenora", CHRISTMAS_NIGHT);
    let emergency = server.get("/sites/lwdh-emergency").body;
    assert!(
        emergency.contains("Emergency department. In danger call 911")
            && emergency.contains("tel:+18074689861;ext=2432"),
        "{emergency}"
    );
    let french = server.get("/fr/sites/lwdh-emergency").body;
    assert!(french.contains("poste\u{a0}2432"), "{french}");
    let list = server.get("/?need=crisis").body;
    let place = |number: &str| {
        list.find(number)
            .unwrap_or_else(|| panic!("{number}: {list}"))
    };
    assert!(place("tel:911") < place("tel:988"));
    assert!(place("tel:988") < place("tel:+18073468282"));
    // Two pages give two toll-free numbers: neither is published before somebody has called.
    for number in ["1-888-269-3100", "1-866-888-8988"] {
        assert!(!list.contains(number), "{number}");
    }
    let found = server.get("/found").body;
    for link in [
        "tel:+18074641966",
        "sms:+18074641966",
        "https://reportneedles.ca",
    ] {
        assert!(found.contains(&format!("href=\"{link}\"")), "{link}");
    }
    for (page, words) in [
        (
            "/sites/kenora-emergency-shelter",
            "Meals, morning and night",
        ),
        (
            "/sites/kenora-emergency-shelter",
            "Showers and accessible washrooms",
        ),
        ("/sites/kenora-transfer-station", "Mellick Avenue"),
        ("/sites/kenora-downtown-washroom", "Nobody has said yet"),
        ("/sites/ne-chee-friendship-centre", "https://nechee.org"),
    ] {
        let body = server.get(page).body;
        assert!(body.contains(words), "{page}: {words}");
        assert!(!body.contains("Confirmed "), "{page}: nobody confirmed it");
    }
}
