//! A site that is open for editing.

use actix_web::HttpRequest;
use jiff::civil::Date;
use signpost_domain::{Site, SiteSlug};
use signpost_hours::{OpenState, words};
use signpost_store::Store;
use signpost_web::{ApiError, App};

use super::{key, view::text_for};
use crate::access::{Actor, PortalContext, address::slug};

/// A site that is open for editing, and who edits it.
pub(crate) struct Opened<'a> {
    pub app: &'a App,
    pub store: &'a Store,
    pub who: &'a Actor,
    pub f: PortalContext,
    pub slug: SiteSlug,
    pub site: Site,
    pub version: u64,
}

/// Opens a site as it is stored.
pub(crate) async fn open<'a>(
    app: &'a App,
    who: &'a Actor,
    request: &HttpRequest,
) -> Result<Opened<'a>, ApiError> {
    let store = app.database()?;
    let slug = slug(request)?;
    let (site, version) = store.site(&slug).await?.ok_or_else(ApiError::not_found)?;
    Ok(Opened {
        f: PortalContext::of(request, app, who),
        app,
        store,
        who,
        slug,
        site,
        version,
    })
}

impl Opened<'_> {
    /// The address of the site in the portal, or of something below it.
    pub(crate) fn address(&self, below: &str) -> String {
        let end = if below.is_empty() { "" } else { "/" };
        self.f
            .link(&format!("/agency/sites/{}{end}{below}", self.slug))
    }

    /// What the site is called, for the reader of the page.
    pub(crate) fn name(&self) -> String {
        text_for(&self.site.name, self.f.lang)
    }
}

/// What every form carries along: the version it shows, and a key.
pub(crate) fn carried(version: u64) -> Vec<(String, String)> {
    vec![
        ("version".to_owned(), version.to_string()),
        ("key".to_owned(), key::fresh()),
    ]
}

/// The day that it is for those who are at the site: while a night still runs, the one on which it began.
pub(crate) fn today(opened: &Opened<'_>) -> Date {
    let snapshot = opened.app.snapshot();
    let now = opened.app.now();
    match snapshot.find(&opened.slug) {
        Some(ix) => snapshot.running_day(ix, now),
        None => snapshot.town_zone().day(now),
    }
}

/// The civil day, while a night still runs that began the day before.
pub(crate) fn after_midnight(opened: &Opened<'_>) -> Option<Date> {
    let snapshot = opened.app.snapshot();
    let ix = snapshot.find(&opened.slug)?;
    let day = snapshot.zone(ix).day(opened.app.now());
    (today(opened) < day).then_some(day)
}

/// The day on which a night ends that begins on `day`, when something of the place is open over midnight then in its hours.
pub(crate) fn night_into(opened: &Opened<'_>, day: Date) -> Option<Date> {
    let snapshot = opened.app.snapshot();
    let ix = snapshot.find(&opened.slug)?;
    let next = day.tomorrow().ok()?;
    let midnight = |day: Date| snapshot.zone(ix).instant(day.at(0, 0, 0, 0));
    let (begins, ends) = (midnight(day), midnight(next.tomorrow().ok()?));
    let mut services = snapshot.services_at(ix);
    let over = services.any(|service| {
        let spans = snapshot.spans(service, begins, ends).into_iter();
        let mut open = spans.filter(|span| span.state == OpenState::Open);
        // What is open all day and all night has no night of its own.
        open.any(|span| {
            (span.start > begins && span.start < midnight(next))
                && (span.end > midnight(next) && span.end < ends)
        })
    });
    over.then_some(next)
}

/// Whether the day after [`today`] is what people would call tomorrow now.
pub(crate) fn has_tomorrow(opened: &Opened<'_>) -> bool {
    let snapshot = opened.app.snapshot();
    let zone = snapshot
        .find(&opened.slug)
        .map_or_else(|| snapshot.town_zone(), |ix| snapshot.zone(ix));
    words::has_tomorrow(opened.app.now(), zone) && after_midnight(opened).is_none()
}

/// "Thursday, November 26, 2026".
pub(crate) fn with_weekday(opened: &Opened<'_>, day: Date) -> String {
    let lang = opened.f.lang;
    opened.f.t2(
        "closing-day",
        ("weekday", words::weekday_name(day.weekday(), lang)),
        ("date", &words::date(day, lang)),
    )
}
