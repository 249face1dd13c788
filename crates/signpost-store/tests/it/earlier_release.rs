//! A database of the release that kept reasons as English sentences: see `tests/fixtures/README.md`.

use std::path::Path;

use signpost_domain::Text;
use signpost_store::{
    AccountId, Attempt, Cause, Decision, KeptWords, ProposalId, ProposalQuery, Reason, Revision,
    RevisionQuery, SiteEdit, Store, StoredSecondStep, VerifyFault, mark_of,
};

use crate::town::{Place, now, url};

/// The chain as that release left it.
const HEAD: &str = "12002c2101ec8717ad3a4acc5122e0511becae2e196ca9a3d7abeb87266be2d7";

async fn opened() -> Place {
    opened_after("SELECT 1").await
}

/// Its database, with more in it of that release.
async fn opened_after(sql: &'static str) -> Place {
    let fixture =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/before-causes.sqlite3");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("town.db");
    std::fs::copy(fixture, &file).unwrap();
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
    let mut raw = sqlx::ConnectOptions::connect(&options).await.unwrap();
    sqlx::raw_sql(sql).execute(&mut raw).await.unwrap();
    sqlx::Connection::close(raw).await.unwrap();
    let store = Store::open(&url(&file)).await.unwrap();
    Place { folder, store }
}

/// The whole history, from its beginning.
async fn history(place: &Place) -> Vec<Revision> {
    let asked = RevisionQuery::default();
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
    let asked = ProposalQuery {
        open_only: true,
        ..ProposalQuery::default()
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

#[tokio::test]
async fn its_people_tokens_and_links_go_on() {
    let place = opened_after(
        "INSERT INTO accounts (id, name, email, role, organization, password, totp, made_at)
         VALUES (1, 'Ana', 'ana@example.org', 'editor', 'cedar-circle', 'hash', 'JBSWY3DPEHPK3PXP', '2026-11-01T12:00:00Z'),
                (2, 'Kim', 'kim@example.org', 'steward', NULL, 'hash', NULL, '2026-11-01T12:00:00Z');
         INSERT INTO account_events (at, account, by, event) VALUES ('2026-11-01T12:00:00Z', 1, 'Kim (steward)', 'invited');
         INSERT INTO sessions (hash, account, csrf, made_at, seen_at)
         VALUES ('0', 1, 'proof', '2026-11-22T12:00:00Z', '2026-11-22T12:00:00Z');
         INSERT INTO tokens (id, organization, label, hash, made_at) VALUES (1, 'cedar-circle', 'beds', '0', '2020-01-01T00:00:00Z')",
    )
    .await;
    let store = &place.store;
    let events = store.account_events(None, 10).await.unwrap();
    assert_eq!((events.len(), events[0].by.as_str()), (1, "Kim (steward)"));
    // Each has a mark of their own, so that forms tell whose they are.
    let mut marks = Vec::new();
    for id in [AccountId(1), AccountId(2)] {
        let session = store.begin_session(id, None, now()).await.unwrap();
        marks.push(mark_of(&session.csrf).unwrap().to_owned());
    }
    assert_ne!(marks[0], marks[1]);
    // A token that is older than a year is not cut off by the upgrade.
    let token = store.tokens().await.unwrap().remove(0);
    assert!(token.owner.last_day.unwrap() > token.made_at.to_zoned(jiff::tz::TimeZone::UTC).date());
    // The second step stands as it was, before it is sealed and after.
    let step = async || match store
        .begin_attempt("ana@example.org", None, now(), |_, _| None)
        .await
        .unwrap()
    {
        Attempt::Counted(Some(known)) => known.second_step,
        _ => StoredSecondStep::Off,
    };
    let on = StoredSecondStep::On("JBSWY3DPEHPK3PXP".to_owned());
    assert!(step().await == on);
    assert_eq!(store.keep_secrets().await.unwrap().sealed, 1);
    assert!(step().await == on);
    store.verify().await.unwrap();
}
