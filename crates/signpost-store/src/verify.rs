//! Is the file sound, is the chain whole, is every row what its last revision says?

mod current_rows;
mod history;
mod proposals;

use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    mark,
    model::{Verified, VerifyFault},
    store::Store,
};

impl Store {
    /// Checks the file, the chain of revisions and the rows: every current row equals what its last revision left, and no revision is
    /// missing, altered or out of place.
    ///
    /// # Errors
    /// [`StoreError::Unsound`] names every fault; [`StoreError::Corrupt`] when the file is too damaged to be read.
    pub async fn verify(&self) -> Result<Verified, StoreError> {
        let mark = match self.file() {
            Some(file) => mark::read(&mark::beside(file.path()))?,
            None => None,
        };
        let mut session = self.reading().await?;
        let outcome = async {
            let verified = verify(&mut session).await?;
            match mark::lost(&mut session, mark).await? {
                Some(loss) => Err(StoreError::Unsound {
                    faults: vec![VerifyFault::Lost(loss)],
                }),
                None => Ok(verified),
            }
        }
        .await;
        session.settle(outcome).await
    }
}

pub(crate) async fn verify(db: &mut SqliteConnection) -> Result<Verified, StoreError> {
    let faults = file(&mut *db).await?;
    if !faults.is_empty() {
        // What is read from a damaged file means nothing.
        return Err(StoreError::Unsound { faults });
    }
    let mut history = history::read_history(&mut *db).await?;
    history.settle_doubts(&mut *db).await?;
    current_rows::check(&mut *db, &mut history).await?;
    proposals::check(db, &mut history.faults).await?;
    if history.faults.is_empty() {
        Ok(Verified {
            revisions: history.count,
            head: history.head,
        })
    } else {
        Err(StoreError::Unsound {
            faults: history.faults,
        })
    }
}

async fn file(db: &mut SqliteConnection) -> Result<Vec<VerifyFault>, StoreError> {
    let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut *db)
        .await?;
    let damage = found
        .into_iter()
        .filter(|words| words != "ok")
        .map(|words| VerifyFault::File { words });
    let orphans: Vec<(String, String)> =
        sqlx::query_as(r#"SELECT "table", parent FROM pragma_foreign_key_check"#)
            .fetch_all(db)
            .await?;
    let orphans = orphans
        .into_iter()
        .map(|(table, parent)| VerifyFault::Orphan { table, parent });
    Ok(damage.chain(orphans).collect())
}
