//! What the page of a place says after something was done: that it is saved, what is public because of it, who else was there.

use jiff::SignedDuration;
use signpost_domain::Site;
use signpost_store::{RevisionsAsked, SubjectKind};

use super::form::opened::Opened;
use signpost_web::ApiError;

/// How long after a change its page still tells what it was.
const JUST_NOW: SignedDuration = SignedDuration::from_mins(10);

/// What news there may be: the word in the address, and the key of what is said.
const NEWS: [(&str, &str); 10] = [
    ("details", "done-details"),
    ("offers", "done-offers"),
    ("place", "done-place"),
    ("service", "done-service"),
    ("hours", "done-hours"),
    ("closed", "done-closed"),
    ("opened", "done-opened"),
    ("shortened", "done-shortened"),
    ("stock", "done-stock"),
    ("look-again", "done-look-again"),
];

/// What was done, in words; nothing when nothing was.
pub(crate) fn done(opened: &Opened<'_>, done: Option<&str>, waits: Option<&str>) -> Vec<String> {
    let Some((_, key)) = NEWS.iter().find(|(word, _)| Some(*word) == done) else {
        return vec![];
    };
    let key = match waits {
        Some("all") => "st-done-proposed",
        Some("part") => "done-part",
        _ => key,
    };
    vec![opened.f.t(key)]
}

/// What the reader's own last change made public, in words; nothing when somebody else changed the site since.
pub(crate) async fn public_now(opened: &Opened<'_>) -> Result<Vec<String>, ApiError> {
    let asked = RevisionsAsked {
        subject: Some((SubjectKind::Site, opened.slug.to_string())),
        limit: 1,
        ..RevisionsAsked::default()
    };
    let last = opened.store.revisions(&asked).await?.into_iter().next();
    let Some(last) = last.filter(|last| {
        let fresh = opened.app.now().duration_since(last.at) < JUST_NOW;
        last.author == opened.who.author() && fresh
    }) else {
        return Ok(vec![]);
    };
    let site = |json: Option<String>| -> Option<Site> { serde_json::from_str(&json?).ok() };
    let (before, after) = (site(last.before), site(last.after));
    let differences = signpost_changes::differences(before.as_ref(), after.as_ref());
    let snapshot = opened.app.snapshot();
    let needs = &snapshot.directory().needs;
    Ok(signpost_changes::words::of(
        &differences,
        needs,
        opened.f.lang,
    ))
}

/// Who else changed the site since the version somebody saw.
pub(crate) async fn meanwhile(opened: &Opened<'_>, since: u64) -> Result<Option<String>, ApiError> {
    let asked = RevisionsAsked {
        subject: Some((SubjectKind::Site, opened.slug.to_string())),
        limit: 20,
        ..RevisionsAsked::default()
    };
    let own = opened.who.author();
    let mut names: Vec<String> = opened
        .store
        .revisions(&asked)
        .await?
        .into_iter()
        .filter(|revision| revision.sequence > since && revision.author != own)
        .map(|revision| revision.author)
        .collect();
    names.dedup();
    if names.is_empty() {
        return Ok(None);
    }
    Ok(Some(opened.f.t1("done-meanwhile", "who", names.join(", "))))
}
