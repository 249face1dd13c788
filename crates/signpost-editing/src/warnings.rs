//! Hours that can be read as they stand, and may not be meant.

use std::collections::HashMap;

use serde::Serialize;
use signpost_domain::{Exception, ExceptionId, Lang, NeedCode, Site};
use signpost_hours::{HoursText, HoursWarning, words};
use utoipa::ToSchema;

use crate::rules;

/// A field that was taken, and may not be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldWarning {
    /// Which one, such as `services.supplies.hours`.
    pub field: String,
    /// A stable word for the kind of warning.
    pub code: &'static str,
    /// What would happen, and what to write instead.
    pub detail: String,
}

/// Looks at hours of many sites; a text that many of them share is looked at once.
#[derive(Debug, Default)]
pub struct HoursCheck(HashMap<String, Vec<HoursWarning>>);

/// What may not be meant of the hours in one site, see [`HoursCheck::warnings`].
#[must_use]
pub fn hours_warnings(before: Option<&Site>, site: &Site, lang: Lang) -> Vec<FieldWarning> {
    HoursCheck::default().warnings(before, site, lang)
}

impl HoursCheck {
    /// What may not be meant of the hours in a site, of services and of days that are different, as far as they do not stand in `before`
    /// already.
    pub fn warnings(
        &mut self,
        before: Option<&Site>,
        site: &Site,
        lang: Lang,
    ) -> Vec<FieldWarning> {
        let mut found = Vec::new();
        for (place, text) in texts(site) {
            if before.is_some_and(|before| texts(before).any(|one| one == (place, text))) {
                continue;
            }
            found.extend(self.of_text(text).iter().map(|warning| FieldWarning {
                field: place.field(),
                code: warning.code(),
                detail: words::warning(*warning, lang),
            }));
        }
        found.extend(contradictions(before, site));
        found
    }

    fn of_text(&mut self, text: &str) -> &[HoursWarning] {
        if !self.0.contains_key(text) {
            let hours = HoursText::parse(text).ok();
            let warnings = hours.map(|hours| hours.warnings()).unwrap_or_default();
            self.0.insert(text.to_owned(), warnings);
        }
        self.0.get(text).map_or(&[], Vec::as_slice)
    }
}

/// Closings and openings that do not close or open everything they are for, because something else counts more on one of their days.
fn contradictions(before: Option<&Site>, site: &Site) -> Vec<FieldWarning> {
    let known = |id: &ExceptionId| {
        let mut old = before.into_iter().flat_map(|before| &before.exceptions);
        old.find(|one| one.id == *id)
    };
    let unchanged = |one: &Exception| known(&one.id) == Some(one);
    let mut found = Vec::new();
    for one in &site.exceptions {
        for other in rules::still_counts(site, one) {
            if !(unchanged(one) && unchanged(other)) {
                let state = if one.kind.turns_away() {
                    "closed"
                } else {
                    "open"
                };
                found.push(FieldWarning {
                    field: format!("exceptions.{}", one.id),
                    code: "still_counts",
                    detail: format!(
                        "{} counts more on days of {}, so that {} is not {state} then; take it out, or give it other days",
                        other.id,
                        one.id,
                        other.need.as_ref().map_or("this place", |need| need.as_str()),
                    ),
                });
            }
        }
    }
    found
}

/// Where an hours text stands in a site.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place<'s> {
    Service(&'s NeedCode),
    Exception(&'s ExceptionId),
}

impl Place<'_> {
    fn field(self) -> String {
        match self {
            Self::Service(need) => format!("services.{need}.hours"),
            Self::Exception(id) => format!("exceptions.{id}.hours"),
        }
    }
}

/// Every hours text of a site, and where it stands.
fn texts(site: &Site) -> impl Iterator<Item = (Place<'_>, &str)> {
    let services = site
        .services
        .iter()
        .filter_map(|service| Some((Place::Service(&service.need), service.hours.as_deref()?)));
    let exceptions = site
        .exceptions
        .iter()
        .filter_map(|one| Some((Place::Exception(&one.id), one.hours.as_deref()?)));
    services.chain(exceptions)
}
