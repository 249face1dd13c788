//! Formats in and out: the data folders, CSV and GeoJSON, with every fault named.
