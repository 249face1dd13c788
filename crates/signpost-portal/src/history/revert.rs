//! Taking one change back: the parts it changed are as they were before it, and what others changed since stays.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_changes::{Difference, differences, put_all, words};
use signpost_domain::{Prose, Site, SiteSlug};
use signpost_store::{Cause, Reason, Revision, RevisionQuery, SubjectKind};

use super::entry::{Entry, entry, site};
use crate::access::redirect;
use crate::access::{Actor, Authors, Form, PortalContext, Role, address, page};
use signpost_editing::EditError;
use signpost_web::{ApiError, SharedApp, params::Params};

#[derive(Template)]
#[template(path = "portal/steward/revert.html")]
struct RevertPage {
    f: PortalContext,
    slug: SiteSlug,
    name: String,
    entry: Entry,
    /// What would change, of what is public now.
    lines: Vec<String>,
    version: u64,
    reason: String,
    /// Why it could not be done.
    faults: Vec<String>,
}

/// A change, and the site as it is now.
struct Found {
    authors: Authors,
    slug: SiteSlug,
    revision: Revision,
    current: Site,
    version: u64,
}

/// GET: what would happen.
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let found = find(&app, &request).await?;
    let f = PortalContext::of(&request, &app, &who);
    answer(&app, f, &found, String::new(), vec![])
}

/// POST: does it.
pub(crate) async fn take_back(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let found = find(&app, &request).await?;
    let f = PortalContext::of(&request, &app, &who);
    let why = form.text("reason").replace(['\r', '\n'], " ");
    if Prose::new(&why).is_err() {
        let faults = vec![f.t("st-fault-words")];
        return answer(&app, f, &found, why, faults);
    }
    let undone = undone(&found.revision);
    let number = found.revision.sequence;
    let reason = Reason {
        cause: Cause::TakenBack { change: number },
        ..Reason::typed(&why)
    };
    let asked = signpost_editing::EditRequest {
        slug: found.slug.clone(),
        owner: match &who.role {
            Role::Editor(own) => Some(own.clone()),
            Role::Subcommittee | Role::Steward => None,
        },
        expected: form.text("version").parse().unwrap_or_default(),
        author: who.author(),
        reason,
        key: None,
        kept: vec![],
    };
    let done = signpost_editing::make(app.live(), &asked, |site, _around| {
        put_all(site, &undone);
        Ok(())
    })
    .await;
    let faults = match done {
        Ok(done) => {
            let word = if done.waits.is_empty() {
                "reverted"
            } else {
                "reverted-waits"
            };
            let address = format!("/agency/sites/{}/history?done={word}", found.slug);
            return Ok(redirect(&f.link(&address)));
        }
        Err(EditError::StaleEdit(_)) => vec![f.t("st-look-again-changed")],
        Err(EditError::Wording(faults)) => faults.into_iter().map(|one| one.detail).collect(),
        Err(EditError::Fields(faults)) => faults.into_iter().map(|one| one.detail).collect(),
        Err(EditError::NoSuchSite(_)) => return Err(ApiError::not_found()),
        Err(error) => return Err(error.into()),
    };
    // What changed meanwhile is shown as it is now.
    let found = find(&app, &request).await?;
    answer(&app, f, &found, why, faults)
}

async fn find(app: &SharedApp, request: &HttpRequest) -> Result<Found, ApiError> {
    let slug = address::slug(request)?;
    let sequence: u64 = address::named(request, "sequence")?;
    let store = app.database()?;
    let (current, version) = store.site(&slug).await?.ok_or_else(ApiError::not_found)?;
    let asked = RevisionQuery {
        subject: Some((SubjectKind::Site, slug.to_string())),
        before: Some(sequence.saturating_add(1)),
        limit: 1,
        ..RevisionQuery::default()
    };
    let revision = store
        .revisions(&asked)
        .await?
        .into_iter()
        .next()
        .filter(|revision| revision.sequence == sequence)
        .filter(|revision| revision.before.is_some() && revision.after.is_some())
        .ok_or_else(ApiError::not_found)?;
    Ok(Found {
        authors: Authors::read(store).await?,
        slug,
        revision,
        current,
        version,
    })
}

/// The parts that a change changed, as they were before it.
fn undone(revision: &Revision) -> Vec<Difference> {
    let (before, after) = (
        site(revision.before.as_deref()),
        site(revision.after.as_deref()),
    );
    differences(after.as_ref(), before.as_ref())
}

fn answer(
    app: &SharedApp,
    f: PortalContext,
    found: &Found,
    reason: String,
    faults: Vec<String>,
) -> Result<HttpResponse, ApiError> {
    let mut wanted = found.current.clone();
    put_all(&mut wanted, &undone(&found.revision));
    let changes = differences(Some(&found.current), Some(&wanted));
    let snapshot = app.snapshot();
    let fine = faults.is_empty();
    let revert = RevertPage {
        slug: found.slug.clone(),
        name: found.current.name.words(f.lang).to_owned(),
        entry: entry(&f, &found.authors, &snapshot, &found.revision),
        lines: words::of(&changes, &snapshot.directory().needs, f.lang),
        version: found.version,
        reason,
        faults,
        f,
    };
    page(&revert.f, &revert, fine)
}
