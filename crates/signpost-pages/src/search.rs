//! `/search`: a place by its name, by who runs it, by its address, or by what it was called before, as far as its description says so. What
//! somebody looks for stands in the address of the answer and nowhere else.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_locate::{SiteIx, Snapshot};

use crate::{
    cards::{NeedLink, need_links},
    respond::html,
};
use signpost_answers::{
    LineView, LocalizedText, PlaceView,
    search::{Known, Search},
    site_words::whereabouts,
};
use signpost_web::{ApiError, PageContext, SharedApp, params::Params};

/// How many places it names.
const MOST: usize = 30;
/// The longest text that is looked for, in characters.
const LONGEST: usize = 80;
/// How many lines to call, where nothing is found.
const LINES: usize = 3;

#[derive(Template)]
#[template(path = "pages/search.html")]
struct SearchPage {
    f: PageContext,
    /// What is looked for; empty when nothing is yet.
    asked: String,
    found: Vec<Found>,
    /// How many more there are.
    more: usize,
    /// Kinds of help that go by these words.
    needs: Vec<NeedLink>,
    lines: Vec<LineView>,
}

/// A place that fits.
struct Found {
    name: LocalizedText,
    page: String,
    whereabouts: String,
    /// What it is, where that is why it was found, such as by its old name; else empty.
    story: LocalizedText,
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let f = PageContext::of(&request, &snapshot, at);
    let params = Params::leniently(request.query_string());
    let asked = params.text("q").unwrap_or_default().trim();
    let asked: String = asked.chars().take(LONGEST).collect();
    let search = Search::new(&snapshot, &asked);
    let mut known: Vec<(Known, SiteIx)> = snapshot
        .sites()
        .filter_map(|ix| Some((search.knows(ix)?, ix)))
        .collect();
    known.sort_by_key(|&(how, ix)| (how, snapshot.site(ix).slug.clone()));
    let needs = search.needs();
    let needs = need_links(&f, &snapshot, "/", None, "")
        .into_iter()
        .filter(|link| needs.contains(&&link.need.code))
        .collect();
    let page = SearchPage {
        more: known.len().saturating_sub(MOST),
        found: known
            .into_iter()
            .take(MOST)
            .map(|(how, ix)| found(&f, &snapshot, ix, how))
            .collect(),
        needs,
        lines: lines(&f, &snapshot),
        asked,
        f,
    };
    html(&page.f, &page)
}

fn found(f: &PageContext, snapshot: &Snapshot, ix: SiteIx, how: Known) -> Found {
    let place = PlaceView::of(snapshot, ix, f.lang);
    Found {
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        story: if how == Known::ByStory {
            LocalizedText::of(&snapshot.site(ix).description, f.lang)
        } else {
            LocalizedText::default()
        },
        page: place.links.page,
        name: place.name,
    }
}

fn lines(f: &PageContext, snapshot: &Snapshot) -> Vec<LineView> {
    let mut lines: Vec<_> = snapshot.directory().lines.iter().collect();
    lines.sort_by_key(|line| (!line.needs.is_empty(), line.order));
    let lines = lines.into_iter().take(LINES);
    lines.map(|line| LineView::of(line, f.lang)).collect()
}

impl SearchPage {
    /// "12 more. Write more of the name."
    fn more(&self) -> String {
        let more = i64::try_from(self.more).unwrap_or(i64::MAX);
        self.f.t_number("search-more", more)
    }
}
