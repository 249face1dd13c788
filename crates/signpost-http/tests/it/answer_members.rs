//! Real answers of every address, of the training town and of Kenora's preview, have the members that are described, and no others.

use std::path::Path;

use actix_web::test as at;
use serde_json::{Value, json};
use signpost_domain::{Directory, ExceptionKind};
use signpost_store::StewardTokenRequest;

use crate::{
    described::Described,
    town::{Answer, Town, clock, training},
};

const AT: &str = "near=49.5502,-94.8935";

/// Asks with GET and holds the answer against the document; gives it back.
async fn asked(described: &mut Described, town: &Town, template: &str, path: &str) -> Value {
    let answer = town.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body());
    held(described, &format!("get {template}"), &answer)
}

#[track_caller]
fn held(described: &mut Described, operation: &str, answer: &Answer) -> Value {
    let body = answer.json();
    described.answer(
        operation,
        answer.status,
        answer.header("content-type"),
        &body,
    );
    body
}

fn texts(list: &Value, member: &str) -> Vec<String> {
    let texts = list.as_array().unwrap().iter();
    texts
        .map(|one| one[member].as_str().unwrap().to_owned())
        .collect()
}

async fn everything_that_is_read(described: &mut Described, town: &Town) {
    let needs = asked(described, town, "/api/v1/needs", "/api/v1/needs?lang=fr").await;
    for need in texts(&needs["needs"], "code") {
        let template = "/api/v1/where-to-go";
        let path = format!("{template}?need={need}");
        asked(described, town, template, &path).await;
        asked(described, town, template, &format!("{path}&{AT}&lang=fr")).await;
    }
    let template = "/api/v1/sites";
    for query in ["limit=1", "limit=1000", AT, "open=now"] {
        asked(described, town, template, &format!("{template}?{query}")).await;
    }
    let all = town.get("/api/v1/sites?limit=1000").await.json();
    for slug in texts(&all["features"], "id") {
        let path = format!("{template}/{slug}");
        asked(described, town, "/api/v1/sites/{slug}", &path).await;
    }
    let plans = asked(described, town, "/api/v1/plan", "/api/v1/plan").await;
    for plan in plans["versions"].as_array().unwrap() {
        let path = format!("/api/v1/plan/{}", plan["version"]);
        asked(described, town, "/api/v1/plan/{version}", &path).await;
    }
    for lang in ["en", "fr", "oj-Latn", "oj-Cans"] {
        let template = "/api/v1/directory.json";
        asked(
            described,
            town,
            template,
            &format!("{template}?lang={lang}"),
        )
        .await;
    }
    for query in ["", "?metres=200&count=open_or_unknown&lang=fr"] {
        let template = "/api/v1/coverage";
        asked(described, town, template, &format!("{template}{query}")).await;
    }
    for path in [
        "/api/v1/plan/check",
        "/api/v1/health",
        "/tiles/sites.json",
        "/tiles/basemap.json",
        "/style.json",
    ] {
        asked(described, town, path, path).await;
    }
    let text = "Addicts are dirty.";
    for text in [text.to_owned(), format!("{} end", "word ".repeat(30))] {
        let body = json!({"text": text}).to_string();
        let answer = town.post("/api/v1/language/check", body).await;
        held(described, "post /api/v1/language/check", &answer);
    }
    let answer = town
        .post("/api/v1/where-to-go", "{\"need\": \"food\"}")
        .await;
    held(described, "post /api/v1/where-to-go", &answer);
}

/// A draft of the plan, written by a tool of the working group.
async fn drafted(described: &mut Described) {
    let town = Town::to_edit().await;
    let wanted = StewardTokenRequest {
        label: "test".to_owned(),
        last_day: "2027-01-31".parse().unwrap(),
        by: None,
        at: clock()(),
    };
    let made = town.store().make_steward_token(wanted).await.unwrap();
    let token = format!("Bearer {}", made.secret);
    let path = "/api/v1/plan/delivered";
    let delivered = town.get_with(path, &[("authorization", &token)]).await;
    assert_eq!(delivered.status, 200, "{}", delivered.body());
    held(described, &format!("get {path}"), &delivered);
    for (version, status) in [(4, 201), (2, 409)] {
        let body = json!({"title": {"en": "A draft"}});
        let request = at::TestRequest::put()
            .uri(&format!("/api/v1/plan/{version}"))
            .insert_header(("content-type", "application/json"))
            .insert_header(("authorization", token.as_str()))
            .set_payload(body.to_string());
        let answer = town.send(request).await;
        assert_eq!(answer.status, status, "{}", answer.body());
        held(described, "put /api/v1/plan/{version}", &answer);
    }
}

/// A box that somebody said is full.
async fn said_to_be_full(described: &mut Described) {
    let town = Town::to_edit().await;
    let said = town.method("POST", "/full/mill-park-box").await;
    assert_eq!(said.status, 303, "{}", said.body());
    let list = "/api/v1/directory.json";
    asked(described, &town, list, list).await;
}

/// A plan with something wrong in it, a box in the river, and confirmations that lapse before a saved list is old.
fn out_of_the_ordinary(mut directory: Directory) -> Directory {
    for site in &mut directory.sites {
        let confirmations = site.services.iter_mut().map(|one| &mut one.confirmation);
        for confirmation in confirmations.flatten() {
            confirmation.review_by = "2026-12-01".parse().unwrap();
        }
    }
    // A box that lies in the river by its row.
    for site in &mut directory.sites {
        if site.slug.as_str() == "mill-park-box" {
            site.point = Some(signpost_domain::LonLat::new(-94.9, 49.552).unwrap());
        }
    }
    // And one thing that is out of stock while the rest is there.
    let mut sites = directory.sites.iter_mut();
    let house = sites.find(|site| site.slug.as_str() == "cedar-circle-house");
    let exceptions = house.into_iter().flat_map(|site| &mut site.exceptions);
    for exception in exceptions.take(1) {
        exception.kind = ExceptionKind::OutOfStock;
        exception.need = "supplies".parse().ok();
        exception.items = vec!["needles".parse().unwrap()];
    }
    for rule in directory.plans.iter_mut().flat_map(|plan| &mut plan.rules) {
        rule.targets.clear();
    }
    directory
}

async fn edited(described: &mut Described) {
    let town = Town::to_edit().await;
    let token = format!("Bearer {}", town.token("birch-landing-health").await);
    let site = "/api/v1/sites/birch-hall";
    let exceptions = format!("{site}/exceptions");
    let send = |request: at::TestRequest, tag: String| {
        request
            .insert_header(("authorization", token.clone()))
            .insert_header(("if-match", tag))
    };
    let tag = town.get(site).await.header("etag").to_owned();
    let patch = |body: Value| {
        let request = at::TestRequest::patch().uri(site);
        let body = request.set_payload(body.to_string());
        body.insert_header(("content-type", "application/merge-patch+json"))
    };
    let operation = "patch /api/v1/sites/{slug}";
    for (body, status) in [
        (json!({"nobody-has-this": 1}), 400),
        (json!({"description": {"en": "For junkies."}}), 422),
        (json!({"phone": "807-555-0199"}), 200),
    ] {
        let answer = town.send(send(patch(body), tag.clone())).await;
        assert_eq!(answer.status, status, "{}", answer.body());
        held(described, operation, &answer);
    }
    let tag = || async { town.get(site).await.header("etag").to_owned() };
    let answer = town.send(send(patch(json!({})), "x".to_owned())).await;
    assert_eq!(answer.status, 400);
    held(described, operation, &answer);
    let new =
        json!({"kind": "closed", "first": "2026-12-24", "last": "2026-12-26", "id": "winter"});
    let request = at::TestRequest::post()
        .uri(&exceptions)
        .insert_header(("content-type", "application/json"))
        .set_payload(new.to_string());
    let answer = town.send(send(request, tag().await)).await;
    assert_eq!(answer.status, 201, "{}", answer.body());
    held(described, "post /api/v1/sites/{slug}/exceptions", &answer);
    let request = at::TestRequest::delete().uri("/api/v1/sites/birch-hall/exceptions/winter");
    let answer = town.send(send(request, tag().await)).await;
    let operation = "delete /api/v1/sites/{slug}/exceptions/{id}";
    held(described, operation, &answer);
}

async fn refused(described: &mut Described, town: &Town) {
    let answer = town.get("/api/v1/where-to-go?need=x").await;
    held(described, "get /api/v1/where-to-go", &answer);
    let answer = town.get("/api/v1/sites/nobody-has-this").await;
    held(described, "get /api/v1/sites/{slug}", &answer);
    // Without a database nobody can say whose token it is.
    let request = at::TestRequest::patch().uri("/api/v1/sites/birch-hall");
    let request = request.insert_header(("authorization", "Bearer x"));
    let answer = town.send(request).await;
    assert_eq!(answer.status, 503);
    held(described, "patch /api/v1/sites/{slug}", &answer);
}

#[actix_rt::test]
async fn every_answer_has_the_members_that_are_described_and_no_others() {
    let town = Town::to_read();
    let mut described = Described::new(town.get("/api/openapi.json").await.json());
    let kenora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/kenora");
    let kenora = signpost_exchange::read_folder(kenora).unwrap();
    for directory in [training(), kenora, out_of_the_ordinary(training())] {
        everything_that_is_read(&mut described, &Town::of(directory)).await;
    }
    let from = "/api/v1/where-to-go?need=supplies&from=birch-health-office";
    asked(&mut described, &town, "/api/v1/where-to-go", from).await;
    refused(&mut described, &town).await;
    edited(&mut described).await;
    drafted(&mut described).await;
    said_to_be_full(&mut described).await;
    let missing = described.not_shown();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
