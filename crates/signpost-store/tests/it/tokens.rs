use jiff::civil::{Date, date};
use signpost_store::{Reason, StoreError, TokenRequest};

use crate::town::{Place, now, town};

fn today() -> Date {
    date(2026, 11, 22)
}

#[tokio::test]
async fn a_token_speaks_for_one_organization_until_it_is_disabled() {
    let place = Place::with(&town()).await;
    let harbour = "harbour".parse().unwrap();
    let token = place
        .store
        .add_token(&harbour, "booking system", now())
        .await
        .unwrap();
    let owner = place
        .store
        .token_owner(&token.secret, today())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (owner.organization, owner.label.as_str(), owner.id),
        (harbour.clone(), "booking system", token.id)
    );
    let other = place
        .store
        .add_token(&harbour, "other", now())
        .await
        .unwrap();
    assert_ne!(other.secret, token.secret);

    place.store.disable_token(token.id, now()).await.unwrap();
    assert_eq!(
        place
            .store
            .token_owner(&token.secret, today())
            .await
            .unwrap(),
        None
    );
    assert!(
        place
            .store
            .token_owner(&other.secret, today())
            .await
            .unwrap()
            .is_some()
    );
    let again = place
        .store
        .disable_token(token.id, now())
        .await
        .unwrap_err();
    assert!(matches!(again, StoreError::NoSuchToken { .. }), "{again}");
}

#[tokio::test]
async fn a_token_is_long_and_neither_stored_nor_printed() {
    let place = Place::with(&town()).await;
    let token = place
        .store
        .add_token(&"harbour".parse().unwrap(), "x", now())
        .await
        .unwrap();
    let bits = token.secret.strip_prefix("signpost_").unwrap();
    assert_eq!(bits.len(), 64);
    assert!(!format!("{token:?}").contains(bits));
    for file in ["town.db", "town.db-wal"] {
        let bytes = std::fs::read(place.folder.path().join(file)).unwrap();
        assert!(
            !bytes.windows(64).any(|window| window == bits.as_bytes()),
            "{file}"
        );
    }
}

#[tokio::test]
async fn a_token_without_its_organization_is_worth_nothing() {
    let place = Place::with(&town()).await;
    let nobody = place
        .store
        .add_token(&"nobody".parse().unwrap(), "x", now())
        .await;
    assert!(matches!(nobody, Err(StoreError::NoSuchOrganization { .. })));
    let token = place
        .store
        .add_token(&"pharmacy".parse().unwrap(), "x", now())
        .await
        .unwrap();
    let mut directory = town();
    directory.plans.clear();
    directory
        .sites
        .retain(|site| site.organization.as_str() != "pharmacy");
    directory
        .organizations
        .retain(|row| row.id.as_str() != "pharmacy");
    place
        .store
        .sync(&directory, "test", &Reason::default(), now())
        .await
        .unwrap();
    assert_eq!(
        place
            .store
            .token_owner(&token.secret, today())
            .await
            .unwrap(),
        None
    );
    for guess in ["", "signpost_", "' OR 1=1 --"] {
        assert_eq!(place.store.token_owner(guess, today()).await.unwrap(), None);
    }
}

#[tokio::test]
async fn the_list_of_tokens_says_when_each_was_made_last_used_and_ended() {
    let place = Place::with(&town()).await;
    let harbour = "harbour".parse().unwrap();
    let old = place.store.add_token(&harbour, "old", now()).await.unwrap();
    let new = place.store.add_token(&harbour, "new", now()).await.unwrap();
    let day = today();
    place.store.token_used(new.id, day).await.unwrap();
    place.store.disable_token(old.id, now()).await.unwrap();
    let listed = place.store.tokens().await.unwrap();
    let said: Vec<_> = listed
        .iter()
        .map(|token| {
            (
                token.owner.label.as_str(),
                token.owner.last_used,
                token.disabled_at,
            )
        })
        .collect();
    assert_eq!(said, [("new", Some(day), None), ("old", None, Some(now()))]);
}

#[tokio::test]
async fn a_token_ends_after_its_last_day_and_that_is_within_a_year() {
    let place = Place::with(&town()).await;
    let harbour = "harbour".parse().unwrap();
    let year = place.store.add_token(&harbour, "x", now()).await.unwrap();
    let owner = |day| place.store.token_owner(&year.secret, day);
    let last = date(2027, 11, 22);
    assert_eq!(owner(last).await.unwrap().unwrap().last_day, Some(last));
    assert_eq!(owner(date(2027, 11, 23)).await.unwrap(), None);
    let asked = TokenRequest {
        organization: harbour,
        label: "a week".to_owned(),
        last_day: date(2026, 11, 29),
        by: Some("account 1 (steward)".to_owned()),
        at: now(),
    };
    let week = place.store.make_token(asked).await.unwrap();
    let all = place.store.tokens().await.unwrap();
    let made = all.iter().find(|one| one.owner.id == week.id).unwrap();
    assert_eq!(made.made_by.as_deref(), Some("account 1 (steward)"));
    for (day, good) in [(date(2026, 11, 29), true), (date(2026, 11, 30), false)] {
        let owner = place.store.token_owner(&week.secret, day).await.unwrap();
        assert_eq!(owner.is_some(), good, "{day}");
    }
}
