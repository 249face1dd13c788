//! What was done at places to leave used needles, and what passers-by say of them.

use signpost_domain::{NeedCode, ServiceEntry, Site, SiteSlug};
use signpost_store::{Cause, Withdrawal};

use crate::{EditError, EditRequest, Live, Outage, refresh};

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    /// Who empties it sees it now.
    Now,
    /// It was known already.
    Before,
    /// Too many came at once; nothing was noted.
    TooMany,
}

/// Whether needles can be left at a place, as far as it is public.
#[must_use]
pub fn is_disposal_point(live: &Live, slug: &SiteSlug) -> bool {
    let snapshot = live.snapshot();
    let disposal = NeedCode::disposal();
    snapshot
        .find(slug)
        .is_some_and(|ix| snapshot.site(ix).service(&disposal).is_some())
}

/// Somebody says that a place is full. Nothing is kept of who, nor of the hour.
///
/// # Errors
/// When there is no such place, or it cannot be stored.
pub async fn report_full(live: &Live, slug: &SiteSlug) -> Result<Reported, EditError> {
    if !is_disposal_point(live, slug) {
        return Err(EditError::NoSuchSite(slug.clone()));
    }
    if live.snapshot().reported_full(slug).is_some() {
        return Ok(Reported::Before);
    }
    let now = live.now();
    let admitted = live.lately().lock().await.admit(now);
    if !admitted {
        return Ok(Reported::TooMany);
    }
    let day = live.snapshot().town_zone().day(now);
    let store = live.database()?;
    let new = store.report_full(slug, day).await;
    live.database_was(new.as_ref().err().map(Outage::from));
    let new = new?;
    refresh::follow_reports(live, store).await?;
    Ok(if new { Reported::Now } else { Reported::Before })
}

/// What a new line of the log did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logged {
    /// Whether it was new.
    pub added: bool,
    /// Whether the place was said to be full, and is so no more.
    pub made_room: bool,
}

/// Adds a line to the log. When it leaves room, what was said of the place being full is over.
///
/// # Errors
/// When it cannot be stored.
pub async fn log_service(live: &Live, entry: ServiceEntry) -> Result<Logged, EditError> {
    let store = live.database()?;
    // First what the public reads: whoever sends the form again after a failure ends it then.
    let made_room = entry.leaves_room() && make_room(live, &entry).await?;
    let tells = entry.kind.looked() || entry.full_percent.is_some();
    let added = store.add_service_entries(&[entry]).await;
    live.database_was(added.as_ref().err().map(Outage::from));
    let added = added? > 0;
    if tells {
        refresh::follow_reports(live, store).await?;
    }
    Ok(Logged { added, made_room })
}

/// Ends what was said of the place being full on the day of a line or before; what was said of a later day stays. Whether there was any.
async fn make_room(live: &Live, entry: &ServiceEntry) -> Result<bool, EditError> {
    let full = |site: &Site| {
        let mut exceptions = site.exceptions.iter();
        exceptions.any(|one| one.is_full_on(entry.day))
    };
    // Two edits at once are two versions; the second tries on the newer one.
    let mut tries = 2;
    loop {
        let expected = {
            let snapshot = live.snapshot();
            let found = snapshot.find(&entry.site);
            match found.filter(|ix| full(snapshot.site(*ix))) {
                Some(ix) => snapshot.version(ix),
                None => return Ok(false),
            }
        };
        let asked = EditRequest {
            slug: entry.site.clone(),
            owner: None,
            expected,
            author: entry.author.clone(),
            reason: Cause::DaysTakenBack.into(),
            key: None,
            kept: vec![],
        };
        let ended = crate::site::make(live, &asked, |site, _around| {
            site.exceptions.retain(|one| !one.is_full_on(entry.day));
            Ok(())
        })
        .await;
        tries -= 1;
        match ended {
            Err(EditError::StaleEdit(_)) if tries > 0 => {}
            ended => return ended.map(|_committed| true),
        }
    }
}

/// Takes back a line of the log that was wrong. Whether there was one that counted.
///
/// # Errors
/// When it cannot be stored.
pub async fn withdraw_service_entry(
    live: &Live,
    site: &SiteSlug,
    number: i64,
    withdrawal: &Withdrawal,
) -> Result<bool, EditError> {
    let store = live.database()?;
    let done = store.withdraw_service_entry(site, number, withdrawal).await;
    live.database_was(done.as_ref().err().map(Outage::from));
    let done = done?;
    if done {
        // A box that was said to be emptied may be full again.
        refresh::follow_reports(live, store).await?;
    }
    Ok(done)
}
