//! What was accepted, held against the history it became part of.

use signpost_domain::Site;
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    model::{ProposalId, VerifyFault},
};

/// Every accepted proposal whose revision is none of its site. That each revision named is there, the file's own check says.
pub(super) async fn check(
    db: &mut SqliteConnection,
    faults: &mut Vec<VerifyFault>,
) -> Result<(), StoreError> {
    let found: Vec<(i64, String, i64)> = sqlx::query_as(
        "SELECT proposals.id, proposals.site, proposals.revision
         FROM proposals LEFT JOIN revisions
           ON revisions.sequence = proposals.revision AND revisions.subject = 'site' AND revisions.subject_id = proposals.site
              AND revisions.after IS NOT NULL
         WHERE proposals.state = 'accepted' AND revisions.sequence IS NULL
         ORDER BY proposals.id",
    )
    .fetch_all(&mut *db)
    .await?;
    faults.extend(
        found
            .into_iter()
            .map(|(id, site, revision)| VerifyFault::Accepted {
                id: ProposalId(id),
                site,
                revision: revision.unsigned_abs(),
            }),
    );
    // A proposal whose words cannot be read could be neither accepted nor sent back.
    let all: Vec<(i64, String, String)> =
        sqlx::query_as("SELECT id, wanted, parts FROM proposals ORDER BY id")
            .fetch_all(db)
            .await?;
    let unreadable = all.iter().filter(|(_, wanted, parts)| {
        serde_json::from_str::<Site>(wanted).is_err()
            || serde_json::from_str::<Vec<String>>(parts).is_err()
    });
    faults.extend(unreadable.map(|(id, ..)| VerifyFault::Unreadable {
        words: format!("proposal {id} cannot be read"),
    }));
    Ok(())
}
