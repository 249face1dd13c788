//! The services hours can be for.

use signpost_domain::Offer;

use crate::agency::form::{opened::Opened, view::text_for};

/// The code and the name of each.
pub(crate) fn needs(opened: &Opened<'_>) -> Vec<(String, String)> {
    let snapshot = opened.app.snapshot();
    let offered = opened.site.services.iter();
    offered
        .filter(|service| service.offer != Offer::NotOffered)
        .map(|service| {
            let name = snapshot
                .need(&service.need)
                .map(|need| text_for(&need.name, opened.f.lang));
            (service.need.to_string(), name.unwrap_or_default())
        })
        .collect()
}
