//! Reading the history.

use sqlx::QueryBuilder;

use super::row::RevisionRow;
use crate::{
    error::StoreError,
    model::{Revision, RevisionQuery},
    rows::word,
    store::Store,
};

/// When nobody says how many.
const PAGE: u32 = 100;

impl Store {
    /// The history, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn revisions(&self, asked: &RevisionQuery) -> Result<Vec<Revision>, StoreError> {
        let mut query = QueryBuilder::new("SELECT * FROM revisions WHERE sequence < ");
        let before = asked
            .before
            .and_then(|before| i64::try_from(before).ok())
            .unwrap_or(i64::MAX);
        query.push_bind(before);
        if let Some((kind, id)) = &asked.subject {
            query.push(" AND subject = ").push_bind(word(kind)?);
            query.push(" AND subject_id = ").push_bind(id.as_str());
        }
        if let Some(kind) = &asked.kind {
            query.push(" AND subject = ").push_bind(word(kind)?);
        }
        if let Some(after) = asked.after.and_then(|after| i64::try_from(after).ok()) {
            query.push(" AND sequence > ").push_bind(after);
        }
        let limit = if asked.limit == 0 { PAGE } else { asked.limit };
        query
            .push(" ORDER BY sequence DESC LIMIT ")
            .push_bind(limit);
        let rows: Vec<RevisionRow> = query.build_query_as().fetch_all(self.readers()).await?;
        rows.into_iter().map(Revision::try_from).collect()
    }
}
