//! `/steward/review/{id}`: what is asked for in words, what is public meanwhile, and what changed since.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_changes::{Conflict, Difference, Part, Value, words};
use signpost_domain::{LonLat, Site, SiteSlug, Text};
use signpost_locate::Snapshot;
use signpost_store::{Proposal, ProposalId, ProposalQuery, Store};

use super::item::{Item, item};
use crate::{
    access::{Actor, Authors, PortalContext, address, page},
    history::reason::reason,
};
use signpost_editing::Outcome;
use signpost_web::{ApiError, App, SharedApp, params::Params};

#[derive(Template)]
#[template(path = "portal/steward/proposal.html")]
struct ProposalPage {
    f: PortalContext,
    news: Option<String>,
    item: Item,
    reason: String,
    slug: SiteSlug,
    is_public: bool,
    waits: bool,
    /// What would change, of what is public now.
    lines: Vec<String>,
    /// What the public sees meanwhile.
    meanwhile: Vec<String>,
    /// What others changed since.
    since: Vec<String>,
    places: Option<Places>,
    conflicts: Vec<Choice>,
    version: Option<u64>,
    note: String,
    faults: Vec<(&'static str, String)>,
    /// What waits longest of the rest, once this is decided: its number, and what it is called.
    next: Option<Next>,
}

/// What is decided next.
struct Next {
    id: ProposalId,
    words: String,
}

/// Where it is and where it would be, when that differs.
struct Places {
    before: Place,
    after: Place,
}

struct Place {
    address: String,
    coordinates: String,
    link: Option<String>,
}

/// A part that changed meanwhile too.
struct Choice {
    part: Part,
    words: String,
}

/// What was wrong with a form about it.
#[derive(Default)]
pub(crate) struct Wrong {
    pub note: String,
    pub faults: Vec<(&'static str, String)>,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let news = match params.text("done") {
        Some("accepted") => Some(f.t("st-done-accepted")),
        Some("sent-back") => Some(f.t("st-done-sent-back")),
        Some("decided") => Some(f.t("st-done-decided")),
        Some("look-again") => Some(f.t("st-look-again-changed")),
        _ => None,
    };
    let proposal = find(&app, &request).await?;
    render(&app, f, &proposal, news, Wrong::default()).await
}

/// The proposal in the address.
pub(crate) async fn find(app: &App, request: &HttpRequest) -> Result<Proposal, ApiError> {
    let id = ProposalId(address::named(request, "id")?);
    let store = app.database()?;
    store.proposal(id).await?.ok_or_else(ApiError::not_found)
}

/// The page of a proposal.
pub(crate) async fn render(
    app: &App,
    f: PortalContext,
    proposal: &Proposal,
    news: Option<String>,
    wrong: Wrong,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let current = store.site(&proposal.site).await?;
    let snapshot = app.snapshot();
    let authors = Authors::read(store).await?;
    let needs = &snapshot.directory().needs;
    // What is decided is shown as it was asked for, and so is what waits for a site that is gone.
    let waits = proposal.decided.is_none();
    let known = proposal
        .before
        .clone()
        .map(|(version, site)| (site, version));
    let now = if waits {
        current.clone().or_else(|| known.clone())
    } else {
        known
    };
    let outcome = signpost_editing::outcome(proposal, now).ok_or_else(ApiError::not_found)?;
    let fine = wrong.faults.is_empty();
    let next = match &news {
        Some(_) if !waits => next(store, &f, &authors, &snapshot).await?,
        _ => None,
    };
    let proposal_page = ProposalPage {
        news,
        item: item(&f, &authors, &snapshot, proposal),
        reason: reason(&f, &authors, &proposal.reason),
        slug: proposal.site.clone(),
        is_public: current.is_some(),
        waits,
        lines: words::of(&outcome.changes, needs, f.lang),
        meanwhile: meanwhile(&f, &snapshot, &outcome),
        since: words::of(&outcome.merge.theirs_changed, needs, f.lang),
        places: places(&outcome).filter(|_| waits),
        conflicts: outcome
            .merge
            .conflicts
            .iter()
            .map(|conflict| choice(&f, &snapshot, conflict))
            .collect(),
        version: outcome.current.as_ref().map(|(_, version)| *version),
        note: wrong.note,
        faults: wrong.faults,
        next,
        f,
    };
    page(&proposal_page.f, &proposal_page, fine)
}

/// What waits longest.
async fn next(
    store: &Store,
    f: &PortalContext,
    authors: &Authors,
    snapshot: &Snapshot,
) -> Result<Option<Next>, ApiError> {
    let open = ProposalQuery {
        open_only: true,
        ..ProposalQuery::default()
    };
    let waiting = store.proposals(&open).await?;
    let oldest = waiting.iter().min_by_key(|proposal| proposal.id.0);
    Ok(oldest.map(|proposal| {
        let name = item(f, authors, snapshot, proposal).site;
        let left = i64::try_from(waiting.len()).unwrap_or(i64::MAX);
        Next {
            id: proposal.id,
            words: f.t2("st-next", ("name", &name), ("number", &left.to_string())),
        }
    }))
}

/// What the public sees of these parts until somebody decides.
fn meanwhile(f: &PortalContext, snapshot: &Snapshot, outcome: &Outcome) -> Vec<String> {
    let as_it_is: Vec<Difference> = outcome
        .changes
        .iter()
        .filter(|difference| difference.before.is_some())
        .map(|difference| Difference {
            part: difference.part.clone(),
            before: None,
            after: only_what_changes(difference),
        })
        .collect();
    words::of(&as_it_is, &snapshot.directory().needs, f.lang)
}

/// What a part holds now; of words in several languages, only those that would change.
fn only_what_changes(difference: &Difference) -> Option<Value> {
    let (Some(Value::Text(before)), Some(Value::Text(after))) =
        (&difference.before, &difference.after)
    else {
        return difference.before.clone();
    };
    let mut words = Text::default();
    for (lang, own) in before.iter() {
        if after.exactly(lang) != Some(own) {
            words.set(lang, own);
        }
    }
    Some(Value::Text(words))
}

fn choice(f: &PortalContext, snapshot: &Snapshot, conflict: &Conflict) -> Choice {
    let say = |value: &Value| {
        let difference = Difference {
            part: conflict.part.clone(),
            before: None,
            after: Some(value.clone()),
        };
        words::of(&[difference], &snapshot.directory().needs, f.lang).join(" ")
    };
    Choice {
        words: f.t2(
            "st-conflict-take",
            ("asked", &say(&conflict.mine)),
            ("now", &say(&conflict.theirs)),
        ),
        part: conflict.part.clone(),
    }
}

fn places(outcome: &Outcome) -> Option<Places> {
    let (before, _) = outcome.current.as_ref()?;
    let moved = outcome.changes.iter().any(|difference| {
        matches!(
            difference.part,
            Part::Point | Part::Address | Part::Locality
        )
    });
    moved.then(|| Places {
        before: place(before),
        after: place(&outcome.merge.site),
    })
}

fn place(site: &Site) -> Place {
    let text = |point: LonLat| format!("{:.5}, {:.5}", point.lat(), point.lon());
    Place {
        address: signpost_answers::site_words::whereabouts(&site.address, &site.locality),
        coordinates: site.point.map(text).unwrap_or_default(),
        link: site
            .point
            .map(|point| format!("geo:{:.5},{:.5}", point.lat(), point.lon())),
    }
}
