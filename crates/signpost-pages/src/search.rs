//! `/search`: a place by its name, by other names it has or had, by who runs it, by its address, or by what is said of it; and what became of
//! it. What somebody looks for stands in the address of the answer and nowhere else.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use signpost_locate::Snapshot;

use crate::{
    cards::{NeedLink, need_links},
    respond::html,
};
use signpost_answers::{
    Gone, LineView, LocalizedText, PlaceView, gone,
    search::{Hit, Known, Search},
    site_words::whereabouts,
};
use signpost_web::{ApiError, PageContext, SharedApp, params::Params};

/// How many places it names at first.
const FIRST: usize = 10;
/// How many, for who asks for all.
const MOST: usize = 100;
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
    /// The same with all of them; empty where they are there.
    all: String,
    /// Kinds of help that go by these words.
    needs: Vec<NeedLink>,
    lines: Vec<LineView>,
}

/// A place that fits.
struct Found {
    name: LocalizedText,
    page: String,
    whereabouts: String,
    /// By what other name it was found, in words; empty for its own.
    known: String,
    /// What it is, where that is why it was found; else empty.
    story: LocalizedText,
    /// What became of it.
    gone: Gone,
}

impl Found {
    /// Where the plan sends people from there, need by need.
    fn moved<'f>(&'f self, f: &'f PageContext) -> impl Iterator<Item = (String, &'f [PlaceView])> {
        let moved = self.gone.moved.iter();
        moved.map(|one| {
            let need = f.named(&one.name);
            (f.t1("search-moved", "need", need), one.to.as_slice())
        })
    }
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let f = PageContext::of(&request, &snapshot, at);
    let params = Params::leniently(request.query_string());
    let asked = params.text("q").unwrap_or_default().trim();
    let asked: String = asked.chars().take(LONGEST).collect();
    let most = if params.text("all") == Some("1") {
        MOST
    } else {
        FIRST
    };
    let search = Search::new(&snapshot, &asked);
    let hits = search.places();
    let needs = search.needs();
    let needs = need_links(&f, &snapshot, "/", None, "")
        .into_iter()
        .filter(|link| needs.contains(&&link.need.code))
        .collect();
    let more = hits.len().saturating_sub(most);
    let page = SearchPage {
        more,
        all: if more > 0 && most == FIRST {
            let asked = utf8_percent_encode(&asked, NON_ALPHANUMERIC);
            f.link(&format!("/search?q={asked}&all=1"))
        } else {
            String::new()
        },
        found: hits
            .into_iter()
            .take(most)
            .map(|hit| found(&f, &snapshot, &hit, at))
            .collect(),
        needs,
        lines: lines(&f, &snapshot),
        asked,
        f,
    };
    html(&page.f, &page)
}

fn found(f: &PageContext, snapshot: &Snapshot, hit: &Hit, at: Timestamp) -> Found {
    let place = PlaceView::of(snapshot, hit.site, f.lang);
    let renamed = |old: &str, new: &LocalizedText| {
        let new = f.named(new);
        f.t2("search-renamed", ("old", old), ("name", &new))
    };
    let known = match &hit.known {
        Known::ByFormerName(old) => renamed(old, &place.name),
        Known::ByFormerOrganization(old) => renamed(old, &place.organization_name),
        Known::ByOtherName(name) => f.t1("search-also", "name", name),
        Known::ByName | Known::ByPlace | Known::ByStory => String::new(),
    };
    Found {
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        known: f.told(known),
        story: if hit.known == Known::ByStory {
            LocalizedText::of(&snapshot.site(hit.site).description, f.lang)
        } else {
            LocalizedText::default()
        },
        gone: gone(f, snapshot, hit.site, at),
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
    /// "12 more places", as a link or with what to do.
    fn more(&self) -> String {
        let more = i64::try_from(self.more).unwrap_or(i64::MAX);
        let key = if self.all.is_empty() {
            "search-more"
        } else {
            "more-left-out"
        };
        self.f.t_number(key, more)
    }
}
