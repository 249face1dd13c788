//! A small town to build snapshots of.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use signpost_domain::{
    Confirmation, Directory, Edition, Ground, HolidayChoice, LonLat, Need, NeedCode, Offer,
    Organization, OrganizationId, Service, Site, SiteKind, SiteSlug, Source, Text,
};
use signpost_hours::Calendar;
use signpost_locate::{BuildError, Inputs, ServiceIx, SiteIx, Snapshot};

/// Sunday 2026-11-22, 14:30 in Kenora.
pub const NOW: &str = "2026-11-22T19:30:00Z";

pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn place(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

pub fn code(need: &str) -> NeedCode {
    NeedCode::new(need).unwrap()
}

pub fn slug(text: &str) -> SiteSlug {
    SiteSlug::new(text).unwrap()
}

fn source() -> Source {
    Source {
        text: "test".into(),
        day: None,
    }
}

fn need(code: &str) -> Need {
    Need {
        code: NeedCode::new(code).unwrap(),
        name: Text::en(code),
        hint: Text::default(),
        icon: String::new(),
        order: 0,
        first: true,
        hsds_taxonomy: None,
        osm_tags: vec![],
        items: vec![],
        also_called: vec![],
        finder: None,
    }
}

/// A directory with the needs `supplies` and `disposal` and one organization, `agency`.
pub fn town(sites: Vec<Site>) -> Directory {
    Directory {
        edition: Edition::Preview,
        title: Text::en("Test town"),
        banner: Text::default(),
        zone: "America/Winnipeg".into(),
        centre: place(-94.49, 49.77),
        needs: vec![need("supplies"), need("disposal")],
        organizations: vec![Organization {
            id: OrganizationId::new("agency").unwrap(),
            name: Text::en("Agency"),
            website: None,
            indigenous_led: false,
            alternate_name: String::new(),
            former_name: String::new(),
            holidays: HolidayChoice::ClosedOn(vec![]),
            source: source(),
            example: false,
            consents: vec![],
        }],
        sites,
        lines: vec![],
        landmarks: vec![],
        localities: vec![],
        walking_range: Directory::usual_walking_range(),
        ground: Ground::default(),
        plans: vec![],
        tombstones: vec![],
    }
}

pub fn site(name: &str, point: Option<LonLat>, services: Vec<Service>) -> Site {
    Site {
        slug: slug(name),
        organization: OrganizationId::new("agency").unwrap(),
        name: Text::en(name),
        kind: SiteKind::Building,
        point,
        address: String::new(),
        locality: String::new(),
        zone: "America/Winnipeg".into(),
        phone: None,
        website: None,
        door: Text::default(),
        access: Text::default(),
        step_free: None,
        alternate_name: String::new(),
        former_name: String::new(),
        description: Text::default(),
        languages: vec![],
        services,
        disposal_point: None,
        exceptions: vec![],
        source: source(),
        example: false,
    }
}

/// Offered, with these hours, confirmed until far away.
pub fn service(need: &str, hours: Option<&str>) -> Service {
    reviewed(need, hours, "2030-01-01".parse().unwrap())
}

/// Offered, with these hours, confirmed through a day.
pub fn reviewed(need: &str, hours: Option<&str>, review_by: Date) -> Service {
    Service {
        need: code(need),
        offer: Offer::Offered,
        hours: hours.map(String::from),
        closed_on: None,
        hours_note: Text::default(),
        description: Text::default(),
        bring: Text::default(),
        eligibility_description: Text::default(),
        minimum_age: None,
        maximum_age: None,
        id_required: None,
        for_women: None,
        pets: None,
        items: vec![],
        confirmation: Some(Confirmation {
            by: "the agency".into(),
            on: "2026-11-01".parse().unwrap(),
            review_by,
        }),
        source: source(),
        example: false,
    }
}

pub fn try_build(directory: Directory) -> Result<Snapshot, BuildError> {
    let inputs = Inputs {
        directory,
        versions: BTreeMap::new(),
        sequence: 7,
    };
    Snapshot::build(inputs, Calendar::ontario(), instant(NOW))
}

pub fn build(sites: Vec<Site>) -> Snapshot {
    try_build(town(sites)).unwrap()
}

pub fn only_service(snapshot: &Snapshot, name: &str) -> ServiceIx {
    let site: SiteIx = snapshot.find(&slug(name)).unwrap();
    snapshot.services_at(site).next().unwrap()
}
