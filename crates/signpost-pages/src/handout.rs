//! `/print`: one Letter page to give to somebody who leaves a hospital or an office. Places for one need with their usual hours and numbers,
//! whom to call, what to do in danger, and where to look when things have changed; in two languages when asked (`both=1`).

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use signpost_domain::Lang;
use signpost_locate::Snapshot;

use crate::{
    cards::{Results, results},
    list_query::ListQuery,
    respond::html,
};
use signpost_answers::locale_path;
use signpost_web::{
    ApiError, PageContext, SharedApp, hosting::Hosting, params::Params, qr::picture,
};

/// How many places one sheet holds.
const PLACES: usize = 10;
/// How many in each of two languages.
const PLACES_OF_TWO: usize = 3;
/// How many lines to call.
const LINES: usize = 4;
/// How many in each of two languages.
const LINES_OF_TWO: usize = 2;

#[derive(Template)]
#[template(path = "pages/handout.html")]
struct HandoutPage {
    f: PageContext,
    parts: Vec<Part>,
    /// The same page in one language, or in two.
    other: String,
    both: bool,
    /// The whole address of the list; empty when nobody says where this server is for others.
    address: String,
    /// The same as a picture for a phone's camera.
    picture: String,
}

/// The answer in one language.
struct Part {
    f: PageContext,
    results: Results,
    /// How many places of the list, in town and elsewhere, the sheet has no room for.
    left_out: i64,
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let f = PageContext::of(&request, &snapshot, at);
    let query = ListQuery::read(request.query_string(), &snapshot);
    let both = Params::leniently(request.query_string()).text("both") == Some("1");
    let asked = query
        .question(&snapshot, at, PLACES)
        .map(|asked| asked.need);
    let rest = asked.map_or_else(String::new, |need| {
        format!("need={need}{}", query.carried())
    });
    let address = f.public.absolute(&f.link(&format!("/?{rest}")));
    let address = if address.starts_with("http") {
        address
    } else {
        String::new()
    };
    let page = HandoutPage {
        parts: parts((&snapshot, app.hosting()), &query, at, (f.lang, both)),
        other: f.link(&format!(
            "/print?{rest}{}",
            if both { "" } else { "&both=1" }
        )),
        both,
        picture: picture(&address),
        address,
        f,
    };
    html(&page.f, &page)
}

fn parts(
    (snapshot, hosting): (&Snapshot, &Hosting),
    query: &ListQuery,
    at: Timestamp,
    (lang, both): (Lang, bool),
) -> Vec<Part> {
    let second = if lang == Lang::Fr { Lang::En } else { Lang::Fr };
    let langs = std::iter::once(lang).chain(both.then_some(second));
    let (places, most) = if both {
        (PLACES_OF_TWO, LINES_OF_TWO)
    } else {
        (PLACES, LINES)
    };
    let part = |lang| {
        let address = locale_path::address(lang, "/print");
        let f = PageContext::at(lang, &address, "", snapshot, at)
            .marking()
            .run_by(hosting);
        let question = query.question(snapshot, at, places)?;
        let mut results = results(&f, snapshot, &question)?;
        let lines = std::mem::take(&mut results.lines_before);
        results.lines_after = lines
            .into_iter()
            .chain(results.lines_after)
            .take(most)
            .collect();
        let left_out = results.reply.more + results.elsewhere.len();
        let left_out = i64::try_from(left_out).unwrap_or(i64::MAX);
        Some(Part {
            f,
            results,
            left_out,
        })
    };
    langs.filter_map(part).collect()
}
