//! Banks, crossings and neighbourhoods: one row, drawn and replaced as a whole.

use signpost_domain::Ground;
use sqlx::SqliteConnection;

use super::{
    aggregate::{Aggregate, Stored},
    cells::{Cells, json},
};
use crate::{error::StoreError, model::SubjectKind};

#[derive(sqlx::FromRow)]
struct GroundRow {
    banks: String,
    crossings: String,
    neighbourhoods: String,
    revision: i64,
}

impl TryFrom<GroundRow> for Stored<Ground> {
    type Error = StoreError;

    fn try_from(row: GroundRow) -> Result<Self, StoreError> {
        let cells = Cells {
            table: "ground",
            row: "1",
        };
        Ok(Self {
            revision: cells.number("revision", row.revision)?,
            row: Ground {
                banks: cells.list("banks", &row.banks)?,
                crossings: cells.list("crossings", &row.crossings)?,
                neighbourhoods: cells.list("neighbourhoods", &row.neighbourhoods)?,
            },
        })
    }
}

impl Aggregate for Ground {
    const KIND: SubjectKind = SubjectKind::Ground;

    fn id(&self) -> String {
        "ground".to_owned()
    }

    async fn all(db: &mut SqliteConnection) -> Result<Vec<Stored<Self>>, StoreError> {
        let rows: Vec<GroundRow> =
            sqlx::query_as("SELECT banks, crossings, neighbourhoods, revision FROM ground")
                .fetch_all(db)
                .await?;
        rows.into_iter().map(Stored::try_from).collect()
    }

    async fn write(&self, db: &mut SqliteConnection, revision: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT OR REPLACE INTO ground (id, banks, crossings, neighbourhoods, revision) VALUES (1, ?, ?, ?, ?)",
        )
        .bind(json(&self.banks)?)
        .bind(json(&self.crossings)?)
        .bind(json(&self.neighbourhoods)?)
        .bind(revision)
        .execute(db)
        .await?;
        Ok(())
    }

    async fn remove(&self, db: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM ground").execute(db).await?;
        Ok(())
    }
}
