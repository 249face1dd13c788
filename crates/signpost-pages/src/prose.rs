//! Pages of words only: about, privacy, how Leave works, and what to do when somebody will not wake up.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::respond::html;
use jiff::Timestamp;
use signpost_domain::Lang;
use signpost_locate::Snapshot;
use signpost_web::PageContext;

use signpost_web::{ApiError, SharedApp, counts::KeptTable, phone_score_words};

#[derive(Template)]
#[template(path = "pages/about.html")]
struct AboutPage {
    f: PageContext,
    /// Whether the clocks of the town stay as they are all year.
    clocks_stay: bool,
    /// What the last check by phone found; nothing when none was made.
    checked: Option<String>,
    /// Whether a report of a month is public.
    has_report: bool,
}

#[derive(Template)]
#[template(path = "pages/privacy.html")]
struct PrivacyPage {
    f: PageContext,
    /// Every table there is; not on a copy that a phone keeps, and not before it was looked at.
    kept: Option<Arc<Vec<KeptTable>>>,
}

impl PrivacyPage {
    fn rows_in_words(&self, table: &KeptTable) -> String {
        let rows = i64::try_from(table.rows).unwrap_or(i64::MAX);
        self.f.t_number("privacy-receipt-rows", rows)
    }
}

#[derive(Template)]
#[template(path = "pages/leave.html")]
struct LeavePage {
    f: PageContext,
}

#[derive(Template)]
#[template(path = "pages/overdose.html")]
struct OverdosePage {
    f: PageContext,
}

pub(crate) async fn about(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (now, zone) = (app.now(), app.snapshot().town_zone().clone());
    let offset = |months: i64| {
        let day = zone
            .day(now)
            .saturating_add(jiff::Span::new().months(months));
        zone.zoned(zone.instant(day.at(12, 0, 0, 0))).offset()
    };
    let f = PageContext::of(&request, &app.snapshot(), app.now());
    let score = app.counts().phone_score();
    let page = AboutPage {
        clocks_stay: (1..=11).all(|months| offset(months) == offset(0)),
        has_report: !app.counts().reports().is_empty(),
        checked: score.map(|score| phone_score_words(*f, &score)),
        f,
    };
    html(&page.f, &page)
}

pub(crate) async fn privacy(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let page = PrivacyPage {
        kept: app.counts().receipt(),
        f: PageContext::of(&request, &app.snapshot(), app.now()),
    };
    html(&page.f, &page)
}

pub(crate) async fn leave(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let page = LeavePage {
        f: PageContext::of(&request, &app.snapshot(), app.now()),
    };
    html(&page.f, &page)
}

pub(crate) async fn overdose(
    app: SharedApp,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let page = OverdosePage {
        f: PageContext::of(&request, &app.snapshot(), app.now()),
    };
    html(&page.f, &page)
}

/// The pages that a phone saves beside its list, one after another.
pub(crate) fn saved(snapshot: &Snapshot, lang: Lang, at: Timestamp) -> Result<String, ApiError> {
    let f = |path: &str| PageContext::at(lang, path, "", snapshot, at);
    let (privacy, leave) = (
        PrivacyPage {
            kept: None,
            f: f("/privacy"),
        },
        LeavePage { f: f("/leave") },
    );
    let overdose = OverdosePage { f: f("/overdose") };
    let pages = [privacy.render(), leave.render(), overdose.render()];
    pages
        .into_iter()
        .collect::<Result<String, _>>()
        .map_err(ApiError::internal)
}
