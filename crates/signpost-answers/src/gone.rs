//! What became of a place that somebody looks for: that it is closed, and where the plan sends people from it.

use jiff::Timestamp;
use signpost_domain::{ExceptionKind, NeedCode, Offer};
use signpost_locate::{SiteIx, Snapshot};

use crate::{LocalizedText, PlaceView, Speaker, directory::need_name, find_out, site_words};

/// What became of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Gone {
    /// That it is closed, and since when as far as that is known; empty where it is not.
    pub closed: String,
    /// Where people are sent from it, need by need.
    pub moved: Vec<Moved>,
}

/// Where people are sent for a need.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The need.
    pub need: NeedCode,
    /// Its name.
    pub name: LocalizedText,
    /// The places, in the plan's order.
    pub to: Vec<PlaceView>,
}

/// What became of a place, at an instant.
#[must_use]
pub fn gone(speaker: &Speaker, snapshot: &Snapshot, ix: SiteIx, at: Timestamp) -> Gone {
    let slug = &snapshot.site(ix).slug;
    let rules = signpost_plan::redirections(snapshot, at).into_iter();
    let moved = rules
        .filter(|rule| rule.from == *slug)
        .filter_map(|rule| {
            let targets = rule.route.targets.iter();
            let to: Vec<PlaceView> = targets
                .filter_map(|target| {
                    let to = snapshot.find(&target.site)?;
                    let mut services = snapshot.services_at(to);
                    let service =
                        services.find(|&one| snapshot.service(one).need == target.need)?;
                    let offered = snapshot.offer(service, at) != Offer::NotOffered;
                    offered.then(|| PlaceView::of(snapshot, to, speaker.lang))
                })
                .collect();
            (!to.is_empty()).then(|| Moved {
                name: need_name(snapshot, &rule.need, speaker.lang),
                need: rule.need,
                to,
            })
        })
        .collect();
    Gone {
        closed: closed(speaker, snapshot, ix, at),
        moved,
    }
}

/// That a whole place is closed until further notice, or has nothing any more.
fn closed(speaker: &Speaker, snapshot: &Snapshot, ix: SiteIx, at: Timestamp) -> String {
    let today = snapshot.running_day(ix, at);
    let site = crate::site(snapshot, ix, at, speaker.lang);
    let for_good = site.exceptions.iter().find(|one| {
        one.kind == ExceptionKind::Closed
            && one.need.is_none()
            && one.last.is_none()
            && one.first <= today
    });
    if let Some(exception) = for_good {
        let find_out = find_out(snapshot.site(ix));
        return site_words::exception(speaker, &site.services, exception, find_out);
    }
    let mut offers = site.services.iter();
    if !site.services.is_empty() && offers.all(|one| one.offer == Offer::NotOffered) {
        return speaker.t("search-closed");
    }
    String::new()
}
