//! One site changed by its own people: versions, idempotency keys, one transaction.

use signpost_domain::Site;
use sqlx::SqliteConnection;

use crate::{
    check::check,
    error::StoreError,
    idempotency::{Edited, RequestHash, answered, remember},
    model::{SiteEdit, Waiting},
    proposal::wait,
    revision::{By, Ledger},
    rows::{Aggregate as _, Stored, in_order, json, site},
    store::Store,
};

impl SiteEdit {
    /// What makes two edits the same request.
    fn request_hash(&self) -> Result<RequestHash, StoreError> {
        let (expected, site) = (self.expected.to_string(), json(&self.site)?);
        let asked = [Some(self.slug.as_str()), Some(&expected), Some(&site)];
        let waiting = self.waiting.as_ref();
        let waiting = waiting.map(|waiting| json(&waiting.wanted)).transpose()?;
        RequestHash::of("site edit", &asked, &self.reason, waiting.as_deref())
    }

    fn by(&self) -> By<'_> {
        By {
            author: &self.author,
            reason: &self.reason,
            at: self.at,
        }
    }
}

/// The edit itself, and what of it waits.
async fn change(db: &mut SqliteConnection, edit: &SiteEdit) -> Result<Edited, StoreError> {
    let Some(current) = site(&mut *db, &edit.slug).await? else {
        return Err(StoreError::NoSuchSite {
            slug: edit.slug.clone(),
        });
    };
    if current.revision != edit.expected {
        return Err(StoreError::Stale {
            current: current.revision,
        });
    }
    check(&mut *db, &edit.site).await?;
    let edited = put(&mut *db, &current, &edit.site, edit.by()).await?;
    let proposal = match &edit.waiting {
        None => None,
        Some(waiting) => Some(wait(db, edited.sequence, waiting, edit.by()).await?),
    };
    Ok(Edited { proposal, ..edited })
}

/// Writes a site over the one there is, with its revision. A site that is already as asked stays at its version.
pub(crate) async fn put(
    db: &mut SqliteConnection,
    current: &Stored<Site>,
    wanted: &Site,
    by: By<'_>,
) -> Result<Edited, StoreError> {
    let edited = |sequence| Edited {
        sequence,
        replayed: false,
        proposal: None,
    };
    if current.row == *wanted {
        return Ok(edited(current.revision));
    }
    let mut ledger = Ledger::open(&mut *db, by).await?;
    let revision = ledger
        .append(&mut *db, Some(&current.row), Some(wanted))
        .await?;
    wanted.write(db, revision).await?;
    Ok(edited(ledger.sequence()))
}

impl Store {
    /// Changes one site, its services and exceptions with it, in one transaction that waits for its turn before it reads.
    ///
    /// The same idempotency key by the same author with the same request gives the same answer for 30 days, and one revision.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when the version is not `expected`, [`StoreError::KeyReused`], [`StoreError::NoSuchSite`],
    /// [`StoreError::NoSuchOrganization`], [`StoreError::Renamed`] and [`StoreError::Faulty`] for what the caller can mend; the others when
    /// the database cannot be written. Nothing was changed then.
    pub async fn edit_site(&self, edit: SiteEdit) -> Result<Edited, StoreError> {
        let waiting = edit.waiting.as_ref().map(|waiting| &waiting.wanted.slug);
        for given in waiting.into_iter().chain([&edit.site.slug]) {
            if *given != edit.slug {
                return Err(StoreError::Renamed {
                    slug: edit.slug.clone(),
                    given: given.clone(),
                });
            }
        }
        let edit = SiteEdit {
            site: in_order(edit.site),
            waiting: edit.waiting.map(|waiting| Waiting {
                wanted: in_order(waiting.wanted),
                ..waiting
            }),
            ..edit
        };
        let request_hash = edit.request_hash()?;
        let mut session = self.writing().await?;
        let outcome = async {
            let Some(key) = &edit.idempotency else {
                return change(&mut session, &edit).await;
            };
            if let Some(before) = answered(&mut session, &edit.author, key, &request_hash).await? {
                return Ok(before);
            }
            let edited = change(&mut session, &edit).await?;
            remember(&mut session, edit.by(), key, &request_hash, edited).await?;
            Ok(edited)
        }
        .await;
        self.settle(session, outcome).await
    }
}
