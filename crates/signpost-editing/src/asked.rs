//! What is asked of those who look after a place: not whether it is still right, right after they wrote it.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{NeedCode, Offer, Site, SiteSlug};

use crate::Live;

/// For how long after a change of a service nobody is asked whether it is still right.
const QUIET: SignedDuration = SignedDuration::from_hours(24 * 30);

/// When a service was changed within the last 30 days; `None` when it was not.
#[must_use]
pub fn changed_lately(live: &Live, site: &SiteSlug, need: &NeedCode) -> Option<Timestamp> {
    let since = live.now().checked_sub(QUIET).unwrap_or(Timestamp::MIN);
    live.past().service_changed(site, need, since)
}

/// The instant of the earliest such change, when all that a place offers was changed within the last 30 days: then there is nothing to ask.
#[must_use]
pub fn all_changed_lately(live: &Live, site: &Site) -> Option<Timestamp> {
    let offered = site.services.iter();
    let offered = offered.filter(|service| service.offer == Offer::Offered);
    let changed: Option<Vec<Timestamp>> = offered
        .map(|service| changed_lately(live, &site.slug, &service.need))
        .collect();
    changed?.into_iter().min()
}
