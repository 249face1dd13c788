//! Reports that stewards made public. One that is withdrawn, or that another took the place of, stays in its row.

use jiff::civil::Date;
use signpost_figures::{PublishedReport, YearMonth};
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    rows::{Cells, json},
    store::Store,
};

/// How many months are kept at hand.
const MOST: i64 = 60;

async fn withdraw(
    db: &mut SqliteConnection,
    month: YearMonth,
    (by, on): (&str, Date),
) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "UPDATE published_reports SET withdrawn_by = ?, withdrawn_on = ? WHERE month = ? AND withdrawn_on IS NULL",
    )
    .bind(by)
    .bind(on.to_string())
    .bind(month.to_string())
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

impl Store {
    /// Makes a report public, in the place of the one of its month.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn publish_report(
        &self,
        report: &PublishedReport,
        (by, on): (&str, Date),
    ) -> Result<(), StoreError> {
        let told = json(report)?;
        let mut session = self.writing().await?;
        let outcome = async {
            withdraw(&mut session, report.month, (by, on)).await?;
            sqlx::query(
                "INSERT INTO published_reports (month, told, published_by, published_on) VALUES (?, ?, ?, ?)",
            )
            .bind(report.month.to_string())
            .bind(told)
            .bind(by)
            .bind(on.to_string())
            .execute(&mut *session)
            .await?;
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Takes a report back. Whether it was public.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn withdraw_report(
        &self,
        month: YearMonth,
        by: (&str, Date),
    ) -> Result<bool, StoreError> {
        let mut session = self.writing().await?;
        let outcome = withdraw(&mut session, month, by).await;
        self.settle(session, outcome).await
    }

    /// The reports that are public, the last month first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn published_reports(&self) -> Result<Vec<PublishedReport>, StoreError> {
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT id, told FROM published_reports WHERE withdrawn_on IS NULL ORDER BY month DESC LIMIT ?",
        )
        .bind(MOST)
        .fetch_all(self.readers())
        .await?;
        let rows = rows.into_iter().map(|(id, told)| {
            let row = id.to_string();
            let cells = Cells {
                table: "published_reports",
                row: &row,
            };
            cells.json("told", &told)
        });
        rows.collect()
    }
}
