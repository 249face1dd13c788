//! What every answer says about a place, whatever was asked.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use signpost_domain::{Lang, LonLat, Site, SiteKind, SiteSlug};
use signpost_locate::{SiteIx, Snapshot};
use utoipa::ToSchema;

use crate::LocalizedText;
use crate::locale_path;

/// A place: its name, where it is, how to call it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Place)]
pub struct PlaceView {
    /// Its slug.
    pub site: SiteSlug,
    /// Where it stands in the snapshot this was read from.
    #[serde(skip)]
    pub ix: SiteIx,
    /// What people call it.
    pub name: LocalizedText,
    /// What else it is called; several names are parted by semicolons; absent for nothing else.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(required = false)]
    pub alternate_name: String,
    /// What it was called before; several names are parted by semicolons; absent for nothing else.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(required = false)]
    pub former_name: String,
    /// Who runs it.
    pub organization_name: LocalizedText,
    /// What stands there.
    pub kind: SiteKind,
    /// Longitude, latitude; `null` when no trustworthy point is known.
    #[schema(required)]
    pub point: Option<LonLat>,
    /// Street address, or words such as "beside the church".
    pub address: String,
    /// The town or neighbourhood.
    pub locality: String,
    /// Its number as printed.
    #[schema(required)]
    pub phone: Option<String>,
    /// Its own page.
    #[schema(required)]
    pub website: Option<String>,
    /// How to find the door.
    pub door: LocalizedText,
    /// Steps, ramps, washrooms.
    pub access: LocalizedText,
    /// Whether one gets in without a step; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub step_free: Option<bool>,
    /// A made-up row for tests and training.
    pub example: bool,
    /// Where to go on from here.
    pub links: Links,
}

/// Addresses a reader can follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Links {
    /// Its page on this server, relative.
    pub page: String,
    /// `geo:` address with its name or street, for a map application; `null` without a point.
    #[schema(required)]
    pub directions: Option<String>,
    /// `tel:` address; `null` without a number.
    #[schema(required)]
    pub call: Option<String>,
}

impl PlaceView {
    /// What a reader of `lang` needs to know of a place.
    #[must_use]
    pub fn of(snapshot: &Snapshot, ix: SiteIx, lang: Lang) -> Self {
        let site = snapshot.site(ix);
        let organization = snapshot.organization(ix);
        Self {
            site: site.slug.clone(),
            ix,
            name: LocalizedText::of(&site.name, lang),
            alternate_name: site.alternate_name.clone(),
            former_name: site.former_name.clone(),
            organization_name: LocalizedText::of(&organization.name, lang),
            kind: site.kind,
            point: site.point,
            address: site.address.clone(),
            locality: site.locality.clone(),
            phone: site.phone.as_ref().map(|phone| phone.shown(lang)),
            website: site
                .website
                .clone()
                .or_else(|| organization.website.clone()),
            door: LocalizedText::of(&site.door, lang),
            access: LocalizedText::of(&site.access, lang),
            step_free: site.is_step_free(),
            example: site.example,
            links: Links {
                page: page_of(site, lang),
                directions: site.point.map(|point| geo_address(point, site, lang)),
                call: site.phone.as_ref().map(signpost_domain::Phone::tel),
            },
        }
    }
}

/// Every reader gets the page in the reader's language.
fn page_of(site: &Site, lang: Lang) -> String {
    locale_path::address(lang, &format!("/sites/{}", site.slug))
}

/// What a name may not hold in an address: all but the unreserved characters of RFC 3986 §2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// `geo:49.76955,-94.48821?q=49.76955,-94.48821(Name)` (RFC 5870); the `q` is what phones open a pin with.
fn geo_address(point: LonLat, site: &Site, lang: Lang) -> String {
    let (lat, lon) = (point.lat(), point.lon());
    format!(
        "geo:{lat},{lon}?q={lat},{lon}({})",
        utf8_percent_encode(site.name.words(lang), RESERVED)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_a_geo_address_cannot_end_it() {
        assert_eq!(
            utf8_percent_encode("Café (2) & co.", RESERVED).to_string(),
            "Caf%C3%A9%20%282%29%20%26%20co."
        );
    }
}
