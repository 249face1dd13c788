//! One row as it is now, and its version.

use signpost_domain::{Organization, OrganizationId, Plan, Site, SiteSlug};

use crate::{
    error::StoreError,
    rows::{Stored, organization, plan, site},
    store::Store,
};

impl Store {
    /// A site with its services and exceptions, and its version.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn site(&self, slug: &SiteSlug) -> Result<Option<(Site, u64)>, StoreError> {
        let mut session = self.reading().await?;
        let found = site(&mut session, slug).await;
        let found = session.settle(found).await?;
        Ok(found.map(|Stored { row, revision }| (row, revision)))
    }

    /// An organization, and its version.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn organization(
        &self,
        id: &OrganizationId,
    ) -> Result<Option<(Organization, u64)>, StoreError> {
        let mut session = self.reading().await?;
        let found = organization(&mut session, id).await;
        let found = session.settle(found).await?;
        Ok(found.map(|Stored { row, revision }| (row, revision)))
    }

    /// A version of the plan, and its revision.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn plan(&self, version: u32) -> Result<Option<(Plan, u64)>, StoreError> {
        let mut session = self.reading().await?;
        let found = plan(&mut session, version).await;
        let found = session.settle(found).await?;
        Ok(found.map(|Stored { row, revision }| (row, revision)))
    }
}
