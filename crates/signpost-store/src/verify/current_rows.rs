//! The current rows, held against what the history left.

use signpost_domain::{Ground, Landmark, Organization, PhoneLine, Plan, Site};
use sqlx::SqliteConnection;

use super::history::{History, after, fingerprint, mean_the_same};
use crate::{
    error::StoreError,
    model::VerifyFault,
    rows::{Aggregate, Settings, Stored, json},
};

/// Checks every table; what it finds goes to the history's faults.
pub(super) async fn check(
    db: &mut SqliteConnection,
    history: &mut History,
) -> Result<(), StoreError> {
    kind::<Settings>(&mut *db, history).await?;
    kind::<Organization>(&mut *db, history).await?;
    kind::<Site>(&mut *db, history).await?;
    kind::<PhoneLine>(&mut *db, history).await?;
    kind::<Landmark>(&mut *db, history).await?;
    kind::<Ground>(&mut *db, history).await?;
    kind::<Plan>(&mut *db, history).await
}

async fn kind<A: Aggregate>(
    db: &mut SqliteConnection,
    history: &mut History,
) -> Result<(), StoreError> {
    let rows = match A::all(&mut *db).await {
        Ok(rows) => rows,
        Err(error) if error.is_our_bug() => {
            // Only the first such row is named: the others of its kind cannot be told apart from missing ones.
            history.faults.push(VerifyFault::Unreadable {
                words: words(&error),
            });
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    for stored in &rows {
        row(&mut *db, history, stored).await?;
    }
    let missing: Vec<VerifyFault> = history
        .left
        .iter()
        .filter(|((kind, _), left)| *kind == A::KIND && left.after.is_some())
        .map(|((kind, id), _)| VerifyFault::Missing {
            kind: *kind,
            id: id.clone(),
        })
        .collect();
    history.faults.extend(missing);
    Ok(())
}

/// Checks one row, and crosses its subject off.
async fn row<A: Aggregate>(
    db: &mut SqliteConnection,
    history: &mut History,
    stored: &Stored<A>,
) -> Result<(), StoreError> {
    let (kind, id) = (A::KIND, stored.row.id());
    let left = history.left.remove(&(kind, id.clone()));
    let Some((left, expected)) = left.and_then(|left| left.after.map(|after| (left, after))) else {
        history.faults.push(VerifyFault::Unaccounted { kind, id });
        return Ok(());
    };
    let sequence = left.sequence.unsigned_abs();
    if stored.revision != sequence {
        history.faults.push(VerifyFault::Version {
            kind,
            id: id.clone(),
            found: stored.revision,
            sequence,
        });
    }
    let found = json(&stored.row)?;
    if fingerprint(&found) != expected {
        let expected = after(db, left.sequence).await?;
        if !mean_the_same(kind, expected.as_deref(), Some(&found)) {
            history.faults.push(VerifyFault::Row { kind, id, sequence });
        }
    }
    Ok(())
}

fn words(error: &StoreError) -> String {
    match std::error::Error::source(error) {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}
