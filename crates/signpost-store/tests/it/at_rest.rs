//! What whoever gets hold of a file can read: as little as can be.

use std::{fs, path::Path};

use signpost_domain::Lang;
use signpost_store::{AccountId, NewAccount, Role, Store, StoreError, StoredSecondStep};

use crate::town::{Place, now, town, url};

const SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

async fn account(store: &Store, name: &str) -> AccountId {
    let new = NewAccount {
        name: name.to_owned(),
        email: format!("{name}@example.org"),
        role: Role::Steward,
        lang: Lang::En,
        by: "test".to_owned(),
        at: now(),
    };
    store.add_account(new).await.unwrap()
}

/// An account with this second step.
async fn with_second_step(store: &Store, name: &str) -> AccountId {
    let id = account(store, name).await;
    store.offer_second_step(id, SECRET, now()).await.unwrap();
    store.second_step_on(id, 1, &[], now()).await.unwrap();
    id
}

/// What a sign-in is checked against.
async fn second_step(store: &Store, name: &str) -> StoredSecondStep {
    let email = format!("{name}@example.org");
    let attempt = store.begin_attempt(&email, None, now(), |_, _| None).await;
    match attempt.unwrap() {
        signpost_store::Attempt::Counted(Some(known)) => known.second_step,
        _ => panic!("nobody of this name"),
    }
}

fn contains(folder: &Path, words: &str) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    files
        .filter(|entry| {
            let bytes = fs::read(entry.path()).unwrap();
            bytes.windows(words.len()).any(|at| at == words.as_bytes())
        })
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

#[tokio::test]
async fn a_secret_stands_in_no_file_and_is_read_again() {
    let place = Place::with(&town()).await;
    with_second_step(&place.store, "kim").await;
    let on = StoredSecondStep::On(SECRET.to_owned());
    assert!(second_step(&place.store, "kim").await == on);
    place
        .store
        .backup(place.folder.path().join("copy.db"))
        .await
        .unwrap();
    assert_eq!(contains(place.folder.path(), SECRET), Vec::<String>::new());
    // Another process, such as the one after a restart.
    let again = Store::open(&url(&place.file())).await.unwrap();
    assert!(second_step(&again, "kim").await == on);
}

#[tokio::test]
async fn a_secret_of_an_earlier_release_is_sealed_and_gone_from_the_file() {
    let place = Place::with(&town()).await;
    let id = account(&place.store, "kim").await;
    assert_eq!(id, AccountId(1));
    place
        .tamper("UPDATE accounts SET totp = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'")
        .await;
    assert_ne!(contains(place.folder.path(), SECRET), Vec::<String>::new());
    let on = StoredSecondStep::On(SECRET.to_owned());
    assert!(second_step(&place.store, "kim").await == on, "as it is");
    assert_eq!(place.store.keep_secrets().await.unwrap().sealed, 1);
    assert_eq!(contains(place.folder.path(), SECRET), Vec::<String>::new());
    assert!(second_step(&place.store, "kim").await == on);
    assert_eq!(place.store.keep_secrets().await.unwrap().sealed, 0);
}

#[tokio::test]
async fn without_its_key_a_secret_is_unreadable_and_no_other_key_is_made() {
    let place = Place::with(&town()).await;
    with_second_step(&place.store, "kim").await;
    let key = place.store.key_file().to_owned();
    assert!(key.starts_with(place.folder.path()) && key != place.file());
    let kept = place.folder.path().join("kept.key");
    fs::rename(&key, &kept).unwrap();
    let again = Store::open(&url(&place.file())).await.unwrap();
    let unreadable = StoredSecondStep::Unreadable;
    assert!(second_step(&again, "kim").await == unreadable);
    let refused = again.keep_secrets().await.unwrap_err();
    assert!(
        matches!(refused, StoreError::KeyMissing { .. }),
        "{refused}"
    );
    assert!(refused.to_string().contains(&*key.to_string_lossy()));
    let sam = account(&again, "sam").await;
    let refused = again.offer_second_step(sam, SECRET, now()).await;
    assert!(matches!(refused, Err(StoreError::KeyMissing { .. })));
    assert!(!key.exists(), "whoever has the old one puts it back");
    // Another key is noticed, too; the one it was sealed under, wherever it lies, opens it.
    let other = Place::with(&town()).await;
    with_second_step(&other.store, "kim").await;
    let wrong = Store::open(&url(&place.file())).await.unwrap();
    let wrong = wrong.with_key_file(other.store.key_file());
    let refused = wrong.keep_secrets().await.unwrap_err();
    assert!(
        matches!(refused, StoreError::KeyMissing { .. }),
        "{refused}"
    );
    let right = Store::open(&url(&place.file())).await.unwrap();
    let right = right.with_key_file(&kept);
    let on = StoredSecondStep::On(SECRET.to_owned());
    assert!(second_step(&right, "kim").await == on);
    assert_eq!(right.keep_secrets().await.unwrap().sealed, 0);
    fs::write(&kept, "no key").unwrap();
    let none = Store::open(&url(&place.file())).await.unwrap();
    let refused = none.with_key_file(&kept).keep_secrets().await.unwrap_err();
    assert!(matches!(refused, StoreError::NoKey { .. }), "{refused}");
}

#[tokio::test]
async fn a_sealed_secret_is_of_one_account_and_no_other() {
    let place = Place::with(&town()).await;
    with_second_step(&place.store, "kim").await;
    account(&place.store, "eve").await;
    place
        .tamper("UPDATE accounts SET totp = (SELECT totp FROM accounts WHERE id = 1) WHERE id = 2")
        .await;
    let unreadable = StoredSecondStep::Unreadable;
    assert!(second_step(&place.store, "eve").await == unreadable);
}

#[tokio::test]
async fn an_offered_secret_waits_a_quarter_of_an_hour_and_is_used_once() {
    let place = Place::with(&town()).await;
    let id = account(&place.store, "kim").await;
    let store = &place.store;
    let nothing = store.second_step_on(id, 1, &[], now()).await;
    assert!(matches!(nothing, Err(StoreError::NothingOffered)));
    store.offer_second_step(id, SECRET, now()).await.unwrap();
    let offered = async |minutes| {
        let at = now() + jiff::SignedDuration::from_mins(minutes);
        store.offered_second_step(id, at).await.unwrap()
    };
    assert_eq!(offered(15).await.as_deref(), Some(SECRET));
    assert_eq!(offered(16).await, None);
    store.second_step_on(id, 1, &[], now()).await.unwrap();
    assert_eq!(offered(0).await, None);
}

#[cfg(unix)]
#[tokio::test]
async fn files_are_for_their_owner_alone_also_those_that_were_there() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let place = Place::with(&town()).await;
    with_second_step(&place.store, "kim").await;
    place
        .store
        .backup(place.folder.path().join("copy.db"))
        .await
        .unwrap();
    let names = [
        "town.db",
        "town.db-wal",
        "town.db-shm",
        "town.db.key",
        "copy.db",
    ];
    for name in names {
        let path = place.folder.path().join(name);
        assert_eq!(mode(&path), 0o600, "{name}");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    }
    let again = Store::open(&url(&place.file())).await.unwrap();
    let on = StoredSecondStep::On(SECRET.to_owned());
    assert!(second_step(&again, "kim").await == on);
    for name in &names[..4] {
        assert_eq!(mode(&place.folder.path().join(name)), 0o600, "{name}");
    }
}
