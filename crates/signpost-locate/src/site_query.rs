//! What a list of sites is asked for, and what it holds.

use jiff::Timestamp;
use signpost_domain::{Metres, NeedCode, SiteSlug};

use crate::{BBox, SiteIx};

/// Which sites to list. The default is the first 0 of all; set `limit`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteQuery {
    /// Only sites that offer this, or may: what is known not to be offered is left out.
    pub need: Option<NeedCode>,
    /// Only sites where the need, or without a need any service, is open at this instant. Unknown is not open.
    pub open_at: Option<Timestamp>,
    /// Only sites in this box.
    pub bbox: Option<BBox>,
    /// Only sites no farther than this; without a place to measure from it means nothing.
    pub within: Option<Metres>,
    /// At most so many.
    pub limit: usize,
    /// Leave out the first so many that match: the cursor of [`crate::Snapshot::nearest`].
    pub skip: usize,
    /// Only sites after this slug, which need not exist: the cursor of [`crate::Snapshot::list`]. [`crate::Snapshot::nearest`] does not look at it.
    pub after: Option<SiteSlug>,
}

/// A site that was asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ListedSite {
    /// The site.
    pub site: SiteIx,
    /// Geodesic metres; `None` in a list by slug, and for a site without a point.
    pub metres: Option<Metres>,
}
