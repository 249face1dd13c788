//! Drafts of the plan through the API, by the working group's own tools; and the proof.

use actix_web::test as at;
use serde_json::{Value, json};
use signpost_store::StewardTokenRequest;

use crate::town::{Answer, Town, clock};

pub async fn steward(town: &Town) -> String {
    let wanted = StewardTokenRequest {
        label: "planning tool".to_owned(),
        last_day: "2027-01-31".parse().unwrap(),
        by: None,
        at: clock()(),
    };
    let token = town.store().make_steward_token(wanted).await.unwrap();
    format!("Bearer {}", token.secret)
}

pub async fn put(town: &Town, path: &str, token: &str, tag: Option<&str>, body: &Value) -> Answer {
    let mut request = at::TestRequest::put()
        .uri(path)
        .insert_header(("content-type", "application/json"))
        .insert_header(("authorization", token))
        .set_payload(body.to_string());
    if let Some(tag) = tag {
        request = request.insert_header(("if-match", tag));
    }
    town.send(request).await
}

pub fn draft() -> Value {
    json!({
        "title": {"en": "By a tool"},
        "from": "2027-01-01",
        "hidden": true,
        "rule": [{
            "id": "office-supplies",
            "from": "birch-health-office",
            "need": "supplies",
            "message": {"en": "Go to Cedar Circle House."},
            "targets": [{"site": "cedar-circle-house"}],
        }],
    })
}

#[actix_rt::test]
async fn a_draft_is_put_read_back_and_put_again_and_says_the_same() {
    let town = Town::to_edit().await;
    let token = steward(&town).await;
    let path = "/api/v1/plan/4";
    let made = put(&town, path, &token, None, &draft()).await;
    assert_eq!(made.status, 201, "{}", made.body());
    let codes = made.json()["faults"].to_string();
    assert!(codes.contains("one_language"), "{codes}");
    assert_eq!(town.get(path).await.status, 404, "only stewards see it");
    let read = town.get_with(path, &[("authorization", &token)]).await;
    assert_eq!(read.status, 200);
    assert_eq!(read.header("cache-control"), "no-store");
    let tag = read.header("etag").to_owned();
    assert_eq!(tag, made.header("etag"));
    assert_eq!(
        put(&town, path, &token, None, &read.json()).await.status,
        428
    );
    let again = put(&town, path, &token, Some(&tag), &read.json()).await;
    assert_eq!(again.status, 200, "{}", again.body());
    // A rule less, written as it is read elsewhere: lists of nothing.
    let mut bare = read.json();
    (bare["rule"], bare["consent"], bare["approval"]) = (json!([]), json!([]), json!([]));
    let emptied = put(&town, path, &token, Some(&tag), &bare).await;
    assert_eq!(emptied.status, 200, "{}", emptied.body());
    let mut odd = read.json();
    odd["rules"] = json!([]);
    let tag = emptied.header("etag").to_owned();
    let refused = put(&town, path, &token, Some(&tag), &odd).await;
    assert_eq!(refused.status, 400, "{}", refused.body());
    let named = refused.body();
    assert!(
        named.contains("rules is not known here")
            && named.contains("example, rule, consent, approval"),
        "{named}"
    );
    let mut changed = read.json();
    changed["title"] = json!({"en": "By a tool, again"});
    let second = put(&town, path, &token, Some(&tag), &changed).await;
    assert_eq!(second.status, 200, "{}", second.body());
    put(&town, path, &token, Some(&tag), &changed)
        .await
        .problem(412);
    // The file says the same.
    let directory = signpost_editing::whole_directory(town.app.live())
        .await
        .unwrap();
    let plans: Vec<_> = directory.plans.iter().collect();
    let file = signpost_exchange::plans_toml(&plans, &directory.organizations);
    let read = signpost_exchange::plans_of_toml("plan.toml", &file, &directory).unwrap();
    assert_eq!(read.plans, directory.plans);
}

#[actix_rt::test]
async fn what_is_published_is_refused_and_so_is_who_has_no_token_of_a_steward() {
    let town = Town::to_edit().await;
    let token = steward(&town).await;
    let before = town.store().plan(2).await.unwrap();
    put(
        &town,
        "/api/v1/plan/2",
        &token,
        Some("\"1-plan\""),
        &draft(),
    )
    .await
    .problem(409);
    assert_eq!(town.store().plan(2).await.unwrap(), before);
    let agency = format!("Bearer {}", town.token("cedar-circle").await);
    put(&town, "/api/v1/plan/4", &agency, None, &draft())
        .await
        .problem(401);
    let site = "/api/v1/sites/cedar-circle-house";
    let request = at::TestRequest::patch()
        .uri(site)
        .insert_header(("authorization", token.as_str()))
        .insert_header(("content-type", "application/merge-patch+json"))
        .set_payload("{}");
    town.send(request).await.problem(401);
    let mut wrong = draft();
    wrong["rule"][0]["targets"][0]["site"] = json!("no-such-place");
    let refused = put(&town, "/api/v1/plan/4", &token, None, &wrong).await;
    assert_eq!(refused.status, 400);
    assert!(
        refused
            .body()
            .contains("no site has the slug no-such-place"),
        "{}",
        refused.body()
    );
    let mut wrong = draft();
    wrong["status"] = json!("approved");
    put(&town, "/api/v1/plan/4", &token, None, &wrong)
        .await
        .problem(400);
    let mut wrong = draft();
    wrong["rule"][0]["message"] = json!({"en": "For junkies."});
    put(&town, "/api/v1/plan/4", &token, None, &wrong)
        .await
        .problem(422);
}

#[actix_rt::test]
async fn the_proof_names_each_hour_and_whom_it_is_held_against() {
    let town = Town::to_read();
    let body = town.get("/api/v1/plan/check").await.json();
    assert!(body["proof"].is_null());
    let body = town.get("/api/v1/plan/check?after=3").await.json();
    let proof = &body["proof"];
    assert_eq!((&proof["before"], &proof["after"]), (&json!(2), &json!(3)));
    assert_eq!(proof["day"], "2027-04-01");
    let door = &proof["doors"][0];
    assert_eq!(door["week"].as_array().unwrap().len(), 7);
    assert_eq!(door["week"][0].as_array().unwrap().len(), 24);
    assert_eq!(door["days"].as_array().unwrap().len(), 28);
    let other = town.get("/api/v1/plan/check?after=3&before=1").await.json();
    assert_eq!(other["proof"]["before"], 1);
    assert_ne!(other["proof"]["hash"], proof["hash"]);
    town.get("/api/v1/plan/check?before=1").await.problem(400);
    town.get("/api/v1/plan/check?after=77").await.problem(404);
}

#[actix_rt::test]
async fn a_crowd_that_asks_for_proofs_is_told_to_come_again_and_stewards_are_not() {
    let town = Town::to_edit().await;
    let token = steward(&town).await;
    // All at once: the first is worked out, a few wait, the others hear so.
    let asked = (0..8).map(|_| town.get("/api/v1/plan/check?after=3"));
    let crowd = futures_util::future::join_all(asked);
    let headers = [("authorization", token.as_str())];
    let (answers, tool) =
        futures_util::future::join(crowd, town.get_with("/api/v1/plan/check?after=3", &headers))
            .await;
    let told: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    assert_eq!(
        told.iter().filter(|status| **status == 200).count(),
        4,
        "{told:?}"
    );
    let refused = answers.iter().find(|answer| answer.status != 200).unwrap();
    refused.problem(503);
    assert_eq!(refused.header("retry-after"), "5");
    assert_eq!(tool.status, 200, "{}", tool.body());
    let later = town.get("/api/v1/plan/check?after=3").await;
    assert_eq!(later.status, 200, "it is kept for who comes again");
    let described = town.get("/api/openapi.json").await.json();
    let busy = &described["paths"]["/api/v1/plan/check"]["get"]["responses"]["503"];
    assert!(busy["headers"]["Retry-After"].is_object(), "{busy}");
}
