//! Places as an osmChange, for a mapper to look at. Nobody sends it: what is there already, and whether it is so, only a person can see.

use std::fmt::Write as _;

use jiff::civil::Date;
use signpost_domain::{Directory, Lang, Need, Offer, Service, Site, Trust};

/// An osmChange that creates a node for each place with a point and a need that `OpenStreetMap` has a sure tag for.
///
/// Examples, and what is not known to be offered, are left out; hours only stand there when the organization confirmed them.
#[must_use]
pub fn osm_change(directory: &Directory, day: Date) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.push_str("<!-- For a mapper to look at, place by place: it may be on the map already. Do not upload this as it is. -->\n");
    text.push_str("<osmChange version=\"0.6\" generator=\"Signpost\">\n<create>\n");
    let mut id = 0_i64;
    for site in directory.sites.iter().filter(|site| !site.example) {
        let Some(point) = site.point else { continue };
        let offered: Vec<(&Service, &Need)> = site
            .services
            .iter()
            .filter(|service| !service.example && service.offer_on(day) == Offer::Offered)
            .filter_map(|service| {
                let mut needs = directory.needs.iter();
                Some((service, needs.find(|need| need.code == service.need)?))
            })
            .filter(|(_, need)| !need.osm_tags.is_empty())
            .collect();
        if offered.is_empty() {
            continue;
        }
        id -= 1;
        let (lat, lon) = (point.lat(), point.lon());
        let _infallible = writeln!(
            text,
            "<node id=\"{id}\" version=\"0\" lat=\"{lat}\" lon=\"{lon}\">"
        );
        for (key, value) in tags(directory, site, &offered, day) {
            let _infallible = writeln!(
                text,
                "<tag k=\"{}\" v=\"{}\"/>",
                escaped(&key),
                escaped(&value)
            );
        }
        text.push_str("</node>\n");
    }
    text.push_str("</create>\n</osmChange>\n");
    text
}

fn tags(
    directory: &Directory,
    site: &Site,
    offered: &[(&Service, &Need)],
    day: Date,
) -> Vec<(String, String)> {
    let mut tags: Vec<(String, String)> = Vec::new();
    let mut put = |key: &str, value: &str| {
        if !value.is_empty() && tags.iter().all(|(own, _)| own != key) {
            tags.push((key.to_owned(), value.to_owned()));
        }
    };
    for (_, need) in offered {
        for tag in &need.osm_tags {
            put(&tag.key, &tag.value);
        }
    }
    put("name", site.name.words(Lang::En));
    if let Some(french) = site.name.exactly(Lang::Fr) {
        put("name:fr", french);
    }
    let mut organizations = directory.organizations.iter();
    let organization = organizations.find(|one| one.id == site.organization);
    put(
        "operator",
        organization.map_or("", |one| one.name.words(Lang::En)),
    );
    if let Some(phone) = &site.phone {
        put("phone", phone.tel().trim_start_matches("tel:"));
    }
    put("website", site.website.as_deref().unwrap_or_default());
    // One text of hours for the node: only where all that it is tagged with has the same.
    let mut hours = offered.iter().map(|(service, _)| {
        let confirmed = service.trust(day) == Trust::Confirmed;
        service.hours.as_deref().filter(|_| confirmed)
    });
    if let Some(Some(first)) = hours.next()
        && hours.all(|other| other == Some(first))
    {
        put("opening_hours", first);
    }
    put(
        "note",
        "From a directory of services; look whether it is so, and whether it is on the map already.",
    );
    tags
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
