//! Sites: places on the ground.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Exception, LonLat, NeedCode, OrganizationId, Phone, Service, SiteSlug, Source, Text};

/// What stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// A building or an office in one.
    #[default]
    Building,
    /// A pharmacy counter.
    Pharmacy,
    /// An outdoor or washroom box for used needles.
    Box,
    /// A stop of a van or a patrol without a fixed door.
    Mobile,
}

impl SiteKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Building, Self::Pharmacy, Self::Box, Self::Mobile];

    /// Its name in tables, in the API and in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Building => "building",
            Self::Pharmacy => "pharmacy",
            Self::Box => "box",
            Self::Mobile => "mobile",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A place where one or more services are offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// Its id in addresses: `/sites/{slug}`.
    pub slug: SiteSlug,
    /// Who runs it.
    pub organization: OrganizationId,
    /// What people call it.
    pub name: Text,
    /// What stands there.
    pub kind: SiteKind,
    /// Where; `None` when no trustworthy point is known (a patrol, a corner without a number).
    pub point: Option<LonLat>,
    /// Street address as printed on an envelope, or words such as "beside the church".
    pub address: String,
    /// The town or neighbourhood: "Kenora", "Keewatin".
    pub locality: String,
    /// IANA name of the zone its clocks show, such as `America/Winnipeg`.
    pub zone: String,
    /// Its own number.
    pub phone: Option<Phone>,
    /// Its own page as it is stored; a new one is a [`WebAddress`](crate::WebAddress), see [`entry`](crate::entry).
    pub website: Option<String>,
    /// How to find the door.
    pub door: Text,
    /// Steps, ramps, washrooms.
    pub access: Text,
    /// What it is.
    pub description: Text,
    /// BCP 47 tags of the languages spoken there, as they are stored; a new one is a [`LanguageTag`](crate::LanguageTag).
    pub languages: Vec<String>,
    /// What it offers, at most one service a need.
    pub services: Vec<Service>,
    /// Dated exceptions to its hours.
    pub exceptions: Vec<Exception>,
    /// Where this came from.
    pub source: Source,
    /// A made-up row for tests and training.
    pub example: bool,
}

impl Site {
    /// What it says about a need.
    #[must_use]
    pub fn service(&self, need: &NeedCode) -> Option<&Service> {
        self.services.iter().find(|service| &service.need == need)
    }
}
