//! The log as those read it who keep it: each line with its number, what was taken back among them.

use jiff::Timestamp;
use signpost_domain::{ServiceEntry, SiteSlug};

use super::LogRow;
use crate::{error::StoreError, rows::Cells, store::Store};

/// A line of the log, as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedLine {
    /// What it is called when somebody takes it back.
    pub number: i64,
    /// What it says.
    pub entry: ServiceEntry,
    /// That it was wrong; `None` while it counts.
    pub withdrawn: Option<Withdrawal>,
}

/// Who took a line back, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// When.
    pub at: Timestamp,
    /// Who, as rows know an account.
    pub by: String,
    /// What was wrong with it, in their words.
    pub why: String,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    id: i64,
    withdrawn_at: Option<String>,
    withdrawn_by: Option<String>,
    withdrawn_why: Option<String>,
    #[sqlx(flatten)]
    row: LogRow,
}

impl TryFrom<LineRow> for LoggedLine {
    type Error = StoreError;

    fn try_from(line: LineRow) -> Result<Self, StoreError> {
        let site = line.row.site.clone();
        let cells = Cells {
            table: "service_log",
            row: &site,
        };
        let at: Option<Timestamp> = cells.maybe("withdrawn_at", line.withdrawn_at.as_deref())?;
        Ok(Self {
            number: line.id,
            entry: line.row.try_into()?,
            withdrawn: at.map(|at| Withdrawal {
                at,
                by: line.withdrawn_by.unwrap_or_default(),
                why: line.withdrawn_why.unwrap_or_default(),
            }),
        })
    }
}

impl Store {
    /// The log of a place, the last line first, with what was taken back.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn logged_lines(
        &self,
        site: &SiteSlug,
        limit: u32,
    ) -> Result<Vec<LoggedLine>, StoreError> {
        let rows: Vec<LineRow> = sqlx::query_as(
            "SELECT id, withdrawn_at, withdrawn_by, withdrawn_why,
                    site, day, at, author, kind, full_percent, grams, needles, method, tenths_each, note, key
             FROM service_log WHERE site = ? ORDER BY day DESC, id DESC LIMIT ?",
        )
        .bind(site.as_str())
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.into_iter().map(LoggedLine::try_from).collect()
    }

    /// Takes back a line that somebody wrote: it is kept, and counts no more. What a passer-by said is answered by looking, not taken back.
    /// Whether there was such a line that counted.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn withdraw_service_entry(
        &self,
        site: &SiteSlug,
        number: i64,
        withdrawal: &Withdrawal,
    ) -> Result<bool, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let done = sqlx::query(
                "UPDATE service_log SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ?
                 WHERE id = ? AND site = ? AND kind <> 'reported_full' AND withdrawn_at IS NULL",
            )
            .bind(withdrawal.at.to_string())
            .bind(withdrawal.by.as_str())
            .bind(withdrawal.why.as_str())
            .bind(number)
            .bind(site.as_str())
            .execute(&mut *session)
            .await?;
            Ok(done.rows_affected() > 0)
        }
        .await;
        self.settle(session, outcome).await
    }
}
