//! Staffed phone lines.

use signpost_domain::PhoneLine;
use sqlx::SqliteConnection;

use super::{
    aggregate::{Aggregate, Stored},
    cells::{Cells, json},
};
use crate::{error::StoreError, model::SubjectKind};

#[derive(sqlx::FromRow)]
struct LineRow {
    id: String,
    name: String,
    phone: String,
    texts: bool,
    website: Option<String>,
    sentence: String,
    hours: Option<String>,
    needs: String,
    sort_order: i64,
    source: String,
    source_day: Option<String>,
    example: bool,
    revision: i64,
}

impl TryFrom<LineRow> for Stored<PhoneLine> {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        let cells = Cells {
            table: "lines",
            row: &row.id,
        };
        Ok(Self {
            revision: cells.number("revision", row.revision)?,
            row: PhoneLine {
                id: cells.parsed("id", &row.id)?,
                name: cells.words("name", &row.name)?,
                phone: cells.parsed("phone", &row.phone)?,
                texts: row.texts,
                website: row.website,
                sentence: cells.words("sentence", &row.sentence)?,
                hours: row.hours,
                needs: cells.list("needs", &row.needs)?,
                order: cells.number("sort_order", row.sort_order)?,
                source: cells.source(row.source, row.source_day.as_deref())?,
                example: row.example,
            },
        })
    }
}

impl Aggregate for PhoneLine {
    const KIND: SubjectKind = SubjectKind::Line;

    fn id(&self) -> String {
        self.id.to_string()
    }

    async fn all(db: &mut SqliteConnection) -> Result<Vec<Stored<Self>>, StoreError> {
        let rows: Vec<LineRow> = sqlx::query_as("SELECT * FROM lines ORDER BY sort_order, id")
            .fetch_all(db)
            .await?;
        rows.into_iter().map(Stored::try_from).collect()
    }

    async fn write(&self, db: &mut SqliteConnection, revision: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT OR REPLACE INTO lines
                (id, name, phone, texts, website, sentence, hours, needs, sort_order, source, source_day, example, revision)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(self.id.as_str())
        .bind(json(&self.name)?)
        .bind(self.phone.to_string())
        .bind(self.texts)
        .bind(self.website.as_deref())
        .bind(json(&self.sentence)?)
        .bind(self.hours.as_deref())
        .bind(json(&self.needs)?)
        .bind(i64::from(self.order))
        .bind(self.source.text.as_str())
        .bind(self.source.day.map(|day| day.to_string()))
        .bind(self.example)
        .bind(revision)
        .execute(db)
        .await?;
        Ok(())
    }

    async fn remove(&self, db: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM lines WHERE id = ?")
            .bind(self.id.as_str())
            .execute(db)
            .await?;
        Ok(())
    }
}
