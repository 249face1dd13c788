//! Needs: what a person may be looking for. The list itself is data (`data/needs.toml`).

use serde::{Deserialize, Serialize};

use crate::{ItemCode, NeedCode, Text};

/// One kind of help, such as `supplies` (new needles and gear) or `disposal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Its code in addresses and data.
    pub code: NeedCode,
    /// What a person calls it: "New needles and supplies".
    pub name: Text,
    /// One short line under the name; may be empty.
    pub hint: Text,
    /// Name of its icon in `web/icons`.
    pub icon: String,
    /// Smaller comes first.
    pub order: u16,
    /// Whether it is one of the few shown before "more".
    pub first: bool,
    /// Code in the Open Referral / 211 taxonomy; `None` while nobody has checked one.
    pub hsds_taxonomy: Option<String>,
    /// The OpenStreetMap tags that mean this need.
    pub osm_tags: Vec<OsmTag>,
    /// What a service of this need may hand out or take.
    pub items: Vec<Item>,
    /// Common words people search by, that we would not write ourselves.
    pub also_called: Vec<String>,
    /// A list of places for it that somebody else keeps, such as the province's; `None` when we know of none.
    #[serde(default)]
    pub finder: Option<Finder>,
}

/// A list of places that somebody else keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finder {
    /// What a person calls it.
    pub name: Text,
    /// Its address.
    pub address: String,
}

/// A thing a service hands out or takes, such as `needles`, `other-gear` or `loose`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its code within the need.
    pub code: ItemCode,
    /// Its name.
    pub name: Text,
}

/// One OpenStreetMap tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OsmTag {
    /// The key, such as `amenity`.
    pub key: String,
    /// The value, such as `pharmacy`.
    pub value: String,
}
