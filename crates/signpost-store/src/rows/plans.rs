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
    owner: String,
    review_by: Option<String>,
    decided_on: Option<String>,
    decided_by: String,
    hidden: bool,
    ended_after: Option<String>,
    approvals: String,
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
                owner: row.owner,
                review_by: cells.day("review_by", row.review_by.as_deref())?,
                decided_on: cells.day("decided_on", row.decided_on.as_deref())?,
                decided_by: cells.words("decided_by", &row.decided_by)?,
                hidden: row.hidden,
                ended_after: cells.day("ended_after", row.ended_after.as_deref())?,
                approvals: cells.list("approvals", &row.approvals)?,
            },
        })
    }
}

/// One version, and the revision that made it.
pub(crate) async fn one(
    db: &mut SqliteConnection,
    version: u32,
) -> Result<Option<Stored<Plan>>, StoreError> {
    let row: Option<PlanRow> = sqlx::query_as("SELECT * FROM plans WHERE version = ?")
        .bind(i64::from(version))
        .fetch_optional(db)
        .await?;
    row.map(Stored::try_from).transpose()
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
                (version, status, title, summary, first_day, last_day, zone, decision, rules, consents, example,
                 owner, review_by, decided_on, decided_by, hidden, ended_after, approvals, revision)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        .bind(self.owner.as_str())
        .bind(self.review_by.map(|day| day.to_string()))
        .bind(self.decided_on.map(|day| day.to_string()))
        .bind(json(&self.decided_by)?)
        .bind(self.hidden)
        .bind(self.ended_after.map(|day| day.to_string()))
        .bind(json(&self.approvals)?)
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
