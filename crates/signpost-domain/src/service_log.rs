//! What was done at a place to leave used needles, day by day, and what passers-by said of it.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::SiteSlug;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ServiceKind {
    /// It was emptied.
    Emptied,
    /// Somebody looked; it did not need emptying.
    Checked,
    /// It is damaged.
    Damaged,
    /// It was mended.
    Mended,
    /// It was moved.
    Moved,
    /// Another stands in its place.
    Replaced,
    /// A passer-by said that it is full. Nothing is known of them.
    ReportedFull,
}

impl ServiceKind {
    /// What people who look after a place note.
    pub const DONE: [Self; 6] = [
        Self::Emptied,
        Self::Checked,
        Self::Damaged,
        Self::Mended,
        Self::Moved,
        Self::Replaced,
    ];

    /// Its name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Emptied => "emptied",
            Self::Checked => "checked",
            Self::Damaged => "damaged",
            Self::Mended => "mended",
            Self::Moved => "moved",
            Self::Replaced => "replaced",
            Self::ReportedFull => "reported_full",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::DONE
            .into_iter()
            .chain([Self::ReportedFull])
            .find(|kind| kind.code() == code)
    }

    /// Whether somebody who looked after the place saw how full it is, so that what passers-by said before is answered.
    #[must_use]
    pub const fn looked(self) -> bool {
        matches!(self, Self::Emptied | Self::Checked | Self::Replaced)
    }
}

/// How a number of needles is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountMethod {
    /// Somebody counted.
    Counted,
    /// From the weight, by what one was taken to weigh.
    ByWeight,
}

impl CountMethod {
    /// Its name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::ByWeight => "by_weight",
        }
    }

    /// The method of this name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Counted, Self::ByWeight]
            .into_iter()
            .find(|method| method.code() == code)
    }
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceEntry {
    /// The place.
    pub site: SiteSlug,
    /// The civil day it was done.
    pub day: Date,
    /// When it was written down; `None` for what passers-by said.
    pub at: Option<Timestamp>,
    /// Who wrote it down; empty for what passers-by said.
    pub author: String,
    /// What was done.
    pub kind: ServiceKind,
    /// How full it was, before it was emptied; `None` when nobody said.
    pub full_percent: Option<u8>,
    /// What was in it, without the box.
    ///
    /// # Units
    /// Grams.
    pub grams: Option<u32>,
    /// How many needles that were.
    pub needles: Option<u32>,
    /// How the number of needles is known.
    pub method: Option<CountMethod>,
    /// What one needle was taken to weigh, where the number is from the weight.
    ///
    /// # Units
    /// Tenths of a gram.
    pub tenths_each: Option<u16>,
    /// What else is to be said.
    pub note: String,
    /// Of the form or the file it came with, so that it counts once.
    pub key: Option<String>,
}

impl ServiceEntry {
    /// The most needles and grams that one line may hold.
    pub const MOST: u32 = 1_000_000;

    /// A line that says only what was done.
    #[must_use]
    pub fn of(site: SiteSlug, day: Date, kind: ServiceKind) -> Self {
        Self {
            site,
            day,
            at: None,
            author: String::new(),
            kind,
            full_percent: None,
            grams: None,
            needles: None,
            method: None,
            tenths_each: None,
            note: String::new(),
            key: None,
        }
    }

    /// Whether more fits in after it: it was emptied or replaced, or somebody looked and saw room.
    #[must_use]
    pub fn leaves_room(&self) -> bool {
        /// Of a hundred.
        const FULL: u8 = 100;
        match self.kind {
            ServiceKind::Emptied | ServiceKind::Replaced => true,
            ServiceKind::Checked => self.full_percent.is_some_and(|percent| percent < FULL),
            _ => false,
        }
    }

    /// How many needles a weight is, when one is taken to weigh so much; `None` when that is not known.
    ///
    /// # Units
    /// Grams; tenths of a gram.
    #[must_use]
    pub fn by_weight(grams: u32, tenths_each: u16) -> Option<u32> {
        let tenths = u64::from(grams) * 10;
        let each = u64::from(tenths_each);
        // To the nearest whole needle.
        let needles = (tenths + each / 2).checked_div(each)?;
        u32::try_from(needles).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_needles_is_the_weight_by_what_one_weighs() {
        assert_eq!(ServiceEntry::by_weight(1_000, 80), Some(125));
        assert_eq!(ServiceEntry::by_weight(100, 30), Some(33));
        assert_eq!(ServiceEntry::by_weight(100, 0), None);
    }

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        for kind in ServiceKind::DONE {
            assert_eq!(ServiceKind::of_code(kind.code()), Some(kind));
        }
        assert_eq!(
            ServiceKind::of_code("reported_full"),
            Some(ServiceKind::ReportedFull)
        );
        assert_eq!(ServiceKind::of_code("stolen"), None);
    }
}
