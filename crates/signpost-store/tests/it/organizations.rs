//! An organization changed by its own people, and what its sites ever offered.

use signpost_domain::{HolidayChoice, Offer};
use signpost_store::{OrganizationEdit, Reason, RevisionsAsked, StoreError, SubjectKind};

use crate::town::{Place, door, now, site, town};

#[tokio::test]
async fn an_organization_is_changed_once_however_often_the_form_is_sent() {
    let place = Place::with(&town()).await;
    let id = town().organizations[0].id.clone();
    let (mut organization, version) = place.store.organization(&id).await.unwrap().unwrap();
    organization.holidays = HolidayChoice::ClosedOn(vec!["boxing-day".parse().unwrap()]);
    let edit = OrganizationEdit {
        expected: version,
        organization: organization.clone(),
        author: "Ana".to_owned(),
        reason: Reason::typed("holidays"),
        at: now(),
    };
    let done = place.store.edit_organization(edit.clone()).await.unwrap();
    assert!(done.sequence > version && !done.replayed);
    let again = place.store.edit_organization(edit.clone()).await.unwrap();
    assert_eq!((again.sequence, again.replayed), (done.sequence, true));
    assert_eq!(
        place.store.organization(&id).await.unwrap(),
        Some((organization.clone(), done.sequence))
    );
    let asked = RevisionsAsked {
        subject: Some((SubjectKind::Organization, id.to_string())),
        ..RevisionsAsked::default()
    };
    let history = place.store.revisions(&asked).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[0].author, "Ana");

    organization.indigenous_led = !organization.indigenous_led;
    let late = OrganizationEdit {
        organization,
        ..edit
    };
    let late = place.store.edit_organization(late).await;
    assert!(matches!(late, Err(StoreError::Stale { current }) if current == done.sequence));
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn what_was_offered_once_stays_known_after_it_was_taken_away() {
    let place = Place::with(&town()).await;
    let slug = site("counter").slug;
    let version = place.version("counter").await;
    let before = place.store.ever_offered(&slug, version).await.unwrap();
    assert!(!before.is_empty());
    assert_eq!(
        place.store.ever_offered(&slug, 0).await.unwrap().len(),
        0,
        "nothing was offered before the site was there"
    );
    let mut edit = door(site("counter"), "Red door", version, None);
    for service in &mut edit.site.services {
        service.offer = Offer::NotOffered;
    }
    let done = place.store.edit_site(edit).await.unwrap();
    let after = place.store.ever_offered(&slug, done.sequence).await;
    assert_eq!(after.unwrap(), before);
}
