//! What the page of a place says after something was done: that it is saved, what is public because of it, who else was there.

use jiff::SignedDuration;
use signpost_domain::Site;
use signpost_store::{RevisionQuery, SubjectKind};

use super::{form::opened::Opened, forms::list::FORMS};
use crate::access::Authors;
use signpost_web::ApiError;

/// How long after a change its page still tells what it was.
const JUST_NOW: SignedDuration = SignedDuration::from_mins(10);

/// What else than the forms of the list tells what was done.
const OTHERS: [&str; 5] = ["closed", "opened", "shortened", "stock", "look-again"];

/// What was done, in words; nothing when nothing was.
pub(crate) fn done(opened: &Opened<'_>, done: Option<&str>, waits: Option<&str>) -> Vec<String> {
    let forms = FORMS.iter().map(|form| form.done);
    let Some(word) = forms.chain(OTHERS).find(|word| Some(*word) == done) else {
        return vec![];
    };
    vec![match waits {
        Some("all") => opened.f.t("st-done-proposed"),
        Some("same") => opened.f.t("done-same"),
        Some("part") => opened.f.t("done-part"),
        _ => opened.f.t(&format!("done-{word}")),
    }]
}

/// What the reader's own last change made public, in words; nothing when somebody else changed the site since.
pub(crate) async fn public_now(opened: &Opened<'_>) -> Result<Vec<String>, ApiError> {
    let asked = RevisionQuery {
        subject: Some((SubjectKind::Site, opened.slug.to_string())),
        limit: 1,
        ..RevisionQuery::default()
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
pub(crate) async fn changed_by_others(
    opened: &Opened<'_>,
    since: u64,
) -> Result<Option<String>, ApiError> {
    let asked = RevisionQuery {
        subject: Some((SubjectKind::Site, opened.slug.to_string())),
        limit: 20,
        ..RevisionQuery::default()
    };
    let own = opened.who.author();
    let authors = Authors::read(opened.store).await?;
    let mut names: Vec<String> = opened
        .store
        .revisions(&asked)
        .await?
        .into_iter()
        .filter(|revision| revision.sequence > since && revision.author != own)
        .map(|revision| authors.named(&revision.author))
        .collect();
    names.dedup();
    if names.is_empty() {
        return Ok(None);
    }
    Ok(Some(opened.f.t1("done-meanwhile", "who", names.join(", "))))
}
