use signpost_domain::{Site, Text};
use signpost_store::{
    Decision, Edited, NewSite, Proposal, ProposalId, ProposalState, ProposalsAsked, Reason,
    StoreError, VerifyFault, Waiting,
};

use crate::town::{Place, door, now, site, town};

/// An edit of the counter that opens its red door at once and asks for these parts.
async fn ask(
    place: &Place,
    key: Option<&str>,
    parts: &[&str],
    change: impl Fn(&mut Site),
) -> Edited {
    let version = place.version("counter").await;
    let mut edit = door(place.site("counter").await, "Red door", version, key);
    let mut wanted = edit.site.clone();
    change(&mut wanted);
    edit.waiting = Some(Waiting {
        wanted,
        parts: parts.iter().map(ToString::to_string).collect(),
    });
    place.store.edit_site(edit).await.unwrap()
}

fn renamed(site: &mut Site) {
    site.name = Text::en("Window");
}

async fn one(place: &Place, id: ProposalId) -> Proposal {
    place.store.proposal(id).await.unwrap().unwrap()
}

async fn open(place: &Place) -> Vec<Proposal> {
    let asked = ProposalsAsked {
        open_only: true,
        ..ProposalsAsked::default()
    };
    place.store.proposals(&asked).await.unwrap()
}

fn accept(site: Site, expected: Option<u64>) -> Decision {
    Decision::Accept {
        site: Box::new(site),
        expected,
        reason: Reason::typed("asked for by harbour"),
    }
}

fn new_site(slug: &str, key: Option<&str>) -> NewSite {
    NewSite {
        site: site(slug),
        author: "harbour".into(),
        reason: Reason::typed("we moved in"),
        idempotency: key.map(Into::into),
        at: now(),
    }
}

#[tokio::test]
async fn what_waits_is_kept_with_the_edit_and_is_not_public() {
    let place = Place::with(&town()).await;
    let edited = ask(&place, None, &["name"], renamed).await;
    let public = place.site("counter").await;
    assert_eq!(public.door, Text::en("Red door"));
    assert_eq!(public.name, site("counter").name);
    let proposal = one(&place, edited.proposal.unwrap()).await;
    assert_eq!(proposal.before, Some((edited.sequence, public)));
    assert_eq!(proposal.wanted.name, Text::en("Window"));
    assert_eq!(
        (proposal.state, proposal.parts.len()),
        (ProposalState::Waiting, 1)
    );
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn a_retried_edit_answers_with_the_same_proposal() {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let mut edit = door(site("counter"), "Red door", version, Some("k"));
    let mut wanted = edit.site.clone();
    renamed(&mut wanted);
    edit.waiting = Some(Waiting {
        wanted,
        parts: vec!["name".into()],
    });
    let first = place.store.edit_site(edit.clone()).await.unwrap();
    let again = place.store.edit_site(edit.clone()).await.unwrap();
    assert!(again.replayed);
    assert_eq!(
        (again.sequence, again.proposal),
        (first.sequence, first.proposal)
    );
    assert_eq!(open(&place).await.len(), 1);
    // The same key with another wish is another request.
    edit.waiting = None;
    let other = place.store.edit_site(edit).await.unwrap_err();
    assert!(matches!(other, StoreError::KeyReused), "{other}");
}

#[tokio::test]
async fn a_later_proposal_takes_over_the_parts_it_names() {
    let place = Place::with(&town()).await;
    let first = ask(&place, None, &["name", "address"], |site| {
        renamed(site);
        site.address = "2 Wharf Street".into();
    });
    let first = first.await.proposal.unwrap();
    let second = ask(&place, None, &["name"], |site| {
        site.name = Text::en("Hatch");
    })
    .await;
    let second = second.proposal.unwrap();
    assert_eq!(one(&place, first).await.parts, ["address"]);
    assert_eq!(open(&place).await.len(), 2);
    // Asking for exactly the same once more is no new wish.
    let same = ask(&place, None, &["name"], |site| {
        site.name = Text::en("Hatch");
    })
    .await;
    assert_eq!(same.proposal, Some(second));
    ask(&place, None, &["address"], |site| {
        site.address = "3 Wharf Street".into();
    })
    .await;
    assert_eq!(one(&place, first).await.state, ProposalState::Replaced);
    let ended = place
        .store
        .decide(first, Decision::Withdraw, "harbour", now())
        .await;
    assert!(matches!(
        ended,
        Err(StoreError::Decided {
            state: ProposalState::Replaced,
            ..
        })
    ));
}

#[tokio::test]
async fn accepting_writes_one_revision_and_ends_the_proposal() {
    let place = Place::with(&town()).await;
    let edited = ask(&place, None, &["name"], renamed).await;
    let id = edited.proposal.unwrap();
    let wanted = one(&place, id).await.wanted;
    let stale = accept(wanted.clone(), Some(edited.sequence - 1));
    let stale = place.store.decide(id, stale, "Sam (steward)", now()).await;
    assert!(matches!(stale, Err(StoreError::Stale { .. })));
    assert_eq!(one(&place, id).await.state, ProposalState::Waiting);

    let accepted = accept(wanted.clone(), Some(edited.sequence));
    let done = place
        .store
        .decide(id, accepted.clone(), "Sam (steward)", now())
        .await;
    let done = done.unwrap().unwrap();
    assert_eq!(done.sequence, edited.sequence + 1);
    assert_eq!(place.site("counter").await.name, Text::en("Window"));
    let ended = one(&place, id).await;
    assert_eq!(
        (ended.state, ended.revision),
        (ProposalState::Accepted, Some(done.sequence))
    );
    assert_eq!(ended.decided.unwrap().by, "Sam (steward)");

    let second = place
        .store
        .decide(id, accepted, "Kim (steward)", now())
        .await;
    assert!(matches!(
        second,
        Err(StoreError::Decided {
            state: ProposalState::Accepted,
            ..
        })
    ));
    assert_eq!(place.revisions().await, done.sequence);
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn sending_back_keeps_the_note_and_changes_nothing() {
    let place = Place::with(&town()).await;
    let edited = ask(&place, None, &["name"], renamed).await;
    let id = edited.proposal.unwrap();
    let note = Decision::SendBack {
        note: "Is it the sign on the door?".into(),
    };
    let edited_now = place
        .store
        .decide(id, note, "Sam (steward)", now())
        .await
        .unwrap();
    assert_eq!(edited_now, None);
    let ended = one(&place, id).await;
    assert_eq!(
        (ended.state, ended.note.as_str()),
        (ProposalState::SentBack, "Is it the sign on the door?")
    );
    assert_eq!(place.revisions().await, edited.sequence);
    assert_eq!(open(&place).await, vec![]);
}

#[tokio::test]
async fn a_new_site_waits_unseen_and_is_public_once_accepted() {
    let place = Place::with(&town()).await;
    let before = place.store.load().await.unwrap();
    let asked = place
        .store
        .propose_site(new_site("annex", Some("k")))
        .await
        .unwrap();
    let again = place
        .store
        .propose_site(new_site("annex", Some("k")))
        .await
        .unwrap();
    assert_eq!((again.proposal, again.replayed), (asked.proposal, true));
    assert_eq!(place.store.load().await.unwrap(), before);
    let taken = place.store.propose_site(new_site("annex", None)).await;
    assert!(matches!(taken, Err(StoreError::SlugTaken { .. })));

    let id = asked.proposal.unwrap();
    let proposal = one(&place, id).await;
    assert_eq!(proposal.before, None);
    let accepted = accept(proposal.wanted, None);
    place
        .store
        .decide(id, accepted, "Sam (steward)", now())
        .await
        .unwrap();
    assert_eq!(place.site("annex").await, site("annex"));
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn the_slug_of_a_site_that_was_is_never_given_to_another() {
    let place = Place::with(&town()).await;
    let mut directory = town();
    directory.plans.clear();
    directory
        .sites
        .retain(|site| site.slug.as_str() != "counter");
    place
        .store
        .sync(&directory, "test", &Reason::typed("it closed"), now())
        .await
        .unwrap();
    for slug in ["counter", "pharmacy"] {
        let taken = place.store.add_site(new_site(slug, None)).await;
        assert!(matches!(taken, Err(StoreError::SlugTaken { .. })), "{slug}");
    }
    let added = place.store.add_site(new_site("annex", None)).await.unwrap();
    assert_eq!(place.version("annex").await, added.sequence);
}

#[tokio::test]
async fn a_proposal_that_claims_to_be_accepted_is_held_against_the_history() {
    let place = Place::with(&town()).await;
    let id = ask(&place, None, &["name"], renamed)
        .await
        .proposal
        .unwrap();
    place
        .tamper("UPDATE proposals SET state = 'accepted', decided_by = 'x', decided_at = '2026-11-22T18:00:00Z', revision = 1")
        .await;
    let faults = place.faults().await;
    assert!(
        matches!(&faults[..], [VerifyFault::Accepted { id: found, revision: 1, .. }] if *found == id),
        "{faults:?}"
    );
}

#[tokio::test]
async fn nobody_is_reminded_twice_in_a_week() {
    let place = Place::with(&town()).await;
    let week = jiff::SignedDuration::from_hours(7 * 24);
    let remind = |at: jiff::Timestamp| place.store.remind(7, at - week, at);
    assert_eq!(place.store.reminded(7).await.unwrap(), None);
    assert!(remind(now()).await.unwrap());
    assert!(
        !remind(now() + week - jiff::SignedDuration::from_secs(1))
            .await
            .unwrap()
    );
    assert_eq!(place.store.reminded(7).await.unwrap(), Some(now()));
    assert!(remind(now() + week).await.unwrap());
}

#[tokio::test]
async fn a_proposal_that_is_no_site_any_more_is_named() {
    let place = Place::with(&town()).await;
    ask(&place, None, &["name"], renamed).await;
    place.tamper("UPDATE proposals SET wanted = '{}'").await;
    let faults = place.faults().await;
    assert!(
        matches!(&faults[..], [VerifyFault::Unreadable { words }] if words.contains("cannot be read")),
        "{faults:?}"
    );
}
