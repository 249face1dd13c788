//! Sites with their services and exceptions: one aggregate over three tables.

use futures_util::TryStreamExt as _;
use signpost_domain::{Site, SiteSlug};
use sqlx::SqliteConnection;

use super::{Aggregate, Cells, Stored, exceptions, json, services, word};
use crate::{StoreError, revision::SubjectKind};

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    organization: String,
    name: String,
    kind: String,
    lon: Option<f64>,
    lat: Option<f64>,
    address: String,
    locality: String,
    zone: String,
    phone: Option<String>,
    website: Option<String>,
    door: String,
    access: String,
    description: String,
    languages: String,
    source: String,
    source_day: Option<String>,
    example: bool,
    revision: i64,
}

impl TryFrom<Row> for Stored<Site> {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let cells = Cells {
            table: "sites",
            row: &row.slug,
        };
        let point = match (row.lon, row.lat) {
            (Some(lon), Some(lat)) => Some(cells.point(lon, lat)?),
            (None, None) => None,
            _ => return Err(cells.fault("lon, lat")),
        };
        Ok(Self {
            revision: cells.number("revision", row.revision)?,
            row: Site {
                slug: cells.parsed("slug", &row.slug)?,
                organization: cells.parsed("organization", &row.organization)?,
                name: cells.words("name", &row.name)?,
                kind: cells.one_of("kind", &row.kind)?,
                point,
                address: row.address,
                locality: row.locality,
                zone: row.zone,
                phone: cells.maybe("phone", row.phone.as_deref())?,
                website: row.website,
                door: cells.words("door", &row.door)?,
                access: cells.words("access", &row.access)?,
                description: cells.words("description", &row.description)?,
                languages: cells.list("languages", &row.languages)?,
                services: vec![],
                exceptions: vec![],
                source: cells.source(row.source, row.source_day.as_deref())?,
                example: row.example,
            },
        })
    }
}

/// A site with its services by need and its exceptions by id: their order in a file means nothing.
pub(crate) fn in_order(mut site: Site) -> Site {
    site.services
        .sort_by(|one, other| one.need.cmp(&other.need));
    site.exceptions.sort_by(|one, other| one.id.cmp(&other.id));
    site
}

/// Which rows to read; three queries in any case, merged by their common order.
struct Queries {
    sites: &'static str,
    services: &'static str,
    exceptions: &'static str,
}

const ALL: Queries = Queries {
    sites: "SELECT * FROM sites ORDER BY slug",
    services: "SELECT * FROM services ORDER BY site, need",
    exceptions: "SELECT * FROM exceptions ORDER BY site, id",
};

const ONE: Queries = Queries {
    sites: "SELECT * FROM sites WHERE slug = ?",
    services: "SELECT * FROM services WHERE site = ? ORDER BY need",
    exceptions: "SELECT * FROM exceptions WHERE site = ? ORDER BY id",
};

macro_rules! bound {
    ($sql:expr, $slug:expr) => {{
        let query = sqlx::query_as($sql);
        match $slug {
            Some(slug) => query.bind(slug),
            None => query,
        }
    }};
}

async fn read(
    db: &mut SqliteConnection,
    queries: &Queries,
    slug: Option<&str>,
) -> Result<Vec<Stored<Site>>, StoreError> {
    let mut sites: Vec<Stored<Site>> = Vec::new();
    let mut rows = bound!(queries.sites, slug).fetch(&mut *db);
    while let Some(row) = rows.try_next().await? {
        let row: Row = row;
        sites.push(row.try_into()?);
    }
    drop(rows);

    let mut place = Place::before(&mut sites);
    let mut rows = bound!(queries.services, slug).fetch(&mut *db);
    while let Some(row) = rows.try_next().await? {
        let row: services::Row = row;
        let site = place.find("services", &row.site)?;
        site.services.push(row.try_into()?);
    }
    drop(rows);

    let mut place = Place::before(&mut sites);
    let mut rows = bound!(queries.exceptions, slug).fetch(&mut *db);
    while let Some(row) = rows.try_next().await? {
        let row: exceptions::Row = row;
        let site = place.find("exceptions", &row.site)?;
        site.exceptions.push(row.try_into()?);
    }
    drop(rows);
    Ok(sites)
}

/// A place in the sorted sites that only moves forward, so that merging takes one pass.
struct Place<'a> {
    here: Option<&'a mut Stored<Site>>,
    ahead: std::slice::IterMut<'a, Stored<Site>>,
}

impl<'a> Place<'a> {
    fn before(sites: &'a mut [Stored<Site>]) -> Self {
        Self {
            here: None,
            ahead: sites.iter_mut(),
        }
    }

    fn find(&mut self, table: &'static str, slug: &str) -> Result<&mut Site, StoreError> {
        while self
            .here
            .as_ref()
            .is_none_or(|here| here.row.slug.as_str() < slug)
        {
            self.here = self.ahead.next();
            if self.here.is_none() {
                break;
            }
        }
        match &mut self.here {
            Some(here) if here.row.slug.as_str() == slug => Ok(&mut here.row),
            _ => Err(Cells { table, row: slug }.fault("site")),
        }
    }
}

/// One site, with its version.
pub(crate) async fn one(
    db: &mut SqliteConnection,
    slug: &SiteSlug,
) -> Result<Option<Stored<Site>>, StoreError> {
    Ok(read(db, &ONE, Some(slug.as_str())).await?.pop())
}

impl Aggregate for Site {
    const KIND: SubjectKind = SubjectKind::Site;

    fn id(&self) -> String {
        self.slug.to_string()
    }

    async fn all(db: &mut SqliteConnection) -> Result<Vec<Stored<Self>>, StoreError> {
        read(db, &ALL, None).await
    }

    async fn write(&self, db: &mut SqliteConnection, revision: i64) -> Result<(), StoreError> {
        below_goes(db, &self.slug).await?;
        sqlx::query(
            "INSERT OR REPLACE INTO sites
                (slug, organization, name, kind, lon, lat, address, locality, zone, phone, website,
                 door, access, description, languages, source, source_day, example, revision)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(self.slug.as_str())
        .bind(self.organization.as_str())
        .bind(json(&self.name)?)
        .bind(word(&self.kind)?)
        .bind(self.point.map(signpost_domain::LonLat::lon))
        .bind(self.point.map(signpost_domain::LonLat::lat))
        .bind(self.address.as_str())
        .bind(self.locality.as_str())
        .bind(self.zone.as_str())
        .bind(self.phone.as_ref().map(ToString::to_string))
        .bind(self.website.as_deref())
        .bind(json(&self.door)?)
        .bind(json(&self.access)?)
        .bind(json(&self.description)?)
        .bind(json(&self.languages)?)
        .bind(self.source.text.as_str())
        .bind(self.source.day.map(|day| day.to_string()))
        .bind(self.example)
        .bind(revision)
        .execute(&mut *db)
        .await?;
        for service in &self.services {
            services::add(&mut *db, self.slug.as_str(), service).await?;
        }
        for exception in &self.exceptions {
            exceptions::add(&mut *db, self.slug.as_str(), exception).await?;
        }
        Ok(())
    }

    async fn remove(&self, db: &mut SqliteConnection) -> Result<(), StoreError> {
        below_goes(db, &self.slug).await?;
        sqlx::query("DELETE FROM sites WHERE slug = ?")
            .bind(self.slug.as_str())
            .execute(db)
            .await?;
        Ok(())
    }
}

/// Takes away what is below a site.
async fn below_goes(db: &mut SqliteConnection, slug: &SiteSlug) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM services WHERE site = ?",
        "DELETE FROM exceptions WHERE site = ?",
    ] {
        sqlx::query(sql)
            .bind(slug.as_str())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}
