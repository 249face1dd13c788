//! `/embed`: the list or the map, made for a frame on a partner's page. See `docs/EMBED.md`.
//!
//! It asks nothing of the page around it: no script, no form, nothing stored. What is opened from it opens beside that page, for a frame
//! is too small to read in, and the address of a site would otherwise stand in the partner's own history.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_locate::Snapshot;

use crate::{
    cards::{NeedLink, Results, need_links, results, usual_need},
    list_query::ListQuery,
    map::map_box::MapBox,
    respond::respond,
};
use signpost_web::PageContext;
use signpost_web::{ApiError, SharedApp, params::Params};

/// How many places a frame lists, and how many beside a map, where a pin should find its card.
const LIMIT: usize = 30;
const LIMIT_OF_MAP: usize = 200;

#[derive(Template)]
#[template(path = "pages/embed.html")]
struct EmbedPage {
    f: PageContext,
    /// The needs to choose from; empty when the frame is about one.
    needs: Vec<NeedLink>,
    map: Option<MapBox>,
    /// The same with the map, or without.
    other_view: String,
    /// The page of its own.
    whole: String,
    results: Option<Results>,
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let f = PageContext::of(&request, &snapshot, at);
    let page = page_of(f, &snapshot, request.query_string(), at);
    let body = page.render().map_err(ApiError::internal)?;
    Ok(respond(&page.f, &links_open_beside(&page.f, &body)))
}

fn page_of(f: PageContext, snapshot: &Snapshot, query: &str, at: jiff::Timestamp) -> EmbedPage {
    let list = ListQuery::read(query, snapshot);
    let params = Params::leniently(query);
    let says = |name: &str, value: &str| params.text(name) == Some(value);
    let (with_map, all) = (says("view", "map"), list.need.is_none() || says("all", "1"));
    let need = list.need.clone().or_else(|| usual_need(snapshot));
    let asked = need.as_ref().map(ToString::to_string).unwrap_or_default();
    let (carried, all_too) = (list.carried(), if all { "&all=1" } else { "" });
    let (view, other) = if with_map {
        ("&view=map", "")
    } else {
        ("", "&view=map")
    };
    let limit = if with_map { LIMIT_OF_MAP } else { LIMIT };
    EmbedPage {
        needs: if all {
            let kept = format!("{carried}{all_too}{view}");
            need_links(&f, snapshot, "/embed", need.as_ref(), &kept)
        } else {
            Vec::new()
        },
        map: with_map.then(|| MapBox::of_need(&f, snapshot, need.as_ref())),
        other_view: f.link(&format!("/embed?need={asked}{carried}{all_too}{other}")),
        whole: f.link(&format!("/?need={asked}{carried}")),
        results: list
            .question(snapshot, at, limit)
            .and_then(|question| results(&f, snapshot, &question))
            .map(|results| results.with_those_first_that_take(list.item.as_ref()))
            .map(|results| results.carrying(&list)),
        f,
    }
}

/// Every link of a frame opens beside it, as its `<base>` says, but for those that lead to a part of the frame itself, to another view of
/// it, or to no page at all.
fn links_open_beside(f: &PageContext, page: &str) -> String {
    let own = f.link("/embed");
    let mut page = page.to_owned();
    for beginning in ["#", "tel:", "geo:", &own] {
        let link = format!("href=\"{beginning}");
        page = page.replace(&link, &format!("target=\"_self\" {link}"));
    }
    page
}
