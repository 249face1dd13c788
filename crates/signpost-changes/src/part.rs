//! The parts of a site, and their names.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use signpost_domain::{ExceptionId, NeedCode, PointMember};

/// A part of a site: what is changed, asked for, split and merged as one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Part {
    /// What people call it.
    Name,
    /// What else it is called.
    AlternateName,
    /// What it was called before.
    FormerName,
    /// What stands there.
    Kind,
    /// Where it is on the map.
    Point,
    /// Its street address.
    Address,
    /// Its town or neighbourhood.
    Locality,
    /// The zone of its clocks.
    Zone,
    /// Its number.
    Phone,
    /// Its page.
    Website,
    /// How to find the door.
    Door,
    /// Steps, ramps, washrooms.
    Access,
    /// Whether one gets in without a step.
    StepFree,
    /// What it is.
    Description,
    /// The languages spoken there.
    Languages,
    /// Who runs it.
    Organization,
    /// Where its details came from.
    Source,
    /// Whether it is made up.
    Example,
    /// A member of what it is as a disposal point.
    DisposalPoint(PointMember),
    /// A part of what it offers for a need.
    Service(NeedCode, ServicePart),
    /// A dated exception, whole.
    Exception(ExceptionId),
}

/// A part of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServicePart {
    /// Whether the site says anything about the need at all.
    Listed,
    /// Offered, not offered, unknown.
    Offer,
    /// The hours text.
    Hours,
    /// Holidays of its own.
    ClosedOn,
    /// Words about the hours.
    HoursNote,
    /// What one gets.
    Description,
    /// What to bring.
    Bring,
    /// Who it is for, in words.
    EligibilityDescription,
    /// The youngest it is for.
    MinimumAge,
    /// The oldest it is for.
    MaximumAge,
    /// Whether it asks for a card with one's name.
    IdRequired,
    /// Whether it has something for women.
    ForWomen,
    /// Whether a pet may come in.
    Pets,
    /// What is handed out or taken.
    Items,
    /// Who confirmed it.
    Confirmation,
    /// Where it came from.
    Source,
    /// Whether it is made up.
    Example,
}

/// The parts of the site itself, by name, in the order a reader expects them.
pub(crate) const OWN: [(&str, Part); 18] = [
    ("name", Part::Name),
    ("alternate_name", Part::AlternateName),
    ("former_name", Part::FormerName),
    ("kind", Part::Kind),
    ("point", Part::Point),
    ("address", Part::Address),
    ("locality", Part::Locality),
    ("zone", Part::Zone),
    ("phone", Part::Phone),
    ("website", Part::Website),
    ("door", Part::Door),
    ("access", Part::Access),
    ("step_free", Part::StepFree),
    ("description", Part::Description),
    ("languages", Part::Languages),
    ("organization", Part::Organization),
    ("source", Part::Source),
    ("example", Part::Example),
];

/// The parts of a service, by name.
pub(crate) const OF_A_SERVICE: [(&str, ServicePart); 17] = [
    ("listed", ServicePart::Listed),
    ("offer", ServicePart::Offer),
    ("hours", ServicePart::Hours),
    ("closed_on", ServicePart::ClosedOn),
    ("hours_note", ServicePart::HoursNote),
    ("description", ServicePart::Description),
    ("bring", ServicePart::Bring),
    (
        "eligibility_description",
        ServicePart::EligibilityDescription,
    ),
    ("minimum_age", ServicePart::MinimumAge),
    ("maximum_age", ServicePart::MaximumAge),
    ("id_required", ServicePart::IdRequired),
    ("for_women", ServicePart::ForWomen),
    ("pets", ServicePart::Pets),
    ("items", ServicePart::Items),
    ("confirmation", ServicePart::Confirmation),
    ("source", ServicePart::Source),
    ("example", ServicePart::Example),
];

/// `name`, `services.supplies.hours`, `exceptions.closed-2026-12-24`: as members are called in the API.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(need, part) => write!(f, "services.{need}.{part}"),
            Self::DisposalPoint(member) => write!(f, "disposal_point.{}", member.code()),
            Self::Exception(id) => write!(f, "exceptions.{id}"),
            own => {
                let found = OWN.iter().find(|(_, part)| part == own);
                f.write_str(found.map_or("", |(name, _)| name))
            }
        }
    }
}

impl fmt::Display for ServicePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = OF_A_SERVICE.iter().find(|(_, part)| part == self);
        f.write_str(found.map_or("", |(name, _)| name))
    }
}

/// Not the name of a part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not the name of a part of a site")]
pub struct PartError {
    /// What was given, cut to 80 characters.
    pub text: String,
}

impl FromStr for Part {
    type Err = PartError;

    fn from_str(text: &str) -> Result<Self, PartError> {
        let found = match text.split_once('.') {
            None => OWN
                .iter()
                .find(|(name, _)| *name == text)
                .map(|(_, part)| part.clone()),
            Some(("services", rest)) => rest.split_once('.').and_then(|(need, name)| {
                let part = OF_A_SERVICE.iter().find(|(own, _)| *own == name)?;
                Some(Self::Service(need.parse().ok()?, part.1))
            }),
            Some(("disposal_point", name)) => PointMember::of_code(name).map(Self::DisposalPoint),
            Some(("exceptions", id)) => id.parse().ok().map(Self::Exception),
            Some(_) => None,
        };
        found.ok_or_else(|| PartError {
            text: text.chars().take(80).collect(),
        })
    }
}

impl TryFrom<String> for Part {
    type Error = PartError;

    fn try_from(text: String) -> Result<Self, PartError> {
        text.parse()
    }
}

impl From<Part> for String {
    fn from(part: Part) -> Self {
        part.to_string()
    }
}
