//! `/found`: a needle was found. Whom to tell, how to pick it up, what to do when it pricked, where to drop it off: one page, one order.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use signpost_domain::{ItemCode, Lang, NeedCode, Offer, Trust};
use signpost_hours::{Cause, OpenState, words};
use signpost_locate::{ServiceIx, SiteIx, Snapshot, metres_between};

use crate::{
    choices::{Choice, choices_of_disposal},
    respond::html,
};
use signpost_answers::{
    LineView, LocalizedText, PlaceView, lines_for, locale_path, site_words::whereabouts,
};
use signpost_web::{ApiError, PageContext, SharedApp};

/// How many places it names; all of them are on `/disposal`.
const MOST: usize = 6;
/// So many that somebody vouches for are enough.
const ENOUGH: usize = 3;
/// What a found needle is until somebody puts it into something.
const LOOSE: &str = "loose";

#[derive(Template)]
#[template(path = "pages/found.html")]
struct FoundPage {
    f: PageContext,
    lines: Vec<LineView>,
    choices: Vec<Choice>,
    boxes: Vec<DropOff>,
    /// Where one goes at once who was pricked; nothing when no emergency department is known.
    emergency: Option<DropOff>,
}

/// A place that takes used needles, without its state: a phone keeps this page.
struct DropOff {
    name: LocalizedText,
    page: String,
    whereabouts: String,
    takes: Vec<LocalizedText>,
    /// Its usual hours in words, which stay true on a kept page; empty when nobody stated any, or they say more than days and times.
    hours: String,
    /// Whether somebody confirmed it.
    sure: bool,
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let mut page = page_of(PageContext::of(&request, &snapshot, at), &snapshot, at);
    page.lines = lines_now(&snapshot, &page.lines, at, page.f.lang);
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
        emergency: emergency(&f, snapshot),
        f,
    }
}

/// The emergency department nearest to the middle of the town: for who was pricked at night.
fn emergency(f: &PageContext, snapshot: &Snapshot) -> Option<DropOff> {
    let centre = snapshot.directory().centre;
    let far = |ix: &SiteIx| {
        let point = snapshot.site(*ix).point;
        point.map_or(f64::MAX, |point| metres_between(centre, point).0)
    };
    let ix = snapshot
        .sites()
        .filter(|&ix| snapshot.site(ix).has_emergency_department())
        .min_by(|a, b| far(a).total_cmp(&far(b)))?;
    let place = PlaceView::of(snapshot, ix, f.lang);
    Some(DropOff {
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        takes: Vec::new(),
        hours: String::new(),
        sure: true,
        page: place.links.page,
        name: place.name,
    })
}

/// The lines as they are at an instant; while all of them are silent, one more that somebody answers.
fn lines_now(snapshot: &Snapshot, lines: &[LineView], at: Timestamp, lang: Lang) -> Vec<LineView> {
    let all = lines_for(snapshot, &NeedCode::disposal(), at, lang);
    let (mut own, others): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|one| lines.iter().any(|line| line.phone == one.phone));
    if own.iter().all(LineView::is_silent) {
        let answered = |one: &LineView| one.state == Some(OpenState::Open) && !one.is_emergency();
        own.extend(others.into_iter().find(answered));
    }
    own
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
    // Nobody is sent to what is shut for months while something else is there.
    let comes = |ix: &ServiceIx| snapshot.served(*ix, at).is_some();
    if offered.iter().any(comes) {
        offered.retain(comes);
    }
    // What nobody vouches for is named only where little else is known.
    let is_sure = |ix: &ServiceIx| snapshot.trust(*ix, at) == Trust::Confirmed;
    if offered.iter().filter(|ix| is_sure(ix)).count() >= ENOUGH {
        offered.retain(is_sure);
    }
    offered
        .into_iter()
        .take(MOST)
        .map(|ix| drop_off(f, snapshot, ix, at))
        .collect()
}

fn drop_off(f: &PageContext, snapshot: &Snapshot, ix: ServiceIx, at: Timestamp) -> DropOff {
    let service = snapshot.service(ix);
    let place = PlaceView::of(snapshot, snapshot.site_of(ix), f.lang);
    let find_out = snapshot.site(snapshot.site_of(ix)).find_out();
    let hours = snapshot.schedule(ix).base();
    let hours = hours.and_then(|hours| words::text_in_words_of(hours, find_out, f.lang));
    DropOff {
        hours: hours.map_or_else(String::new, |hours| f.told(words::capital(&hours))),
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        takes: signpost_answers::items(snapshot, &service.need, &service.items, f.lang),
        sure: snapshot.trust(ix, at) == Trust::Confirmed,
        page: format!("{}?need={}", place.links.page, service.need),
        name: place.name,
    }
}
