//! The history read from its beginning: is the chain whole, and does each change start where the one before ended?

use std::collections::BTreeMap;

use futures_util::TryStreamExt as _;
use serde::de::DeserializeOwned;
use signpost_domain::{Ground, Landmark, Organization, PhoneLine, Plan, Site};
use sqlx::SqliteConnection;

use crate::{
    chain::{BEGINNING, digest},
    error::StoreError,
    model::{SubjectKind, VerifyFault},
    revision::RevisionRow,
    rows::Settings,
};

/// Digest of a subject's JSON. Keeping the JSON itself would hold the whole directory in memory twice.
pub(super) type Fingerprint = [u8; 32];

pub(super) fn fingerprint(json: &str) -> Fingerprint {
    digest("subject", &[Some(json)])
}

/// How the last revision left a subject.
pub(super) struct Left {
    pub(super) sequence: i64,
    /// `None` when it was removed.
    pub(super) after: Option<Fingerprint>,
}

/// What came out of reading the history.
pub(super) struct History {
    pub(super) count: u64,
    pub(super) head: String,
    pub(super) left: BTreeMap<(SubjectKind, String), Left>,
    pub(super) faults: Vec<VerifyFault>,
    doubts: Vec<Doubt>,
}

/// Two revisions whose JSON differs where it should be the same. It may mean the same all the same: a release in between may write a field
/// that the older one did not know.
struct Doubt {
    kind: SubjectKind,
    id: String,
    earlier: i64,
    later: i64,
}

/// Reads every revision.
pub(super) async fn read_history(db: &mut SqliteConnection) -> Result<History, StoreError> {
    let mut history = History {
        count: 0,
        head: BEGINNING.to_owned(),
        left: BTreeMap::new(),
        faults: vec![],
        doubts: vec![],
    };
    let mut last = 0_i64;
    let mut rows = sqlx::query_as::<_, RevisionRow>("SELECT * FROM revisions ORDER BY sequence")
        .fetch(&mut *db);
    while let Some(row) = rows.try_next().await? {
        for sequence in (last.saturating_add(1)..row.sequence).take(10) {
            history.faults.push(VerifyFault::Gap {
                sequence: sequence.unsigned_abs(),
            });
        }
        last = row.sequence;
        history.take(row);
    }
    drop(rows);
    // SQLite's own count for AUTOINCREMENT does not go down when rows are taken from the end.
    let counted: Option<i64> =
        sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = 'revisions'")
            .fetch_optional(db)
            .await?;
    if counted.unwrap_or_default() != last {
        history.faults.push(VerifyFault::End {
            last: last.unsigned_abs(),
            counted: counted.unwrap_or_default().unsigned_abs(),
        });
    }
    Ok(history)
}

impl History {
    fn take(&mut self, row: RevisionRow) {
        let sequence = row.sequence.unsigned_abs();
        if row.previous_hash != self.head {
            self.faults.push(VerifyFault::Link { sequence });
        }
        if row.link().hash() != row.hash {
            self.faults.push(VerifyFault::Altered { sequence });
        }
        match row.kind() {
            Ok(kind) => self.follow(kind, &row),
            Err(error) => self.faults.push(VerifyFault::Unreadable {
                words: error.to_string(),
            }),
        }
        self.count += 1;
        self.head = row.hash;
    }

    /// Holds what a revision found against what the one before had left.
    fn follow(&mut self, kind: SubjectKind, row: &RevisionRow) {
        let after = row.after.as_deref().map(fingerprint);
        let left = Left {
            sequence: row.sequence,
            after,
        };
        let earlier = self.left.insert((kind, row.subject_id.clone()), left);
        let found = row.before.as_deref().map(fingerprint);
        let expected = earlier.as_ref().and_then(|earlier| earlier.after);
        match (found, expected, earlier) {
            (found, expected, _) if found == expected => {}
            (Some(_), Some(_), Some(earlier)) => self.doubts.push(Doubt {
                kind,
                id: row.subject_id.clone(),
                earlier: earlier.sequence,
                later: row.sequence,
            }),
            _ => self.faults.push(VerifyFault::Before {
                sequence: row.sequence.unsigned_abs(),
                kind,
                id: row.subject_id.clone(),
            }),
        }
    }

    /// Looks again at what differed in its letters.
    pub(super) async fn settle_doubts(
        &mut self,
        db: &mut SqliteConnection,
    ) -> Result<(), StoreError> {
        for doubt in std::mem::take(&mut self.doubts) {
            let earlier = after(&mut *db, doubt.earlier).await?;
            let later: Option<String> =
                sqlx::query_scalar("SELECT before FROM revisions WHERE sequence = ?")
                    .bind(doubt.later)
                    .fetch_one(&mut *db)
                    .await?;
            if !mean_the_same(doubt.kind, earlier.as_deref(), later.as_deref()) {
                self.faults.push(VerifyFault::Before {
                    sequence: doubt.later.unsigned_abs(),
                    kind: doubt.kind,
                    id: doubt.id,
                });
            }
        }
        Ok(())
    }
}

/// The JSON a revision left.
pub(super) async fn after(
    db: &mut SqliteConnection,
    sequence: i64,
) -> Result<Option<String>, StoreError> {
    Ok(
        sqlx::query_scalar("SELECT after FROM revisions WHERE sequence = ?")
            .bind(sequence)
            .fetch_one(db)
            .await?,
    )
}

/// Whether two texts are the same subject, as the domain reads them today.
pub(super) fn mean_the_same(kind: SubjectKind, one: Option<&str>, other: Option<&str>) -> bool {
    fn same<T: DeserializeOwned + PartialEq>(one: &str, other: &str) -> bool {
        match (
            serde_json::from_str::<T>(one),
            serde_json::from_str::<T>(other),
        ) {
            (Ok(one), Ok(other)) => one == other,
            _ => false,
        }
    }
    let (Some(one), Some(other)) = (one, other) else {
        return one == other;
    };
    match kind {
        SubjectKind::Settings => same::<Settings>(one, other),
        SubjectKind::Organization => same::<Organization>(one, other),
        SubjectKind::Site => same::<Site>(one, other),
        SubjectKind::Line => same::<PhoneLine>(one, other),
        SubjectKind::Landmark => same::<Landmark>(one, other),
        SubjectKind::Ground => same::<Ground>(one, other),
        SubjectKind::Plan => same::<Plan>(one, other),
    }
}
