//! `/map`: the list again, with a map beside it for those who want one.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use signpost_pictures::{Size, Subject};

use super::map_box::MapBox;
use crate::{
    cards::{NeedLink, Results, need_links, results, usual_need},
    list_query::ListQuery,
    respond::html,
};
use signpost_web::{ApiError, SharedApp};
use signpost_web::{AsOf, PageContext, picture_of};

/// How many places the list beside the map holds: more than the list alone, for a pin should find its card.
const LIMIT: usize = 200;

#[derive(Template)]
#[template(path = "pages/map.html")]
struct MapPage {
    f: PageContext,
    needs: Vec<NeedLink>,
    map: MapBox,
    /// A picture of the town, for who has no script; `None` while none is drawn.
    picture: Option<String>,
    query: ListQuery,
    results: Option<Results>,
}

impl MapPage {
    /// The same places without a map.
    fn as_list(&self, results: &Results) -> String {
        let (need, keep) = (&results.reply.asked.need, self.query.carried_whole());
        self.f.link(&format!("/?need={need}{keep}"))
    }
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let as_of = AsOf::of(&request, &app, &snapshot);
    let at = as_of.at();
    let f = PageContext::as_of(&request, &snapshot, &as_of);
    let query = ListQuery::read(request.query_string(), &snapshot);
    let need = query.need.clone().or_else(|| usual_need(&snapshot));
    let question = query.question(&snapshot, at, LIMIT);
    let page = MapPage {
        needs: need_links(&f, &snapshot, "/map", need.as_ref(), &query.carried()),
        map: MapBox::of_need(&f, &snapshot, need.as_ref()).opened(),
        results: question
            .and_then(|question| results(&f, &snapshot, &question))
            .map(|results| results.with_those_first_that_take(query.item.as_ref())),
        picture: picture_of(&request, &Subject::Town, Size::Preview, f.lang),
        query,
        f,
    };
    html(&page.f, &page)
}
