//! In danger: 911 and what to do are one tap from every page, and nobody is told to call an emergency department first.

use signpost_domain::{Directory, Offer};

use crate::town::{Town, training};

async fn page(town: &Town, path: &str) -> String {
    town.get_with(path, &[("accept", "text/html")]).await.body()
}

#[actix_rt::test]
async fn every_page_leads_to_911_and_to_what_to_do_in_one_tap() {
    let town = Town::to_read();
    for path in [
        "/",
        "/?need=food",
        "/?need=supplies&from=birch-health-office",
        "/sites/cedar-circle-house",
        "/map",
        "/disposal",
        "/found",
        "/plan",
        "/print?need=food",
        "/about",
        "/privacy",
        "/leave",
        "/offline",
        "/embed?need=food",
        "/nowhere",
    ] {
        for (prefix, words) in [("", "Call 911"), ("/fr", "Appelez le 911")] {
            let html = page(&town, &format!("{prefix}{path}")).await;
            assert!(html.contains("href=\"tel:911\""), "{prefix}{path}");
            assert!(html.contains(words), "{prefix}{path}");
            let steps = format!("href=\"{prefix}/overdose\"");
            assert!(html.contains(&steps), "{prefix}{path}");
            let lines = html.matches("class=\"danger\"").count();
            assert_eq!(lines, 1, "{prefix}{path}: said once");
            let runs = html.matches("class=\"operator").count();
            assert_eq!(runs, 1, "{prefix}{path}: who runs this");
        }
    }
}

#[actix_rt::test]
async fn the_steps_stand_in_their_order_with_the_law_in_one_sentence() {
    let town = Town::to_read();
    for (path, steps, law) in [
        (
            "/overdose",
            [
                "Shake and shout.",
                "Call 911.",
                "Give naloxone.",
                "Breathe for them",
                "one more dose",
                "on their side",
                "Stay until",
            ],
            "Good Samaritan Drug Overdose Act",
        ),
        (
            "/fr/overdose",
            [
                "Secouez et criez.",
                "Appelez le 911.",
                "Donnez de la naloxone.",
                "Soufflez pour elle",
                "une autre dose",
                "sur le côté",
                "Restez jusqu",
            ],
            "Loi sur les bons samaritains secourant les victimes de surdose",
        ),
    ] {
        let html = page(&town, path).await;
        let (_, list) = html.split_once("<ol").expect("steps");
        let places: Vec<_> = steps
            .iter()
            .map(|step| list.find(step).unwrap_or_else(|| panic!("{step}: {html}")))
            .collect();
        assert!(places.is_sorted(), "{path}: {places:?}");
        assert_eq!(html.matches(law).count(), 1, "{path}");
    }
}

/// The training town with an emergency department, of whose hours as much is known as nobody confirmed.
fn with_an_emergency_department() -> Directory {
    let mut town = training();
    let sites = &mut town.sites;
    let clinic = sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "northwind-clinic")
        .expect("a clinic");
    for service in &mut clinic.services {
        service.items = vec!["emergency-department".parse().unwrap()];
        service.hours = Some("24/7".into());
        service.confirmation = None;
        service.source.day = None;
        assert_eq!(service.offer, Offer::Offered);
    }
    town
}

#[actix_rt::test]
async fn nobody_is_told_to_call_an_emergency_department_first() {
    let town = Town::of(with_an_emergency_department());
    for (path, words, never) in [
        (
            "/?need=health-care",
            "Emergency department. In danger call 911",
            "Call first",
        ),
        (
            "/fr/?need=health-care",
            "Service des urgences. En danger, appelez le 911",
            "Appelez d’abord",
        ),
    ] {
        let html = page(&town, path).await;
        let cards = html.split("<li class=\"card\"").skip(1);
        let card: Vec<_> = cards.filter(|card| card.contains("northwind")).collect();
        assert!(card[0].contains(words), "{path}: {}", card[0]);
        assert!(!card[0].contains(never), "{path}: {}", card[0]);
    }
    for (path, words, never) in [
        (
            "/sites/northwind-clinic",
            "Emergency department. In danger call 911",
            "Call first",
        ),
        (
            "/fr/sites/northwind-clinic",
            "Service des urgences. En danger, appelez le 911",
            "Appelez d’abord",
        ),
    ] {
        let html = page(&town, path).await;
        let (_, offers) = html.split_once("<div class=\"first\"").expect("an offer");
        let (service, _) = offers.split_once("</section>").expect("an offer");
        assert!(service.contains(words), "{path}: {service}");
        assert!(!service.contains(never), "{path}: {service}");
        assert!(!html.contains("Not known</h2>"), "{path}: {html}");
    }
    let reply = town
        .get("/api/v1/where-to-go?need=health-care&limit=50")
        .await
        .json();
    let answers = reply["answers"].as_array().unwrap();
    let answer = answers
        .iter()
        .find(|answer| answer["site"] == "northwind-clinic")
        .unwrap();
    assert_eq!(answer["state"], "unknown");
    assert_eq!(
        answer["sentence"],
        "Emergency department. In danger call 911"
    );
    assert!(!answer["why_text"].as_str().unwrap().contains("Call first"));
    for door in ["/map/places.geojson", "/api/v1/directory.json"] {
        let body = town.get(door).await.body();
        assert!(body.contains("Emergency department. In danger"), "{door}");
    }
    let saved = town.get("/api/v1/directory.json").await.json();
    let sites = saved["sites"].as_array().unwrap();
    let clinic = sites
        .iter()
        .find(|site| site["slug"] == "northwind-clinic")
        .unwrap();
    let service = &clinic["services"][0];
    assert_eq!(service["emergency"], true);
    // The track is its own: another place without hours that can be relied on says "Call first".
    let place = |number: &serde_json::Value| number.as_u64().unwrap().to_string();
    let track = format!("/tracks/{}/sentences/0/1", place(&service["track"]));
    let word = place(saved.pointer(&track).unwrap());
    assert_eq!(
        saved.pointer(&format!("/words/{word}")).unwrap(),
        "Emergency department. In danger call 911"
    );
}

#[actix_rt::test]
async fn an_emergency_department_is_first_told_and_no_day_of_it_says_to_ask() {
    let town = Town::of(with_an_emergency_department());
    for (path, usual, never) in [
        (
            "",
            "Usual hours: Open 24 hours",
            ["Ask first", "Call first"],
        ),
        (
            "/fr",
            "24 heures sur 24",
            ["Demandez d’abord", "Appelez d’abord"],
        ),
    ] {
        let html = page(
            &town,
            &format!("{path}/sites/northwind-clinic?need=health-care"),
        )
        .await;
        let (_, main) = html.split_once("<h1").unwrap();
        let (main, _) = main.split_once("</section>").unwrap();
        assert!(main.contains(usual), "{main}");
        for words in never {
            assert!(!main.contains(words), "{path}: {words}: {main}");
        }
        // Nobody is sent to a switchboard before the door that is open day and night.
        let list = page(&town, &format!("{path}/?need=health-care")).await;
        let (_, list) = list.split_once("id=\"answers\"").unwrap();
        assert!(!list.contains("class=\"calm\" id=\"lines\""), "{list}");
        // Who was pricked at night is led there.
        let found = page(&town, &format!("{path}/found")).await;
        let (_, pricked) = found
            .split_once("need=health-care")
            .map_or(("", ""), |(before, _)| before.rsplit_once("<ol>").unwrap());
        assert!(pricked.contains("/sites/northwind-clinic\""), "{pricked}");
    }
}
