//! Versions of the redirection plan, each with its rules and consents.

use signpost_domain::Plan;
use sqlx::SqliteConnection;

use super::{
    aggregate::{Aggregate, Stored},
    cells::{Cells, json, word},
};
use crate::{error::StoreError, model::SubjectKind};

#[derive(sqlx::FromRow)]
struct PlanRow {
    version: i64,
    status: String,
    title: String,
    summary: String,
    first_day: Option<String>,
    last_day: Option<String>,
    zone: String,
    decision: String,
    rules: String,
    consents: String,
    example: bool,
    revision: i64,
}

impl TryFrom<PlanRow> for Stored<Plan> {
    type Error = StoreError;

    fn try_from(row: PlanRow) -> Result<Self, StoreError> {
        let key = row.version.to_string();
        let cells = Cells {
            table: "plans",
            row: &key,
        };
        Ok(Self {
            revision: cells.number("revision", row.revision)?,
            row: Plan {
                version: cells.number("version", row.version)?,
                status: cells.one_of("status", &row.status)?,
                title: cells.words("title", &row.title)?,
                summary: cells.words("summary", &row.summary)?,
                from: cells.day("first_day", row.first_day.as_deref())?,
                until: cells.day("last_day", row.last_day.as_deref())?,
                zone: row.zone,
                decision: row.decision,
                rules: cells.list("rules", &row.rules)?,
                consents: cells.list("consents", &row.consents)?,
                example: row.example,
            },
        })
    }
}

impl Aggregate for Plan {
    const KIND: SubjectKind = SubjectKind::Plan;

    fn id(&self) -> String {
        self.version.to_string()
    }

    async fn all(db: &mut SqliteConnection) -> Result<Vec<Stored<Self>>, StoreError> {
        let rows: Vec<PlanRow> = sqlx::query_as("SELECT * FROM plans ORDER BY version")
            .fetch_all(db)
            .await?;
        rows.into_iter().map(Stored::try_from).collect()
    }

    async fn write(&self, db: &mut SqliteConnection, revision: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT OR REPLACE INTO plans
                (version, status, title, summary, first_day, last_day, zone, decision, rules, consents, example, revision)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(i64::from(self.version))
        .bind(word(&self.status)?)
        .bind(json(&self.title)?)
        .bind(json(&self.summary)?)
        .bind(self.from.map(|day| day.to_string()))
        .bind(self.until.map(|day| day.to_string()))
        .bind(self.zone.as_str())
        .bind(self.decision.as_str())
        .bind(json(&self.rules)?)
        .bind(json(&self.consents)?)
        .bind(self.example)
        .bind(revision)
        .execute(db)
        .await?;
        Ok(())
    }

    async fn remove(&self, db: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM plans WHERE version = ?")
            .bind(i64::from(self.version))
            .execute(db)
            .await?;
        Ok(())
    }
}
