//! Posters that hang at old doors: put up, and one day taken down. What was noted of one is never changed.

use jiff::civil::Date;
use signpost_domain::HangingPoster;

use crate::{
    error::StoreError,
    rows::{Cells, json},
    store::Store,
};

/// How many a list holds.
const MOST: u32 = 500;

const HANGING: &str = "
    SELECT id, door, place, put_up, put_up_by, says, taken_down, taken_down_by FROM posters
    WHERE taken_down IS NULL ORDER BY door, put_up, id LIMIT ?";

const TAKEN_DOWN: &str = "
    SELECT id, door, place, put_up, put_up_by, says, taken_down, taken_down_by FROM posters
    WHERE taken_down IS NOT NULL ORDER BY taken_down DESC, id DESC LIMIT ?";

#[derive(sqlx::FromRow)]
struct PosterRow {
    id: i64,
    door: String,
    place: String,
    put_up: String,
    put_up_by: String,
    says: String,
    taken_down: Option<String>,
    taken_down_by: Option<String>,
}

impl TryFrom<PosterRow> for HangingPoster {
    type Error = StoreError;

    fn try_from(row: PosterRow) -> Result<Self, StoreError> {
        let key = row.id.to_string();
        let cells = Cells {
            table: "posters",
            row: &key,
        };
        let taken_down: Option<Date> = cells.maybe("taken_down", row.taken_down.as_deref())?;
        Ok(Self {
            id: row.id,
            door: cells.parsed("door", &row.door)?,
            place: row.place,
            put_up: cells.parsed("put_up", &row.put_up)?,
            put_up_by: row.put_up_by,
            says: cells.json("says", &row.says)?,
            taken_down: taken_down.zip(row.taken_down_by),
        })
    }
}

impl Store {
    /// Notes that a poster hangs, unless a form with this key said so before. Whether it was new.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn put_up_poster(
        &self,
        poster: &HangingPoster,
        key: Option<&str>,
    ) -> Result<bool, StoreError> {
        let says = json(&poster.says)?;
        let mut session = self.writing().await?;
        let outcome = async {
            let done = sqlx::query(
                "INSERT INTO posters (door, place, put_up, put_up_by, says, key)
                 VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
            )
            .bind(poster.door.as_str())
            .bind(poster.place.as_str())
            .bind(poster.put_up.to_string())
            .bind(poster.put_up_by.as_str())
            .bind(says)
            .bind(key)
            .execute(&mut *session)
            .await?;
            Ok(done.rows_affected() > 0)
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Ticks off a poster that was taken down. Whether it hung until now.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn take_down_poster(&self, id: i64, day: Date, by: &str) -> Result<bool, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let done = sqlx::query(
                "UPDATE posters SET taken_down = ?, taken_down_by = ? WHERE id = ? AND taken_down IS NULL",
            )
            .bind(day.to_string())
            .bind(by)
            .bind(id)
            .execute(&mut *session)
            .await?;
            Ok(done.rows_affected() > 0)
        }
        .await;
        self.settle(session, outcome).await
    }

    /// The posters that hang, door by door, those that hang longest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn posters_hanging(&self) -> Result<Vec<HangingPoster>, StoreError> {
        let rows: Vec<PosterRow> = sqlx::query_as(HANGING)
            .bind(MOST)
            .fetch_all(self.readers())
            .await?;
        rows.into_iter().map(HangingPoster::try_from).collect()
    }

    /// The last posters that were taken down, the last first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn posters_taken_down(&self, limit: u32) -> Result<Vec<HangingPoster>, StoreError> {
        let rows: Vec<PosterRow> = sqlx::query_as(TAKEN_DOWN)
            .bind(limit.min(MOST))
            .fetch_all(self.readers())
            .await?;
        rows.into_iter().map(HangingPoster::try_from).collect()
    }
}
