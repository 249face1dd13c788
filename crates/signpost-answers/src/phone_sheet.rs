//! What is read out at the phone when a listing is checked.

use jiff::Timestamp;
use signpost_domain::{Offer, SiteSlug};
use signpost_locate::Snapshot;

use crate::{ServiceView, Speaker, site};

/// A listing as it stands, field by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneSheetLine {
    /// What people call it.
    pub name: String,
    /// Its number.
    pub phone: String,
    /// Where it is.
    pub address: String,
    /// What it offers, each with its usual hours.
    pub hours: Vec<String>,
    /// What it offers.
    pub offers: String,
    /// Its version now.
    pub version: u64,
}

/// A listing as it stands; `None` when it is not public any more.
#[must_use]
pub fn phone_sheet_line(
    snapshot: &Snapshot,
    slug: &SiteSlug,
    at: Timestamp,
    speaker: Speaker,
) -> Option<PhoneSheetLine> {
    let ix = snapshot.find(slug)?;
    let view = site(snapshot, ix, at, speaker.lang);
    let offered = || {
        let services = view.services.iter();
        services.filter(|service| service.offer == Offer::Offered)
    };
    let offers: Vec<&str> = offered().map(|service| service.name.as_str()).collect();
    let address = [view.place.address.as_str(), view.place.locality.as_str()];
    let address: Vec<&str> = address.into_iter().filter(|one| !one.is_empty()).collect();
    Some(PhoneSheetLine {
        name: view.place.name.to_string(),
        phone: view.place.phone.clone().unwrap_or_default(),
        address: address.join(", "),
        hours: offered()
            .map(|service| {
                let hours = hours(service, speaker);
                speaker.t2(
                    "check-hours-line",
                    ("what", service.name.as_str()),
                    ("hours", &hours),
                )
            })
            .collect(),
        offers: if offers.is_empty() {
            speaker.t("check-offers-none")
        } else {
            offers.join(", ")
        },
        version: snapshot.version(ix),
    })
}

fn hours(service: &ServiceView, speaker: Speaker) -> String {
    let known = [&service.usual_hours, &service.hours_note.to_string()];
    let said = known.into_iter().find(|words| !words.is_empty()).cloned();
    said.or_else(|| service.hours.clone())
        .unwrap_or_else(|| speaker.t("check-hours-unknown"))
}
