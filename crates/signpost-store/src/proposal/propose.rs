//! Asking for what only a steward may make public.

use jiff::Timestamp;
use signpost_domain::{OrganizationId, Site, SiteSlug};
use sqlx::SqliteConnection;

use super::{Proposal, ProposalId, ProposalsAsked, Waiting, read};
use crate::{
    Edited, Reason, Store, StoreError,
    edit::check,
    idempotency::{RequestHash, answered, remember},
    reason_columns::ReasonColumns,
    revision::{By, Ledger},
    rows::{Aggregate as _, in_order, json},
};

/// A site that is not there yet.
#[derive(Debug, Clone)]
pub struct NewSite {
    /// The whole site. Its slug was never that of another.
    pub site: Site,
    /// Who answers for it.
    pub author: String,
    /// Why.
    pub reason: Reason,
    /// The client's own key for this request, so that asking twice adds once.
    pub idempotency: Option<String>,
    /// When it was asked for.
    pub at: Timestamp,
}

impl NewSite {
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

/// Who asks for what, about which site.
struct Asking<'a> {
    organization: &'a OrganizationId,
    base: Option<u64>,
    waiting: &'a Waiting,
    by: By<'a>,
}

/// Keeps what waits, inside the transaction of the edit it came with. `base` is the version that the edit left.
///
/// Parts that are named again are taken out of the proposals that named them before; one that has none left is replaced.
pub(crate) async fn wait(
    db: &mut SqliteConnection,
    base: u64,
    waiting: &Waiting,
    by: By<'_>,
) -> Result<ProposalId, StoreError> {
    check(&mut *db, &waiting.wanted).await?;
    let earlier = ProposalsAsked {
        site: Some(waiting.wanted.slug.clone()),
        open_only: true,
        ..ProposalsAsked::default()
    };
    let earlier = read(&mut *db, &earlier).await?;
    let asking = Asking {
        organization: &waiting.wanted.organization,
        base: Some(base),
        waiting,
        by,
    };
    let same = |old: &&Proposal| {
        let was = old.before.as_ref().map(|(version, _)| *version);
        old.wanted == waiting.wanted && old.parts == waiting.parts && was == Some(base)
    };
    if let Some(old) = earlier.iter().find(same) {
        return Ok(old.id);
    }
    for old in &earlier {
        give_way(&mut *db, old, &asking).await?;
    }
    insert(db, &asking).await
}

/// Takes what is asked for again out of an earlier proposal.
async fn give_way(
    db: &mut SqliteConnection,
    old: &Proposal,
    asking: &Asking<'_>,
) -> Result<(), StoreError> {
    let named = |part: &&String| !asking.waiting.parts.contains(*part);
    let left: Vec<&String> = old.parts.iter().filter(named).collect();
    if left.len() == old.parts.len() {
        return Ok(());
    }
    if !left.is_empty() {
        sqlx::query("UPDATE proposals SET parts = ? WHERE id = ?")
            .bind(json(&left)?)
            .bind(old.id.0)
            .execute(db)
            .await?;
        return Ok(());
    }
    sqlx::query(
        "UPDATE proposals SET state = 'replaced', decided_by = ?, decided_at = ? WHERE id = ?",
    )
    .bind(asking.by.author)
    .bind(asking.by.at.to_string())
    .bind(old.id.0)
    .execute(db)
    .await?;
    Ok(())
}

async fn insert(db: &mut SqliteConnection, asking: &Asking<'_>) -> Result<ProposalId, StoreError> {
    let Waiting { wanted, parts } = asking.waiting;
    let why = ReasonColumns::of(asking.by.reason)?;
    let done = sqlx::query(
        "INSERT INTO proposals (site, organization, author, cause, reason, detail, at, base, wanted, parts, state, note)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', '')",
    )
    .bind(wanted.slug.as_str())
    .bind(asking.organization.as_str())
    .bind(asking.by.author)
    .bind(why.cause)
    .bind(why.reason)
    .bind(why.detail)
    .bind(asking.by.at.to_string())
    .bind(asking.base.map(u64::cast_signed))
    .bind(json(wanted)?)
    .bind(json(parts)?)
    .execute(db)
    .await?;
    Ok(ProposalId(done.last_insert_rowid()))
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
