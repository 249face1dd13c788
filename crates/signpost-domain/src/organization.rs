//! Organizations: who runs the sites.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{ConsentWord, HolidayCode, NeedCode, OrganizationId, Source, Text};

/// A body that runs sites: a health unit, a friendship centre, a pharmacy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its own name; never corrected by the language check.
    pub name: Text,
    /// What else it is called, such as its letters or its name in another language; several are parted by semicolons. Empty for nothing else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alternate_name: String,
    /// What it was called before; several are parted by semicolons.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub former_name: String,
    /// Its website as it is stored; a new one is a [`WebAddress`](crate::WebAddress), see [`entry`](crate::entry).
    pub website: Option<String>,
    /// Whether it is Indigenous-led.
    pub indigenous_led: bool,
    /// What it does on holidays.
    pub holidays: HolidayChoice,
    /// Where this came from.
    pub source: Source,
    /// A made-up row for tests and training.
    pub example: bool,
    /// What it said to being sent people, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<ConsentWord>,
}

impl Organization {
    /// Its latest word about being sent people for a need on a day; `None` when it said nothing.
    #[must_use]
    pub fn consent_word(&self, need: &NeedCode, day: Date) -> Option<&ConsentWord> {
        let mut words = self.consents.iter().rev();
        words.find(|word| word.covers(need, day))
    }
}

/// What an organization does on holidays. Holidays differ by organization: many Indigenous organizations close on Treaty Three Day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "choice", content = "closed_on", rename_all = "snake_case")]
pub enum HolidayChoice {
    /// Nobody said: on a statutory holiday, hours that would be open are "call first".
    #[default]
    Unstated,
    /// Closed on exactly these holidays, and keeping its usual hours on all others.
    ClosedOn(Vec<HolidayCode>),
}
