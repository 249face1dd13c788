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
        page.contains("Preview."),
        "the page does not say what it is"
    );
    for slug in ["kenora-emergency-shelter", "kenora-clinical-hub"] {
        assert!(
            !page.contains(&format!("/sites/{slug}\"")),
            "{slug} may not hand out needles"
        );
        let own = server.get(&format!("/sites/{slug}")).body;
        assert!(own.contains("Not offered here"), "{slug} does not say so");
    }
}
