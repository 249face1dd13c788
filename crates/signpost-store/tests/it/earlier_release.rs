//! A database of the release that kept reasons as English sentences: see `tests/fixtures/README.md`.

use std::path::Path;

use signpost_domain::Text;
use signpost_store::{
    Cause, Decision, KeptWords, ProposalId, ProposalsAsked, Reason, Revision, RevisionsAsked,
    SiteEdit, Store, VerifyFault,
};

use crate::town::{Place, now, url};

/// The chain as that release left it.
const HEAD: &str = "12002c2101ec8717ad3a4acc5122e0511becae2e196ca9a3d7abeb87266be2d7";

async fn opened() -> Place {
    let fixture =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/before-causes.sqlite3");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.db");
    std::fs::copy(fixture, &file).unwrap();
    let store = Store::open(&url(&file)).await.unwrap();
    Place { folder, store }
}

/// The whole history, from its beginning.
async fn history(place: &Place) -> Vec<Revision> {
    let asked = RevisionsAsked::default();
    let mut history = place.store.revisions(&asked).await.unwrap();
    history.reverse();
    history
}

#[tokio::test]
async fn its_chain_is_whole_and_what_changes_now_is_tied_to_it() {
    let place = opened().await;
    let found = place.store.verify().await.unwrap();
    assert_eq!((found.revisions, found.head.as_str()), (35, HEAD));
    let slug = "cedar-circle-house".parse().unwrap();
    let (mut site, version) = place.store.site(&slug).await.unwrap().unwrap();
    site.door = Text::en("Yellow door");
    let edit = SiteEdit {
        slug,
        expected: version,
        site,
        waiting: None,
        author: "Ana (cedar-circle)".into(),
        reason: Cause::DetailsChanged.into(),
        idempotency: None,
        at: now(),
    };
    let edited = place.store.edit_site(edit).await.unwrap();
    assert_eq!(place.store.verify().await.unwrap().revisions, 36);
    let history = history(&place).await;
    let last = history.last().unwrap();
    assert_eq!(last.sequence, edited.sequence);
    assert_eq!(last.previous_hash, HEAD);
    assert_eq!(last.reason, Reason::from(Cause::DetailsChanged));
}

#[tokio::test]
async fn its_sentences_are_read_as_causes_and_peoples_words() {
    let place = opened().await;
    let history = history(&place).await;
    let reason = |sequence: usize| history[sequence - 1].reason.clone();
    let asked_by = |reason: Reason| Reason {
        asked_by: Some("Ana (cedar-circle)".to_owned()),
        ..reason
    };
    let taken_back = |change, words: &str| Reason {
        cause: Cause::TakenBack { change },
        ..Reason::typed(words)
    };
    let kept = |field: &str, because: &str| KeptWords {
        field: field.to_owned(),
        because: because.to_owned(),
    };
    for (sequence, cause) in [
        (
            1,
            Cause::FirstStart {
                from: "small".to_owned(),
            },
        ),
        (9, Cause::Confirmed),
        (10, Cause::DetailsChanged),
        (11, Cause::OffersChanged),
        (12, Cause::ServiceDescribed),
        (13, Cause::HoursChanged),
        (14, Cause::DaysChanged),
        (15, Cause::DaysShortened),
        (16, Cause::DaysTakenBack),
        (17, Cause::OutOfStock),
        (20, Cause::ExceptionAdded),
        (21, Cause::ExceptionRemoved),
        (22, Cause::PlaceChanged),
        (31, Cause::NewPlace),
        (32, Cause::HolidaysChanged),
        (33, Cause::OrganizationChanged),
        (
            35,
            Cause::Imported {
                from: vec!["more/lines.csv".to_owned()],
            },
        ),
    ] {
        assert_eq!(reason(sequence), Reason::from(cause), "{sequence}");
    }
    assert_eq!(reason(23), asked_by(Cause::PlaceChanged.into()));
    assert_eq!(reason(24), taken_back(10, ""));
    assert_eq!(reason(26), taken_back(25, "there is no red door"));
    // Typed by a person, in the words of a form.
    let typed = "out of stock until Friday, says the van";
    assert_eq!(reason(28), taken_back(27, typed));
    let old_sign = taken_back(22, "the old sign is still up");
    assert_eq!(reason(29), asked_by(old_sign));
    assert_eq!(reason(30), asked_by(Cause::NewPlace.into()));
    let law = Reason {
        kept: vec![kept("access.en", "also a law"), kept("door.en", "a law")],
        ..Cause::DetailsChanged.into()
    };
    assert_eq!(reason(34), law);
}

#[tokio::test]
async fn what_waited_since_then_is_accepted_with_its_cause() {
    let place = opened().await;
    let asked = ProposalsAsked {
        open_only: true,
        ..ProposalsAsked::default()
    };
    let waiting = place.store.proposals(&asked).await.unwrap();
    let [name, shed] = &waiting[..] else {
        panic!("{waiting:?}");
    };
    assert_eq!((name.id, shed.id), (ProposalId(4), ProposalId(5)));
    assert_eq!(name.reason.kept.len(), 2);
    assert_eq!(shed.reason, Reason::from(Cause::NewPlace));
    let accept = Decision::Accept {
        site: Box::new(shed.wanted.clone()),
        expected: None,
        reason: Reason {
            asked_by: Some(shed.author.clone()),
            ..shed.reason.clone()
        },
    };
    let done = place.store.decide(shed.id, accept, "Sam (steward)", now());
    done.await.unwrap().unwrap();
    assert_eq!(place.faults().await, vec![]);
    let last = history(&place).await.pop().unwrap();
    assert_eq!(last.reason.cause, Cause::NewPlace);
    assert_eq!(last.reason.asked_by.as_deref(), Some("Ana (cedar-circle)"));
}

#[tokio::test]
async fn an_old_revision_that_is_given_a_cause_is_found() {
    let place = opened().await;
    place
        .tamper(
            "DROP TRIGGER revisions_are_never_changed;
             UPDATE revisions SET cause = 'confirmed' WHERE sequence = 18;
             UPDATE revisions SET detail = '{}' WHERE sequence = 20",
        )
        .await;
    let altered = |sequence| VerifyFault::Altered { sequence };
    assert_eq!(place.faults().await, vec![altered(18), altered(20)]);
}
