//! What may be public at once, and what waits for a steward.

use std::collections::BTreeSet;

use signpost_domain::{NeedCode, Offer, Site};

use crate::{Difference, Part, ServicePart, Value, differences, put_all};

/// An edit in two.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// What is public at once.
    pub now: Site,
    /// What waits: each part as it is now, and as it is wanted.
    pub waits: Vec<Difference>,
    /// The whole site as it is wanted; `None` when nothing waits.
    pub wanted: Option<Site>,
}

/// Parts an edit by an agency.
///
/// Names, kinds and places wait, and so does a need that is offered for the first time, with its confirmation; where the site said nothing
/// of that need before, all it says of it waits. Everything else is public at once: what waits never blocks it.
///
/// `ever_offered` are the needs that the site offered at any time.
#[must_use]
pub fn split(before: &Site, wanted: &Site, ever_offered: &BTreeSet<NeedCode>) -> Split {
    let first_offers: BTreeSet<&NeedCode> = wanted
        .services
        .iter()
        .filter(|service| service.offer == Offer::Offered)
        .map(|service| &service.need)
        .filter(|need| !ever_offered.contains(*need))
        .filter(|need| {
            let was = before.service(need);
            was.is_none_or(|service| service.offer != Offer::Offered)
        })
        .collect();
    let waits: Vec<Difference> = differences(Some(before), Some(wanted))
        .into_iter()
        .filter(|difference| must_wait(&difference.part, before, &first_offers))
        .collect();
    if waits.is_empty() {
        return Split {
            now: wanted.clone(),
            waits,
            wanted: None,
        };
    }
    let back: Vec<Difference> = waits
        .iter()
        .map(|difference| Difference {
            part: difference.part.clone(),
            before: difference.after.clone(),
            after: difference.before.clone(),
        })
        .collect();
    let mut now = wanted.clone();
    put_all(&mut now, &back);
    Split {
        now,
        waits,
        wanted: Some(wanted.clone()),
    }
}

fn must_wait(part: &Part, before: &Site, first_offers: &BTreeSet<&NeedCode>) -> bool {
    match part {
        Part::Name
        | Part::AlternateName
        | Part::FormerName
        | Part::Kind
        | Part::Point
        | Part::Address
        | Part::Locality
        | Part::Zone
        | Part::Organization
        | Part::Example => true,
        Part::Service(need, part) if first_offers.contains(need) => {
            before.service(need).is_none()
                || matches!(part, ServicePart::Offer | ServicePart::Confirmation)
        }
        _ => false,
    }
}

impl Split {
    /// The names of the parts that wait, as they are stored.
    #[must_use]
    pub fn parts(&self) -> Vec<String> {
        self.waits
            .iter()
            .map(|difference| difference.part.to_string())
            .collect()
    }

    /// Whether a first offer of a need is among what waits.
    #[must_use]
    pub fn has_first_offer(&self) -> bool {
        self.waits
            .iter()
            .any(|one| one.after == Some(Value::Offer(Offer::Offered)))
    }
}
