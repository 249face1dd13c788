use signpost_store::{StoreError, SubjectKind, VerifyFault};

use crate::town::{Place, door, site, town};

/// Takes away what guards the history, as somebody with the file in hand can.
const UNGUARDED: &str = "DROP TRIGGER revisions_are_never_changed;
    DROP TRIGGER revisions_are_never_deleted;
    DROP TRIGGER revisions_follow_one_another;";

async fn edited_town() -> Place {
    let place = Place::with(&town()).await;
    let version = place.version("counter").await;
    let edit = door(site("counter"), "Red door", version, None);
    place.store.edit_site(edit).await.unwrap();
    assert_eq!(place.faults().await, vec![]);
    place.tamper(UNGUARDED).await;
    assert_eq!(place.faults().await, vec![]);
    place
}

#[tokio::test]
async fn the_head_ties_down_the_whole_history() {
    let place = Place::with(&town()).await;
    let before = place.store.verify().await.unwrap();
    assert_eq!((before.revisions, before.head.len()), (10, 64));
    let version = place.version("counter").await;
    let edit = door(site("counter"), "Red door", version, None);
    place.store.edit_site(edit).await.unwrap();
    assert_ne!(place.store.verify().await.unwrap().head, before.head);
}

#[tokio::test]
async fn the_history_cannot_be_changed_in_passing() {
    let place = Place::with(&town()).await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(place.file());
    let mut raw = sqlx::ConnectOptions::connect(&options).await.unwrap();
    for sql in [
        "UPDATE revisions SET reason = '' WHERE sequence = 2",
        "DELETE FROM revisions WHERE sequence = 10",
        "INSERT OR REPLACE INTO revisions SELECT * FROM revisions WHERE sequence = 2",
        "INSERT INTO revisions (sequence, at, author, cause, reason, subject, subject_id, before, after, previous_hash, hash)
         SELECT 99, at, author, cause, reason, subject, subject_id, before, after, previous_hash, replace(hash, 'a', 'b')
         FROM revisions WHERE sequence = 2",
    ] {
        let refused = sqlx::raw_sql(sql).execute(&mut raw).await.unwrap_err();
        assert!(refused.to_string().contains("revision"), "{sql}: {refused}");
    }
    assert_eq!(place.faults().await, vec![]);
}

#[tokio::test]
async fn a_row_changed_behind_our_back_is_found() {
    let place = edited_town().await;
    place
        .tamper("UPDATE services SET hours = '24/7' WHERE site = 'counter' AND need = 'supplies'")
        .await;
    let fault = VerifyFault::Row {
        kind: SubjectKind::Site,
        id: "counter".into(),
        sequence: 11,
    };
    assert_eq!(place.faults().await, vec![fault]);
    // Also after an honest edit went over it.
    let edit = door(place.site("counter").await, "Green door", 11, None);
    place.store.edit_site(edit).await.unwrap();
    let fault = VerifyFault::Before {
        sequence: 12,
        kind: SubjectKind::Site,
        id: "counter".into(),
    };
    assert_eq!(place.faults().await, vec![fault]);
}

#[tokio::test]
async fn every_kind_of_row_is_held_against_its_history() {
    for (sql, kind) in [
        (
            "UPDATE settings SET edition = 'live'",
            SubjectKind::Settings,
        ),
        (
            "UPDATE organizations SET example = 0 WHERE id = 'harbour'",
            SubjectKind::Organization,
        ),
        (
            "UPDATE sites SET lat = lat + 0.0000001 WHERE slug = 'counter'",
            SubjectKind::Site,
        ),
        (
            "DELETE FROM exceptions WHERE site = 'counter'",
            SubjectKind::Site,
        ),
        (
            "UPDATE lines SET phone = '1-900-555-0100'",
            SubjectKind::Line,
        ),
        ("UPDATE landmarks SET lon = 0", SubjectKind::Landmark),
        ("UPDATE ground SET crossings = '[]'", SubjectKind::Ground),
        ("UPDATE plans SET consents = '[]'", SubjectKind::Plan),
    ] {
        let place = Place::with(&town()).await;
        place.tamper(sql).await;
        let faults = place.faults().await;
        assert!(
            matches!(&faults[..], [VerifyFault::Row { kind: found, .. }] if *found == kind),
            "{sql}: {faults:?}"
        );
    }
}

#[tokio::test]
async fn rows_that_came_or_went_without_a_revision_are_found() {
    let place = edited_town().await;
    place.tamper("DELETE FROM landmarks; UPDATE lines SET id = 'false-line'; UPDATE sites SET revision = 1 WHERE slug = 'patrol'").await;
    let faults = place.faults().await;
    let named: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        named,
        [
            "site patrol says its last revision is 1, but it is 5",
            "line false-line is there, but no revision put it there",
            "line crisis is missing, and no revision removed it",
            "landmark fish is missing, and no revision removed it",
        ]
    );
}

#[tokio::test]
async fn an_altered_revision_is_found() {
    for column in [
        "at",
        "author",
        "cause",
        "no cause",
        "reason",
        "detail",
        "subject_id",
        "before",
        "after",
    ] {
        let place = edited_town().await;
        place
            .tamper(match column {
                "at" => "UPDATE revisions SET at = '2020-01-01T00:00:00Z' WHERE sequence = 11",
                "author" => "UPDATE revisions SET author = 'x' WHERE sequence = 11",
                "cause" => "UPDATE revisions SET cause = 'confirmed' WHERE sequence = 11",
                "no cause" => "UPDATE revisions SET cause = NULL WHERE sequence = 11",
                "detail" => "UPDATE revisions SET detail = '{}' WHERE sequence = 11",
                "reason" => "UPDATE revisions SET reason = 'x' WHERE sequence = 11",
                "subject_id" => "UPDATE revisions SET subject_id = 'x' WHERE sequence = 11",
                "before" => "UPDATE revisions SET before = replace(before, 'Blue', 'Pink') WHERE sequence = 11",
                _ => "UPDATE revisions SET after = replace(after, 'Red', 'Pink') WHERE sequence = 11",
            })
            .await;
        let faults = place.faults().await;
        let altered = VerifyFault::Altered { sequence: 11 };
        assert!(faults.contains(&altered), "{column}: {faults:?}");
    }
}

#[tokio::test]
async fn a_revision_that_was_hashed_anew_no_longer_fits_the_next() {
    let place = edited_town().await;
    place
        .tamper(
            "UPDATE revisions SET hash = CASE substr(hash, 1, 1) WHEN 'a' THEN 'b' ELSE 'a' END || substr(hash, 2) WHERE sequence = 7",
        )
        .await;
    let faults = place.faults().await;
    assert!(
        faults.contains(&VerifyFault::Link { sequence: 8 }),
        "{faults:?}"
    );
}

#[tokio::test]
async fn a_missing_revision_is_found_wherever_it_was() {
    let place = edited_town().await;
    place
        .tamper("DELETE FROM revisions WHERE sequence = 11")
        .await;
    let end = VerifyFault::End {
        last: 10,
        counted: 11,
    };
    let faults = place.faults().await;
    assert!(
        faults
            .iter()
            .any(|fault| *fault == end || matches!(fault, VerifyFault::Orphan { .. })),
        "{faults:?}"
    );

    let place = edited_town().await;
    // Nothing points at revision 4 any more: only the chain knows of it.
    place
        .tamper("DELETE FROM revisions WHERE sequence = 4")
        .await;
    let faults = place.faults().await;
    assert!(
        faults.contains(&VerifyFault::Gap { sequence: 4 }),
        "{faults:?}"
    );
    assert!(
        faults.contains(&VerifyFault::Link { sequence: 5 }),
        "{faults:?}"
    );
}

#[tokio::test]
async fn a_row_that_cannot_be_is_named() {
    let place = Place::with(&town()).await;
    place
        .tamper("UPDATE sites SET phone = 'call us' WHERE slug = 'patrol'")
        .await;
    let error = place.store.load().await.unwrap_err();
    let StoreError::Inconsistent { table, column, row } = &error else {
        panic!("{error}");
    };
    assert_eq!(
        (*table, *column, row.as_str()),
        ("sites", "phone", "patrol")
    );
    assert!(error.is_our_bug());
    let faults = place.faults().await;
    assert!(
        faults
            .iter()
            .any(|fault| fault.to_string().contains("patrol")),
        "{faults:?}"
    );
}

#[tokio::test]
async fn damage_to_the_file_is_found() {
    let place = Place::with(&town()).await;
    let file = place.file();
    place.store.close().await;
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    for byte in &mut bytes[middle..middle + 8192] {
        *byte = 0xA5;
    }
    std::fs::write(&file, bytes).unwrap();
    let found = match signpost_store::Store::open(&crate::town::url(&file)).await {
        Ok(store) => store.verify().await.unwrap_err(),
        Err(error) => error,
    };
    assert!(
        matches!(
            found,
            StoreError::Unsound { .. } | StoreError::Corrupt { .. }
        ),
        "{found}"
    );
}
