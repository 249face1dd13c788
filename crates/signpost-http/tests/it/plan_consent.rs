//! An organization says whether people may be sent to it, and takes it back at once, everywhere.

use signpost_store::Role;

use crate::{desk::editor, filled::fill, town::Town};

const ASKED: &str = "/api/v1/where-to-go?need=supplies&from=birch-health-office";

/// The plan's targets that an answer names.
async fn targets(town: &Town) -> Vec<String> {
    let answer = town.get(ASKED).await.json();
    let answers = answer["answers"].as_array().unwrap().clone();
    answers
        .iter()
        .filter(|one| {
            one["why"]
                .as_array()
                .unwrap()
                .iter()
                .any(|why| why == "plan_target")
        })
        .map(|one| one["site"].as_str().unwrap().to_owned())
        .collect()
}

/// Whether the saved list of a phone, the plan's address and the public page name a target.
async fn named_everywhere(town: &Town, slug: &str, name: &str) -> [bool; 3] {
    let bundle = town.get("/api/v1/directory.json").await.json();
    let periods = bundle["plans"].to_string() + &bundle["plan"].to_string();
    let plan = town.get("/api/v1/plan/2").await.json()["rules"].to_string();
    let page = town.get("/plan").await.body();
    let page = page.split("<main").nth(1).unwrap().to_owned();
    [
        periods.contains(&format!("\"site\":\"{slug}\"")),
        plan.contains(&format!("\"site\":\"{slug}\"")),
        page.contains(&format!("/sites/{slug}")) && page.contains(name),
    ]
}

#[actix_rt::test]
async fn an_organization_takes_its_consent_back_and_is_gone_everywhere_at_once() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut kim = town.signed_in("Kim", Role::Steward).await;
    assert!(
        targets(&town)
            .await
            .contains(&"cedar-circle-house".to_owned())
    );
    let shown = named_everywhere(&town, "cedar-circle-house", "Cedar Circle House").await;
    assert_eq!(shown, [true; 3]);
    let page = ana.get("/agency/consent").await.body();
    assert!(
        page.contains("People may be sent to you for this:"),
        "{page}"
    );
    assert!(page.contains("to Cedar Circle House."), "{page}");

    let fields = [("need", "supplies"), ("answer", "withdrawn")];
    let answer = ana
        .submit("/agency/consent", "/agency/consent", &fields)
        .await;
    assert_eq!(
        answer.header("location"),
        "/agency/consent?done=withdrawn",
        "{}",
        answer.body()
    );
    assert!(
        !targets(&town)
            .await
            .contains(&"cedar-circle-house".to_owned())
    );
    let shown = named_everywhere(&town, "cedar-circle-house", "Cedar Circle House").await;
    assert_eq!(shown, [false; 3]);
    let page = kim.get("/steward/plan/consents").await.body();
    assert!(
        page.contains("Took it back on November 25, 2026."),
        "{page}"
    );
    let history = kim.get("/steward/history").await.body();
    assert!(
        history.contains("answered whether people may be sent there"),
        "{history}"
    );

    // And agrees again, until a day.
    let fields = [
        ("need", "supplies"),
        ("answer", "agreed"),
        ("last", "2026-12-31"),
    ];
    let answer = ana
        .submit("/agency/consent", "/agency/consent", &fields)
        .await;
    assert_eq!(answer.header("location"), "/agency/consent?done=agreed");
    assert!(
        targets(&town)
            .await
            .contains(&"cedar-circle-house".to_owned())
    );
}

#[actix_rt::test]
async fn a_consent_taken_back_while_a_page_is_open_is_gone_when_the_page_is_asked_again() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let note = "Two streets away. Ask at the round porch.";
    let sent = town.get("/go/birch-health-office").await;
    let open = sent.header("location").to_owned();
    let (page, asked) = (town.get(&open).await, town.get(ASKED).await);
    assert!(page.body().contains(note));
    let tags = [
        page.header("etag").to_owned(),
        asked.header("etag").to_owned(),
    ];

    let fields = [("need", "supplies"), ("answer", "withdrawn")];
    ana.submit("/agency/consent", "/agency/consent", &fields)
        .await;
    // The same code, the same page loaded anew, and what a phone asks with the tag that it holds: none answers as before.
    let sent = town.get("/go/birch-health-office").await;
    assert_eq!(sent.header("location"), open);
    for (path, tag) in [(open.as_str(), &tags[0]), (ASKED, &tags[1])] {
        let again = town.get_with(path, &[("if-none-match", tag)]).await;
        assert_eq!(again.status, 200, "{path}");
        assert!(!again.body().contains(note), "{path}");
    }
}

#[actix_rt::test]
async fn nobody_answers_for_another_organization_and_a_steward_says_where_it_is_written() {
    let town = Town::to_edit().await;
    let mut bo = town.signed_in("Bo", editor("northwind-clinic")).await;
    let fields = [("need", "supplies"), ("answer", "agreed")];
    let answer = bo
        .submit("/agency/consent", "/agency/consent", &fields)
        .await;
    assert_eq!(answer.status, 404, "no version names a place of theirs");
    assert_eq!(bo.get("/steward/plan/consents").await.status, 403);

    let mut kim = town.signed_in("Kim", Role::Steward).await;
    let answer = kim.submit("/agency", "/agency/consent", &fields).await;
    assert_eq!(answer.status, 403, "a steward answers for nobody");
    assert!(
        !targets(&town)
            .await
            .contains(&"granite-street-drop-in".to_owned())
    );
    let snapshot = town.app.snapshot();
    let site = snapshot
        .find(&"granite-street-drop-in".parse().unwrap())
        .unwrap();
    let whom = format!("{} supplies", snapshot.organization(site).id);
    drop(snapshot);
    let changes = [("whom", whom.as_str()), ("answer", "agreed")];
    let answer = fill(&mut kim, "/steward/plan/consents", &changes).await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.body().contains("id=\"reference-fault\""),
        "{}",
        answer.body()
    );
    let changes = [
        ("whom", whom.as_str()),
        ("answer", "agreed"),
        ("reference", "E-mail of November 20"),
    ];
    let answer = fill(&mut kim, "/steward/plan/consents", &changes).await;
    assert_eq!(answer.status, 303, "{}", answer.body());
    assert!(
        targets(&town)
            .await
            .contains(&"granite-street-drop-in".to_owned())
    );
    let page = kim.get("/steward/plan/consents").await.body();
    assert!(page.contains("E-mail of November 20"), "{page}");
}
