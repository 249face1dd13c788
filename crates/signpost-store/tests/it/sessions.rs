//! Sessions that are over.

use jiff::{SignedDuration, ToSpan as _};
use signpost_domain::Lang;
use signpost_store::{NewAccount, Role, SessionTimes};

use crate::town::{Place, now};

#[tokio::test]
async fn an_ended_session_stays_ended_when_the_clock_goes_back() {
    let place = Place::empty().await;
    let store = &place.store;
    let new = NewAccount {
        name: "Kim".to_owned(),
        email: "kim@example.org".to_owned(),
        role: Role::Steward,
        lang: Lang::En,
        by: "test".to_owned(),
        at: now(),
    };
    let id = store.add_account(new).await.unwrap();
    let secret = store.begin_session(id, None, now()).await.unwrap().secret;
    let times = SessionTimes {
        idle: SignedDuration::from_hours(1),
        absolute: SignedDuration::from_hours(12),
    };
    let later = now() + 61.minutes();
    assert!(
        store
            .session(&secret, times, now())
            .await
            .unwrap()
            .is_some()
    );
    assert!(
        store
            .session(&secret, times, later)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .session(&secret, times, now())
            .await
            .unwrap()
            .is_none()
    );
}
