//! Places people know.

use signpost_domain::Landmark;
use sqlx::SqliteConnection;

use super::{
    aggregate::{Aggregate, Stored},
    cells::{Cells, json},
};
use crate::{error::StoreError, model::SubjectKind};

#[derive(sqlx::FromRow)]
struct LandmarkRow {
    id: String,
    name: String,
    lon: f64,
    lat: f64,
    source: String,
    source_day: Option<String>,
    revision: i64,
}

impl TryFrom<LandmarkRow> for Stored<Landmark> {
    type Error = StoreError;

    fn try_from(row: LandmarkRow) -> Result<Self, StoreError> {
        let cells = Cells {
            table: "landmarks",
            row: &row.id,
        };
        Ok(Self {
            revision: cells.number("revision", row.revision)?,
            row: Landmark {
                id: cells.parsed("id", &row.id)?,
                name: cells.words("name", &row.name)?,
                point: cells.point(row.lon, row.lat)?,
                source: cells.source(row.source, row.source_day.as_deref())?,
            },
        })
    }
}

impl Aggregate for Landmark {
    const KIND: SubjectKind = SubjectKind::Landmark;

    fn id(&self) -> String {
        self.id.to_string()
    }

    async fn all(db: &mut SqliteConnection) -> Result<Vec<Stored<Self>>, StoreError> {
        let rows: Vec<LandmarkRow> = sqlx::query_as("SELECT * FROM landmarks ORDER BY id")
            .fetch_all(db)
            .await?;
        rows.into_iter().map(Stored::try_from).collect()
    }

    async fn write(&self, db: &mut SqliteConnection, revision: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT OR REPLACE INTO landmarks (id, name, lon, lat, source, source_day, revision)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(self.id.as_str())
        .bind(json(&self.name)?)
        .bind(self.point.lon())
        .bind(self.point.lat())
        .bind(self.source.text.as_str())
        .bind(self.source.day.map(|day| day.to_string()))
        .bind(revision)
        .execute(db)
        .await?;
        Ok(())
    }

    async fn remove(&self, db: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM landmarks WHERE id = ?")
            .bind(self.id.as_str())
            .execute(db)
            .await?;
        Ok(())
    }
}
