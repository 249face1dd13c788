//! Places that want not to be listed: set and lifted with a reason, never deleted. Where the place has a row, its history says so too.

use jiff::{Timestamp, civil::Date};
use signpost_domain::{Lifted, SiteSlug, Tombstone};
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    model::{Cause, Reason},
    revision::{By, Ledger},
    rows::{Aggregate as _, Cells, site},
    store::Store,
};

const ALL: &str = "
    SELECT id, site, name, locality, phone, reason, set_by, set_on, lifted_reason, lifted_by, lifted_on
    FROM tombstones ORDER BY id DESC";

#[derive(sqlx::FromRow)]
struct TombstoneRow {
    id: i64,
    site: Option<String>,
    name: String,
    locality: String,
    phone: Option<String>,
    reason: String,
    set_by: String,
    set_on: String,
    lifted_reason: Option<String>,
    lifted_by: Option<String>,
    lifted_on: Option<String>,
}

impl TryFrom<TombstoneRow> for Tombstone {
    type Error = StoreError;

    fn try_from(row: TombstoneRow) -> Result<Self, StoreError> {
        let key = row.id.to_string();
        let cells = Cells {
            table: "tombstones",
            row: &key,
        };
        let lifted_on: Option<Date> = cells.maybe("lifted_on", row.lifted_on.as_deref())?;
        let lifted = lifted_on.zip(row.lifted_by).zip(row.lifted_reason);
        Ok(Self {
            id: row.id,
            site: cells.maybe("site", row.site.as_deref())?,
            name: row.name,
            locality: row.locality,
            phone: cells.maybe("phone", row.phone.as_deref())?,
            reason: row.reason,
            set_by: row.set_by,
            set_on: cells.parsed("set_on", &row.set_on)?,
            lifted: lifted.map(|((on, by), reason)| Lifted { reason, by, on }),
        })
    }
}

/// Those that stand.
pub(crate) async fn standing(db: &mut SqliteConnection) -> Result<Vec<Tombstone>, StoreError> {
    let rows: Vec<TombstoneRow> = sqlx::query_as(ALL).fetch_all(db).await?;
    let all: Result<Vec<Tombstone>, _> = rows.into_iter().map(Tombstone::try_from).collect();
    let standing = all?.into_iter().filter(|one| one.lifted.is_none());
    Ok(standing.collect())
}

/// Says in the history of a site what was done, where it has a row. Its row stays as it is.
async fn note(
    db: &mut SqliteConnection,
    slug: Option<&SiteSlug>,
    cause: Cause,
    (author, words): (&str, &str),
    at: Timestamp,
) -> Result<(), StoreError> {
    let Some(slug) = slug else { return Ok(()) };
    let Some(current) = site(&mut *db, slug).await? else {
        return Ok(());
    };
    let reason = Reason {
        cause,
        ..Reason::typed(words)
    };
    let by = By {
        author,
        reason: &reason,
        at,
    };
    let mut ledger = Ledger::open(&mut *db, by).await?;
    let row = &current.row;
    let revision = ledger.append(&mut *db, Some(row), Some(row)).await?;
    row.write(db, revision).await
}

impl Store {
    /// All, the last first, those that were lifted with them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn tombstones(&self) -> Result<Vec<Tombstone>, StoreError> {
        let rows: Vec<TombstoneRow> = sqlx::query_as(ALL).fetch_all(self.readers()).await?;
        rows.into_iter().map(Tombstone::try_from).collect()
    }

    /// Sets one, unless one stands for this site already. Whether it is new. Its number is given here.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn set_tombstone(&self, new: &Tombstone, at: Timestamp) -> Result<bool, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let done = sqlx::query(
                "INSERT INTO tombstones (site, name, locality, phone, reason, set_by, set_on)
                 VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            )
            .bind(new.site.as_ref().map(SiteSlug::as_str))
            .bind(new.name.as_str())
            .bind(new.locality.as_str())
            .bind(new.phone.as_ref().map(ToString::to_string))
            .bind(new.reason.as_str())
            .bind(new.set_by.as_str())
            .bind(new.set_on.to_string())
            .execute(&mut *session)
            .await?;
            if done.rows_affected() == 0 {
                return Ok(false);
            }
            let said = (new.set_by.as_str(), new.reason.as_str());
            note(&mut session, new.site.as_ref(), Cause::DoNotList, said, at).await?;
            Ok(true)
        }
        .await;
        self.settle(session, outcome).await
    }

    /// Lifts one. Whether it stood.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn lift_tombstone(
        &self,
        id: i64,
        lifted: &Lifted,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut session = self.writing().await?;
        let outcome = async {
            let stone = standing(&mut session).await?;
            let Some(stone) = stone.into_iter().find(|one| one.id == id) else {
                return Ok(false);
            };
            sqlx::query(
                "UPDATE tombstones SET lifted_reason = ?, lifted_by = ?, lifted_on = ? WHERE id = ?",
            )
            .bind(lifted.reason.as_str())
            .bind(lifted.by.as_str())
            .bind(lifted.on.to_string())
            .bind(id)
            .execute(&mut *session)
            .await?;
            let said = (lifted.by.as_str(), lifted.reason.as_str());
            note(&mut session, stone.site.as_ref(), Cause::ListedAgain, said, at).await?;
            Ok(true)
        }
        .await;
        self.settle(session, outcome).await
    }
}
