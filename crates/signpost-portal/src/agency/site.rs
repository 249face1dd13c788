//! `/agency/sites/{slug}`: how a place stands now, and big choices of what to change.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::{Exception, ExceptionKind, Offer, SiteSlug};
use signpost_hours::words;

use super::{
    form::{
        key,
        opened::{Opened, open},
        view::text_for,
    },
    forms::stock::words::Short,
    home::{StateLine, lines},
    news,
};
use crate::{
    access::{Actor, PortalContext, Role, page},
    proposals::own,
};
use signpost_answers::{ExceptionView, ServiceView, site_words};
use signpost_web::{ApiError, SharedApp, params::Params};

#[derive(Template)]
#[template(path = "portal/agency/overview.html")]
struct OverviewPage {
    f: PortalContext,
    slug: SiteSlug,
    name: String,
    /// What was done, and what the public reads because of it.
    news: Vec<String>,
    /// The last change of this reader in words, when they come from making it.
    public_now: Vec<String>,
    lines: Vec<StateLine>,
    /// What waits for a steward, and what came back with a note.
    asked: own::OwnProposals,
    /// Services with their words, for the links to each.
    services: Vec<ServiceLink>,
    hours: Vec<HoursLink>,
    days: Vec<DayChange>,
    /// The link to say that something is out of stock or full.
    short: &'static str,
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
    /// What the button says that ends it in one tap, when something is out of stock or full.
    over: Option<&'static str>,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done", "since", "waits"])?;
    let opened = open(&app, &who, &request).await?;
    let waits = params.text("waits");
    let mut news = news::done(&opened, params.text("done"), waits);
    let public_now = if news.is_empty() || waits == Some("all") {
        vec![]
    } else {
        news::public_now(&opened).await?
    };
    if let Some(since) = params.value::<u64>("since")? {
        news.extend(news::changed_by_others(&opened, since).await?);
    }
    let asked = own::own_proposals(&app, &opened.f, Some(&opened.slug)).await?;
    let snapshot = app.snapshot();
    let ix = snapshot
        .find(&opened.slug)
        .ok_or_else(ApiError::not_found)?;
    let view = signpost_answers::site(&snapshot, ix, app.now(), opened.f.lang);
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
                need: service.need.to_string(),
                name: service.name.to_string(),
            })
            .collect(),
        short: Short::of(&opened.site).link(),
        confirmed: confirmed(&opened),
        version: opened.version,
        key: key::fresh(),
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

fn stored_offer(opened: &Opened<'_>, service: &ServiceView) -> Option<Offer> {
    let mut services = opened.site.services.iter();
    services
        .find(|own| own.need == service.need)
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
            need: service.need.to_string(),
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
        .map_or_else(|| text.to_owned(), |words| words::capital(&words))
}

fn day_change(
    opened: &Opened<'_>,
    services: &[ServiceView],
    exception: &ExceptionView,
) -> DayChange {
    DayChange {
        id: exception.id.to_string(),
        words: site_words::exception(&opened.f, services, exception),
        over: match exception.kind {
            ExceptionKind::OutOfStock if exception.leaves_no_room() => Some("overview-full-over"),
            ExceptionKind::OutOfStock => Some("overview-stock-back"),
            ExceptionKind::Closed | ExceptionKind::Open | ExceptionKind::Unknown => None,
        },
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
pub(crate) fn in_words(opened: &Opened<'_>, exception: &Exception) -> String {
    let lang = opened.f.lang;
    let first = words::date(exception.first, lang);
    let days = if exception.first == exception.last {
        first
    } else {
        let last = words::date(exception.last, lang);
        opened.f.t2("site-days", ("first", &first), ("last", &last))
    };
    match text_for(&exception.reason, lang) {
        reason if reason.is_empty() => days,
        reason => format!("{days} ({reason})"),
    }
}
