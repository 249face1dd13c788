//! One edit at a time: whoever holds the turn reads, commits and swaps before the next one reads.

use signpost_changes::Split;
use signpost_domain::{Directory, Lang, Site};
use signpost_locate::{Inputs, Snapshot};
use signpost_store::{
    Edited, Loaded, RevisionQuery, SiteEdit, Store, StoreError, SubjectKind, Waiting,
};

use crate::{
    Committed, EditContext, EditError, EditRequest, FieldFault, Live, StaleEdit, hours_warnings,
    past::follow_past, refresh, rules, wording,
};

/// Makes an edit: `change` gets the site as the editor saw it, and its surroundings.
///
/// # Errors
/// See [`EditError`]; nothing was changed then.
pub async fn make(
    live: &Live,
    asked: &EditRequest,
    change: impl FnOnce(&mut Site, &EditContext<'_>) -> Result<(), Vec<FieldFault>>,
) -> Result<Committed, EditError> {
    live.edit(async |store| LockedEdit { live, store, asked }.take(change).await)
        .await
}

struct LockedEdit<'a> {
    live: &'a Live,
    store: &'a Store,
    asked: &'a EditRequest,
}

/// A site that is stored, and its place in the directory.
struct Stored {
    site: Site,
    place: usize,
    version: u64,
}

impl LockedEdit<'_> {
    async fn take(
        &self,
        change: impl FnOnce(&mut Site, &EditContext<'_>) -> Result<(), Vec<FieldFault>>,
    ) -> Result<Committed, EditError> {
        let loaded = refresh::stored_with(self.live, self.store, &self.asked.slug).await?;
        let Some(directory) = &loaded.directory else {
            return Err(EditError::empty_database());
        };
        let edition = directory.edition;
        let stored = self.stored(&loaded, directory)?;
        let Some(seen) = self.seen(&stored).await? else {
            return Err(stale_edit(stored, None));
        };
        let mut wanted = seen.clone();
        let context = EditContext {
            running: running_day(&seen, self.live),
            today: day_at(&seen, directory, self.live),
            directory,
        };
        change(&mut wanted, &context).map_err(EditError::Fields)?;
        self.speaks_for_itself(&seen, &wanted, directory)?;
        let faults = wording::faults(&seen, &wanted, &self.asked.kept, directory);
        if !faults.is_empty() {
            return Err(EditError::Wording(faults));
        }
        let split = self.split(&seen, &wanted).await?;
        // The next snapshot is built before anything is stored: what cannot be served is never acknowledged.
        let next = if stored.version == self.asked.expected {
            Some(self.next(loaded, stored.place, &split.now).await?)
        } else {
            None
        };
        let edited = match self
            .store
            .edit_site(self.edit(&seen, &wanted, &split))
            .await
        {
            Err(StoreError::Stale { .. }) => {
                return Err(stale_edit(stored, Some((seen, wanted))));
            }
            done => done?,
        };
        put_in_place(self.live, self.store, next, edited).await;
        Ok(Committed {
            edited,
            edition,
            public: split.now != seen,
            warnings: hours_warnings(Some(&seen), &wanted, Lang::En),
            waits: split.waits,
        })
    }

    /// Nobody's confirmation is invented: an agency confirms in its own name. A steward's edits are the working group's to answer for.
    fn speaks_for_itself(
        &self,
        seen: &Site,
        wanted: &Site,
        directory: &Directory,
    ) -> Result<(), EditError> {
        let Some(owner) = &self.asked.owner else {
            return Ok(());
        };
        let mut organizations = directory.organizations.iter();
        let Some(own) = organizations.find(|one| one.id == *owner) else {
            return Ok(());
        };
        let name = own.name.words(Lang::En);
        let faults: Vec<FieldFault> = rules::confirmed_for_others(seen, wanted, own, &directory.organizations)
            .map(|need| FieldFault {
                field: format!("services.{need}.confirmation.by"),
                detail: format!(
                    "write your own organization, \"{name}\", and perhaps who there confirmed it: \"{name}, front desk\""
                ),
            })
            .collect();
        if faults.is_empty() {
            Ok(())
        } else {
            Err(EditError::Fields(faults))
        }
    }

    /// What of it is public at once. A steward's own edits are, whole; those of an agency in parts.
    async fn split(&self, seen: &Site, wanted: &Site) -> Result<Split, EditError> {
        if self.asked.owner.is_none() {
            return Ok(Split {
                now: wanted.clone(),
                waits: vec![],
                wanted: None,
            });
        }
        let asked = self.asked;
        let ever = self.store.ever_offered(&asked.slug, asked.expected).await?;
        Ok(signpost_changes::split(seen, wanted, &ever))
    }

    fn stored(&self, loaded: &Loaded, directory: &Directory) -> Result<Stored, EditError> {
        let slug = &self.asked.slug;
        let version = loaded.versions.get(slug).copied().unwrap_or_default();
        let mut sites = directory.sites.iter().enumerate();
        sites
            .find(|(_, site)| site.slug == *slug)
            .filter(|(_, site)| {
                let owner = self.asked.owner.as_ref();
                owner.is_none_or(|owner| site.organization == *owner)
            })
            .map(|(place, site)| Stored {
                site: site.clone(),
                place,
                version,
            })
            .ok_or_else(|| EditError::NoSuchSite(slug.clone()))
    }

    /// The site as the editor saw it; `None` when that version is not in the history.
    ///
    /// Who asks again with the same key saw a version that is no longer the current one; it is in the history, so that the same
    /// request makes the same site and the store knows it again.
    async fn seen(&self, stored: &Stored) -> Result<Option<Site>, EditError> {
        if self.asked.expected == stored.version {
            return Ok(Some(stored.site.clone()));
        }
        if self.asked.key.is_none() {
            return Ok(None);
        }
        site_at(self.store, &self.asked.slug, self.asked.expected).await
    }

    async fn next(&self, loaded: Loaded, place: usize, site: &Site) -> Result<Snapshot, EditError> {
        let sequence = loaded.sequence + 1;
        let mut versions = loaded.versions;
        versions.insert(self.asked.slug.clone(), sequence);
        let Some(mut directory) = loaded.directory else {
            return Err(EditError::internal("the directory went missing"));
        };
        if let Some(row) = directory.sites.get_mut(place) {
            *row = site.clone();
        }
        let inputs = Inputs {
            directory,
            versions,
            sequence,
        };
        refresh::build(self.live, inputs).await
    }

    fn edit(&self, seen: &Site, wanted: &Site, split: &Split) -> SiteEdit {
        let asked = self.asked;
        SiteEdit {
            slug: asked.slug.clone(),
            expected: asked.expected,
            author: asked.author.clone(),
            reason: wording::with_kept(&asked.reason, seen, wanted, &asked.kept),
            site: split.now.clone(),
            waiting: split.wanted.clone().map(|wanted| Waiting {
                wanted,
                parts: split.parts(),
            }),
            idempotency: asked.key.clone(),
            at: self.live.now(),
        }
    }
}

/// Swaps the snapshot that was built ahead, when it is the one that came true.
pub(crate) async fn put_in_place(
    live: &Live,
    store: &Store,
    next: Option<Snapshot>,
    edited: Edited,
) {
    let served = live.snapshot().sequence();
    match next {
        _ if edited.replayed || edited.sequence <= served => {}
        Some(next) if next.sequence() == edited.sequence => live.swap(next),
        _ => {
            // Another process wrote in between. The edit is stored; that reading it back fails must not deny it.
            if let Err(error) = refresh::reload(live, store).await {
                tracing::error!(
                    cause = error.cause().unwrap_or_default(),
                    "the snapshot is behind"
                );
            }
        }
    }
    // The edit is stored and served; who follows changes hears of it now, or with the next look at the database.
    if let Err(error) = follow_past(live, store).await {
        tracing::error!(
            cause = error.cause().unwrap_or_default(),
            "what changed lately cannot be read"
        );
    }
}

fn stale_edit(stored: Stored, mine: Option<(Site, Site)>) -> EditError {
    EditError::StaleEdit(Box::new(StaleEdit {
        current: stored.version,
        theirs: stored.site,
        mine,
    }))
}

/// The site as a version made it; `None` when no such version of it is in the history.
async fn site_at(
    store: &Store,
    slug: &signpost_domain::SiteSlug,
    version: u64,
) -> Result<Option<Site>, EditError> {
    let asked = RevisionQuery {
        subject: Some((SubjectKind::Site, slug.to_string())),
        before: Some(version.saturating_add(1)),
        limit: 1,
        ..RevisionQuery::default()
    };
    let revision = store.revisions(&asked).await?.into_iter().next();
    Ok(revision
        .filter(|revision| revision.sequence == version)
        .and_then(|revision| revision.after)
        .and_then(|after| serde_json::from_str(&after).ok()))
}

fn day_at(site: &Site, directory: &Directory, live: &Live) -> jiff::civil::Date {
    let now = live.now();
    signpost_hours::Zone::named(&site.zone)
        .or_else(|_unknown| signpost_hours::Zone::named(&directory.zone))
        .map_or_else(
            |_unknown| live.snapshot().town_zone().day(now),
            |zone| zone.day(now),
        )
}

/// See [`EditContext::running`]. A site that is not served has no night that runs.
fn running_day(site: &Site, live: &Live) -> jiff::civil::Date {
    let (snapshot, now) = (live.snapshot(), live.now());
    match snapshot.find(&site.slug) {
        Some(ix) => snapshot.running_day(ix, now),
        None => day_at(site, snapshot.directory(), live),
    }
}
