//! "Still right", and what an agency confirms by writing it.

use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{Confirmation, Offer, Service, Site};

/// How long a confirmation counts that was given by one tap, or by changing something.
///
/// # Units
/// Days. A season: long enough not to be a burden, short enough that winter hours do not outlive the winter.
pub(crate) const COUNTS_DAYS: i32 = 90;

/// Who confirms what a steward taps.
pub(crate) const WORKING_GROUP: &str = "Working group";

/// Confirms a service. A review day that was set further ahead stays.
pub(crate) fn confirm(service: &mut Service, by: &str, today: Date) {
    let until = today.saturating_add(COUNTS_DAYS.days());
    let later = service
        .confirmation
        .as_ref()
        .map(|old| old.review_by)
        .filter(|old| *old > until);
    service.confirmation = Some(Confirmation {
        by: by.to_owned(),
        on: today,
        review_by: later.unwrap_or(until),
    });
}

/// Confirms everything a site offers.
pub(crate) fn still_right(site: &mut Site, by: &str, today: Date) {
    let offered = site
        .services
        .iter_mut()
        .filter(|service| service.offer == Offer::Offered);
    for service in offered {
        confirm(service, by, today);
    }
}

/// Confirms every service that was changed: who writes the hours down today says that they are right today.
pub(crate) fn what_changed(before: &Site, after: &mut Site, by: &str, today: Date) {
    for service in &mut after.services {
        if before.service(&service.need) != Some(service) {
            confirm(service, by, today);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use signpost_domain::{NeedCode, Source};

    use super::*;

    fn service(offer: Offer, confirmation: Option<Confirmation>) -> Service {
        let source = Source {
            text: "test".into(),
            day: None,
        };
        Service {
            offer,
            confirmation,
            ..Service::unknown(NeedCode::supplies(), source, true)
        }
    }

    #[test]
    fn a_tap_counts_for_a_season_and_never_shortens_what_was_agreed() {
        let today = date(2026, 11, 25);
        let mut fresh = service(Offer::Offered, None);
        confirm(&mut fresh, "the House", today);
        let given = fresh.confirmation.unwrap();
        assert_eq!((given.on, given.review_by), (today, date(2027, 2, 23)));
        assert_eq!(given.by, "the House");
        let agreed = Confirmation {
            by: "somebody".into(),
            on: date(2026, 9, 1),
            review_by: date(2027, 5, 31),
        };
        let mut old = service(Offer::Offered, Some(agreed));
        confirm(&mut old, "the House", today);
        assert_eq!(old.confirmation.unwrap().review_by, date(2027, 5, 31));
    }
}
