//! Counts of weeks.

use signpost_figures::{Cell, Counted};

use crate::{error::StoreError, store::Store};

const ADD: &str = "
    INSERT INTO week_counts (week, subject, code, kind, count) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (week, subject, code, kind) DO UPDATE SET count = count + excluded.count";

const READ: &str =
    "SELECT week, subject, code, kind, count FROM week_counts ORDER BY week, subject, code, kind";

#[derive(sqlx::FromRow)]
struct CountRow {
    week: String,
    subject: String,
    code: String,
    kind: String,
    count: i64,
}

impl TryFrom<CountRow> for Counted {
    type Error = StoreError;

    fn try_from(row: CountRow) -> Result<Self, StoreError> {
        let key = format!("{} {} {}", row.week, row.code, row.kind);
        let wrong = |column| StoreError::Inconsistent {
            table: "week_counts",
            column,
            row: key.clone(),
        };
        Ok(Self {
            cell: Cell {
                week: row.week.parse().map_err(|()| wrong("week"))?,
                subject: row.subject.parse().map_err(|()| wrong("subject"))?,
                kind: row.kind.parse().map_err(|()| wrong("kind"))?,
                code: row.code,
            },
            count: row.count.try_into().map_err(|_negative| wrong("count"))?,
        })
    }
}

impl Store {
    /// Adds to the counts, all or nothing. One of nought makes its row.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn add_counts(&self, counted: &[Counted]) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            for Counted { cell, count } in counted {
                sqlx::query(ADD)
                    .bind(cell.week.to_string())
                    .bind(cell.subject.as_str())
                    .bind(cell.code.as_str())
                    .bind(cell.kind.as_str())
                    .bind(i64::try_from(*count).unwrap_or(i64::MAX))
                    .execute(&mut *session)
                    .await?;
            }
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }

    /// All counts. What may be said of them, `signpost_figures::Table` says.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn counts(&self) -> Result<Vec<Counted>, StoreError> {
        let rows: Vec<CountRow> = sqlx::query_as(READ).fetch_all(self.readers()).await?;
        rows.into_iter().map(Counted::try_from).collect()
    }
}
