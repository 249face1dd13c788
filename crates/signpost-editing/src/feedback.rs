//! What visitors say of a place: kept for those who look after it. When several found it closed, one is told to ask first until somebody
//! has looked.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{
    Exception, ExceptionKind, FeedbackDecision, FeedbackKind, NeedCode, Site, SiteSlug, Text,
};
use signpost_store::{Cause, NewFeedback};

use crate::{EditError, EditRequest, Live, make, rules};

/// How many within [`WITHIN_DAYS`] make a place doubtful.
const ENOUGH: usize = 3;
/// Today and the six days before it.
const WITHIN_DAYS: i64 = 7;
/// When the doubt comes up among what is due, if nobody looked before.
const REVIEW_DAYS: i64 = 14;
/// What the ids of such doubts begin with.
const DOUBT: &str = "found-closed";
/// How the history names all who said it.
const VISITORS: &str = "visitors";

/// What somebody says of a place.
#[derive(Debug, Clone)]
pub struct FeedbackRequest {
    /// Of which place.
    pub slug: SiteSlug,
    /// What they had come for.
    pub need: Option<NeedCode>,
    /// What they say.
    pub said: FeedbackKind,
    /// Their own words; may be empty.
    pub words: String,
    /// The version of the place that they saw.
    pub version: u64,
    /// What clients read when several found it closed: "People came and found it closed".
    pub doubt: Text,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// It is kept until somebody has looked.
    Kept,
    /// The place was changed since they looked: there is nothing to say of what it is now.
    ChangedSince,
}

/// Keeps what somebody says of a place.
///
/// # Errors
/// [`EditError::NoSuchSite`], and when the database cannot be written.
pub async fn note_feedback(live: &Live, sent: FeedbackRequest) -> Result<Noted, EditError> {
    let snapshot = live.snapshot_to_keep();
    let Some(ix) = snapshot.find(&sent.slug) else {
        return Err(EditError::NoSuchSite(sent.slug));
    };
    if snapshot.version(ix) != sent.version {
        return Ok(Noted::ChangedSince);
    }
    let today = snapshot.town_zone().day(live.now());
    let new = NewFeedback {
        site: sent.slug.clone(),
        need: sent.need,
        said: sent.said,
        words: sent.words,
        version: sent.version,
        day: today,
    };
    let since = today.saturating_sub((WITHIN_DAYS - 1).days());
    let closed = live
        .edit(async |store| Ok(store.add_feedback(&new, since).await?))
        .await?;
    let is_doubted = snapshot.site(ix).exceptions.iter().any(is_of_visitors);
    if sent.said == FeedbackKind::Closed && closed.len() >= ENOUGH && !is_doubted {
        doubt(
            live,
            &sent.slug,
            sent.version,
            one_need(&closed),
            sent.doubt,
        )
        .await?;
    }
    Ok(Noted::Kept)
}

/// The need all of them had come for; `None` when they had come for several, or nobody knows.
fn one_need(closed: &[Option<NeedCode>]) -> Option<NeedCode> {
    let first = closed.first()?.as_ref()?;
    let same = closed.iter().all(|need| need.as_ref() == Some(first));
    same.then(|| first.clone())
}

/// Whether an exception says that visitors found the place closed.
#[must_use]
pub fn is_of_visitors(exception: &Exception) -> bool {
    exception.kind == ExceptionKind::Unknown && exception.id.as_str().starts_with(DOUBT)
}

async fn doubt(
    live: &Live,
    slug: &SiteSlug,
    version: u64,
    need: Option<NeedCode>,
    reason: Text,
) -> Result<(), EditError> {
    let asked = as_edit(slug, version, VISITORS, Cause::FoundClosed);
    let made = make(live, &asked, |site, context| {
        let first = context.running;
        let days = format!("{DOUBT}-{first}").parse();
        if let (Ok(id), true) = (days, site.exceptions.len() < rules::MOST_EXCEPTIONS) {
            site.exceptions.push(Exception {
                items: vec![],
                id,
                need,
                kind: ExceptionKind::Unknown,
                first,
                last: None,
                hours: None,
                reason,
                review_by: Some(first.saturating_add(REVIEW_DAYS.days())),
            });
        }
        Ok(())
    })
    .await;
    match made {
        // Somebody changed the place this moment: they looked, or another visitor was quicker.
        Ok(_) | Err(EditError::StaleEdit(_) | EditError::Stale { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Decides all that visitors said of one place. A doubt that came of it ends: somebody has looked.
///
/// # Errors
/// [`EditError::NoSuchSite`], and when the database cannot be written.
pub async fn decide_feedback(
    live: &Live,
    slug: &SiteSlug,
    decision: FeedbackDecision,
    author: &str,
) -> Result<(), EditError> {
    let today: Date = live.snapshot().town_zone().day(live.now());
    live.edit(async |store| {
        store.decide_feedback(slug, decision, author, today).await?;
        Ok(())
    })
    .await?;
    lift(live, slug, author).await
}

/// Takes the doubt away, on whatever version there is.
async fn lift(live: &Live, slug: &SiteSlug, author: &str) -> Result<(), EditError> {
    let mut version = {
        let snapshot = live.snapshot();
        let ix = snapshot.find(slug);
        let ix = ix.ok_or_else(|| EditError::NoSuchSite(slug.clone()))?;
        if !snapshot.site(ix).exceptions.iter().any(is_of_visitors) {
            return Ok(());
        }
        snapshot.version(ix)
    };
    // Once more on the version that somebody else made meanwhile.
    for last in [false, true] {
        let asked = as_edit(slug, version, author, Cause::DaysTakenBack);
        let without = |site: &mut Site| site.exceptions.retain(|one| !is_of_visitors(one));
        match make(live, &asked, |site, _context| {
            without(site);
            Ok(())
        })
        .await
        {
            Err(EditError::StaleEdit(stale)) if !last => version = stale.current,
            Err(error) => return Err(error),
            Ok(_) => break,
        }
    }
    Ok(())
}

fn as_edit(slug: &SiteSlug, version: u64, author: &str, cause: Cause) -> EditRequest {
    EditRequest {
        slug: slug.clone(),
        owner: None,
        expected: version,
        author: author.to_owned(),
        reason: cause.into(),
        key: None,
        kept: vec![],
    }
}
