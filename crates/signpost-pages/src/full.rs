//! `/full/{slug}`: what the code on a box leads to. Two taps say that it is full: opening the page, and its one button. Nothing is kept of
//! who said so.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use askama::Template;
use signpost_domain::{NeedCode, Offer, PointStatus, Site, SiteSlug};

use crate::respond::{html, with_a_form};
use signpost_answers::{
    LineView, LocalizedText, PlaceView, nearest_disposal, site_words::whereabouts,
    source_words::roughly,
};
use signpost_web::{
    ApiError, PageContext, Reported, SharedApp, form, params::Params, reply::see_other,
};

#[derive(Template)]
#[template(path = "pages/full.html")]
struct FullPage {
    f: PageContext,
    place: PlaceView,
    whereabouts: String,
    action: String,
    /// What became of it, in words; nothing before the button was pressed.
    done: Option<String>,
    lines: Vec<LineView>,
}

#[derive(Template)]
#[template(path = "pages/full_gone.html")]
struct GonePage {
    f: PageContext,
    place: PlaceView,
    whereabouts: String,
    /// The nearest place that is open: its name, its page and how far.
    nearest: Option<(LocalizedText, String, String)>,
    lines: Vec<LineView>,
}

/// GET: asks.
pub(crate) async fn ask(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    if let Some(gone) = gone(&app, &request)? {
        let mut answer = html(&gone.f, &gone)?;
        *answer.status_mut() = StatusCode::GONE;
        return Ok(answer);
    }
    let params = Params::leniently(request.query_string());
    let key = match params.text("done") {
        Some("now") => Some("full-thanks"),
        Some("before") => Some("full-known"),
        _ => None,
    };
    let page = page(&app, &request, key)?;
    html(&page.f, &page).map(with_a_form)
}

/// POST: notes it.
pub(crate) async fn say(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let slug = slug(&request)?;
    // A box that is gone cannot be full, as its page says.
    page(&app, &request, None)?;
    // Other pages' visitors say nothing of boxes.
    if !form::is_from_here(&request) {
        return Err(ApiError::Forbidden);
    }
    let here = PageContext::of(&request, &app.snapshot(), app.now()).link(&format!("/full/{slug}"));
    match app.report_full(&slug).await? {
        Reported::Now => Ok(see_other(&format!("{here}?done=now"))),
        Reported::Before => Ok(see_other(&format!("{here}?done=before"))),
        Reported::TooMany => {
            let page = page(&app, &request, Some("full-too-many"))?;
            let mut answer = html(&page.f, &page)?;
            *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
            Ok(with_a_form(answer))
        }
    }
}

fn slug(request: &HttpRequest) -> Result<SiteSlug, ApiError> {
    let named = request.match_info().get("slug");
    named
        .and_then(|text| text.to_ascii_lowercase().parse().ok())
        .ok_or_else(ApiError::not_found)
}

/// What the label of a box says that was taken away: that it is gone, and where the nearest is.
fn gone(app: &SharedApp, request: &HttpRequest) -> Result<Option<GonePage>, ApiError> {
    let slug = slug(request)?;
    let snapshot = app.snapshot();
    let now = app.now();
    let Some(ix) = snapshot.find(&slug) else {
        return Ok(None);
    };
    let site = snapshot.site(ix);
    let today = snapshot.zone(ix).day(now);
    let is_gone = site.disposal_point.as_ref().is_some_and(|point| {
        point.status == PointStatus::Closed || point.stands_past_its_end(today)
    });
    if !is_gone {
        return Ok(None);
    }
    let f = PageContext::of(request, &snapshot, now);
    let place = PlaceView::of(&snapshot, ix, f.lang);
    let near = site
        .point
        .and_then(|point| nearest_disposal(&snapshot, point, now, f.lang));
    Ok(Some(GonePage {
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        nearest: near.map(|near| {
            let far = f.told(roughly(near.distance_m, f.lang));
            (near.name, near.page, f.t1("distance", "distance", far))
        }),
        lines: signpost_answers::lines_for(&snapshot, &NeedCode::disposal(), now, f.lang),
        place,
        f,
    }))
}

fn page(app: &SharedApp, request: &HttpRequest, key: Option<&str>) -> Result<FullPage, ApiError> {
    let slug = slug(request)?;
    let snapshot = app.snapshot();
    let f = PageContext::of(request, &snapshot, app.now());
    let need = NeedCode::disposal();
    let takes = |site: &Site| {
        let service = site.service(&need);
        service.is_some_and(|service| service.offer != Offer::NotOffered)
    };
    let ix = snapshot
        .find(&slug)
        .filter(|ix| takes(snapshot.site(*ix)))
        .ok_or_else(ApiError::not_found)?;
    let place = PlaceView::of(&snapshot, ix, f.lang);
    Ok(FullPage {
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        action: f.link(&format!("/full/{slug}")),
        done: key.map(|key| f.t(key)),
        lines: signpost_answers::lines_for(&snapshot, &need, app.now(), f.lang),
        place,
        f,
    })
}
