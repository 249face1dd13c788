//! The map on a page, before it is loaded: a button, and what the script needs to know. See `web/src/map`.

use signpost_domain::{NeedCode, SiteSlug};
use signpost_locate::Snapshot;

use signpost_web::PageContext;

/// The sign of a map that is not about one need.
const ANY_NEED: &str = "signpost";

/// What a map on a page shows.
pub(crate) struct MapBox {
    /// Where its places are told.
    pub places: String,
    /// Where is told what is known of the ground, for a map without streets.
    pub ground: String,
    /// The middle of the town, "49.77,-94.49".
    pub centre: String,
    /// Whether it opens by itself.
    pub opens: bool,
    /// The need whose state the pins show; empty when each shows its first.
    pub need: String,
    /// The one place it shows; empty for all of them.
    pub site: String,
    /// The icon on its pins.
    pub icon: String,
}

impl MapBox {
    /// All places for a need.
    pub(crate) fn of_need(
        frame: &PageContext,
        snapshot: &Snapshot,
        need: Option<&NeedCode>,
    ) -> Self {
        let known = need.and_then(|code| snapshot.need(code));
        Self {
            places: Self::places(frame),
            need: need.map(NeedCode::to_string).unwrap_or_default(),
            site: String::new(),
            icon: known.map_or(ANY_NEED, |need| &need.icon).to_owned(),
            ground: Self::ground(frame),
            centre: {
                let centre = snapshot.directory().centre;
                format!("{},{}", centre.lat(), centre.lon())
            },
            opens: false,
        }
    }

    /// The same on a page that is there for its map.
    pub(crate) fn opened(self) -> Self {
        Self {
            opens: true,
            ..self
        }
    }

    /// One place.
    pub(crate) fn of_site(frame: &PageContext, slug: &SiteSlug) -> Self {
        Self {
            places: Self::places(frame),
            need: String::new(),
            site: slug.to_string(),
            icon: ANY_NEED.to_owned(),
            ground: Self::ground(frame),
            centre: String::new(),
            opens: false,
        }
    }

    fn ground(frame: &PageContext) -> String {
        frame.link("/map/sketch.json")
    }

    fn places(frame: &PageContext) -> String {
        frame.link("/map/places.geojson")
    }
}
