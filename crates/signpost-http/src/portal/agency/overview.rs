//! `/agency/sites/{slug}`: how a place stands now, and big choices of what to change.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::SignedDuration;
use signpost_domain::{Exception, ExceptionKind, Offer, Site, SiteSlug};
use signpost_hours::words;
use signpost_store::{RevisionsAsked, SubjectKind};

use super::{
    form::said,
    home::{StateLine, lines},
    keys,
    page::{Opened, open},
};
use crate::{
    ApiError, SharedApp,
    answers::{self, ExceptionView, ServiceView},
    pages::site_words,
    params::Params,
    portal::{
        access::{Actor, PortalFrame, Role, page},
        steward::waiting,
    },
};

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

#[derive(Template)]
#[template(path = "portal/agency/overview.html")]
struct OverviewPage {
    f: PortalFrame,
    slug: SiteSlug,
    name: String,
    /// What was done, and what the public reads because of it.
    news: Vec<String>,
    /// The last change of this reader in words, when they come from making it.
    public_now: Vec<String>,
    lines: Vec<StateLine>,
    /// What waits for a steward, and what came back with a note.
    asked: waiting::Asked,
    /// Services with their words, for the links to each.
    services: Vec<ServiceLink>,
    hours: Vec<HoursLink>,
    days: Vec<DayChange>,
    confirmed: String,
    version: u64,
    key: String,
    /// What a steward's address of the organization's pages ends with.
    more: String,
}

impl OverviewPage {
    /// An address below the site's own.
    fn to(&self, below: &str) -> String {
        self.f.link(&format!("/agency/sites/{}{below}", self.slug))
    }
}

/// A service that is offered or may be.
struct ServiceLink {
    need: String,
    name: String,
}

/// Services that keep the same hours.
struct HoursLink {
    need: String,
    names: String,
    words: String,
}

/// Days that are different, with a way to take that back.
struct DayChange {
    id: String,
    words: String,
    /// Whether something is out of stock: one tap ends it.
    stock: bool,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done", "since"])?;
    let opened = open(&app, &who, &request).await?;
    let mut news = news(&opened, params.text("done"));
    let public_now = if news.is_empty() {
        vec![]
    } else {
        public_now(&opened).await?
    };
    if let Some(since) = params.value::<u64>("since")? {
        news.extend(meanwhile(&opened, since).await?);
    }
    let asked = waiting::asked(&app, &opened.f, Some(&opened.slug)).await?;
    let snapshot = app.snapshot();
    let ix = snapshot
        .find(&opened.slug)
        .ok_or_else(ApiError::not_found)?;
    let view = answers::site(&snapshot, ix, app.now(), opened.f.lang);
    let page_of = OverviewPage {
        slug: opened.slug.clone(),
        name: opened.name(),
        lines: lines(&opened.f, &snapshot, ix, app.now()),
        asked,
        hours: hours(&opened, &view.services),
        days: view
            .exceptions
            .iter()
            .map(|exception| day_change(&opened, &view.services, exception))
            .collect(),
        services: view
            .services
            .iter()
            .filter(|service| stored_offer(&opened, service) != Some(Offer::NotOffered))
            .map(|service| ServiceLink {
                need: service.need.clone(),
                name: service.name.to_string(),
            })
            .collect(),
        confirmed: confirmed(&opened),
        version: opened.version,
        key: keys::fresh(),
        more: match who.role {
            Role::Steward => format!("?organization={}", opened.site.organization),
            _ => String::new(),
        },
        news,
        public_now,
        f: opened.f,
    };
    page(&page_of.f, &page_of, true)
}

fn news(opened: &Opened<'_>, done: Option<&str>) -> Vec<String> {
    let Some((_, key)) = NEWS.iter().find(|(word, _)| Some(*word) == done) else {
        return vec![];
    };
    vec![opened.f.t(key)]
}

/// What the reader's own last change made public, in words; nothing when somebody else changed the site since.
async fn public_now(opened: &Opened<'_>) -> Result<Vec<String>, ApiError> {
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
async fn meanwhile(opened: &Opened<'_>, since: u64) -> Result<Option<String>, ApiError> {
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

fn stored_offer(opened: &Opened<'_>, service: &ServiceView) -> Option<Offer> {
    let mut services = opened.site.services.iter();
    services
        .find(|own| own.need.as_str() == service.need)
        .map(|own| own.offer)
}

/// The hours of what is offered, services with the same hours together.
fn hours(opened: &Opened<'_>, services: &[ServiceView]) -> Vec<HoursLink> {
    let mut groups: Vec<(Option<String>, HoursLink)> = Vec::new();
    for service in services {
        if stored_offer(opened, service) == Some(Offer::NotOffered) {
            continue;
        }
        let same = groups.iter_mut().find(|(text, _)| *text == service.hours);
        if let Some((_, link)) = same {
            link.names = format!("{}, {}", link.names, service.name);
            continue;
        }
        let link = HoursLink {
            need: service.need.clone(),
            names: service.name.to_string(),
            words: hours_in_words(opened, service.hours.as_deref()),
        };
        groups.push((service.hours.clone(), link));
    }
    groups.into_iter().map(|(_, link)| link).collect()
}

/// Hours in words; the text itself when it says more than words can.
fn hours_in_words(opened: &Opened<'_>, text: Option<&str>) -> String {
    let Some(text) = text else {
        return opened.f.t("hours-not-known");
    };
    signpost_hours::HoursText::parse(text)
        .ok()
        .and_then(|hours| words::text_in_words(&hours, opened.f.lang))
        .unwrap_or_else(|| text.to_owned())
}

fn day_change(
    opened: &Opened<'_>,
    services: &[ServiceView],
    exception: &ExceptionView,
) -> DayChange {
    DayChange {
        id: exception.id.clone(),
        words: site_words::exception(&opened.f, services, exception),
        stock: exception.kind == ExceptionKind::OutOfStock,
    }
}

/// When the last confirmation was given and how long the earliest counts.
fn confirmed(opened: &Opened<'_>) -> String {
    let f = &opened.f;
    let given = opened
        .site
        .services
        .iter()
        .filter(|service| service.offer == Offer::Offered)
        .map(|service| service.confirmation.as_ref());
    let given: Option<Vec<_>> = given.collect();
    let earliest = given
        .iter()
        .flatten()
        .min_by_key(|confirmation| confirmation.review_by);
    match earliest {
        Some(confirmation) => f.t2(
            "overview-confirmed",
            ("who", &confirmation.by),
            ("day", &words::date(confirmation.review_by, f.lang)),
        ),
        None => f.t("overview-unconfirmed"),
    }
}

/// What a day that is different says, for the page that takes it back.
pub(super) fn in_words(opened: &Opened<'_>, exception: &Exception) -> String {
    let lang = opened.f.lang;
    let first = words::date(exception.first, lang);
    let days = if exception.first == exception.last {
        first
    } else {
        let last = words::date(exception.last, lang);
        opened.f.t2("site-days", ("first", &first), ("last", &last))
    };
    match said(&exception.reason, lang) {
        reason if reason.is_empty() => days,
        reason => format!("{days} ({reason})"),
    }
}
