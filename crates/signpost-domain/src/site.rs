//! Sites: places on the ground.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    DisposalPoint, Exception, LonLat, NeedCode, OrganizationId, Phone, Service, SiteSlug, Source,
    Text,
};

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
    /// What else it is called, such as its letters or its name in another language; several are parted by semicolons. Empty for nothing else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alternate_name: String,
    /// What it was called before; several are parted by semicolons.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub former_name: String,
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
    /// Whether one gets in without a step, by a ramp, a level door or a lift; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step_free: Option<bool>,
    /// What it is.
    pub description: Text,
    /// BCP 47 tags of the languages spoken there, as they are stored; a new one is a [`LanguageTag`](crate::LanguageTag).
    pub languages: Vec<String>,
    /// What it offers, at most one service a need.
    pub services: Vec<Service>,
    /// What it is as a place to leave used needles; `None` when nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposal_point: Option<DisposalPoint>,
    /// Dated exceptions to its hours.
    pub exceptions: Vec<Exception>,
    /// Where this came from.
    pub source: Source,
    /// A made-up row for tests and training.
    pub example: bool,
}

impl Site {
    /// Whether one gets in without a step, as far as anybody said: of the place, or of it as one to leave used needles.
    #[must_use]
    pub fn is_step_free(&self) -> Option<bool> {
        let point = self.disposal_point.as_ref();
        self.step_free.or(point.and_then(|point| point.wheelchair))
    }

    /// What it says about a need.
    #[must_use]
    pub fn service(&self, need: &NeedCode) -> Option<&Service> {
        self.services.iter().find(|service| &service.need == need)
    }
}
