//! `/`: where to go now.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::LandmarkId;
use signpost_hours::OpenState;
use signpost_locate::Snapshot;

use crate::{
    cards::{NeedLink, Results, need_links, results_granting},
    choices::{Choice, choices},
    list_query::ListQuery,
    respond::html,
    when::When,
    wish_choice::WishChoice,
};
use signpost_answers::LocalizedText;
use signpost_web::{ApiError, App, SharedApp, counts::LookUp, params::Params, preferred};
use signpost_web::{AsOf, PageContext};

/// How many places a list holds: all of a town, and those of the towns around.
const LIMIT: usize = 100;
/// How many, for who asks for all.
const ALL: usize = 1_000;

#[derive(Template)]
#[template(path = "pages/list.html")]
struct ListPage {
    f: PageContext,
    needs: Vec<NeedLink>,
    /// Whether the reader chose the need, so that the choice need not stand in the way.
    chosen: bool,
    query: ListQuery,
    /// What one has in hand, on a list of places to leave it.
    choices: Vec<Choice>,
    landmarks: Vec<LandmarkOption>,
    when: When,
    wishes: WishChoice,
    results: Option<Results>,
}

impl ListPage {
    /// What the list is about, for the title: a tab and a history may be seen by others, so that some needs have shorter words there.
    fn subject(&self, results: &Results) -> String {
        let asked = &results.reply.asked;
        let neutral = self.f.try_t(&format!("subject-{}", asked.need));
        neutral.unwrap_or_else(|| self.f.named(&asked.need_name))
    }
}

impl ListPage {
    /// The same places on a map.
    fn on_the_map(&self, results: &Results) -> String {
        let (need, keep) = (&results.reply.asked.need, self.query.carried_whole());
        self.f.link(&format!("/map?need={need}{keep}"))
    }
}

/// A place people know, to choose.
struct LandmarkOption {
    id: String,
    name: LocalizedText,
    /// The language of the name where it is not the page's.
    tag: Option<&'static str>,
    chosen: bool,
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    if let Some(french) = preferred::french_twin(&request) {
        return Ok(french);
    }
    let snapshot = app.snapshot();
    let as_of = AsOf::of(&request, &app, &snapshot);
    let at = as_of.at();
    let mut frame = PageContext::as_of(&request, &snapshot, &as_of);
    let query = ListQuery::read(request.query_string(), &snapshot);
    let all = Params::leniently(request.query_string()).text("all") == Some("1");
    if let Some(need) = &query.need {
        frame.public.printed = frame.public.absolute(&frame.link(&query.list_of(need)));
    }
    let question = query.question(&snapshot, at, if all { ALL } else { LIMIT });
    let asked = question.as_ref().map(|question| question.need.clone());
    let list = match &query.need {
        Some(need) => query.list_of(need),
        None => "/".to_owned(),
    };
    let page = ListPage {
        needs: need_links(
            &frame,
            &snapshot,
            "/",
            query.need.as_ref(),
            &query.carried(),
        ),
        chosen: query.need.is_some(),
        landmarks: landmarks(&frame, &snapshot, query.near.as_ref()),
        when: When::of(&frame, snapshot.town_zone(), app.now(), &list),
        choices: choices(&frame, &query),
        wishes: WishChoice::of(&frame, &snapshot, asked.as_ref(), &query),
        results: question
            .and_then(|question| results_granting(&frame, &snapshot, &question, &query.wishes))
            .map(|results| results.with_those_first_that_take(query.item.as_ref()))
            .map(|results| results.carrying(&query))
            .map(|results| Results {
                more: frame.link(&format!(
                    "/?all=1&need={}{}",
                    results.reply.asked.need,
                    query.carried_whole()
                )),
                ..results
            }),
        query,
        f: frame,
    };
    count(&app, &request, &page, &as_of);
    let mut answer = html(&page.f, &page)?;
    preferred::depends(&mut answer);
    Ok(answer)
}

/// Counts the look-up, when it is one: somebody chose what for, and asks of this moment.
fn count(app: &App, request: &HttpRequest, page: &ListPage, as_of: &AsOf) {
    let Some(results) = page.results.as_ref() else {
        return;
    };
    if !page.chosen || as_of.is_preview() {
        return;
    }
    let cards = || {
        let here = results.cards.iter().chain(&results.unsaid);
        here.map(|card| &card.answer)
    };
    app.count_look_up(
        request,
        &LookUp {
            need: &results.reply.asked.need,
            from: results.reply.asked.from.as_ref(),
            open: cards().any(|answer| answer.state == OpenState::Open),
            shown: cards()
                .map(|answer| (&answer.place.site, &answer.service))
                .collect(),
        },
    );
}

fn landmarks(
    frame: &PageContext,
    snapshot: &Snapshot,
    chosen: Option<&LandmarkId>,
) -> Vec<LandmarkOption> {
    signpost_answers::landmarks(snapshot)
        .into_iter()
        .map(|landmark| {
            let name = LocalizedText::of(&landmark.name, frame.lang);
            LandmarkOption {
                id: landmark.id.to_string(),
                tag: name.other_than(frame.lang),
                name,
                chosen: chosen == Some(&landmark.id),
            }
        })
        .collect()
}
