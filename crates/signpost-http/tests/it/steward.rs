//! What stewards do with what waits, over HTTP: a name is asked for, looked at, accepted, sent back, taken back.

use signpost_store::{ProposalQuery, ProposalState, Role};

use crate::{
    desk::{Desk, editor},
    town::{Answer, Town},
};

const SITE: &str = "/agency/sites/cedar-circle-house";

/// Sends the page that says what a place is called and where it is, with these fields changed.
async fn place(desk: &mut Desk<'_>, changes: &[(&str, &str)]) -> Answer {
    let path = format!("{SITE}/place");
    let page = desk.get(&path).await.body();
    let carried = |name: &str| {
        let found = page.split_once(&format!("name=\"{name}\" value=\""));
        let value = found.and_then(|(_, rest)| rest.split_once('"'));
        value.map_or_else(String::new, |(value, _)| value.to_owned())
    };
    let mut fields: Vec<(String, String)> = [
        "csrf", "version", "key", "name.en", "name.fr", "address", "locality", "point",
    ]
    .iter()
    .map(|name| {
        (
            (*name).to_owned(),
            plain(&carried_any(&page, name, &carried)),
        )
    })
    .collect();
    fields.push(("kind".to_owned(), "building".to_owned()));
    fields.push(("act".to_owned(), "save".to_owned()));
    for (name, value) in changes {
        for field in &mut fields {
            if field.0 == *name {
                (*value).clone_into(&mut field.1);
            }
        }
    }
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    desk.post(&path, &fields).await
}

/// The value of an input, whichever way round its attributes stand.
fn carried_any(page: &str, name: &str, carried: &impl Fn(&str) -> String) -> String {
    let found = carried(name);
    if !found.is_empty() {
        return found;
    }
    let input = page
        .split("<input")
        .find(|one| one.contains(&format!("name=\"{name}\"")));
    let value = input
        .and_then(|one| one.split_once("value=\""))
        .and_then(|(_, rest)| rest.split_once('"'));
    value.map_or_else(String::new, |(value, _)| value.to_owned())
}

/// Text as it was before it was written into a page.
fn plain(html: &str) -> String {
    html.replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

async fn waiting(town: &Town) -> Vec<signpost_store::Proposal> {
    let asked = ProposalQuery {
        open_only: true,
        ..ProposalQuery::default()
    };
    town.store().proposals(&asked).await.unwrap()
}

async fn public(town: &Town) -> String {
    town.get_with("/sites/cedar-circle-house", &[("accept", "text/html")])
        .await
        .body()
}

#[actix_rt::test]
async fn a_name_waits_is_seen_in_words_and_is_public_once_accepted() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let answer = place(
        &mut ana,
        &[("name.en", "Cedar House"), ("point", "49.5500, -94.8910")],
    )
    .await;
    assert_eq!(answer.status, 303, "{}", answer.body());
    assert!(!public(&town).await.contains("Cedar House"));
    let seen = ana.get("/agency/waiting").await.body();
    assert!(
        seen.contains("“Cedar Circle House” becomes “Cedar House”"),
        "{seen}"
    );
    let overview = ana.get(SITE).await.body();
    assert!(overview.contains("becomes “Cedar House”"), "{overview}");

    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let queue = sam.get("/steward/review").await.body();
    assert!(queue.contains("becomes “Cedar House”"), "{queue}");
    let id = waiting(&town).await[0].id;
    let path = format!("/steward/review/{id}");
    let page = sam.get(&path).await.body();
    for words in [
        "Name (English): “Cedar Circle House” becomes “Cedar House”",
        "moved by about 170 m",
        "49.54850, -94.89100",
        "49.55000, -94.89100",
        "Public until you decide",
        "Ana (cedar-circle)",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let version = version(&page);
    let done = sam
        .submit(&path, &format!("{path}/accept"), &[("version", &version)])
        .await;
    assert_eq!(done.header("location"), format!("{path}?done=accepted"));
    assert!(public(&town).await.contains("Cedar House"));
    let done = sam.get(&format!("{path}?done=accepted")).await.body();
    assert!(done.contains("Accepted by Sam (steward)"), "{done}");
    town.store().verify().await.unwrap();

    let history = ana.get(&format!("{SITE}/history")).await.body();
    assert!(history.contains("Sam (steward)"), "{history}");
    assert!(
        history.contains("Asked for by Ana (cedar-circle)."),
        "{history}"
    );
}

fn version(page: &str) -> String {
    let found = page.split_once("name=\"version\" value=\"").unwrap().1;
    found.split_once('"').unwrap().0.to_owned()
}

#[actix_rt::test]
async fn what_is_sent_back_comes_with_its_note_and_two_stewards_do_not_decide_twice() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    place(&mut ana, &[("name.en", "Cedar House")]).await;
    let id = waiting(&town).await[0].id;
    let path = format!("/steward/review/{id}");
    let (mut sam, mut kim) = (
        town.signed_in("Sam", Role::Steward).await,
        town.signed_in("Kim", Role::Steward).await,
    );
    let page = kim.get(&path).await.body();
    let (seen, csrf) = (version(&page), kim.csrf(&path).await);

    let empty = sam
        .submit(&path, &format!("{path}/send-back"), &[("note", " ")])
        .await;
    assert_eq!(empty.status, 422);
    assert!(empty.body().contains("Write a note"));
    let note = "Is that <b>the sign</b> on the door?";
    let sent = sam
        .submit(&path, &format!("{path}/send-back"), &[("note", note)])
        .await;
    assert_eq!(sent.header("location"), format!("{path}?done=sent-back"));
    let late = kim
        .post(
            &format!("{path}/accept"),
            &[("csrf", &csrf), ("version", &seen)],
        )
        .await;
    assert_eq!(late.header("location"), format!("{path}?done=decided"));
    assert!(!public(&town).await.contains("Cedar House"));
    for page in ["/agency/waiting", SITE] {
        let page = ana.get(page).await.body();
        assert!(
            page.contains("Is that &#60;b&#62;the sign&#60;/b&#62; on the door?"),
            "{page}"
        );
    }
}

#[actix_rt::test]
async fn an_agency_takes_its_own_wish_back_and_nobody_elses() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    place(&mut ana, &[("name.en", "Cedar House")]).await;
    let id = waiting(&town).await[0].id;
    let path = format!("/agency/waiting/{id}/withdraw");
    let mut leo = town.signed_in("Leo", editor("lantern-rest")).await;
    for wrong in [path.as_str(), "/agency/waiting/999/withdraw"] {
        assert_eq!(
            leo.submit("/agency", wrong, &[]).await.status,
            404,
            "{wrong}"
        );
    }
    assert!(
        !leo.get("/agency/waiting")
            .await
            .body()
            .contains("Cedar House")
    );
    assert_eq!(waiting(&town).await.len(), 1);
    let done = ana.submit("/agency/waiting", &path, &[]).await;
    assert_eq!(done.header("location"), "/agency/waiting?done=withdrawn");
    let proposal = town.store().proposal(id).await.unwrap().unwrap();
    assert_eq!(proposal.state, ProposalState::Withdrawn);
}

#[actix_rt::test]
async fn what_changed_since_is_brought_together_and_what_both_changed_is_chosen() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    place(
        &mut ana,
        &[("name.en", "Cedar House"), ("address", "9 Cedar Lane")],
    )
    .await;
    let id = waiting(&town).await[0].id;
    let path = format!("/steward/review/{id}");
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let stale = version(&sam.get(&path).await.body());
    // A steward's own change is public at once.
    place(&mut sam, &[("name.en", "Cedar Circle")]).await;
    assert!(public(&town).await.contains("Cedar Circle</"));
    let again = sam
        .submit(&path, &format!("{path}/accept"), &[("version", &stale)])
        .await;
    assert_eq!(again.header("location"), format!("{path}?done=look-again"));
    let page = sam.get(&path).await.body();
    assert!(page.contains("name=\"take\" value=\"name\""), "{page}");
    let seen = version(&page);
    sam.submit(
        &path,
        &format!("{path}/accept"),
        &[("version", &seen), ("take", "name")],
    )
    .await;
    let html = public(&town).await;
    assert!(
        html.contains("Cedar House") && html.contains("9 Cedar Lane"),
        "{html}"
    );
}

#[actix_rt::test]
async fn a_new_place_waits_when_an_agency_asks_and_is_public_when_a_steward_adds_it() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let fields = [
        ("name.en", "Cedar Annex"),
        ("kind", "building"),
        ("address", "3 Cedar Lane"),
        ("locality", "East Side"),
        ("point", "49.5490, -94.8915"),
        ("services.washroom.offer", "yes"),
    ];
    let asked = ana
        .submit("/agency/sites/new", "/agency/sites/new", &fields)
        .await;
    assert_eq!(
        asked.header("location"),
        "/agency/waiting?done=proposed",
        "{}",
        asked.body()
    );
    assert_eq!(town.get("/api/v1/sites/cedar-annex").await.status, 404);
    let id = waiting(&town).await[0].id;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let path = format!("/steward/review/{id}");
    let page = sam.get(&path).await.body();
    assert!(
        page.contains("3 Cedar Lane") && page.contains(": offered"),
        "{page}"
    );
    sam.submit(&path, &format!("{path}/accept"), &[]).await;
    assert_eq!(town.get("/api/v1/sites/cedar-annex").await.status, 200);

    let mut own = fields.to_vec();
    own.push(("organization", "lantern-rest"));
    let added = sam
        .submit("/agency/sites/new", "/agency/sites/new", &own)
        .await;
    assert_eq!(
        added.header("location"),
        "/agency/sites/cedar-annex-2?done=details",
        "{}",
        added.body()
    );
    let site = town.get("/api/v1/sites/cedar-annex-2").await.json();
    assert_eq!(
        site["properties"]["organization_name"],
        "Lantern Rest Society"
    );
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn a_change_is_taken_back_by_a_new_change_and_later_ones_stay() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    place(
        &mut sam,
        &[("name.en", "Cedar House"), ("address", "9 Cedar Lane")],
    )
    .await;
    let wrong = town.store().sequence().await.unwrap();
    place(&mut sam, &[("locality", "North Side")]).await;
    let path = format!("{SITE}/history/{wrong}/revert");
    let page = sam.get(&path).await.body();
    assert!(
        page.contains("“Cedar House” becomes “Cedar Circle House”"),
        "{page}"
    );
    let fields = [
        ("version", version(&page)),
        ("reason", "=cmd|' /C calc'!A0".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let done = sam.submit(&path, &path, &fields).await;
    assert_eq!(
        done.header("location"),
        format!("{SITE}/history?done=reverted"),
        "{}",
        done.body()
    );
    let html = public(&town).await;
    assert!(
        html.contains("Cedar Circle House") && html.contains("North Side"),
        "{html}"
    );
    assert!(!html.contains("9 Cedar Lane"));
    let history = sam.get(&format!("{SITE}/history")).await.body();
    assert!(
        history.contains(&format!(
            "Takes back change {wrong}. Why: =cmd|&#39; /C calc&#39;!A0"
        )),
        "{history}"
    );
    // Nothing left to take back.
    assert!(sam.get(&path).await.body().contains("nothing to take back"));
    assert_eq!(
        sam.get(&format!("{SITE}/history/1/revert")).await.status,
        404
    );
    town.store().verify().await.unwrap();
}

#[actix_rt::test]
async fn an_agencys_own_taking_back_of_a_name_waits_too() {
    let town = Town::to_edit().await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    place(&mut sam, &[("name.en", "Cedar House")]).await;
    let wrong = town.store().sequence().await.unwrap();
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let path = format!("{SITE}/history/{wrong}/revert");
    let seen = version(&ana.get(&path).await.body());
    let done = ana.submit(&path, &path, &[("version", &seen)]).await;
    assert_eq!(
        done.header("location"),
        format!("{SITE}/history?done=reverted-waits")
    );
    assert!(public(&town).await.contains("Cedar House"));
    assert_eq!(waiting(&town).await[0].parts, ["name"]);
}
