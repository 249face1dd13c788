//! The directory's own words: one row.

use serde::{Deserialize, Serialize};
use signpost_domain::{Directory, Edition, Locality, LonLat, Metres, Need, Text};
use sqlx::SqliteConnection;

use super::{
    aggregate::{Aggregate, Stored},
    cells::{Cells, json, word},
};
use crate::{error::StoreError, model::SubjectKind};

/// What a directory says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Settings {
    pub(crate) edition: Edition,
    pub(crate) title: Text,
    pub(crate) banner: Text,
    pub(crate) zone: String,
    pub(crate) centre: LonLat,
    pub(crate) needs: Vec<Need>,
    /// Left out of revisions while there is none, so that those of older releases read as they were written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) localities: Vec<Locality>,
    /// Left out likewise while it is the usual one.
    #[serde(
        default = "Directory::usual_walking_range",
        skip_serializing_if = "is_usual"
    )]
    pub(crate) walking_range: Metres,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_usual(range: &Metres) -> bool {
    *range == Directory::usual_walking_range()
}

impl Settings {
    /// The part of a directory that is kept here.
    pub(crate) fn of(directory: &Directory) -> Self {
        Self {
            edition: directory.edition,
            title: directory.title.clone(),
            banner: directory.banner.clone(),
            zone: directory.zone.clone(),
            centre: directory.centre,
            needs: directory.needs.clone(),
            localities: directory.localities.clone(),
            walking_range: directory.walking_range,
        }
    }
}

#[derive(sqlx::FromRow)]
struct SettingsRow {
    edition: String,
    title: String,
    banner: String,
    zone: String,
    lon: f64,
    lat: f64,
    needs: String,
    localities: String,
    walking_range: f64,
    revision: i64,
}

impl TryFrom<SettingsRow> for Stored<Settings> {
    type Error = StoreError;

    fn try_from(row: SettingsRow) -> Result<Self, StoreError> {
        let cells = Cells {
            table: "settings",
            row: "1",
        };
        Ok(Self {
            revision: cells.number("revision", row.revision)?,
            row: Settings {
                edition: cells.one_of("edition", &row.edition)?,
                title: cells.words("title", &row.title)?,
                banner: cells.words("banner", &row.banner)?,
                zone: row.zone,
                centre: cells.point(row.lon, row.lat)?,
                needs: cells.list("needs", &row.needs)?,
                localities: cells.list("localities", &row.localities)?,
                walking_range: Metres(row.walking_range),
            },
        })
    }
}

impl Aggregate for Settings {
    const KIND: SubjectKind = SubjectKind::Settings;

    fn id(&self) -> String {
        "directory".to_owned()
    }

    async fn all(db: &mut SqliteConnection) -> Result<Vec<Stored<Self>>, StoreError> {
        let rows: Vec<SettingsRow> = sqlx::query_as(
            "SELECT edition, title, banner, zone, lon, lat, needs, localities, walking_range, revision FROM settings",
        )
        .fetch_all(db)
        .await?;
        rows.into_iter().map(Stored::try_from).collect()
    }

    async fn write(&self, db: &mut SqliteConnection, revision: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT OR REPLACE INTO settings (id, edition, title, banner, zone, lon, lat, needs, localities,
                 walking_range, revision)
             VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(word(&self.edition)?)
        .bind(json(&self.title)?)
        .bind(json(&self.banner)?)
        .bind(self.zone.as_str())
        .bind(self.centre.lon())
        .bind(self.centre.lat())
        .bind(json(&self.needs)?)
        .bind(json(&self.localities)?)
        .bind(self.walking_range.0)
        .bind(revision)
        .execute(db)
        .await?;
        Ok(())
    }

    async fn remove(&self, db: &mut SqliteConnection) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM settings").execute(db).await?;
        Ok(())
    }
}
