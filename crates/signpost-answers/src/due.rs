//! What somebody should look at again: offers near and past their review day, and closures with one.

use jiff::{Timestamp, ToSpan as _, civil::Date};
use signpost_domain::{ExceptionId, NeedCode, Offer, OrganizationId, SiteSlug};
use signpost_locate::{SiteIx, Snapshot};

/// How long before its review day something is spoken of.
///
/// # Units
/// Days.
pub const SOON_DAYS: i32 = 14;

/// What is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An offer for a need.
    Offer(NeedCode),
    /// A closure or another exception.
    Exception(ExceptionId),
}

/// How urgent it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The public is told to call first.
    Past,
    /// It is about to be so.
    Soon,
}

/// Something to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Where.
    pub site: SiteIx,
    /// What.
    pub what: What,
    /// How urgent.
    pub standing: Standing,
    /// The last day it may be relied on; `None` when it never might.
    pub day: Option<Date>,
}

/// All that is due at `at`, of one organization or of all, the most urgent first.
#[must_use]
pub fn due(snapshot: &Snapshot, at: Timestamp, own: Option<&OrganizationId>) -> Vec<Due> {
    let mut found: Vec<Due> = snapshot
        .sites()
        .filter(|&ix| own.is_none_or(|own| snapshot.organization(ix).id == *own))
        .flat_map(|ix| of_site(snapshot, ix, snapshot.running_day(ix, at)))
        .collect();
    found.sort_by_key(|due| (due.standing, due.day));
    found
}

/// What is due at one site on a civil day there.
#[must_use]
pub fn of_site(snapshot: &Snapshot, ix: SiteIx, today: Date) -> Vec<Due> {
    let site = snapshot.site(ix);
    let offered = site
        .services
        .iter()
        .filter(|service| service.offer == Offer::Offered)
        .map(|service| {
            (
                What::Offer(service.need.clone()),
                service.last_reliable_day(),
            )
        });
    let exceptions = site
        .exceptions
        .iter()
        .filter(|exception| !exception.is_over(today))
        .filter_map(|exception| {
            Some((
                What::Exception(exception.id.clone()),
                Some(exception.review_by?),
            ))
        });
    offered
        .chain(exceptions)
        .filter_map(|(what, day)| {
            Some(Due {
                site: ix,
                what,
                standing: standing(day, today)?,
                day,
            })
        })
        .collect()
}

/// Whether somebody is asked for it: what was changed lately is not asked about, unless the public is told already to call first.
#[must_use]
pub fn is_asked(
    snapshot: &Snapshot,
    due: &Due,
    changed_lately: impl Fn(&SiteSlug, &NeedCode) -> bool,
) -> bool {
    match &due.what {
        What::Offer(need) if due.standing == Standing::Soon => {
            !changed_lately(&snapshot.site(due.site).slug, need)
        }
        What::Offer(_) | What::Exception(_) => true,
    }
}

/// How urgent a last day is; `None` when it is far.
fn standing(day: Option<Date>, today: Date) -> Option<Standing> {
    match day {
        None => Some(Standing::Past),
        Some(day) if day < today => Some(Standing::Past),
        Some(day) if day <= today.saturating_add(SOON_DAYS.days()) => Some(Standing::Soon),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_review_day_itself_still_counts_and_the_day_after_is_past() {
        let today = date(2026, 11, 25);
        assert_eq!(standing(None, today), Some(Standing::Past));
        assert_eq!(
            standing(Some(date(2026, 11, 24)), today),
            Some(Standing::Past)
        );
        assert_eq!(standing(Some(today), today), Some(Standing::Soon));
        assert_eq!(
            standing(Some(date(2026, 12, 9)), today),
            Some(Standing::Soon)
        );
        assert_eq!(standing(Some(date(2026, 12, 10)), today), None);
    }
}
