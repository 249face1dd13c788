//! What a place to leave used needles is, for its page, its Feature and the table.

use jiff::civil::Date;
use serde::Serialize;
use signpost_domain::{NeedCode, PointKind, Service, Sharps, Site};
use signpost_hours::words;
use utoipa::ToSchema;

use crate::Speaker;

/// What everybody may read of a disposal point.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = DisposalPoint)]
pub struct PointView {
    /// A box, a counter, a van; `null` when nobody said.
    #[schema(required)]
    pub kind: Option<PointKind>,
    /// Whose needles it is for; empty when nobody said.
    pub whose: Vec<Sharps>,
    /// Whether one can use it with a wheelchair; `null` when nobody said.
    #[schema(required)]
    pub wheelchair: Option<bool>,
    /// Whether it says in Braille what it is; `null` when nobody said.
    #[schema(required)]
    pub braille: Option<bool>,
    /// Whether one gets to it in winter; `null` when nobody said.
    #[schema(required)]
    pub winter: Option<bool>,
    /// Whether it is open day and night, by its hours.
    pub open_24h: bool,
    /// The first day it stands; `null` when nobody said.
    #[schema(required)]
    pub first_day: Option<Date>,
    /// The last day it stands; `null` when nobody said.
    #[schema(required)]
    pub last_day: Option<Date>,
    /// Whose it is; may be empty.
    pub owner: String,
}

impl PointView {
    /// What a site is as a disposal point; `None` when nobody said.
    #[must_use]
    pub fn of(site: &Site) -> Option<Self> {
        let point = site.disposal_point.as_ref()?;
        Some(Self {
            kind: point.kind,
            whose: point.whose.clone(),
            wheelchair: point.wheelchair,
            braille: point.braille,
            winter: point.winter,
            open_24h: site.service(&NeedCode::disposal()).is_some_and(is_24h),
            first_day: point.since,
            last_day: point.until,
            owner: point.owner.clone(),
        })
    }

    /// What it is, in a few words each: "Outdoor box", "For anybody", "Can be reached in winter".
    #[must_use]
    pub fn facts(&self, f: &Speaker) -> Vec<String> {
        let kind = self.kind.map(|kind| kind_in_words(f, kind));
        let whose = self
            .whose
            .iter()
            .map(|whose| f.t(&format!("point-for-{}", whose.code().replace('_', "-"))));
        let access = [
            ("winter", self.winter),
            ("wheelchair", self.wheelchair),
            ("braille", self.braille),
        ];
        let access = access.into_iter().filter_map(|(name, known)| {
            let yes = if known? { "yes" } else { "no" };
            Some(f.t(&format!("point-{name}-{yes}")))
        });
        let day = |day| f.told(words::date(day, f.lang));
        let last = self
            .last_day
            .map(|last| f.t1("point-until", "day", day(last)));
        let owner = (!self.owner.is_empty()).then(|| f.t1("point-owner", "owner", &self.owner));
        kind.into_iter()
            .chain(whose)
            .chain(access)
            .chain(last)
            .chain(owner)
            .collect()
    }
}

/// "Outdoor box".
#[must_use]
pub fn kind_in_words(f: &Speaker, kind: PointKind) -> String {
    f.t(&format!("point-kind-{}", kind.code().replace('_', "-")))
}

/// Whether a service is open day and night, by its hours.
#[must_use]
pub fn is_24h(service: &Service) -> bool {
    service.hours.as_deref().map(str::trim) == Some("24/7")
}
