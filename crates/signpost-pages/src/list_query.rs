//! The query of the list, which its map and the frame for other websites take too.

use std::fmt::Write as _;

use jiff::Timestamp;
use signpost_domain::{ItemCode, LandmarkId, NeedCode, SiteSlug};
use signpost_locate::Snapshot;
use signpost_plan::Question;

use crate::{cards::usual_need, wishes::Wishes};
use signpost_web::params::Params;

/// What the address asks for. What it asks for that is not in the directory is passed over: a poster must not lead to a dead end.
#[derive(Clone, Default)]
pub(crate) struct ListQuery {
    /// What they look for.
    pub need: Option<NeedCode>,
    /// The place they know that they are near.
    pub near: Option<LandmarkId>,
    /// The old site they came from.
    pub from: Option<SiteSlug>,
    /// Which of the need's things they have or look for, such as loose needles.
    pub item: Option<ItemCode>,
    /// What they need of a place besides.
    pub wishes: Wishes,
}

impl ListQuery {
    pub(crate) fn read(query: &str, snapshot: &Snapshot) -> Self {
        let params = Params::leniently(query);
        let directory = snapshot.directory();
        let need: Option<NeedCode> = params
            .text("need")
            .and_then(|text| text.parse().ok())
            .filter(|need| snapshot.need(need).is_some());
        let known = need.as_ref().and_then(|need| snapshot.need(need));
        Self {
            item: params
                .text("item")
                .and_then(|text| text.parse().ok())
                .filter(|code| {
                    known.is_some_and(|need| need.items.iter().any(|item| &item.code == code))
                }),
            need,
            wishes: Wishes::read(&params),
            near: params
                .text("near")
                .and_then(|text| text.parse().ok())
                .filter(|id| directory.landmarks.iter().any(|own| &own.id == id)),
            from: params
                .text("from")
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
        // Who scanned the code at an old site stands at that site.
        let old_site = self.from.as_ref().and_then(|slug| snapshot.find(slug));
        Some(Question {
            need: self.need.clone().or_else(|| usual_need(snapshot))?,
            at,
            near: landmarks
                .iter()
                .find(|own| Some(&own.id) == self.near.as_ref())
                .map(|landmark| landmark.point)
                .or_else(|| snapshot.site(old_site?).point),
            from: self.from.clone(),
            age: self.wishes.age,
            limit,
        })
    }

    /// The list itself: for a need, with all that is kept.
    pub(crate) fn list_of(&self, need: &NeedCode) -> String {
        format!("/?need={need}{}", self.carried_whole())
    }

    /// The part of an address that keeps the thing chosen too, and what a place has to grant.
    pub(crate) fn carried_whole(&self) -> String {
        let item = self.item.as_ref().map(|item| format!("&item={item}"));
        let mut carried = self.carried() + &item.unwrap_or_default();
        for (name, value) in self.wishes.members() {
            write!(carried, "&{name}={value}").expect("a String takes every write");
        }
        carried
    }

    /// The part of an address that keeps where one is near and came from.
    pub(crate) fn carried(&self) -> String {
        let mut carried = String::new();
        for (name, value) in [
            ("near", self.near.as_ref().map(LandmarkId::as_str)),
            ("from", self.from.as_ref().map(SiteSlug::as_str)),
        ] {
            if let Some(value) = value {
                write!(carried, "&{name}={value}").expect("a String takes every write");
            }
        }
        carried
    }
}
