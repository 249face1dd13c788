use signpost_store::{Store, StoreError};

use crate::town::{Place, door, site, town, url};

#[tokio::test]
async fn a_backup_is_whole_and_can_be_written_to() {
    let place = Place::with(&town()).await;
    let path = place.folder.path().join("copy.db");
    place.store.backup(&path).await.unwrap();
    let copy = Store::open(&url(&path)).await.unwrap();
    assert_eq!(
        copy.verify().await.unwrap(),
        place.store.verify().await.unwrap()
    );
    assert_eq!(
        copy.load().await.unwrap(),
        place.store.load().await.unwrap()
    );
    let version = place.version("counter").await;
    let edited = copy
        .edit_site(door(site("counter"), "Red door", version, None))
        .await
        .unwrap();
    assert_eq!(edited.sequence, 11, "numbers go on where they were");
    copy.verify().await.unwrap();
    let names: Vec<_> = std::fs::read_dir(place.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        !names
            .iter()
            .any(|name| name.to_string_lossy().contains("partial")),
        "{names:?}"
    );
}

#[tokio::test]
async fn a_backup_overwrites_nothing() {
    let place = Place::with(&town()).await;
    let path = place.folder.path().join("thesis.txt");
    std::fs::write(&path, "years of work").unwrap();
    for there in [path.as_path(), place.file().as_path(), place.folder.path()] {
        let refused = place.store.backup(there).await.unwrap_err();
        assert!(
            matches!(refused, StoreError::FileExists { .. }),
            "{refused}"
        );
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "years of work");
    let nowhere = place
        .store
        .backup("/nowhere/at/all/copy.db")
        .await
        .unwrap_err();
    assert!(
        nowhere.to_string().contains("/nowhere/at/all/copy.db"),
        "{nowhere}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_during_edits_is_one_moment() {
    let place = Place::with(&town()).await;
    let store = place.store.clone();
    let edits = tokio::spawn(async move {
        let mut version = store.load().await.unwrap().versions["counter"];
        for number in 0..50 {
            let edit = door(site("counter"), &format!("Door {number}"), version, None);
            version = store.edit_site(edit).await.unwrap().sequence;
        }
    });
    for number in 0..5 {
        let path = place.folder.path().join(format!("{number}.db"));
        place.store.backup(&path).await.unwrap();
        Store::open(&url(&path))
            .await
            .unwrap()
            .verify()
            .await
            .unwrap();
    }
    edits.await.unwrap();
}
