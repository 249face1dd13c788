//! The map on a page, before it is loaded: a button, and what the script needs to know. See `web/src/map`.

use signpost_domain::{NeedCode, SiteSlug};
use signpost_locate::Snapshot;

use signpost_web::App;
use signpost_web::PageContext;

/// The sign of a map that is not about one need.
const ANY_NEED: &str = "signpost";

/// What a map on a page shows.
pub(crate) struct MapBox {
    /// Where its places are told.
    pub places: String,
    /// The need whose state the pins show; empty when each shows its first.
    pub need: String,
    /// The one place it shows; empty for all of them.
    pub site: String,
    /// The icon on its pins.
    pub icon: String,
    /// Whether there are streets under the pins. Said before anybody downloads a map without them.
    pub street: bool,
}

impl MapBox {
    /// All places for a need.
    pub(crate) fn of_need(
        app: &App,
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
            street: Self::street(app),
        }
    }

    /// One place.
    pub(crate) fn of_site(app: &App, frame: &PageContext, slug: &SiteSlug) -> Self {
        Self {
            places: Self::places(frame),
            need: String::new(),
            site: slug.to_string(),
            icon: ANY_NEED.to_owned(),
            street: Self::street(app),
        }
    }

    fn street(app: &App) -> bool {
        app.basemaps()
            .is_some_and(|basemaps| basemaps.town().is_some())
    }

    fn places(frame: &PageContext) -> String {
        frame.link("/map/places.geojson")
    }
}
