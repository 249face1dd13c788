//! What a place to leave used needles is: a box, a counter, a van; whose needles it takes; whether it is there yet, or still.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::entry;

/// Defines a closed set of words: codes in tables, in the API and in forms.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal,)* }) => {
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
        )]
        #[serde(rename_all = "snake_case")]
        $(#[$doc])*
        pub enum $name {
            $($(#[$of])* $variant,)*
        }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in tables, in the API and in forms.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The one of this name.
            #[must_use]
            pub fn of_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

words! {
    /// What one leaves needles in or with.
    #[schema(as = DisposalPointKind)]
    PointKind {
        /// A box outdoors.
        OutdoorBox = "outdoor_box",
        /// A box indoors, in a washroom for example.
        IndoorBox = "indoor_box",
        /// A kiosk: larger, for full containers too.
        Kiosk = "kiosk",
        /// A pharmacy that takes back.
        PharmacyReturn = "pharmacy_return",
        /// A counter with people.
        StaffedCounter = "staffed_counter",
        /// A van or a patrol.
        Vehicle = "vehicle",
    }
}

words! {
    /// Whose needles it is for.
    Sharps {
        /// Anybody's.
        Public = "public",
        /// Only those of its own clients.
        OwnClients = "own_clients",
        /// Those of people who use them for a medicine at home.
        HouseholdMedical = "household_medical",
    }
}

words! {
    /// Whether it is there.
    #[schema(as = DisposalPointStatus)]
    #[derive(Default)]
    PointStatus {
        /// It stands.
        #[default]
        Existing = "existing",
        /// It is asked for and not there. Nobody is sent to it.
        Proposed = "proposed",
        /// It is gone.
        Closed = "closed",
    }
}

/// A place to leave used needles, beside what every site says. What it accepts are the items of its service, and when it is open are
/// that service's hours.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DisposalPoint {
    /// What it is; `None` when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<PointKind>,
    /// Whose needles it is for; none when nobody said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub whose: Vec<Sharps>,
    /// Whether one gets to it in winter; `None` when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub winter: Option<bool>,
    /// Whether one gets to it, and can use it, with a wheelchair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wheelchair: Option<bool>,
    /// Whether it says in Braille what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub braille: Option<bool>,
    /// Whether it is there.
    #[serde(skip_serializing_if = "PointStatus::is_existing")]
    pub status: PointStatus,
    /// The first day it stands, or shall stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// The last day it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Whose it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Who empties it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub emptied_by: String,
    /// How often it is to be emptied or looked at.
    ///
    /// # Units
    /// Days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty_every_days: Option<u16>,
    /// How much goes in.
    ///
    /// # Units
    /// Litres.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity_litres: Option<u16>,
    /// Its number in the owner's books.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub asset: String,
}

impl PointStatus {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
    const fn is_existing(&self) -> bool {
        matches!(self, Self::Existing)
    }
}

words! {
    /// A member of a disposal point. Files, the API, forms and the history all go through its word, so that one rule judges.
    PointMember {
        /// What it is.
        Kind = "kind",
        /// Whose needles it is for.
        Whose = "whose",
        /// Whether one gets to it in winter.
        Winter = "winter",
        /// Whether one can use it with a wheelchair.
        Wheelchair = "wheelchair",
        /// Whether it says in Braille what it is.
        Braille = "braille",
        /// Whether it is there.
        Status = "status",
        /// The first day it stands.
        Since = "first_day",
        /// The last day it stands.
        Until = "last_day",
        /// Whose it is.
        Owner = "owner",
        /// Who empties it.
        EmptiedBy = "emptied_by",
        /// How often it is to be emptied.
        EmptyEveryDays = "empty_every_days",
        /// How much goes in.
        CapacityLitres = "capacity_litres",
        /// Its number in the owner's books.
        Asset = "asset",
    }
}

impl PointMember {
    /// What may be written, for people who read English; empty when any line of words may.
    #[must_use]
    pub fn choices(self) -> Vec<&'static str> {
        fn codes<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> Vec<&'static str> {
            all.iter().map(|&one| code(one)).collect()
        }
        match self {
            Self::Kind => codes(PointKind::ALL, PointKind::code),
            Self::Whose => codes(Sharps::ALL, Sharps::code),
            Self::Status => codes(PointStatus::ALL, PointStatus::code),
            Self::Winter | Self::Wheelchair | Self::Braille => vec!["yes", "no"],
            _ => Vec::new(),
        }
    }

    /// Whether everybody may read it. The rest is for who looks after the point.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(
            self,
            Self::EmptiedBy | Self::EmptyEveryDays | Self::CapacityLitres | Self::Asset
        )
    }
}

/// Why a word is not taken for a member.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PointFault {
    /// It is none of a closed set.
    #[error("write one of these: {}", .0.join(", "))]
    Choice(Vec<&'static str>),
    /// It is no day.
    #[error("this is not a day; write it as 2026-11-22")]
    Day,
    /// It is no whole number of this range.
    #[error("write a whole number from 1 to {0}")]
    Number(u16),
    /// It is no line of words.
    #[error(transparent)]
    Words(#[from] crate::WordsFault),
}

/// What does not fit together in a site with a disposal point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PointMisfit {
    /// Nobody leaves needles there.
    #[error("there is no service for the need disposal at this site")]
    NoService,
    /// Nobody could find it.
    #[error("a point without an address is described by how to find it (door)")]
    NotToBeFound,
    /// It ends before it begins.
    #[error("the last day is before the first")]
    Backwards,
}

impl PointMisfit {
    /// The field it is told beside, as files and the API name it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::NoService => "site",
            Self::NotToBeFound => "door",
            Self::Backwards => "last_day",
        }
    }
}

impl DisposalPoint {
    /// The longest time between two services.
    ///
    /// # Units
    /// Days.
    pub const LONGEST_INTERVAL: u16 = 366;
    /// The largest box.
    ///
    /// # Units
    /// Litres.
    pub const LARGEST: u16 = 5_000;

    /// A member as a word: `yes`, `outdoor_box`, `2026-11-22`; a list with spaces between; empty when nobody said.
    #[must_use]
    pub fn word(&self, member: PointMember) -> String {
        let yes = |known: Option<bool>| match known {
            Some(true) => "yes".to_owned(),
            Some(false) => "no".to_owned(),
            None => String::new(),
        };
        let number = |known: Option<u16>| known.map(|one| one.to_string()).unwrap_or_default();
        let day = |known: Option<Date>| known.map(|one| one.to_string()).unwrap_or_default();
        match member {
            PointMember::Kind => self.kind.map_or("", PointKind::code).to_owned(),
            PointMember::Whose => {
                let codes: Vec<&str> = self.whose.iter().map(|one| one.code()).collect();
                codes.join(" ")
            }
            PointMember::Winter => yes(self.winter),
            PointMember::Wheelchair => yes(self.wheelchair),
            PointMember::Braille => yes(self.braille),
            // What nothing else is said of is no point, so it has no status either.
            PointMember::Status if self.is_empty() => String::new(),
            PointMember::Status => self.status.code().to_owned(),
            PointMember::Since => day(self.since),
            PointMember::Until => day(self.until),
            PointMember::Owner => self.owner.clone(),
            PointMember::EmptiedBy => self.emptied_by.clone(),
            PointMember::EmptyEveryDays => number(self.empty_every_days),
            PointMember::CapacityLitres => number(self.capacity_litres),
            PointMember::Asset => self.asset.clone(),
        }
    }

    /// Enters a member as a word, see [`Self::word`]; an empty one takes it out.
    ///
    /// # Errors
    /// When the word is none for this member; then nothing is changed.
    pub fn enter(&mut self, member: PointMember, word: &str) -> Result<(), PointFault> {
        let word = word.trim();
        let one_of = || PointFault::Choice(member.choices());
        let yes = || match word {
            "" => Ok(None),
            "yes" => Ok(Some(true)),
            "no" => Ok(Some(false)),
            _ => Err(one_of()),
        };
        let number = |most: u16| match word {
            "" => Ok(None),
            _ => word
                .parse()
                .ok()
                .filter(|one| (1..=most).contains(one))
                .map(Some)
                .ok_or(PointFault::Number(most)),
        };
        let day = || match word {
            "" => Ok(None),
            _ if word.len() == 10 => word.parse().map(Some).map_err(|_none| PointFault::Day),
            _ => Err(PointFault::Day),
        };
        match member {
            PointMember::Kind if word.is_empty() => self.kind = None,
            PointMember::Kind => self.kind = Some(PointKind::of_code(word).ok_or_else(one_of)?),
            PointMember::Whose => {
                let whose: Option<Vec<Sharps>> =
                    word.split_whitespace().map(Sharps::of_code).collect();
                let mut whose = whose.ok_or_else(one_of)?;
                whose.sort_unstable();
                whose.dedup();
                self.whose = whose;
            }
            PointMember::Winter => self.winter = yes()?,
            PointMember::Wheelchair => self.wheelchair = yes()?,
            PointMember::Braille => self.braille = yes()?,
            PointMember::Status if word.is_empty() => self.status = PointStatus::default(),
            PointMember::Status => {
                self.status = PointStatus::of_code(word).ok_or_else(one_of)?;
            }
            PointMember::Since => self.since = day()?,
            PointMember::Until => self.until = day()?,
            PointMember::Owner => entry::line(&mut self.owner, word)?,
            PointMember::EmptiedBy => entry::line(&mut self.emptied_by, word)?,
            PointMember::EmptyEveryDays => {
                self.empty_every_days = number(Self::LONGEST_INTERVAL)?;
            }
            PointMember::CapacityLitres => self.capacity_litres = number(Self::LARGEST)?,
            PointMember::Asset => entry::line(&mut self.asset, word)?,
        }
        Ok(())
    }

    /// Whether nobody said anything of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it is called closed while its last day is still to come: until then it stands, and nobody is to be sent elsewhere.
    #[must_use]
    pub fn is_closed_too_soon(&self, today: Date) -> bool {
        self.status == PointStatus::Closed && self.until.is_some_and(|until| until >= today)
    }

    /// Whether it is said to stand while its last day is over: one of both is wrong, and nobody is sent there.
    #[must_use]
    pub fn stands_past_its_end(&self, today: Date) -> bool {
        self.status == PointStatus::Existing && self.until.is_some_and(|until| until < today)
    }

    /// Whether it stands on a day, as far as anybody said.
    #[must_use]
    pub fn stands_on(&self, day: Date) -> bool {
        self.status == PointStatus::Existing
            && self.since.is_none_or(|since| since <= day)
            && self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests;
