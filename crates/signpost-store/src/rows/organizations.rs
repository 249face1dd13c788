//! Organizations.

use signpost_domain::{Organization, OrganizationId};
use sqlx::SqliteConnection;

use super::{
    aggregate::{Aggregate, Stored},
    cells::{Cells, json},
};
use crate::{error::StoreError, model::SubjectKind};

#[derive(sqlx::FromRow)]
struct OrganizationRow {
    id: String,
    name: String,
    alternate_name: String,
    former_name: String,
    website: Option<String>,
    indigenous_led: bool,
    holidays: String,
    source: String,
    source_day: Option<String>,
    example: bool,
    consents: String,
    revision: i64,
}

impl TryFrom<OrganizationRow> for Stored<Organization> {
    type Error = StoreError;

    fn try_from(row: OrganizationRow) -> Result<Self, StoreError> {
        let cells = Cells {
            table: "organizations",
            row: &row.id,
        };
        Ok(Self {
            revision: cells.number("revision", row.revision)?,
            row: Organization {
                id: cells.parsed("id", &row.id)?,
                name: cells.words("name", &row.name)?,
                alternate_name: row.alternate_name,
                former_name: row.former_name,
                website: row.website,
                indigenous_led: row.indigenous_led,
                holidays: cells.json("holidays", &row.holidays)?,
                source: cells.source(row.source, row.source_day.as_deref())?,
                example: row.example,
                consents: cells.list("consents", &row.consents)?,
            },
        })
    }
}

/// One organization, and its version.
pub(crate) async fn one(
    db: &mut SqliteConnection,
    id: &OrganizationId,
) -> Result<Option<Stored<Organization>>, StoreError> {
    let row: Option<OrganizationRow> = sqlx::query_as("SELECT * FROM organizations WHERE id = ?")
        .bind(id.as_str())
        .fetch_optional(db)
        .await?;
    row.map(Stored::try_from).transpose()
}

impl Aggregate for Organization {
    const KIND: SubjectKind = SubjectKind::Organization;

    fn id(&self) -> String {
        self.id.to_string()
    }

    async fn all(db: &mut SqliteConnection) -> Result<Vec<Stored<Self>>, StoreError> {
        let rows: Vec<OrganizationRow> = sqlx::query_as("SELECT * FROM organizations ORDER BY id")
            .fetch_all(db)
            .await?;
        rows.into_iter().map(Stored::try_from).collect()
    }

    async fn write(&self, db: &mut SqliteConnection, revision: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT OR REPLACE INTO organizations
                (id, name, alternate_name, former_name, website, indigenous_led, holidays, source, source_day, example, consents, revision)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(self.id.as_str())
        .bind(json(&self.name)?)
        .bind(self.alternate_name.as_str())
        .bind(self.former_name.as_str())
        .bind(self.website.as_deref())
        .bind(self.indigenous_led)
        .bind(json(&self.holidays)?)
        .bind(self.source.text.as_str())
        .bind(self.source.day.map(|day| day.to_string()))
        .bind(self.example)
        .bind(json(&self.consents)?)
        .bind(revision)
        .execute(db)
        .await?;
        Ok(())
    }

    async fn remove(&self, db: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM organizations WHERE id = ?")
            .bind(self.id.as_str())
            .execute(db)
            .await?;
        Ok(())
    }
}
