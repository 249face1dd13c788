//! Sites as they are stored: three tables, merged by their common order.

use futures_util::TryStreamExt as _;
use signpost_domain::Site;
use sqlx::SqliteConnection;

use super::{aggregate::Stored, cells::Cells, exceptions::ExceptionRow, services::ServiceRow};
use crate::error::StoreError;

#[derive(sqlx::FromRow)]
struct SiteRow {
    slug: String,
    organization: String,
    name: String,
    alternate_name: String,
    former_name: String,
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
    step_free: Option<bool>,
    description: String,
    languages: String,
    disposal_point: Option<String>,
    source: String,
    source_day: Option<String>,
    example: bool,
    revision: i64,
}

impl TryFrom<SiteRow> for Stored<Site> {
    type Error = StoreError;

    fn try_from(row: SiteRow) -> Result<Self, StoreError> {
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
                alternate_name: row.alternate_name,
                former_name: row.former_name,
                kind: cells.one_of("kind", &row.kind)?,
                point,
                address: row.address,
                locality: row.locality,
                zone: row.zone,
                phone: cells.maybe("phone", row.phone.as_deref())?,
                website: row.website,
                door: cells.words("door", &row.door)?,
                access: cells.words("access", &row.access)?,
                step_free: row.step_free,
                description: cells.words("description", &row.description)?,
                languages: cells.list("languages", &row.languages)?,
                services: vec![],
                disposal_point: match row.disposal_point {
                    Some(point) => Some(cells.json("disposal_point", &point)?),
                    None => None,
                },
                exceptions: vec![],
                source: cells.source(row.source, row.source_day.as_deref())?,
                example: row.example,
            },
        })
    }
}

/// Which rows to read; three queries in any case, merged by their common order.
pub(super) struct Queries {
    sites: &'static str,
    services: &'static str,
    exceptions: &'static str,
}

pub(super) const ALL: Queries = Queries {
    sites: "SELECT * FROM sites ORDER BY slug",
    services: "SELECT * FROM services ORDER BY site, need",
    exceptions: "SELECT * FROM exceptions ORDER BY site, id",
};

pub(super) const ONE: Queries = Queries {
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

/// Reads the sites of these queries, each with its services and exceptions.
pub(super) async fn read_sites(
    db: &mut SqliteConnection,
    queries: &Queries,
    slug: Option<&str>,
) -> Result<Vec<Stored<Site>>, StoreError> {
    let mut sites: Vec<Stored<Site>> = Vec::new();
    let mut rows = bound!(queries.sites, slug).fetch(&mut *db);
    while let Some(row) = rows.try_next().await? {
        let row: SiteRow = row;
        sites.push(row.try_into()?);
    }
    drop(rows);

    let mut place = Place::before(&mut sites);
    let mut rows = bound!(queries.services, slug).fetch(&mut *db);
    while let Some(row) = rows.try_next().await? {
        let row: ServiceRow = row;
        let site = place.find("services", &row.site)?;
        site.services.push(row.try_into()?);
    }
    drop(rows);

    let mut place = Place::before(&mut sites);
    let mut rows = bound!(queries.exceptions, slug).fetch(&mut *db);
    while let Some(row) = rows.try_next().await? {
        let row: ExceptionRow = row;
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
