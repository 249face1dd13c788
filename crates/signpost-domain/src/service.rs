//! Services: what one site offers for one need, and how well that is known.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Age, HolidayCode, ItemCode, NeedCode, Source, Text};

/// Whether a site offers something. "Explicitly not" is not "unknown": a shelter may be barred from giving out needles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// It is offered.
    Offered,
    /// It is known not to be offered here.
    NotOffered,
    /// Nobody said: call first.
    #[default]
    Unknown,
}

impl Offer {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Offered, Self::NotOffered, Self::Unknown];

    /// Its name in tables, in the API and in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::NotOffered => "not_offered",
            Self::Unknown => "unknown",
        }
    }

    /// The state of this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|offer| offer.code() == code)
    }
}

/// Somebody of the organization said so, on a day, until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Confirmation {
    /// Who: a role or an organization, not a private person.
    pub by: String,
    /// The day it was confirmed.
    pub on: Date,
    /// The last day it may be relied on.
    pub review_by: Date,
}

/// How far a service's details may be relied on, on a given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// Confirmed by the organization and not yet due for review.
    Confirmed,
    /// From a dated source no older than [`Service::SOURCE_KEEPS_DAYS`], but nobody confirmed it.
    Sourced,
    /// Past its review day, or its source is too old or bears no date: "call first".
    Unknown,
}

/// What one site offers for one need, with its own hours, words and confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// The need it answers.
    pub need: NeedCode,
    /// Whether it is offered.
    pub offer: Offer,
    /// An OSM `opening_hours` text as typed; `None` when the hours are not known.
    pub hours: Option<String>,
    /// The holidays on which it is closed, whatever its organization keeps; an empty list: its usual hours on all of them. `None`: as its
    /// organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Vec<HolidayCode>>,
    /// Words about the hours that no syntax holds: "in season", "as stated in 2018".
    pub hours_note: Text,
    /// What one gets.
    pub description: Text,
    /// What to bring, and what is not asked for: "No ID. No name."
    pub bring: Text,
    /// Who it is for, beyond what ages say; empty for everyone.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub eligibility_description: Text,
    /// The youngest it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<Age>,
    /// The oldest it is for, that year included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<Age>,
    /// Whether it asks for a card with one's name; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_required: Option<bool>,
    /// Whether it has a room, a time or a team for women; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_women: Option<bool>,
    /// Whether a pet may come in; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pets: Option<bool>,
    /// What is handed out or taken, of the need's items.
    pub items: Vec<ItemCode>,
    /// Who confirmed it; `None` when nobody has.
    pub confirmation: Option<Confirmation>,
    /// Where this came from.
    pub source: Source,
    /// A made-up row for tests and training.
    pub example: bool,
}

impl Service {
    /// How long an unconfirmed source is good for.
    ///
    /// # Units
    /// Days after the first day the source may mean.
    pub const SOURCE_KEEPS_DAYS: i64 = 365;

    /// A service that nobody has said anything about yet.
    #[must_use]
    pub fn unknown(need: NeedCode, source: Source, example: bool) -> Self {
        Self {
            need,
            offer: Offer::Unknown,
            hours: None,
            closed_on: None,
            hours_note: Text::default(),
            description: Text::default(),
            bring: Text::default(),
            eligibility_description: Text::default(),
            minimum_age: None,
            maximum_age: None,
            id_required: None,
            for_women: None,
            pets: None,
            items: vec![],
            confirmation: None,
            source,
            example,
        }
    }

    /// Whether it is an emergency department: in danger one goes there or calls 911, and calls nobody first.
    #[must_use]
    pub fn is_emergency_department(&self) -> bool {
        let mut items = self.items.iter();
        items.any(|item| item.as_str() == "emergency-department")
    }

    /// Whether nobody is left out, as far as anybody said.
    #[must_use]
    pub fn is_for_everyone(&self) -> bool {
        self.eligibility_description.is_empty() && !self.has_ages()
    }

    /// Whether it is for some ages only.
    #[must_use]
    pub const fn has_ages(&self) -> bool {
        self.minimum_age.is_some() || self.maximum_age.is_some()
    }

    /// Whether it is for somebody of this age.
    #[must_use]
    pub fn takes(&self, age: Age) -> bool {
        self.minimum_age.is_none_or(|least| least <= age)
            && self.maximum_age.is_none_or(|most| age <= most)
    }

    /// Whether its ages leave everybody out, which nobody means.
    #[must_use]
    pub fn has_backward_ages(&self) -> bool {
        matches!((self.minimum_age, self.maximum_age), (Some(least), Some(most)) if most < least)
    }

    /// The last civil day at the site on which these details may be relied on; `None` when they never may.
    ///
    /// A confirmation counts through its review day. Without one, a dated source counts for a year; a confirmation that has
    /// lapsed is not rescued by its source.
    #[must_use]
    pub fn last_reliable_day(&self) -> Option<Date> {
        match (&self.confirmation, self.source.day) {
            (Some(confirmation), _) => Some(confirmation.review_by),
            (None, Some(day)) => Some(
                day.first_day()
                    .saturating_add(jiff::Span::new().days(Self::SOURCE_KEEPS_DAYS)),
            ),
            (None, None) => None,
        }
    }

    /// How far this may be relied on, on `day` (the civil day at the site).
    #[must_use]
    pub fn trust(&self, day: Date) -> Trust {
        match self.last_reliable_day() {
            Some(last) if day <= last && self.confirmation.is_some() => Trust::Confirmed,
            Some(last) if day <= last => Trust::Sourced,
            _ => Trust::Unknown,
        }
    }

    /// The offer as it stands on `day`: what is past its review day is unknown.
    ///
    /// "Not offered" does not lapse, so that nobody is sent to a door that turned people away.
    #[must_use]
    pub fn offer_on(&self, day: Date) -> Offer {
        match (self.offer, self.trust(day)) {
            (Offer::Offered, Trust::Unknown) => Offer::Unknown,
            (offer, _) => offer,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn service(confirmation: Option<Confirmation>, day: Option<&str>) -> Service {
        Service {
            need: NeedCode::new("supplies").unwrap(),
            offer: Offer::Offered,
            hours: None,
            closed_on: None,
            hours_note: Text::default(),
            description: Text::default(),
            bring: Text::default(),
            eligibility_description: Text::default(),
            minimum_age: None,
            maximum_age: None,
            id_required: None,
            for_women: None,
            pets: None,
            items: vec![],
            confirmation,
            source: Source {
                text: "test".into(),
                day: day.map(|d| d.parse().unwrap()),
            },
            example: true,
        }
    }

    #[test]
    fn a_confirmation_counts_through_its_review_day_and_no_longer() {
        let confirmation = Confirmation {
            by: "the agency".into(),
            on: date(2026, 9, 1),
            review_by: date(2026, 12, 1),
        };
        let service = service(Some(confirmation), Some("2026-09-01"));
        assert_eq!(service.trust(date(2026, 12, 1)), Trust::Confirmed);
        assert_eq!(service.trust(date(2026, 12, 2)), Trust::Unknown);
        assert_eq!(service.offer_on(date(2026, 12, 2)), Offer::Unknown);
    }

    #[test]
    fn a_source_counts_for_a_year_and_one_without_a_day_not_at_all() {
        assert_eq!(
            service(None, Some("2026-03-03")).trust(date(2026, 11, 22)),
            Trust::Sourced
        );
        assert_eq!(
            service(None, Some("2025-11")).trust(date(2026, 11, 22)),
            Trust::Unknown
        );
        assert_eq!(
            service(None, None).trust(date(2026, 11, 22)),
            Trust::Unknown
        );
    }

    #[test]
    fn a_service_is_for_everyone_until_somebody_says_whom_it_is_for() {
        let mut service = service(None, None);
        let age = |years: u64| Age::try_from(years).unwrap();
        assert!(service.is_for_everyone() && service.takes(age(3)));
        (service.minimum_age, service.maximum_age) = (Some(age(12)), Some(age(25)));
        assert!(!service.is_for_everyone() && !service.has_backward_ages());
        assert_eq!(
            [11, 12, 25, 26].map(|years| service.takes(age(years))),
            [false, true, true, false]
        );
        (service.minimum_age, service.maximum_age) = (Some(age(25)), Some(age(12)));
        assert!(service.has_backward_ages());
        (service.minimum_age, service.maximum_age) = (None, None);
        service.eligibility_description = Text::en("For women.");
        assert!(!service.is_for_everyone());
    }

    #[test]
    fn not_offered_does_not_lapse() {
        let mut service = service(None, Some("2020"));
        service.offer = Offer::NotOffered;
        assert_eq!(service.offer_on(date(2026, 11, 22)), Offer::NotOffered);
    }
}
