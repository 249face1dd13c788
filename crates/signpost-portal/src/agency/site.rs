//! `/agency/sites/{slug}`: how a place stands now, and big choices of what to change.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{
    Exception, ExceptionKind, HolidayCode, NeedCode, Offer, PointStatus, SiteSlug,
};
use signpost_hours::{Calendar, words};

use super::{
    form::{
        key,
        opened::{Opened, after_midnight, has_tomorrow, open, today, with_weekday},
        view::text_for,
    },
    forms::stock::words::Short,
    home::{StateLine, lines, lines_of_day, not_asked, nothing},
    news,
};
use crate::{
    access::{Actor, PortalContext, Role, page, redirect},
    proposals::own,
};
use signpost_answers::{ExceptionView, ServiceView, find_out, site_words};
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
    /// What the public page says of the day that was changed, service by service, and which day that is.
    told: Vec<(String, Vec<StateLine>)>,
    lines: Vec<StateLine>,
    /// What is said where it offers nothing.
    nothing: String,
    /// What waits for a steward, and what came back with a note.
    asked: own::OwnProposals,
    /// Services with their words, for the links to each.
    services: Vec<ServiceLink>,
    hours: Vec<HoursLink>,
    days: Vec<DayChange>,
    /// The link to say that something is out of stock or full.
    short: &'static str,
    /// What the buttons say that close the day that is running, and the one after it.
    closed_today: String,
    closed_next: String,
    confirmed: String,
    /// That nobody is asked whether it is still right, because all of it was changed lately.
    not_asked: Option<String>,
    version: u64,
    key: String,
    /// Whether used needles can be left here, or could.
    point: bool,
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
    /// Days of the month and every second week, each with its next dates.
    single_days: Vec<String>,
    /// The holidays it closes on, where they are its own; empty where they are the organization's.
    holidays: String,
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
    let params = Params::read(
        request.query_string(),
        &["done", "since", "waits", "day", "last"],
    )?;
    let opened = open(&app, &who, &request).await?;
    let waits = params.text("waits");
    let mut news = news::done(&opened, params.text("done"), waits);
    let public_now = if news.is_empty() || matches!(waits, Some("all" | "same")) {
        vec![]
    } else {
        news::public_now(&opened).await?
    };
    if let Some(since) = params.value::<u64>("since")? {
        news.extend(news::changed_by_others(&opened, since).await?);
    }
    let asked = own::own_proposals(&app, &opened.f, Some(&opened.slug)).await?;
    let snapshot = app.snapshot();
    let Some(ix) = snapshot.find(&opened.slug) else {
        let status = opened
            .site
            .disposal_point
            .as_ref()
            .map(|point| point.status);
        // Of a box that is only proposed nothing is public: what there is to change is what it is.
        return match status {
            Some(PointStatus::Proposed) => Ok(redirect(&opened.address("disposal-point"))),
            _ => Err(ApiError::not_found()),
        };
    };
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
        nothing: nothing(&opened.f, &opened.site, snapshot.zone(ix).day(app.now())),
        short: Short::of(&opened.site).link(),
        closed_today: closed_today(&opened),
        closed_next: closed_next(&opened),
        confirmed: confirmed(&opened),
        not_asked: not_asked(
            &app,
            &opened.f,
            &opened.site,
            snapshot.running_day(ix, app.now()),
        ),
        point: opened.site.service(&NeedCode::disposal()).is_some(),
        version: opened.version,
        key: key::fresh(),
        more: match who.role {
            Role::Steward => format!("?organization={}", opened.site.organization),
            _ => String::new(),
        },
        told: told(
            &opened,
            params.text("done"),
            (params.text("day"), params.text("last")),
        ),
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
    let mut groups: Vec<(_, HoursLink)> = Vec::new();
    for service in services {
        if stored_offer(opened, service) == Some(Offer::NotOffered) {
            continue;
        }
        let kept = (service.hours.clone(), service.closed_on.clone());
        let same = groups.iter_mut().find(|(own, _)| *own == kept);
        if let Some((_, link)) = same {
            link.names = format!("{}, {}", link.names, service.name);
            continue;
        }
        let link = HoursLink {
            need: service.need.to_string(),
            names: service.name.to_string(),
            words: hours_in_words(opened, service.hours.as_deref()),
            single_days: service.single_days.clone(),
            holidays: own_holidays(opened, service.closed_on.as_deref()),
        };
        groups.push((kept, link));
    }
    groups.into_iter().map(|(_, link)| link).collect()
}

/// "Closed on: Christmas Day"; empty where it closes when the organization does.
fn own_holidays(opened: &Opened<'_>, own: Option<&[HolidayCode]>) -> String {
    let f = &opened.f;
    match own {
        None => String::new(),
        Some([]) => f.t("overview-holidays-none"),
        Some(codes) => {
            let names = codes.iter().filter_map(|code| {
                let name = Calendar::ontario().named(code)?;
                Some(text_for(name, f.lang))
            });
            let names: Vec<String> = names.collect();
            f.t1("overview-holidays-own", "names", names.join(", "))
        }
    }
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
        words: site_words::exception(&opened.f, services, exception, find_out(&opened.site)),
        // Also past its review day, when nobody is sure any more.
        over: opened
            .site
            .exceptions
            .iter()
            .find(|one| one.id == exception.id && one.kind == ExceptionKind::OutOfStock)
            .map(|one| {
                if one.leaves_no_room() {
                    "overview-full-over"
                } else {
                    "overview-stock-back"
                }
            }),
    }
}

/// What was done of which the public page is looked up: hours and days.
const CHECKED: [&str; 7] = [
    "closed",
    "opened",
    "shortened",
    "stock",
    "hours",
    "holidays",
    "offers",
];

/// How many days of a change the public page is looked up for.
const DAYS_LOOKED_UP: usize = 31;

/// What the public page says now, service by service, of the days that were changed: of the first, and of each later one that is other than
/// the day before. Nothing when nothing was changed, or something without hours.
fn told(
    opened: &Opened<'_>,
    done: Option<&str>,
    (first, last): (Option<&str>, Option<&str>),
) -> Vec<(String, Vec<StateLine>)> {
    let f = &opened.f;
    let (snapshot, now) = (opened.app.snapshot(), opened.app.now());
    let asked = done.filter(|done| CHECKED.contains(done));
    let Some(ix) = asked.and_then(|_| snapshot.find(&opened.slug)) else {
        return vec![];
    };
    let day = |day: Option<&str>| day.and_then(|day| day.parse::<Date>().ok());
    let running = snapshot.running_day(ix, now);
    let of_day = |day: Date| {
        let when = with_weekday(opened, day);
        let said = lines_of_day(f, &snapshot, ix, day);
        (f.t1("news-says-of-day", "day", &when), said)
    };
    let mut all = Vec::new();
    let mut ahead = day(first).filter(|day| *day > running);
    if ahead.is_none() {
        all.push((f.t("news-says-now"), lines(f, &snapshot, ix, now)));
        ahead = running.tomorrow().ok().filter(|_| last.is_some());
    }
    let Some(begin) = ahead else { return all };
    let end = day(last).unwrap_or(begin);
    let days = begin.series(1.day()).take_while(|day| *day <= end);
    let mut before: Option<Vec<StateLine>> = None;
    for day in days.take(DAYS_LOOKED_UP) {
        let (heading, said) = of_day(day);
        if before.as_ref() != Some(&said) {
            all.push((heading, said.clone()));
        }
        before = Some(said);
    }
    all
}

/// "Closed today"; after midnight, while a night still runs, "Closed tonight".
fn closed_today(opened: &Opened<'_>) -> String {
    opened.f.t(match after_midnight(opened) {
        None => "overview-closed-today",
        Some(_) => "overview-closed-tonight",
    })
}

/// "Closed tomorrow"; at an hour at which that could be misunderstood, the day by its name.
fn closed_next(opened: &Opened<'_>) -> String {
    if has_tomorrow(opened) {
        return opened.f.t("overview-closed-tomorrow");
    }
    let next = today(opened).tomorrow().unwrap_or(Date::MAX);
    opened
        .f
        .t1("overview-closed-day", "day", with_weekday(opened, next))
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
    let days = match exception.last {
        None => opened.f.t1("site-days-open", "first", &first),
        Some(last) if last == exception.first => first,
        Some(last) => {
            let last = words::date(last, lang);
            opened.f.t2("site-days", ("first", &first), ("last", &last))
        }
    };
    match text_for(&exception.reason, lang) {
        reason if reason.is_empty() => days,
        reason => format!("{days} ({reason})"),
    }
}
