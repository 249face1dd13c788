//! The colours of a picture: those of the light map, somewhat stronger, for they are printed in grey too.

pub(crate) const LAND: &str = "#f3f0e9";
pub(crate) const WATER: &str = "#a6cfe3";
pub(crate) const PARK: &str = "#cde5bf";
pub(crate) const WOOD: &str = "#d6e6cd";
pub(crate) const SQUARE: &str = "#e9e4ee";
pub(crate) const CARE: &str = "#f0e0e2";
pub(crate) const SAND: &str = "#f4e9c6";
pub(crate) const BUILDING: &str = "#ddd4c8";
pub(crate) const ROAD_EDGE: &str = "#b5a995";
pub(crate) const ROAD: &str = "#ffffff";
pub(crate) const MAIN_ROAD: &str = "#ffe7a6";
pub(crate) const PATH: &str = "#b8a48a";
pub(crate) const RAIL: &str = "#8f8a86";
pub(crate) const SHORE: &str = "#4d88a6";
pub(crate) const CROSSING: &str = "#8d7f6c";
pub(crate) const RING: &str = "#b58a98";
pub(crate) const PIN: &str = "#8b1e3f";
pub(crate) const OTHER_PIN: &str = "#34506b";
pub(crate) const LANDMARK: &str = "#5c5348";
pub(crate) const WHITE: &str = "#ffffff";
pub(crate) const WORDS: &str = "#1d2b3a";
pub(crate) const STREET_NAME: &str = "#4b453d";
pub(crate) const WATER_NAME: &str = "#1f5a7a";
