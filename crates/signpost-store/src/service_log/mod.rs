//! The service log of places to leave used needles: lines are added, none is changed; one that was wrong is taken back, and counts no more.

mod lines;

use std::collections::BTreeMap;

use jiff::civil::Date;
use signpost_domain::{CountMethod, ServiceEntry, ServiceKind, SiteSlug};
use sqlx::SqliteConnection;

use crate::{error::StoreError, rows::Cells, store::Store};

pub use lines::{LoggedLine, Withdrawal};

/// A box that somebody said is full, a passer-by or one who looks after it and left it so, counts as such until one who looks after it
/// looked, on that day or later, and did not find it full.
const REPORTED: &str = "
    SELECT report.site, min(report.day) FROM service_log AS report
    WHERE report.withdrawn_at IS NULL
      AND (report.kind = 'reported_full'
           OR (report.kind NOT IN ('emptied', 'replaced') AND coalesce(report.full_percent, 0) >= 90))
      AND NOT EXISTS (
        SELECT 1 FROM service_log AS look
        WHERE look.site = report.site AND look.id > report.id AND look.withdrawn_at IS NULL AND look.day >= report.day
          AND (look.kind IN ('emptied', 'replaced') OR (look.kind = 'checked' AND coalesce(look.full_percent, 0) < 90)))
    GROUP BY report.site ORDER BY report.site";

#[derive(sqlx::FromRow)]
struct LogRow {
    site: String,
    day: String,
    at: Option<String>,
    author: String,
    kind: String,
    full_percent: Option<i64>,
    grams: Option<i64>,
    needles: Option<i64>,
    method: Option<String>,
    tenths_each: Option<i64>,
    note: String,
    key: Option<String>,
}

/// A number of a cell, or nothing.
fn number<T: TryFrom<i64>>(
    cells: Cells<'_>,
    column: &'static str,
    number: Option<i64>,
) -> Result<Option<T>, StoreError> {
    number
        .map(|number| cells.number(column, number))
        .transpose()
}

impl TryFrom<LogRow> for ServiceEntry {
    type Error = StoreError;

    fn try_from(row: LogRow) -> Result<Self, StoreError> {
        let cells = Cells {
            table: "service_log",
            row: &row.site,
        };
        let kind = ServiceKind::of_code(&row.kind).ok_or_else(|| cells.fault("kind"))?;
        let method = row
            .method
            .as_deref()
            .map(|method| CountMethod::of_code(method).ok_or_else(|| cells.fault("method")));
        Ok(Self {
            site: cells.parsed("site", &row.site)?,
            day: cells.parsed("day", &row.day)?,
            at: cells.maybe("at", row.at.as_deref())?,
            author: row.author,
            kind,
            full_percent: number(cells, "full_percent", row.full_percent)?,
            grams: number(cells, "grams", row.grams)?,
            needles: number(cells, "needles", row.needles)?,
            method: method.transpose()?,
            tenths_each: number(cells, "tenths_each", row.tenths_each)?,
            note: row.note,
            key: row.key,
        })
    }
}

async fn reported(db: &mut SqliteConnection) -> Result<BTreeMap<SiteSlug, Date>, StoreError> {
    let rows: Vec<(String, String)> = sqlx::query_as(REPORTED).fetch_all(db).await?;
    rows.into_iter()
        .map(|(site, day)| {
            let cells = Cells {
                table: "service_log",
                row: &site,
            };
            Ok((cells.parsed("site", &site)?, cells.parsed("day", &day)?))
        })
        .collect()
}

/// Adds a line, unless one with its key is there. Whether it was new.
async fn add(db: &mut SqliteConnection, entry: &ServiceEntry) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO service_log
            (site, day, at, author, kind, full_percent, grams, needles, method, tenths_each, note, key)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
    )
    .bind(entry.site.as_str())
    .bind(entry.day.to_string())
    .bind(entry.at.map(|at| at.to_string()))
    .bind(entry.author.as_str())
    .bind(entry.kind.code())
    .bind(entry.full_percent.map(i64::from))
    .bind(entry.grams.map(i64::from))
    .bind(entry.needles.map(i64::from))
    .bind(entry.method.map(CountMethod::code))
    .bind(entry.tenths_each.map(i64::from))
    .bind(entry.note.as_str())
    .bind(entry.key.as_deref())
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

impl Store {
    /// Adds lines to the service log, those whose key is not there yet. How many were new.
    ///
    /// # Errors
    /// When the database cannot be written; then none was added.
    pub async fn add_service_entries(&self, entries: &[ServiceEntry]) -> Result<usize, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let mut new = 0;
            for entry in entries {
                new += usize::from(add(&mut session, entry).await?);
            }
            Ok(new)
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Notes that somebody said that a place is full, unless that is known already. Whether it was new.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn report_full(&self, site: &SiteSlug, day: Date) -> Result<bool, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            if reported(&mut session).await?.contains_key(site) {
                return Ok(false);
            }
            let report = ServiceEntry::of(site.clone(), day, ServiceKind::ReportedFull);
            add(&mut session, &report).await
        }
        .await;
        self.settle(session, outcome).await
    }

    /// The places that somebody said are full, since when, and nobody looked.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn reported_full(&self) -> Result<BTreeMap<SiteSlug, Date>, StoreError> {
        let mut session = self.reading().await?;
        let outcome = reported(&mut session).await;
        self.settle(session, outcome).await
    }

    /// The log from a day on, of one place or of all, the last line first; without what was taken back.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn service_log(
        &self,
        site: Option<&SiteSlug>,
        since: Date,
        limit: u32,
    ) -> Result<Vec<ServiceEntry>, StoreError> {
        let rows: Vec<LogRow> = sqlx::query_as(
            "SELECT site, day, at, author, kind, full_percent, grams, needles, method, tenths_each, note, key
             FROM service_log WHERE (?1 IS NULL OR site = ?1) AND day >= ?2
                   AND withdrawn_at IS NULL ORDER BY day DESC, id DESC LIMIT ?3",
        )
        .bind(site.map(SiteSlug::as_str))
        .bind(since.to_string())
        .bind(limit)
        .fetch_all(self.readers())
        .await?;
        rows.into_iter().map(ServiceEntry::try_from).collect()
    }

    /// The last day on which each place was emptied or replaced.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn last_emptied(&self) -> Result<BTreeMap<SiteSlug, Date>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT site, max(day) FROM service_log WHERE kind IN ('emptied', 'replaced') AND withdrawn_at IS NULL
             GROUP BY site",
        )
        .fetch_all(self.readers())
        .await?;
        rows.into_iter()
            .map(|(site, day)| {
                let cells = Cells {
                    table: "service_log",
                    row: &site,
                };
                Ok((cells.parsed("site", &site)?, cells.parsed("day", &day)?))
            })
            .collect()
    }
}
