use std::collections::BTreeSet;

use signpost_domain::Text;
use signpost_store::{Edited, RevisionQuery, Store, StoreError, SubjectKind};

use crate::town::{Place, door, now, service, site, town, url};

#[tokio::test]
async fn an_edit_is_stored_with_its_history() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let mut edit = door(site("counter"), "Red door", version, None);
    edit.site.services = vec![service("supplies")];
    edit.site.exceptions.clear();
    edit.site.disposal_point = None;
    let edited = place.store.edit_site(edit.clone()).await.unwrap();
    assert!(edited.sequence > version && !edited.replayed);
    assert_eq!(place.site("counter").await, edit.site);
    assert_eq!(place.version("counter").await, edited.sequence);

    let asked = RevisionQuery {
        subject: Some((SubjectKind::Site, "counter".into())),
        ..RevisionQuery::default()
    };
    let history = place.store.revisions(&asked).await.unwrap();
    let last = &history[0];
    assert_eq!(
        (last.author.as_str(), last.reason.words.as_str(), last.at),
        ("harbour", "the door moved", now())
    );
    assert_eq!(last.before, history[1].after);
    assert!(last.after.as_ref().unwrap().contains("Red door"));
}

#[tokio::test]
async fn an_edit_of_an_older_version_is_refused_and_told_the_newer() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let first = place
        .store
        .edit_site(door(site("counter"), "Red door", version, None))
        .await
        .unwrap();
    let late = place
        .store
        .edit_site(door(site("counter"), "Green door", version, None))
        .await;
    assert!(matches!(late, Err(StoreError::Stale { current }) if current == first.sequence));
    assert_eq!(place.site("counter").await.door, Text::en("Red door"));
}

#[tokio::test]
async fn an_edit_that_could_not_stand_is_refused() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let refused = async |change: &dyn Fn(&mut signpost_store::SiteEdit)| {
        let mut edit = door(site("counter"), "Red door", version, None);
        change(&mut edit);
        place.store.edit_site(edit).await.unwrap_err()
    };
    let error = refused(&|edit| edit.site.slug = "other".parse().unwrap()).await;
    assert!(matches!(error, StoreError::Renamed { .. }), "{error}");
    let error = refused(&|edit| edit.site.organization = "nobody".parse().unwrap()).await;
    assert!(
        matches!(error, StoreError::NoSuchOrganization { .. }),
        "{error}"
    );
    let error = refused(&|edit| edit.site.services.push(service("supplies"))).await;
    assert!(matches!(error, StoreError::Faulty { .. }), "{error}");
    let error = refused(&|edit| edit.site.services = vec![service("housing")]).await;
    assert!(error.to_string().contains("housing"), "{error}");
    let error = refused(&|edit| {
        edit.slug = "nowhere".parse().unwrap();
        edit.site.slug = "nowhere".parse().unwrap();
    })
    .await;
    assert!(matches!(error, StoreError::NoSuchSite { .. }), "{error}");
    assert_eq!(place.store.load().await.unwrap().directory, Some(town()));
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn an_edit_that_changes_nothing_makes_no_revision() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let before = place.revisions().await;
    let mut edit = door(site("counter"), "Blue door", version, None);
    edit.site.services.reverse();
    let edited = place.store.edit_site(edit).await.unwrap();
    assert_eq!(edited.sequence, version);
    assert_eq!(place.revisions().await, before);
}

#[tokio::test]
async fn the_same_key_gives_the_same_answer_and_one_revision() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let edit = door(site("counter"), "Red door", version, Some("k1"));
    let first = place.store.edit_site(edit.clone()).await.unwrap();
    let mut later = edit.clone();
    later.at = "2026-11-23T00:00:00Z".parse().unwrap();
    let second = place.store.edit_site(later).await.unwrap();
    assert_eq!(second.sequence, first.sequence);
    assert!(second.replayed && !first.replayed);
    assert_eq!(place.revisions().await, first.sequence);

    let different = door(site("counter"), "Green door", first.sequence, Some("k1"));
    let refused = place.store.edit_site(different.clone()).await.unwrap_err();
    assert!(matches!(refused, StoreError::KeyReused), "{refused}");
    let mut somebody_else = different;
    somebody_else.author = "pharmacy".into();
    place.store.edit_site(somebody_else).await.unwrap();
}

#[tokio::test]
async fn a_refused_edit_does_not_use_up_its_key() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let stale = door(site("counter"), "Red door", version + 100, Some("k1"));
    place.store.edit_site(stale).await.unwrap_err();
    let fresh = door(site("counter"), "Red door", version, Some("k1"));
    assert!(!place.store.edit_site(fresh).await.unwrap().replayed);
}

#[tokio::test]
async fn a_key_is_forgotten_after_thirty_days() {
    let place = Place::with(&town()).await;
    let mut version = place.version("counter").await;
    for (at, key) in [
        ("2026-11-01", "k1"),
        ("2026-12-02", "k2"),
        ("2026-12-03", "k1"),
    ] {
        let mut edit = door(site("counter"), at, version, Some(key));
        edit.at = format!("{at}T12:00:00Z").parse().unwrap();
        let edited = place.store.edit_site(edit).await.unwrap();
        assert!(!edited.replayed);
        version = edited.sequence;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asking_twice_at_once_with_one_key_makes_one_revision() {
    let place = Place::with(&town()).await;
    for round in 0..20 {
        let version = place.version("counter").await;
        let edit = door(
            place.site("counter").await,
            &format!("Door {round}"),
            version,
            Some(&format!("key {round}")),
        );
        let ask = || {
            let (store, edit) = (place.store.clone(), edit.clone());
            tokio::spawn(async move { store.edit_site(edit).await.unwrap() })
        };
        let (one, other) = (ask(), ask());
        let (one, other) = (one.await.unwrap(), other.await.unwrap());
        assert_eq!(one.sequence, other.sequence);
        assert!(one.replayed ^ other.replayed, "one of the two is the first");
        assert_eq!(place.revisions().await, version.max(one.sequence));
    }
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_edits_at_once_every_acknowledged_one_is_there() {
    let place = Place::with(&town()).await;
    let before = place.revisions().await;
    let edits: Vec<_> = (0..60_usize)
        .map(|number| {
            let slug = ["counter", "patrol", "pharmacy"][number % 3];
            let store = place.store.clone();
            tokio::spawn(async move {
                loop {
                    let loaded = store.load().await.unwrap();
                    let site = loaded.directory.unwrap().sites.into_iter();
                    let site = site
                        .into_iter()
                        .find(|site| site.slug.as_str() == slug)
                        .unwrap();
                    let version = loaded.versions[&site.slug];
                    match store
                        .edit_site(door(site, &format!("Door {number}"), version, None))
                        .await
                    {
                        Ok(Edited { sequence, .. }) => return (number, sequence),
                        Err(StoreError::Stale { .. }) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            })
        })
        .collect();
    let mut acknowledged = Vec::new();
    for edit in edits {
        acknowledged.push(edit.await.unwrap());
    }
    let sequences: BTreeSet<u64> = acknowledged.iter().map(|(_, sequence)| *sequence).collect();
    assert_eq!(sequences, (before + 1..=before + 60).collect());
    let history = place
        .store
        .revisions(&RevisionQuery::default())
        .await
        .unwrap();
    for (number, sequence) in acknowledged {
        let revision = history.iter().find(|one| one.sequence == sequence).unwrap();
        let words = format!("\"Door {number}\"");
        assert!(revision.after.as_ref().unwrap().contains(&words));
    }
    assert_eq!(place.store.verify().await.unwrap().revisions, before + 60);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_edit_given_up_half_way_leaves_nothing_behind() {
    let place = Place::with(&town()).await;
    for patience in 0..200_u64 {
        let version = place.version("counter").await;
        let edit = door(site("counter"), &format!("Door {patience}"), version, None);
        let waiting = place.store.edit_site(edit);
        let limit = std::time::Duration::from_micros(patience * 20);
        let _given_up_or_not = tokio::time::timeout(limit, waiting).await;
    }
    assert_eq!(place.faults().await, vec![]);
    // The last one given up may have been at its commit, which then comes true after all.
    loop {
        let version = place.version("counter").await;
        let edit = door(site("counter"), "At last", version, None);
        match place.store.edit_site(edit).await {
            Err(StoreError::Stale { .. }) => {}
            done => {
                done.unwrap();
                break;
            }
        }
    }
    assert_eq!(place.site("counter").await.door, Text::en("At last"));
}

/// What a machine finds after the power went: the two files as they are, nothing closed, nothing tidied.
#[tokio::test]
async fn an_acknowledged_edit_is_in_the_files_at_that_moment() {
    let place = Place::with(&town()).await;
    for number in 0..10 {
        let version = place.version("counter").await;
        let words = format!("Door {number}");
        let edited = place
            .store
            .edit_site(door(site("counter"), &words, version, None))
            .await
            .unwrap();
        let after = tempfile::tempdir().unwrap();
        for name in ["town.db", "town.db-wal"] {
            std::fs::copy(place.folder.path().join(name), after.path().join(name)).unwrap();
        }
        let found = Store::open(&url(&after.path().join("town.db")))
            .await
            .unwrap();
        assert_eq!(found.sequence().await.unwrap(), edited.sequence);
        assert_eq!(
            found.verify().await.unwrap(),
            place.store.verify().await.unwrap()
        );
    }
}

/// An import in another process, a second server on one file: each has its own connections.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_on_one_file_take_turns() {
    let place = Place::with(&town()).await;
    let other = Store::open(&url(&place.file())).await.unwrap();
    let before = place.revisions().await;
    let write = |store: Store, slug: &'static str| {
        tokio::spawn(async move {
            let mut version = store.load().await.unwrap().versions[slug];
            for number in 0..40 {
                let edit = door(
                    site(slug),
                    &format!("Door {number}"),
                    version,
                    Some(&format!("{slug}-{number}")),
                );
                version = store.edit_site(edit).await.unwrap().sequence;
            }
        })
    };
    let (one, two) = (
        write(place.store.clone(), "counter"),
        write(other, "pharmacy"),
    );
    one.await.unwrap();
    two.await.unwrap();
    assert_eq!(place.store.verify().await.unwrap().revisions, before + 80);
}
