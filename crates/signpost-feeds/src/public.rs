//! What of the past and the present everybody may follow.

use signpost_changes::{Change, Difference, Part, differences};
use signpost_domain::{NeedCode, OrganizationId, PointStatus, Site};
use signpost_locate::Snapshot;

/// What a calendar or feed is narrowed to; nothing for the whole town.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Only {
    /// Places of this organization.
    pub organization: Option<OrganizationId>,
    /// What is about this need.
    pub need: Option<NeedCode>,
}

impl Only {
    /// Whether a place is of the organization and says something of the need.
    pub(crate) fn takes(&self, site: &Site) -> bool {
        let own = self.organization.as_ref();
        let organization = own.is_none_or(|id| *id == site.organization);
        let need = self.need.as_ref();
        organization && need.is_none_or(|need| site.service(need).is_some())
    }

    /// Whether something about a need, or about all of a place, is asked for.
    pub(crate) fn takes_need(&self, about: Option<&NeedCode>) -> bool {
        let asked = self.need.as_ref();
        asked.is_none_or(|asked| about.is_none_or(|about| about == asked))
    }
}

/// The place that a change is about, as everybody could see it: as it is, or as it was before it went. A place that is only proposed, or made
/// up where others are real, was never seen by anybody; one that asked not to be listed is not said either.
pub(crate) fn public_site<'a>(snapshot: &Snapshot, change: &'a Change) -> Option<&'a Site> {
    let site = change.after.as_ref().or(change.before.as_ref())?;
    let mut stones = snapshot.directory().tombstones.iter();
    if stones.any(|stone| stone.covers(site)) {
        return None;
    }
    let is_there = snapshot.find(&site.slug).is_some();
    let went = change.after.is_none() && !site.example && !is_proposed(site);
    (is_there || went).then_some(site)
}

/// Whether its disposal point is only proposed, which those who plan it know and nobody else.
fn is_proposed(site: &Site) -> bool {
    let point = site.disposal_point.as_ref();
    point.is_some_and(|point| point.status == PointStatus::Proposed)
}

/// What differs, as far as everybody may read it.
pub(crate) fn public_differences(change: &Change) -> Vec<Difference> {
    let proposed = change.after.as_ref().is_some_and(is_proposed);
    let public = |difference: &Difference| match &difference.part {
        Part::DisposalPoint(member) => member.is_public() && !proposed,
        Part::Service(need, _) => !proposed || *need != NeedCode::disposal(),
        _ => true,
    };
    let all = differences(change.before.as_ref(), change.after.as_ref());
    all.into_iter().filter(public).collect()
}
