//! Dated exceptions: rows below a site, read and written with it.

use signpost_domain::Exception;
use sqlx::SqliteConnection;

use super::cells::{Cells, json, word};
use crate::error::StoreError;

#[derive(sqlx::FromRow)]
pub(super) struct ExceptionRow {
    pub(super) site: String,
    id: String,
    need: Option<String>,
    kind: String,
    first_day: String,
    last_day: Option<String>,
    hours: Option<String>,
    reason: String,
    review_by: Option<String>,
    items: String,
}

impl TryFrom<ExceptionRow> for Exception {
    type Error = StoreError;

    fn try_from(row: ExceptionRow) -> Result<Self, StoreError> {
        let key = format!("{}, {}", row.site, row.id);
        let cells = Cells {
            table: "exceptions",
            row: &key,
        };
        Ok(Self {
            id: cells.parsed("id", &row.id)?,
            need: cells.maybe("need", row.need.as_deref())?,
            kind: cells.one_of("kind", &row.kind)?,
            first: cells.parsed("first_day", &row.first_day)?,
            last: cells.day("last_day", row.last_day.as_deref())?,
            hours: row.hours,
            reason: cells.words("reason", &row.reason)?,
            review_by: cells.day("review_by", row.review_by.as_deref())?,
            items: cells.list("items", &row.items)?,
        })
    }
}

/// Adds one exception of a site.
pub(super) async fn add(
    db: &mut SqliteConnection,
    site: &str,
    exception: &Exception,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO exceptions (site, id, need, kind, first_day, last_day, hours, reason, review_by, items)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(site)
    .bind(exception.id.as_str())
    .bind(exception.need.as_ref().map(signpost_domain::NeedCode::as_str))
    .bind(word(&exception.kind)?)
    .bind(exception.first.to_string())
    .bind(exception.last.map(|day| day.to_string()))
    .bind(exception.hours.as_deref())
    .bind(json(&exception.reason)?)
    .bind(exception.review_by.map(|day| day.to_string()))
    .bind(json(&exception.items)?)
    .execute(db)
    .await?;
    Ok(())
}
