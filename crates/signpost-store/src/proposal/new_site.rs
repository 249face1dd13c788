//! A site that is not there yet: asked for, or added at once.

use signpost_domain::{Site, SiteSlug};
use sqlx::SqliteConnection;

use super::wait::{Asking, insert};
use crate::{
    check::check,
    error::StoreError,
    idempotency::{Edited, RequestHash, answered, remember},
    model::{NewSite, ProposalId, Waiting},
    revision::{By, Ledger},
    rows::{Aggregate as _, in_order, json},
    store::Store,
};

impl NewSite {
    /// What makes two of them the same request.
    fn request_hash(&self) -> Result<RequestHash, StoreError> {
        let site = json(&self.site)?;
        RequestHash::of("new site", &[Some(&site)], &self.reason, None)
    }

    fn by(&self) -> By<'_> {
        By {
            author: &self.author,
            reason: &self.reason,
            at: self.at,
        }
    }
}

/// Refuses the slug of a site that is or ever was: its address is on printed posters. Also one that another new site waits with.
async fn free(
    db: &mut SqliteConnection,
    slug: &SiteSlug,
    but: Option<ProposalId>,
) -> Result<(), StoreError> {
    let taken: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM revisions WHERE subject = 'site' AND subject_id = ?1)
             OR EXISTS (SELECT 1 FROM proposals WHERE site = ?1 AND state = 'waiting' AND base IS NULL AND id IS NOT ?2)",
    )
    .bind(slug.as_str())
    .bind(but.map(|id| id.0))
    .fetch_one(db)
    .await?;
    if taken {
        return Err(StoreError::SlugTaken { slug: slug.clone() });
    }
    Ok(())
}

/// Adds a site inside a transaction. `from` is the proposal it comes from.
pub(super) async fn add(
    db: &mut SqliteConnection,
    new: &Site,
    from: Option<ProposalId>,
    by: By<'_>,
) -> Result<Edited, StoreError> {
    free(&mut *db, &new.slug, from).await?;
    check(&mut *db, new).await?;
    let mut ledger = Ledger::open(&mut *db, by).await?;
    let revision = ledger.append(&mut *db, None, Some(new)).await?;
    new.write(db, revision).await?;
    Ok(Edited {
        sequence: ledger.sequence(),
        replayed: false,
        proposal: None,
    })
}

impl Store {
    /// Asks for a new site. It stays unseen until [`Store::decide`] accepts it.
    ///
    /// # Errors
    /// [`StoreError::SlugTaken`], [`StoreError::NoSuchOrganization`], [`StoreError::Faulty`] and [`StoreError::KeyReused`] for what the
    /// caller can mend; the others when the database cannot be written. Nothing was changed then.
    pub async fn propose_site(&self, new: NewSite) -> Result<Edited, StoreError> {
        self.add_or_propose(new, false).await
    }

    /// Adds a new site, public at once.
    ///
    /// # Errors
    /// As [`Store::propose_site`].
    pub async fn add_site(&self, new: NewSite) -> Result<Edited, StoreError> {
        self.add_or_propose(new, true).await
    }

    async fn add_or_propose(&self, new: NewSite, at_once: bool) -> Result<Edited, StoreError> {
        let new = NewSite {
            site: in_order(new.site),
            ..new
        };
        let request_hash = new.request_hash()?;
        let mut session = self.writing().await?;
        let outcome = async {
            let db = &mut *session;
            if let Some(key) = &new.idempotency
                && let Some(before) = answered(&mut *db, &new.author, key, &request_hash).await?
            {
                return Ok(before);
            }
            let edited = if at_once {
                add(&mut *db, &new.site, None, new.by()).await?
            } else {
                propose(&mut *db, &new).await?
            };
            if let Some(key) = &new.idempotency {
                remember(db, new.by(), key, &request_hash, edited).await?;
            }
            Ok(edited)
        }
        .await;
        self.settle(session, outcome).await
    }
}

async fn propose(db: &mut SqliteConnection, new: &NewSite) -> Result<Edited, StoreError> {
    free(&mut *db, &new.site.slug, None).await?;
    check(&mut *db, &new.site).await?;
    let waiting = Waiting {
        wanted: new.site.clone(),
        parts: vec![],
    };
    let asking = Asking {
        organization: &new.site.organization,
        base: None,
        waiting: &waiting,
        by: new.by(),
    };
    let id = insert(&mut *db, &asking).await?;
    Ok(Edited {
        sequence: 0,
        replayed: false,
        proposal: Some(id),
    })
}
