//! `/found`: a needle was found. Whom to tell, how to pick it up, what to do when it pricked, where to drop it off: one page, one order.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use signpost_domain::{ItemCode, Lang, NeedCode, Offer, Trust};
use signpost_hours::Cause;
use signpost_locate::{ServiceIx, Snapshot};

use crate::{
    choices::{Choice, choices_of_disposal},
    respond::html,
};
use signpost_answers::{LineView, LocalizedText, PlaceView, locale_path, site_words::whereabouts};
use signpost_web::{ApiError, PageContext, SharedApp};

/// How many places it names; all of them are on `/disposal`.
const MOST: usize = 6;
/// What a found needle is until somebody puts it into something.
const LOOSE: &str = "loose";

#[derive(Template)]
#[template(path = "pages/found.html")]
struct FoundPage {
    f: PageContext,
    lines: Vec<LineView>,
    choices: Vec<Choice>,
    boxes: Vec<DropOff>,
}

/// A place that takes used needles, without its state: a phone keeps this page.
struct DropOff {
    name: LocalizedText,
    page: String,
    whereabouts: String,
    takes: Vec<LocalizedText>,
    /// Whether somebody confirmed it.
    sure: bool,
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let page = page_of(PageContext::of(&request, &snapshot, at), &snapshot, at);
    html(&page.f, &page)
}

/// The page as a phone keeps it.
pub(crate) fn saved(snapshot: &Snapshot, lang: Lang, at: Timestamp) -> Result<String, ApiError> {
    let address = locale_path::address(lang, "/found");
    let f = PageContext::at(lang, &address, "", snapshot, at).marking();
    let page = page_of(f, snapshot, at);
    page.render().map_err(ApiError::internal)
}

fn page_of(f: PageContext, snapshot: &Snapshot, at: Timestamp) -> FoundPage {
    FoundPage {
        lines: lines(snapshot, f.lang),
        choices: choices_of_disposal(&f),
        boxes: boxes(&f, snapshot, at),
        f,
    }
}

/// Lines for used needles alone; without one, those for used needles among other things.
fn lines(snapshot: &Snapshot, lang: Lang) -> Vec<LineView> {
    let need = NeedCode::disposal();
    let mut lines: Vec<_> = snapshot.directory().lines.iter().collect();
    lines.retain(|line| line.needs.contains(&need));
    let fewest = lines.iter().map(|line| line.needs.len()).min();
    lines.retain(|line| Some(line.needs.len()) == fewest);
    lines.sort_by_key(|line| line.order);
    let lines = lines.into_iter();
    lines.map(|line| LineView::of(line, lang)).collect()
}

/// Places that take used needles: first those known to take a loose one, and last those known to take other things or to have no
/// room for one, and those that are shut for weeks.
fn boxes(f: &PageContext, snapshot: &Snapshot, at: Timestamp) -> Vec<DropOff> {
    let need = NeedCode::disposal();
    let mut offered: Vec<ServiceIx> = snapshot
        .sites()
        .flat_map(|site| snapshot.services_at(site))
        .filter(|&ix| {
            let service = snapshot.service(ix);
            service.need == need && service.offer == Offer::Offered
        })
        .collect();
    let is_loose = |item: &ItemCode| item.as_str() == LOOSE;
    offered.sort_by_key(|&ix| {
        let taken = &snapshot.service(ix).items;
        let full = signpost_answers::short_items_at(snapshot, ix, at);
        let full = full.iter().any(is_loose)
            || matches!(snapshot.moment(ix, at).cause, Cause::Full(..))
            // Such as a box that is open in summer only.
            || snapshot.served(ix, at).is_none();
        let known = taken.iter().any(is_loose);
        let unsure = snapshot.trust(ix, at) != Trust::Confirmed;
        (full || (!known && !taken.is_empty()), unsure, !known)
    });
    offered
        .into_iter()
        .take(MOST)
        .map(|ix| drop_off(f, snapshot, ix, at))
        .collect()
}

fn drop_off(f: &PageContext, snapshot: &Snapshot, ix: ServiceIx, at: Timestamp) -> DropOff {
    let service = snapshot.service(ix);
    let place = PlaceView::of(snapshot, snapshot.site_of(ix), f.lang);
    DropOff {
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        takes: signpost_answers::items(snapshot, &service.need, &service.items, f.lang),
        sure: snapshot.trust(ix, at) == Trust::Confirmed,
        page: format!("{}?need={}", place.links.page, service.need),
        name: place.name,
    }
}
