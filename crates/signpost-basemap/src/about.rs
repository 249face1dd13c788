//! What an archive says of itself.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{ArchiveError, Bounds, attribution};

/// One layer of the tiles, as TileJSON has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
pub struct Layer {
    /// Its name, such as `roads`.
    pub id: String,
    /// What its features tell: name of the property -> kind of value.
    #[serde(default)]
    #[schema(required)]
    pub fields: Map<String, Value>,
}

/// An archive, described.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// 16 hexadecimal digits of the SHA-256 of the whole archive; the same tiles, the same hash.
    pub hash: String,
    /// What it covers.
    pub bounds: Bounds,
    /// The lowest zoom with tiles.
    pub minzoom: u8,
    /// The highest zoom with tiles.
    pub maxzoom: u8,
    /// Who has to be named beside the map: HTML with text and links only.
    pub attribution: String,
    /// The layers of the tiles.
    pub layers: Vec<Layer>,
    /// How many tiles there are.
    pub tiles: u64,
    /// How many bytes the archive has.
    pub bytes: u64,
}

/// The members of an archive's metadata that are of use here. Others, such as the command line it was made with, are not passed on.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct Metadata {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) attribution: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
    /// The state of OpenStreetMap the tiles show, where the maker says it.
    #[serde(
        default,
        rename = "planetiler:osm:osmosisreplicationtime",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) osm_time: Option<String>,
    #[serde(default)]
    pub(crate) vector_layers: Vec<Layer>,
}

impl Metadata {
    pub(crate) fn read(text: &str) -> Result<Self, ArchiveError> {
        Ok(serde_json::from_str(text)?)
    }

    /// Who has to be named; OpenStreetMap's contributors when the archive names nobody.
    pub(crate) fn attribution(&self) -> String {
        let attribution = self.attribution.as_deref().map(attribution::cleaned);
        attribution
            .filter(|words| !words.trim().is_empty())
            .unwrap_or_else(|| attribution::OPEN_STREET_MAP.to_owned())
    }
}
