//! What a site ever offered, so that a first offer is known for one.

use std::collections::BTreeSet;

use signpost_domain::{NeedCode, SiteSlug};

use crate::{error::StoreError, rows::Cells, store::Store};

impl Store {
    /// The needs that a site offered at some time, up to this version of it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn ever_offered(
        &self,
        slug: &SiteSlug,
        version: u64,
    ) -> Result<BTreeSet<NeedCode>, StoreError> {
        let needs: Vec<String> = sqlx::query_scalar(
            "SELECT DISTINCT json_extract(service.value, '$.need')
             FROM revisions, json_each(revisions.after, '$.services') AS service
             WHERE subject = 'site' AND subject_id = ? AND sequence <= ?
               AND json_extract(service.value, '$.offer') = 'offered'",
        )
        .bind(slug.as_str())
        .bind(version.cast_signed())
        .fetch_all(self.readers())
        .await?;
        let cells = Cells {
            table: "revisions",
            row: slug.as_str(),
        };
        let needs = needs.iter().map(|need| cells.parsed("after", need));
        needs.collect()
    }
}
