//! Whether a site could stand in the stored directory.

use signpost_domain::{Directory, Ground, Site};
use sqlx::SqliteConnection;

use crate::{
    error::StoreError,
    rows::{Aggregate as _, Settings, Stored, organization},
};

/// Refuses a site that could not stand in the stored directory.
pub(crate) async fn check(db: &mut SqliteConnection, site: &Site) -> Result<(), StoreError> {
    let Some(organization) = organization(&mut *db, &site.organization).await? else {
        return Err(StoreError::NoSuchOrganization {
            id: site.organization.clone(),
        });
    };
    let Some(Stored { row: settings, .. }) = Settings::all(db).await?.pop() else {
        return Err(StoreError::NoSuchSite {
            slug: site.slug.clone(),
        });
    };
    let around = Directory {
        edition: settings.edition,
        title: settings.title,
        banner: settings.banner,
        zone: settings.zone,
        centre: settings.centre,
        walking_range: settings.walking_range,
        needs: settings.needs,
        organizations: vec![organization.row],
        sites: vec![site.clone()],
        lines: vec![],
        landmarks: vec![],
        localities: vec![],
        ground: Ground::default(),
        plans: vec![],
        tombstones: vec![],
    };
    let faults = signpost_domain::faults(&around);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Faulty { faults })
    }
}
