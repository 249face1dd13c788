//! Sites with their services and exceptions: one aggregate over three tables.

use signpost_domain::{Site, SiteSlug};
use sqlx::SqliteConnection;

use super::{
    aggregate::{Aggregate, Stored},
    cells::{json, word},
    exceptions, services,
    site_reading::{ALL, ONE, read_sites},
};
use crate::{error::StoreError, model::SubjectKind};

/// A site with its services by need and its exceptions by id: their order in a file means nothing.
pub(crate) fn in_order(mut site: Site) -> Site {
    site.services
        .sort_by(|one, other| one.need.cmp(&other.need));
    site.exceptions.sort_by(|one, other| one.id.cmp(&other.id));
    site
}

/// One site, with its version.
pub(crate) async fn one(
    db: &mut SqliteConnection,
    slug: &SiteSlug,
) -> Result<Option<Stored<Site>>, StoreError> {
    Ok(read_sites(db, &ONE, Some(slug.as_str())).await?.pop())
}

impl Aggregate for Site {
    const KIND: SubjectKind = SubjectKind::Site;

    fn id(&self) -> String {
        self.slug.to_string()
    }

    async fn all(db: &mut SqliteConnection) -> Result<Vec<Stored<Self>>, StoreError> {
        read_sites(db, &ALL, None).await
    }

    async fn write(&self, db: &mut SqliteConnection, revision: i64) -> Result<(), StoreError> {
        below_goes(db, &self.slug).await?;
        sqlx::query(
            "INSERT OR REPLACE INTO sites
                (slug, organization, name, alternate_name, former_name, kind, lon, lat, address, locality, zone,
                 phone, website, door, access, step_free, description, languages, disposal_point, source, source_day, example, revision)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(self.slug.as_str())
        .bind(self.organization.as_str())
        .bind(json(&self.name)?)
        .bind(self.alternate_name.as_str())
        .bind(self.former_name.as_str())
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
        .bind(self.step_free)
        .bind(json(&self.description)?)
        .bind(json(&self.languages)?)
        .bind(self.disposal_point.as_ref().map(json).transpose()?)
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
