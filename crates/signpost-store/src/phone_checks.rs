//! Listings that were drawn by lot to be checked by phone, and what was found.

use std::collections::BTreeMap;

use jiff::civil::Date;
use signpost_figures::{CheckLine, Field, Found, PhoneCheck};
use sqlx::SqliteConnection;

use crate::{error::StoreError, rows::Cells, store::Store};

/// How many checks a list holds.
const MOST: i64 = 60;

#[derive(sqlx::FromRow)]
struct CheckRow {
    id: i64,
    seed: i64,
    asked: i64,
    drawn_of: i64,
    drawn_on: String,
    drawn_by: String,
}

#[derive(sqlx::FromRow)]
struct LineRow {
    nth: i64,
    site: String,
    version: i64,
    checked_on: Option<String>,
}

#[derive(sqlx::FromRow)]
struct AnswerRow {
    nth: i64,
    field: String,
    found: String,
}

async fn whole(db: &mut SqliteConnection, row: CheckRow) -> Result<PhoneCheck, StoreError> {
    let key = row.id.to_string();
    let cells = |table| Cells { table, row: &key };
    let lines: Vec<LineRow> = sqlx::query_as(
        "SELECT nth, site, version, checked_on FROM phone_check_lines WHERE phone_check = ? ORDER BY nth",
    )
    .bind(row.id)
    .fetch_all(&mut *db)
    .await?;
    let answers: Vec<AnswerRow> = sqlx::query_as(
        "SELECT nth, field, found FROM phone_check_answers WHERE phone_check = ? ORDER BY nth",
    )
    .bind(row.id)
    .fetch_all(&mut *db)
    .await?;
    let mut found: BTreeMap<i64, BTreeMap<Field, Found>> = BTreeMap::new();
    for one in answers {
        let cells = cells("phone_check_answers");
        let field = cells.one_of("field", &one.field)?;
        let was = cells.one_of("found", &one.found)?;
        found.entry(one.nth).or_default().insert(field, was);
    }
    let own = cells("phone_check_lines");
    let lines = lines.into_iter().map(|line| {
        Ok(CheckLine {
            site: own.parsed("site", &line.site)?,
            version: own.number("version", line.version)?,
            checked_on: own.day("checked_on", line.checked_on.as_deref())?,
            found: found.remove(&line.nth).unwrap_or_default(),
        })
    });
    let lines = lines.collect::<Result<_, StoreError>>()?;
    let own = cells("phone_checks");
    Ok(PhoneCheck {
        id: row.id,
        seed: row.seed.cast_unsigned(),
        asked: own.number("asked", row.asked)?,
        drawn_of: own.number("drawn_of", row.drawn_of)?,
        drawn_on: own.parsed("drawn_on", &row.drawn_on)?,
        drawn_by: row.drawn_by,
        lines,
    })
}

impl Store {
    /// Keeps what was drawn; the same lot on the same day is kept once. Its number.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn keep_phone_check(&self, check: &PhoneCheck) -> Result<i64, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let before: Option<i64> = sqlx::query_scalar(
                "SELECT id FROM phone_checks WHERE seed = ? AND asked = ? AND drawn_on = ?",
            )
            .bind(check.seed.cast_signed())
            .bind(i64::from(check.asked))
            .bind(check.drawn_on.to_string())
            .fetch_optional(&mut *session)
            .await?;
            if let Some(id) = before {
                return Ok(id);
            }
            let done = sqlx::query(
                "INSERT INTO phone_checks (seed, asked, drawn_of, drawn_on, drawn_by) VALUES (?, ?, ?, ?, ?)",
            )
            .bind(check.seed.cast_signed())
            .bind(i64::from(check.asked))
            .bind(i64::from(check.drawn_of))
            .bind(check.drawn_on.to_string())
            .bind(check.drawn_by.as_str())
            .execute(&mut *session)
            .await?;
            let id = done.last_insert_rowid();
            for (nth, line) in (1_i64..).zip(&check.lines) {
                sqlx::query(
                    "INSERT INTO phone_check_lines (phone_check, nth, site, version) VALUES (?, ?, ?, ?)",
                )
                .bind(id)
                .bind(nth)
                .bind(line.site.as_str())
                .bind(line.version.cast_signed())
                .execute(&mut *session)
                .await?;
            }
            Ok(id)
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Writes what was found of some listings, by their place on the sheet from 1, in the place of what was written of each before. One of
    /// which nothing is said is not checked any more.
    ///
    /// # Errors
    /// [`StoreError::Inconsistent`] when a line is not on the sheet, and when the database cannot be written.
    pub async fn write_phone_check(
        &self,
        id: i64,
        found: &BTreeMap<usize, BTreeMap<Field, Found>>,
        (by, on): (&str, Date),
    ) -> Result<(), StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            for (&nth, answers) in found {
                let nth = i64::try_from(nth).unwrap_or(i64::MAX);
                sqlx::query("DELETE FROM phone_check_answers WHERE phone_check = ? AND nth = ?")
                    .bind(id)
                    .bind(nth)
                    .execute(&mut *session)
                    .await?;
                let checked = !answers.is_empty();
                let done = sqlx::query(
                    "UPDATE phone_check_lines SET checked_on = ?, checked_by = ? WHERE phone_check = ? AND nth = ?",
                )
                .bind(checked.then(|| on.to_string()))
                .bind(checked.then_some(by))
                .bind(id)
                .bind(nth)
                .execute(&mut *session)
                .await?;
                if done.rows_affected() == 0 {
                    return Err(StoreError::Inconsistent {
                        table: "phone_check_lines",
                        column: "nth",
                        row: format!("{id} {nth}"),
                    });
                }
                for (field, was) in answers {
                    sqlx::query(
                        "INSERT INTO phone_check_answers (phone_check, nth, field, found) VALUES (?, ?, ?, ?)",
                    )
                    .bind(id)
                    .bind(nth)
                    .bind(field.as_str())
                    .bind(was.as_str())
                    .execute(&mut *session)
                    .await?;
                }
            }
            Ok(())
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Keeps a check with what was found and when, such as one of a town to practise with.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn keep_done_phone_check(&self, check: &PhoneCheck) -> Result<i64, StoreError> {
        let id = self.keep_phone_check(check).await?;
        for (nth, line) in (1..).zip(&check.lines) {
            if let Some(on) = line.checked_on {
                let found = BTreeMap::from([(nth, line.found.clone())]);
                self.write_phone_check(id, &found, (&check.drawn_by, on))
                    .await?;
            }
        }
        Ok(id)
    }

    /// The last checks, the last first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn phone_checks(&self) -> Result<Vec<PhoneCheck>, StoreError> {
        let mut session = self.reading().await?;
        let outcome = async {
            let rows: Vec<CheckRow> = sqlx::query_as(
                "SELECT id, seed, asked, drawn_of, drawn_on, drawn_by FROM phone_checks
                 ORDER BY drawn_on DESC, id DESC LIMIT ?",
            )
            .bind(MOST)
            .fetch_all(&mut *session)
            .await?;
            let mut checks = Vec::with_capacity(rows.len());
            for row in rows {
                checks.push(whole(&mut session, row).await?);
            }
            Ok(checks)
        }
        .await;
        session.settle(outcome).await
    }
}
