use signpost_store::{Reason, Store, StoreError};

use crate::town::{Place, door, now, site, town, url};

#[tokio::test]
async fn an_empty_database_holds_no_directory() {
    let place = Place::empty().await;
    let loaded = place.store.load().await.unwrap();
    assert_eq!(loaded.directory, None);
    assert_eq!(loaded.sequence, 0);
    assert_eq!(place.store.verify().await.unwrap().revisions, 0);
}

#[tokio::test]
async fn what_is_no_address_of_ours_is_refused() {
    for url in [
        "",
        "town.db",
        "sqlite:",
        "postgres://localhost/a",
        "sqlite:a.db?mode=ro",
    ] {
        let refused = Store::open(url).await.unwrap_err();
        assert!(
            matches!(refused, StoreError::Address { .. }),
            "{url}: {refused}"
        );
        assert!(refused.is_about_the_request());
    }
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_said_so() {
    let refused = Store::open("sqlite:/nowhere/at/all/town.db")
        .await
        .unwrap_err();
    assert!(
        matches!(refused, StoreError::CannotOpen { .. }),
        "{refused}"
    );
    assert!(refused.to_string().contains("/nowhere/at/all/town.db"));
}

#[tokio::test]
async fn names_with_odd_characters_are_files_like_any_other() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["file:a.db", "a b%20c#d.db", "ᐊᓂᔑᓈᐯ.db"] {
        let path = folder.path().join(name);
        let store = Store::open(&url(&path)).await.unwrap();
        store
            .sync(&town(), "test", &Reason::default(), now())
            .await
            .unwrap();
        store.close().await;
        assert!(path.is_file(), "{name}");
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_called_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town.db");
    std::fs::write(&path, "slug,organization,name_en\n".repeat(100)).unwrap();
    let refused = Store::open(&url(&path)).await.unwrap_err();
    assert!(matches!(refused, StoreError::Corrupt { .. }), "{refused}");
}

#[tokio::test]
async fn a_database_of_a_newer_build_is_left_alone() {
    let place = Place::with(&town()).await;
    place
        .tamper(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (9999, 'of tomorrow', 1, x'00', 0)",
        )
        .await;
    let refused = Store::open(&url(&place.file())).await.unwrap_err();
    assert!(
        matches!(refused, StoreError::OtherVersion { migration: 9999 }),
        "{refused}"
    );
}

#[tokio::test]
async fn a_write_to_a_file_that_was_taken_away_is_never_acknowledged() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    std::fs::rename(place.file(), place.folder.path().join("elsewhere.db")).unwrap();
    let refused = place
        .store
        .edit_site(door(site("counter"), "Red door", version, None))
        .await
        .unwrap_err();
    assert!(matches!(refused, StoreError::Gone { .. }), "{refused}");
    let refused = place.store.load().await.unwrap_err();
    assert!(matches!(refused, StoreError::Gone { .. }), "{refused}");
    assert!(!place.file().exists(), "no empty database takes its place");
}

#[tokio::test]
async fn a_database_that_somebody_else_holds_is_called_locked() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(place.file());
    let mut other = sqlx::ConnectOptions::connect(&options).await.unwrap();
    sqlx::raw_sql("BEGIN EXCLUSIVE")
        .execute(&mut other)
        .await
        .unwrap();
    let edit = door(site("counter"), "Red door", version, None);
    let refused = place.store.edit_site(edit.clone()).await.unwrap_err();
    assert!(matches!(refused, StoreError::Locked), "{refused}");
    assert_eq!(
        place.site("counter").await.door,
        site("counter").door,
        "reads go on"
    );
    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
    place.store.edit_site(edit).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_may_make_a_new_database_at_once() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let url = url(&folder.path().join("town.db"));
        let open = || {
            let url = url.clone();
            tokio::spawn(async move { Store::open(&url).await.unwrap() })
        };
        let (one, other) = (open(), open());
        let (one, other) = (one.await.unwrap(), other.await.unwrap());
        one.sync(&town(), "test", &Reason::default(), now())
            .await
            .unwrap();
        assert_eq!(other.load().await.unwrap().directory, Some(town()));
    }
}
