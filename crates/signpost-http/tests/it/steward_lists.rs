//! Tokens, what is due, and disposal points as the city sees them, over HTTP.

use signpost_store::Role;

use crate::{
    desk::editor,
    editor::{Edit, PATH, tag},
    town::Town,
};

#[actix_rt::test]
async fn a_token_is_shown_once_works_for_its_own_organization_and_ends() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let here = "/steward/tokens";
    let fields = [
        ("organization", "cedar-circle"),
        ("label", "booking <system>"),
    ];
    let made = sam.submit(here, here, &fields).await;
    assert_eq!(made.status, 200);
    let page = made.body();
    assert!(page.contains("booking &#60;system&#62;"), "{page}");
    let secret = page.split_once("<code class=\"secret\">").unwrap().1;
    let secret = secret.split_once('<').unwrap().0.to_owned();
    assert!(secret.starts_with("signpost_"));
    let list = sam.get(here).await.body();
    assert!(!list.contains(&secret), "it is shown once");
    assert!(list.contains("Never used."));

    let phone = |token: &str, tag: &str, number: &str| {
        let body = serde_json::json!({"phone": number});
        (token.to_owned(), tag.to_owned(), body)
    };
    let (token, version, body) = phone(&secret, &tag(&town).await, "807-555-0177");
    let edit = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&version),
        key: None,
        body: body.clone(),
    };
    assert_eq!(edit.patch(&town).await.status, 200);
    let other = Edit {
        path: "/api/v1/sites/lantern-rest-shelter",
        ..edit
    };
    other.patch(&town).await.problem(404);
    let list = sam.get(here).await.body();
    assert!(list.contains("Last used November 25, 2026."), "{list}");

    let ended = sam.submit(here, &format!("{here}/1/end"), &[]).await;
    assert_eq!(ended.header("location"), "/steward/tokens?done=ended");
    let again = sam.submit(here, &format!("{here}/1/end"), &[]).await;
    assert_eq!(again.status, 303, "who presses twice is told the same");
    assert_eq!(
        sam.submit(here, &format!("{here}/9/end"), &[]).await.status,
        404
    );
    let late = Edit {
        path: PATH,
        token: Some(&token),
        tag: Some(&version),
        key: None,
        body,
    };
    late.patch(&town).await.problem(401);
}

#[actix_rt::test]
async fn a_token_without_organization_or_label_is_refused_beside_its_fields() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let here = "/steward/tokens";
    for (organization, label) in [
        ("nobody", "x"),
        ("cedar-circle", " "),
        ("cedar-circle", "a\u{7}"),
    ] {
        let fields = [("organization", organization), ("label", label)];
        let answer = sam.submit(here, here, &fields).await;
        assert_eq!(answer.status, 422, "{organization} {label:?}");
        assert!(answer.body().contains("aria-invalid"));
    }
    assert!(town.store().tokens().await.unwrap().is_empty());
    // A form without its proof, or from elsewhere, does nothing.
    let fields = [("organization", "cedar-circle"), ("label", "x")];
    assert_eq!(sam.post(here, &fields).await.status, 403);
    let csrf = sam.csrf(here).await;
    let stolen = [
        ("csrf", csrf.as_str()),
        ("organization", "cedar-circle"),
        ("label", "x"),
    ];
    assert_eq!(
        sam.post_from(here, &stolen, "https://evil.example")
            .await
            .status,
        403
    );
    assert!(town.store().tokens().await.unwrap().is_empty());
}

#[actix_rt::test]
async fn rooms_of_stewards_are_closed_to_others() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut city = town.signed_in("Lou", Role::Subcommittee).await;
    for path in [
        "/steward",
        "/steward/review",
        "/steward/review/1",
        "/steward/history",
        "/steward/reviews",
        "/steward/tokens",
    ] {
        assert_eq!(ana.get(path).await.status, 403, "{path}");
        assert_eq!(city.get(path).await.status, 403, "{path}");
        assert_eq!(town.desk().get(path).await.status, 303, "{path}");
    }
    assert_eq!(ana.get("/disposal/service").await.status, 403);
    assert_eq!(
        ana.get("/agency/sites/lantern-rest-shelter/history")
            .await
            .status,
        404
    );
    assert_eq!(
        ana.get("/agency/sites/cedar-circle-house/history")
            .await
            .status,
        200
    );
    assert_eq!(
        city.get("/agency/sites/cedar-circle-house/history")
            .await
            .status,
        403
    );
}

#[actix_rt::test]
async fn the_subcommittee_sees_disposal_points_and_takes_them_along_as_a_table() {
    let town = Town::to_edit().await;
    let mut city = town.signed_in("Lou", Role::Subcommittee).await;
    let page = city.get("/disposal/service").await.body();
    assert!(page.contains("Mill Park"), "{page}");
    let fr = city.get("/fr/disposal/service").await.body();
    assert!(fr.contains("Points de dépôt"), "{fr}");
    let csv = city.get("/disposal/service.csv").await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    let csv = csv.body();
    assert!(
        csv.starts_with("\u{FEFF}slug,name,organization,where,lat,lon,"),
        "{csv}"
    );
    assert!(csv.contains("\nmill-park-box,"), "{csv}");
    let fr = city.get("/fr/disposal/service.csv").await.body();
    assert!(
        fr.starts_with("\u{FEFF}identifiant,nom,organisme,où,"),
        "{fr}"
    );
}

#[actix_rt::test]
async fn a_formula_in_a_name_is_text_in_the_table() {
    let mut directory = crate::town::training();
    let site = directory
        .sites
        .iter_mut()
        .find(|site| site.slug.as_str() == "mill-park-box");
    site.unwrap().name = signpost_domain::Text::en("=HYPERLINK(\"x\")");
    let town = Town::to_edit().await;
    town.app.live().swap(crate::town::snapshot_of(directory));
    let mut city = town.signed_in("Lou", Role::Subcommittee).await;
    let csv = city.get("/disposal/service.csv").await.body();
    assert!(
        csv.contains("mill-park-box,\"'=HYPERLINK(\"\"x\"\")\""),
        "{csv}"
    );
}

#[actix_rt::test]
async fn what_is_past_its_review_day_is_listed_and_the_public_is_told_to_call_first() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let page = sam.get("/steward/reviews").await.body();
    assert!(page.contains("Review day was September 30, 2026"), "{page}");
    let public = town
        .get_with("/sites/old-mill-counter", &[("accept", "text/html")])
        .await;
    assert!(public.body().contains("Call first"), "{}", public.body());
    let state = town.get("/api/v1/sites/old-mill-counter").await.json();
    let services = state["properties"]["services"].as_array().unwrap();
    let disposal = services
        .iter()
        .find(|one| one["need"] == "disposal")
        .unwrap();
    assert_eq!(disposal["state"], "unknown", "{disposal}");
    let home = sam.get("/steward").await.body();
    assert!(home.contains("past"), "{home}");
}
