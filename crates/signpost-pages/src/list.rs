//! `/`: where to go now.

use std::fmt::Write as _;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use jiff::Timestamp;
use signpost_domain::{LandmarkId, NeedCode, SiteSlug};
use signpost_locate::Snapshot;
use signpost_plan::Question;

use crate::{
    cards::{NeedLink, Shown, need_links, shown, usual_need},
    respond::html,
};
use signpost_answers::Said;
use signpost_web::Frame;
use signpost_web::{ApiError, SharedApp};

/// How many places a list holds.
const LIMIT: usize = 30;

#[derive(Template)]
#[template(path = "pages/list.html")]
struct ListPage {
    f: Frame,
    needs: Vec<NeedLink>,
    /// Whether the reader chose the need, so that the choice need not stand in the way.
    chosen: bool,
    ask: Ask,
    landmarks: Vec<LandmarkOption>,
    shown: Option<Shown>,
}

/// A place people know, to choose.
struct LandmarkOption {
    id: String,
    name: Said,
    /// The language of the name where it is not the page's.
    tag: Option<&'static str>,
    chosen: bool,
}

/// What the address asks for. What it asks for that is not in the directory is passed over: a poster must not lead to a dead end.
#[derive(Default)]
pub(crate) struct Ask {
    /// What they look for.
    pub need: Option<NeedCode>,
    /// The place they know that they are near.
    pub near: Option<LandmarkId>,
    /// The old door they came from.
    pub from: Option<SiteSlug>,
}

impl Ask {
    pub(crate) fn read(query: &str, snapshot: &Snapshot) -> Self {
        let Ok(query) = web::Query::<Vec<(String, String)>>::from_query(query) else {
            return Self::default();
        };
        let text = |name: &str| {
            query
                .iter()
                .find(|(own, _)| own == name)
                .map(|(_, value)| value.as_str())
        };
        let directory = snapshot.directory();
        Self {
            need: text("need")
                .and_then(|text| text.parse().ok())
                .filter(|need| snapshot.need(need).is_some()),
            near: text("near")
                .and_then(|text| text.parse().ok())
                .filter(|id| directory.landmarks.iter().any(|own| &own.id == id)),
            from: text("from")
                .and_then(|text| text.parse().ok())
                .filter(|slug| snapshot.find(slug).is_some()),
        }
    }

    /// The question; `None` when there is no need at all to ask for.
    pub(crate) fn question(
        &self,
        snapshot: &Snapshot,
        at: Timestamp,
        limit: usize,
    ) -> Option<Question> {
        let landmarks = &snapshot.directory().landmarks;
        // Who scanned the code at an old door stands at that door.
        let door = self.from.as_ref().and_then(|slug| snapshot.find(slug));
        Some(Question {
            need: self.need.clone().or_else(|| usual_need(snapshot))?,
            at,
            near: landmarks
                .iter()
                .find(|own| Some(&own.id) == self.near.as_ref())
                .map(|landmark| landmark.point)
                .or_else(|| snapshot.site(door?).point),
            from: self.from.clone(),
            limit,
        })
    }

    /// The part of an address that keeps where one is near and came from.
    pub(crate) fn keep(&self) -> String {
        let mut keep = String::new();
        for (name, value) in [
            ("near", self.near.as_ref().map(LandmarkId::as_str)),
            ("from", self.from.as_ref().map(SiteSlug::as_str)),
        ] {
            if let Some(value) = value {
                write!(keep, "&{name}={value}").expect("a String takes every write");
            }
        }
        keep
    }
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let frame = Frame::of(&request, &snapshot, at);
    let ask = Ask::read(request.query_string(), &snapshot);
    let question = ask.question(&snapshot, at, LIMIT);
    let page = ListPage {
        needs: need_links(&frame, &snapshot, "/", ask.need.as_ref(), &ask.keep()),
        chosen: ask.need.is_some(),
        landmarks: landmarks(&frame, &snapshot, ask.near.as_ref()),
        shown: question.and_then(|question| shown(&frame, &snapshot, &question)),
        ask,
        f: frame,
    };
    html(&page.f, &page)
}

fn landmarks(
    frame: &Frame,
    snapshot: &Snapshot,
    chosen: Option<&LandmarkId>,
) -> Vec<LandmarkOption> {
    snapshot
        .directory()
        .landmarks
        .iter()
        .map(|landmark| {
            let name = Said::of(&landmark.name, frame.lang);
            LandmarkOption {
                id: landmark.id.to_string(),
                tag: name.other_than(frame.lang),
                name,
                chosen: chosen == Some(&landmark.id),
            }
        })
        .collect()
}
