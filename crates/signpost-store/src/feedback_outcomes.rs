//! What came of what visitors said, by month.

use jiff::civil::Date;
use signpost_domain::FeedbackKind;
use signpost_figures::{Outcome, YearMonth};
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    rows::{Cells, word},
    store::Store,
};

const ADD: &str = "
    INSERT INTO feedback_outcomes (month, said, days, count) VALUES (?, ?, ?, ?)
    ON CONFLICT (month, said, days) DO UPDATE SET count = count + excluded.count";

#[derive(sqlx::FromRow)]
struct OutcomeRow {
    month: String,
    said: String,
    days: i64,
    count: i64,
}

impl TryFrom<OutcomeRow> for Outcome {
    type Error = StoreError;

    fn try_from(row: OutcomeRow) -> Result<Self, StoreError> {
        let key = format!("{} {} {}", row.month, row.said, row.days);
        let cells = Cells {
            table: "feedback_outcomes",
            row: &key,
        };
        Ok(Self {
            month: row.month.parse().map_err(|()| cells.fault("month"))?,
            said: cells.one_of("said", &row.said)?,
            days: cells.number("days", row.days)?,
            count: cells.number("count", row.count)?,
        })
    }
}

async fn add(db: &mut SqliteConnection, outcome: &Outcome) -> Result<(), StoreError> {
    sqlx::query(ADD)
        .bind(outcome.month.to_string())
        .bind(word(&outcome.said)?)
        .bind(i64::from(outcome.days))
        .bind(i64::try_from(outcome.count).unwrap_or(i64::MAX))
        .execute(db)
        .await?;
    Ok(())
}

/// Counts what was said on a day and decided on another. That all was right is no report.
pub(crate) async fn count(
    db: &mut SqliteConnection,
    said: FeedbackKind,
    (day, decided): (Date, Date),
) -> Result<(), StoreError> {
    if said == FeedbackKind::Right {
        return Ok(());
    }
    let outcome = Outcome {
        month: YearMonth::of(decided),
        said,
        days: u32::try_from((decided - day).get_days()).unwrap_or(0),
        count: 1,
    };
    add(db, &outcome).await
}

impl Store {
    /// What came of what visitors said. What may be printed of it, `signpost_figures::report_months` says.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn feedback_outcomes(&self) -> Result<Vec<Outcome>, StoreError> {
        let rows: Vec<OutcomeRow> = sqlx::query_as(
            "SELECT month, said, days, count FROM feedback_outcomes ORDER BY month, said, days",
        )
        .fetch_all(self.readers())
        .await?;
        rows.into_iter().map(Outcome::try_from).collect()
    }

    /// Adds outcomes of months that are over, such as those of a town to practise with.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn add_feedback_outcomes(&self, outcomes: &[Outcome]) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            for one in outcomes {
                add(&mut session, one).await?;
            }
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }
}
