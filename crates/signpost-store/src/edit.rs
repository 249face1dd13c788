//! One site changed by its own people: versions, idempotency keys, one transaction.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{Directory, Ground, Site, SiteSlug};
use sqlx::SqliteConnection;

use crate::{
    Store, StoreError,
    chain::{digest, hexadecimal},
    revision::{By, Ledger},
    rows::{Aggregate as _, Settings, Stored, in_order, json, organization, site},
};

/// One edit of one site.
#[derive(Debug, Clone)]
pub struct SiteEdit {
    /// The site.
    pub slug: SiteSlug,
    /// The version the editor saw.
    pub expected: u64,
    /// The whole site as it shall be, its services and exceptions included.
    pub site: Site,
    /// Who answers for it.
    pub author: String,
    /// Why; may be empty.
    pub reason: String,
    /// The client's own key for this request, so that asking twice changes once. Keys of different authors do not meet.
    pub idempotency: Option<String>,
    /// When it was asked for.
    pub at: Timestamp,
}

/// An edit that is stored for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edited {
    /// The site's version now.
    pub sequence: u64,
    /// Whether this request was answered before, so that nothing was changed now.
    pub replayed: bool,
}

/// How long an answer is kept for a client that lost it.
const KEYS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

impl SiteEdit {
    /// What makes two requests the same request. The instant does not: asking again is later.
    fn request_hash(&self) -> Result<String, StoreError> {
        let (expected, site) = (self.expected.to_string(), json(&self.site)?);
        Ok(hexadecimal(&digest(
            "signpost site edit 1",
            &[
                Some(self.slug.as_str()),
                Some(&expected),
                Some(&site),
                Some(&self.reason),
            ],
        )))
    }
}

/// The answer that was given for this key before.
async fn answered(
    db: &mut SqliteConnection,
    author: &str,
    key: &str,
    request_hash: &str,
) -> Result<Option<Edited>, StoreError> {
    let before: Option<(String, i64)> = sqlx::query_as(
        "SELECT request_hash, sequence FROM idempotency_keys WHERE author = ? AND key = ?",
    )
    .bind(author)
    .bind(key)
    .fetch_optional(db)
    .await?;
    match before {
        None => Ok(None),
        Some((hash, _)) if hash != request_hash => Err(StoreError::KeyReused),
        Some((_, sequence)) => Ok(Some(Edited {
            sequence: sequence.unsigned_abs(),
            replayed: true,
        })),
    }
}

async fn remember(
    db: &mut SqliteConnection,
    edit: &SiteEdit,
    key: &str,
    request_hash: &str,
    edited: Edited,
) -> Result<(), StoreError> {
    let oldest = edit.at.saturating_sub(KEYS_KEPT).unwrap_or(Timestamp::MIN);
    sqlx::query("DELETE FROM idempotency_keys WHERE at < ?")
        .bind(oldest.to_string())
        .execute(&mut *db)
        .await?;
    sqlx::query(
        "INSERT INTO idempotency_keys (author, key, request_hash, sequence, at) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(edit.author.as_str())
    .bind(key)
    .bind(request_hash)
    .bind(edited.sequence.cast_signed())
    .bind(edit.at.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// Refuses a site that could not stand in the stored directory.
async fn check(db: &mut SqliteConnection, site: &Site) -> Result<(), StoreError> {
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
        needs: settings.needs,
        organizations: vec![organization.row],
        sites: vec![site.clone()],
        lines: vec![],
        landmarks: vec![],
        ground: Ground::default(),
        plans: vec![],
    };
    let faults = signpost_domain::faults(&around);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Faulty { faults })
    }
}

/// The edit itself. A site that is already as asked stays at its version.
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
    if current.row == edit.site {
        return Ok(Edited {
            sequence: current.revision,
            replayed: false,
        });
    }
    let by = By {
        author: &edit.author,
        reason: &edit.reason,
        at: edit.at,
    };
    let mut ledger = Ledger::open(&mut *db, by).await?;
    let revision = ledger
        .append(&mut *db, Some(&current.row), Some(&edit.site))
        .await?;
    edit.site.write(db, revision).await?;
    Ok(Edited {
        sequence: ledger.sequence(),
        replayed: false,
    })
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
        if edit.site.slug != edit.slug {
            return Err(StoreError::Renamed {
                slug: edit.slug,
                given: edit.site.slug,
            });
        }
        let edit = SiteEdit {
            site: in_order(edit.site),
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
            remember(&mut session, &edit, key, &request_hash, edited).await?;
            Ok(edited)
        }
        .await;
        self.settle(session, outcome).await
    }
}
