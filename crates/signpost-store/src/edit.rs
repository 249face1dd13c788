//! One site changed by its own people: versions, idempotency keys, one transaction.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{Directory, Ground, Site, SiteSlug};
use sqlx::SqliteConnection;

use crate::{
    ProposalId, Store, StoreError, Waiting,
    chain::{digest, hexadecimal},
    proposal::wait,
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
    /// The whole site as it shall be at once, its services and exceptions included.
    pub site: Site,
    /// What else is asked for, and waits for a steward. It is kept in the same transaction and under the same key.
    pub waiting: Option<Waiting>,
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
    /// What of it waits for a steward.
    pub proposal: Option<ProposalId>,
}

/// How long an answer is kept for a client that lost it.
const KEYS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);

impl SiteEdit {
    /// What makes two requests the same request. The instant does not: asking again is later.
    fn request_hash(&self) -> Result<String, StoreError> {
        let (expected, site) = (self.expected.to_string(), json(&self.site)?);
        let waiting = self.waiting.as_ref();
        let waiting = waiting.map(|waiting| json(&waiting.wanted)).transpose()?;
        let mut asked = vec![
            Some(self.slug.as_str()),
            Some(&expected),
            Some(&site),
            Some(&self.reason),
        ];
        // Without it, the hash is what it was before anything could wait: keys that are kept stay good.
        asked.extend(waiting.as_deref().map(Some));
        Ok(hexadecimal(&digest("signpost site edit 1", &asked)))
    }

    fn by(&self) -> By<'_> {
        By {
            author: &self.author,
            reason: &self.reason,
            at: self.at,
        }
    }
}

/// The answer that was given for this key before.
pub(crate) async fn answered(
    db: &mut SqliteConnection,
    author: &str,
    key: &str,
    request_hash: &str,
) -> Result<Option<Edited>, StoreError> {
    let before: Option<(String, i64, Option<i64>)> = sqlx::query_as(
        "SELECT request_hash, sequence, proposal FROM idempotency_keys WHERE author = ? AND key = ?",
    )
    .bind(author)
    .bind(key)
    .fetch_optional(db)
    .await?;
    match before {
        None => Ok(None),
        Some((hash, ..)) if hash != request_hash => Err(StoreError::KeyReused),
        Some((_, sequence, proposal)) => Ok(Some(Edited {
            sequence: sequence.unsigned_abs(),
            replayed: true,
            proposal: proposal.map(ProposalId),
        })),
    }
}

/// Keeps an answer for a client that loses it.
pub(crate) async fn remember(
    db: &mut SqliteConnection,
    by: By<'_>,
    key: &str,
    request_hash: &str,
    edited: Edited,
) -> Result<(), StoreError> {
    let oldest = by.at.saturating_sub(KEYS_KEPT).unwrap_or(Timestamp::MIN);
    sqlx::query("DELETE FROM idempotency_keys WHERE at < ?")
        .bind(oldest.to_string())
        .execute(&mut *db)
        .await?;
    sqlx::query(
        "INSERT INTO idempotency_keys (author, key, request_hash, sequence, at, proposal) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(by.author)
    .bind(key)
    .bind(request_hash)
    .bind(edited.sequence.cast_signed())
    .bind(by.at.to_string())
    .bind(edited.proposal.map(|id| id.0))
    .execute(db)
    .await?;
    Ok(())
}

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
