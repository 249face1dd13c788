//! The history: who changed what, when and why, from before to after. Nothing is ever deleted; taking back is a new change.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::SiteSlug;
use signpost_store::{RevisionQuery, SubjectKind};

use super::entry::{Entry, entry};
use crate::access::{Actor, Authors, PortalContext, address, page};
use signpost_web::{ApiError, SharedApp, params::Params};

/// How many changes stand on a page.
const PAGE: u32 = 30;

#[derive(Template)]
#[template(path = "portal/steward/history.html")]
struct HistoryPage {
    f: PortalContext,
    /// The site, when it is the history of one.
    of: Option<Of>,
    news: Option<String>,
    entries: Vec<Entry>,
    /// The address of the page after this one.
    older: Option<String>,
}

struct Of {
    slug: SiteSlug,
    name: String,
}

/// GET: of one site.
pub(crate) async fn of_site(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let slug = address::slug(&request)?;
    show(app, who, request, Some(slug)).await
}

/// GET: of everything.
pub(crate) async fn of_all(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    show(app, who, request, None).await
}

async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    slug: Option<SiteSlug>,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["before", "done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let store = app.database()?;
    let asked = RevisionQuery {
        subject: slug
            .as_ref()
            .map(|slug| (SubjectKind::Site, slug.to_string())),
        before: params.value("before")?,
        limit: PAGE,
        ..RevisionQuery::default()
    };
    let revisions = store.revisions(&asked).await?;
    let authors = Authors::read(store).await?;
    let snapshot = app.snapshot();
    let here = slug.as_ref().map_or_else(
        || "/steward/history".to_owned(),
        |slug| format!("/agency/sites/{slug}/history"),
    );
    let full = u32::try_from(revisions.len()).is_ok_and(|found| found == PAGE);
    let last = revisions.last().map(|revision| revision.sequence);
    let older = last
        .filter(|last| full && *last > 1)
        .map(|last| f.link(&format!("{here}?before={last}")));
    let history = HistoryPage {
        of: slug.map(|slug| {
            let found = snapshot.find(&slug);
            Of {
                name: found.map_or_else(
                    || slug.to_string(),
                    |ix| snapshot.site(ix).name.words(f.lang).to_owned(),
                ),
                slug,
            }
        }),
        news: match params.text("done") {
            Some("reverted") => Some(f.t("st-reverted")),
            Some("reverted-waits") => Some(f.t("st-reverted-waits")),
            _ => None,
        },
        entries: revisions
            .iter()
            .map(|revision| entry(&f, &authors, &snapshot, revision))
            .collect(),
        older,
        f,
    };
    page(&history.f, &history, true)
}
