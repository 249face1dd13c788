//! What was sent back is asked for once more without being typed once more; others see nothing of it.

use signpost_store::{Proposal, ProposalQuery, Role};

use crate::{
    desk::{Desk, editor},
    sheet::{HOUSE, open, sheet},
    town::Town,
};

async fn last(town: &Town) -> Proposal {
    let asked = ProposalQuery::default();
    town.store().proposals(&asked).await.unwrap().remove(0)
}

/// A steward sends the last one back.
async fn sent_back(town: &Town, sam: &mut Desk<'_>) -> Proposal {
    let asked = last(town).await;
    let path = format!("/steward/review/{}", asked.id);
    sam.submit(&path, &format!("{path}/send-back"), &[("note", "Which?")])
        .await;
    asked
}

#[actix_rt::test]
async fn a_new_place_that_came_back_is_filled_in_again() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    let fields = [
        ("name.en", "Cedar Annex"),
        ("kind", "pharmacy"),
        ("address", "3 Cedar Lane"),
        ("point", "49.5490, -94.8915"),
        ("services.washroom.offer", "yes"),
    ];
    let new = "/agency/sites/new";
    ana.submit(new, new, &fields).await;
    let asked = sent_back(&town, &mut sam).await;
    let home = ana.get("/agency").await.body();
    assert!(
        home.contains("A steward sent something back with a note."),
        "{home}"
    );
    let again = format!("{new}?again={}", asked.id);
    let list = ana.get("/agency/waiting").await.body();
    assert!(list.contains(&again), "{list}");
    let page = ana.get(&again).await.body();
    for kept in [
        "value=\"Cedar Annex\"",
        "value=\"3 Cedar Lane\"",
        "value=\"49.549, -94.8915\"",
        "name=\"kind\" value=\"pharmacy\" checked",
        "name=\"services.washroom.offer\" value=\"yes\" checked",
    ] {
        assert!(page.contains(kept), "{kept}: {page}");
    }
    let sent = sheet(&page, 0).press(&mut ana, "save").await;
    assert_eq!(sent.header("location"), "/agency/waiting?done=proposed");
    assert!(last(&town).await.id > asked.id);
    let list = ana.get("/agency/waiting").await.body();
    assert!(
        !list.contains("Which?"),
        "who asked again has read the note"
    );

    let mut rita = town.signed_in("Rita", editor("granite-street")).await;
    assert_eq!(rita.get(&again).await.status, 404);
    let gone = ana.get(&format!("{new}?again=999")).await;
    assert_eq!(gone.status, 200, "{}", gone.body());
    assert!(!gone.body().contains("Cedar Annex"));
}

#[actix_rt::test]
async fn a_name_or_an_offer_that_came_back_is_filled_in_again() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let mut sam = town.signed_in("Sam", Role::Steward).await;
    for (name, field, kept) in [
        ("place", ("name.en", "Cedar House"), "value=\"Cedar House\""),
        (
            "offers",
            ("services.peer-support.offer", "yes"),
            "name=\"services.peer-support.offer\" value=\"yes\" checked",
        ),
    ] {
        let path = format!("{HOUSE}/{name}");
        let form = open(&mut ana, &path).await.with(field.0, field.1);
        let sent = form.press(&mut ana, "save").await;
        let news = sent.header("location");
        assert_eq!(news, format!("{HOUSE}?done={name}&waits=all"));
        let page = ana.get(news).await.body();
        assert!(page.contains("Sent to the stewards. It is not public yet."));
        assert!(!page.contains("Saved."), "{page}");
        let asked = sent_back(&town, &mut sam).await;
        assert!(!ana.get(&path).await.body().contains(kept));
        let again = format!("{path}?again={}", asked.id);
        let page = ana.get("/agency/waiting").await.body();
        assert!(page.contains(&again), "{page}");
        let page = ana.get(&again).await.body();
        assert!(page.contains(kept), "{page}");
    }
}

#[actix_rt::test]
async fn what_waits_in_part_says_so() {
    let town = Town::to_edit().await;
    let mut ana = town.signed_in("Ana", editor("cedar-circle")).await;
    let form = open(&mut ana, &format!("{HOUSE}/offers"))
        .await
        .with("services.peer-support.offer", "yes")
        .with("services.food.offer", "no");
    let sent = form.press(&mut ana, "save").await;
    let page = ana.get(sent.header("location")).await.body();
    assert!(
        page.contains("Saved. A part of it waits for a steward"),
        "{page}"
    );
    assert!(page.contains("Food: offered becomes not offered"), "{page}");
}
