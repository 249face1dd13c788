//! Everything that is stored, read in a handful of ordered queries.

use std::collections::BTreeMap;

use signpost_domain::{
    Directory, Ground, Landmark, Organization, PhoneLine, Plan, Site, SiteSlug, Tombstone,
};
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    model::Loaded,
    rows::{Aggregate as _, Settings, Stored},
    store::Store,
    tombstones::standing,
};

/// All current rows, each with its revision.
pub(crate) struct CurrentRows {
    pub(crate) settings: Vec<Stored<Settings>>,
    pub(crate) organizations: Vec<Stored<Organization>>,
    pub(crate) sites: Vec<Stored<Site>>,
    pub(crate) lines: Vec<Stored<PhoneLine>>,
    pub(crate) landmarks: Vec<Stored<Landmark>>,
    pub(crate) ground: Vec<Stored<Ground>>,
    pub(crate) plans: Vec<Stored<Plan>>,
}

impl CurrentRows {
    /// Reads every table once, from front to back.
    pub(crate) async fn all(db: &mut SqliteConnection) -> Result<Self, StoreError> {
        Ok(Self {
            settings: Settings::all(&mut *db).await?,
            organizations: Organization::all(&mut *db).await?,
            sites: Site::all(&mut *db).await?,
            lines: PhoneLine::all(&mut *db).await?,
            landmarks: Landmark::all(&mut *db).await?,
            ground: Ground::all(&mut *db).await?,
            plans: Plan::all(&mut *db).await?,
        })
    }

    fn into_directory(
        self,
        tombstones: Vec<Tombstone>,
    ) -> (Option<Directory>, BTreeMap<SiteSlug, u64>) {
        fn rows<T>(stored: Vec<Stored<T>>) -> Vec<T> {
            stored.into_iter().map(|stored| stored.row).collect()
        }
        let Some(settings) = rows(self.settings).pop() else {
            return (None, BTreeMap::new());
        };
        let versions = self
            .sites
            .iter()
            .map(|stored| (stored.row.slug.clone(), stored.revision))
            .collect();
        let directory = Directory {
            edition: settings.edition,
            title: settings.title,
            banner: settings.banner,
            zone: settings.zone,
            centre: settings.centre,
            walking_range: settings.walking_range,
            localities: settings.localities,
            needs: settings.needs,
            organizations: rows(self.organizations),
            sites: rows(self.sites),
            lines: rows(self.lines),
            landmarks: rows(self.landmarks),
            ground: rows(self.ground).pop().unwrap_or_default(),
            plans: rows(self.plans),
            tombstones,
        };
        (Some(directory), versions)
    }
}

/// The sequence of the last revision; 0 when there is none.
pub(crate) async fn sequence(db: &mut SqliteConnection) -> Result<u64, StoreError> {
    let last: Option<i64> = sqlx::query_scalar("SELECT max(sequence) FROM revisions")
        .fetch_one(db)
        .await?;
    // A CHECK keeps it above 0.
    Ok(last.unwrap_or_default().unsigned_abs())
}

impl Store {
    /// Reads everything, as of one moment.
    ///
    /// Organizations, landmarks and plans come by id, sites by slug, their services by need and exceptions by id, lines by their order and
    /// then id; needs, banks, crossings, rules and targets as they were written.
    ///
    /// # Errors
    /// When the database cannot be read, or holds a row that cannot be.
    pub async fn load(&self) -> Result<Loaded, StoreError> {
        let mut session = self.reading().await?;
        let read = async {
            let current = CurrentRows::all(&mut session).await?;
            let stones = standing(&mut session).await?;
            Ok((current, stones, sequence(&mut session).await?))
        }
        .await;
        let (current, stones, sequence) = session.settle(read).await?;
        let (directory, versions) = current.into_directory(stones);
        Ok(Loaded {
            directory,
            versions,
            sequence,
        })
    }

    /// The sequence of the last revision; 0 when there is none. Cheap, for noticing that another process wrote.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sequence(&self) -> Result<u64, StoreError> {
        let mut connection = self.readers().acquire().await?;
        sequence(&mut connection).await
    }
}
