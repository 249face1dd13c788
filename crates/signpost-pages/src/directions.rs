//! How one gets to a place: its coordinates, and the maps of others that can lead there. All of them are links that work without script.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use signpost_domain::LonLat;

/// The ways on to a map that leads there.
pub(crate) struct Directions {
    /// "49.5485, -94.891", to be copied into any map.
    pub coordinates: String,
    /// For a map application of the phone; many phones and all computers know nothing to do with it, so that script shows it where it works.
    pub geo: String,
    /// Other websites, by name: they learn where somebody wants to go, and the page says that one leaves it.
    pub elsewhere: [(&'static str, String); 3],
}

impl Directions {
    /// To a point.
    pub(crate) fn to(point: LonLat, geo: &str) -> Self {
        let (lat, lon) = (point.lat(), point.lon());
        let both = utf8_percent_encode(&format!("{lat},{lon}"), NON_ALPHANUMERIC).to_string();
        Self {
            coordinates: format!("{lat}, {lon}"),
            geo: geo.to_owned(),
            elsewhere: [
                (
                    "OpenStreetMap",
                    format!(
                        "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"
                    ),
                ),
                (
                    "Apple Maps",
                    format!("https://maps.apple.com/?daddr={both}&dirflg=w"),
                ),
                (
                    "Google Maps",
                    format!(
                        "https://www.google.com/maps/dir/?api=1&travelmode=walking&destination={both}"
                    ),
                ),
            ],
        }
    }
}
