use signpost_domain::Text;
use signpost_store::{Reason, RevisionsAsked, StoreError, SubjectKind, Synced};

use crate::town::{Place, door, now, organization, service, site, town};

/// Settings, two organizations, three sites, a line, a landmark, the ground, a plan.
const ROWS: usize = 10;

fn numbers(synced: Synced) -> (usize, usize, usize) {
    (synced.added, synced.changed, synced.removed)
}

#[tokio::test]
async fn sync_fills_an_empty_database() {
    let place = Place::empty().await;
    let synced = place
        .store
        .sync(&town(), "test", &Reason::typed("first"), now())
        .await
        .unwrap();
    assert_eq!(numbers(synced), (ROWS, 0, 0));
    assert_eq!(synced.sequence, ROWS as u64);
    let loaded = place.store.load().await.unwrap();
    assert_eq!(loaded.directory, Some(town()));
    assert_eq!(loaded.sequence, synced.sequence);
    assert_eq!(loaded.versions.len(), 3);
}

#[tokio::test]
async fn sync_twice_changes_nothing() {
    let place = Place::with(&town()).await;
    let again = place
        .store
        .sync(&town(), "test", &Reason::typed("again"), now())
        .await
        .unwrap();
    assert_eq!(numbers(again), (0, 0, 0));
    assert_eq!(again.sequence, ROWS as u64);
    let mut shuffled = town();
    shuffled.sites.reverse();
    shuffled.organizations.reverse();
    for site in &mut shuffled.sites {
        site.services.reverse();
    }
    let again = place
        .store
        .sync(&shuffled, "test", &Reason::typed("again"), now())
        .await
        .unwrap();
    assert_eq!(
        numbers(again),
        (0, 0, 0),
        "the order of rows in a file means nothing"
    );
}

#[tokio::test]
async fn sync_adds_what_is_new() {
    let place = Place::with(&town()).await;
    let mut directory = town();
    directory.organizations.push(organization("van"));
    let mut van = site("van");
    van.organization = "van".parse().unwrap();
    directory.sites.push(van);
    let synced = place
        .store
        .sync(&directory, "test", &Reason::typed("more"), now())
        .await
        .unwrap();
    assert_eq!(numbers(synced), (2, 0, 0));
    assert_eq!(place.store.load().await.unwrap().directory, Some(directory));
}

#[tokio::test]
async fn sync_removes_what_is_gone_and_keeps_its_history() {
    let place = Place::with(&town()).await;
    let mut directory = town();
    directory.plans.clear();
    directory
        .sites
        .retain(|site| site.slug.as_str() != "pharmacy");
    directory
        .organizations
        .retain(|row| row.id.as_str() != "pharmacy");
    let synced = place
        .store
        .sync(&directory, "test", &Reason::typed("closed"), now())
        .await
        .unwrap();
    assert_eq!(numbers(synced), (0, 0, 3));
    assert_eq!(place.store.load().await.unwrap().directory, Some(directory));
    let asked = RevisionsAsked {
        subject: Some((SubjectKind::Site, "pharmacy".into())),
        ..RevisionsAsked::default()
    };
    let history = place.store.revisions(&asked).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(
        (&history[0].after, &history[0].before),
        (&None, &history[1].after)
    );
    assert_eq!(history[0].reason, Reason::typed("closed"));
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn sync_changes_only_the_rows_that_differ() {
    let place = Place::with(&town()).await;
    let mut directory = town();
    directory.sites[0].services[0].hours = Some("24/7".into());
    directory.sites[0].exceptions.clear();
    directory.organizations[0].name = Text::en("Harbour House");
    directory.needs[0].hint = Text::en("Free.");
    directory.ground.crossings[0].open = false;
    directory.plans[0].rules[0].targets[0].need = Some("disposal".parse().unwrap());
    let synced = place
        .store
        .sync(&directory, "test", &Reason::typed("changes"), now())
        .await
        .unwrap();
    assert_eq!(numbers(synced), (0, 5, 0));
    assert_eq!(
        place.version("patrol").await,
        5,
        "a site that stays keeps its version"
    );
    assert_eq!(place.store.load().await.unwrap().directory, Some(directory));
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn compare_says_what_sync_would_do_and_does_not_do_it() {
    let place = Place::with(&town()).await;
    let mut directory = town();
    directory.sites[0].address = "2 Wharf Street".into();
    directory.lines.clear();
    directory.landmarks[0].id = "whale".parse().unwrap();
    assert_eq!(place.store.compare(&directory).await.unwrap(), (1, 1, 2));
    assert_eq!(place.store.load().await.unwrap().directory, Some(town()));
}

#[tokio::test]
async fn a_directory_that_contradicts_itself_changes_nothing() {
    let place = Place::with(&town()).await;
    let mut directory = town();
    directory.title = Text::en("Elsewhere");
    directory.sites[1].organization = "nobody".parse().unwrap();
    directory.sites[2].services.push(service("supplies"));
    let refused = place
        .store
        .sync(&directory, "test", &Reason::default(), now())
        .await
        .unwrap_err();
    let StoreError::Faulty { faults } = &refused else {
        panic!("{refused}");
    };
    assert_eq!(faults.len(), 2, "{refused}");
    assert_eq!(place.store.load().await.unwrap().directory, Some(town()));
}

#[tokio::test]
async fn an_import_does_not_undo_an_edit_it_never_saw() {
    let place = Place::with(&town()).await;
    let seen = place.store.load().await.unwrap().sequence;
    let version = place.version("counter").await;
    place
        .store
        .edit_site(door(site("counter"), "Red door", version, None))
        .await
        .unwrap();
    let refused = place
        .store
        .sync_unless_changed(&town(), seen, "test", &Reason::typed("import"), now())
        .await
        .unwrap_err();
    assert!(matches!(refused, StoreError::Stale { current } if current == seen + 1));
    assert_eq!(place.site("counter").await.door, Text::en("Red door"));
}
