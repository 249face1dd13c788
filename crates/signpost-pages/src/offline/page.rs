//! `/offline`: the page that shows the saved list. It holds words and blanks; the script fills them in on the phone.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use signpost_domain::Lang;
use signpost_locate::Snapshot;
use signpost_plan::{
    Why,
    words::{Details, why},
};

use crate::{found, map::map_box::MapBox, prose, respond::html, wishes::Wish};
use signpost_answers::{LineView, locale_path};
use signpost_web::PageContext;
use signpost_web::{ApiError, SharedApp};

/// Stands where a name goes that only the phone knows.
const BLANK: &str = "…";
/// Lines to call when there is not even a saved list.
const LINES_SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "pages/offline.html")]
struct OfflinePage {
    f: PageContext,
    /// The zone of the town: a place in another one says that its times are its own.
    zone: String,
    /// What many places say alike, with blanks for how many and for what.
    once: String,
    /// What a way crosses, with two blanks for two names.
    crosses: String,
    /// That a place has a new name, with blanks for the old and the new one.
    renamed: String,
    /// What a place may have to grant, by its name in an address.
    wishes: Vec<(&'static str, String)>,
    /// That so many places said no.
    denied: String,
    /// What a card says beyond the state, by code.
    why: Vec<(&'static str, String)>,
    lines: Vec<LineView>,
    map: MapBox,
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let page = page_of(
        &app.snapshot(),
        locale_path::lang_of_path(request.path()),
        app.now(),
    );
    html(&page.f, &page)
}

/// The pages a phone saves in a language, one after another: what changes with them is a new version.
pub(crate) fn saved(app: &SharedApp, lang: Lang) -> Result<String, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let page = page_of(&snapshot, lang, at);
    let words = prose::saved(&snapshot, lang, at)? + &found::saved(&snapshot, lang, at)?;
    Ok(page.render().map_err(ApiError::internal)? + &words)
}

fn page_of(snapshot: &Snapshot, lang: Lang, at: Timestamp) -> OfflinePage {
    let f = PageContext::at(
        lang,
        &locale_path::address(lang, "/offline"),
        "",
        snapshot,
        at,
    )
    .marking();
    let crossings = Details {
        crossings: vec![BLANK.to_owned(), BLANK.to_owned()],
        from: BLANK.to_owned(),
        ..Details::default()
    };
    let mut lines: Vec<_> = snapshot.directory().lines.iter().collect();
    lines.sort_by_key(|line| line.order);
    OfflinePage {
        zone: snapshot.town_zone().name().to_owned(),
        once: f.t2("said-once", ("number", BLANK), ("words", BLANK)),
        renamed: f.t2("search-renamed", ("old", BLANK), ("name", BLANK)),
        wishes: Wish::ALL.map(|wish| (wish.code(), f.t(wish.key()))).into(),
        denied: f.t_number("wish-denied", 2).replace('2', BLANK),
        crosses: why(&[Why::CrossesWater], &crossings, lang),
        why: [
            ("plan_target", Why::PlanTarget),
            ("closing_soon", Why::ClosingSoon),
            ("not_soon", Why::NotSoon),
            ("nearest", Why::Nearest),
            ("no_way_on_foot", Why::NoWayOnFoot),
            ("place_not_known", Why::PlaceNotKnown),
        ]
        .map(|(name, code)| (name, why(&[code], &crossings, lang)))
        .into(),
        // Nobody knows at what hour this is read: those that are always answered come first.
        lines: always_answered_first(lines)
            .take(LINES_SHOWN)
            .map(|line| LineView::of(line, lang))
            .collect(),
        map: MapBox::of_need(&f, snapshot, None),
        f,
    }
}

fn always_answered_first(
    mut lines: Vec<&signpost_domain::PhoneLine>,
) -> impl Iterator<Item = &signpost_domain::PhoneLine> {
    lines.sort_by_key(|line| line.hours.as_deref() != Some("24/7"));
    lines.into_iter()
}
