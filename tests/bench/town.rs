//! A made-up district of any size.

use signpost_domain::{
    Confirmation, Directory, Edition, Ground, HolidayChoice, Landmark, LandmarkId, LonLat, Offer,
    Organization, OrganizationId, Service, Site, SiteKind, SiteSlug, Source, Text,
};

/// A handful of hours texts, as a real district has.
const HOURS: &[&str] = &[
    "24/7",
    "Mo-Fr 08:30-16:30",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Sa 09:00-18:00",
    "Mo-Su 16:00-08:00",
    "Fr 20:00-02:00",
    "Mo-Fr 09:00-12:00,13:00-17:00",
    "Tu,Th 10:00-14:00",
    "Tu[1] 13:00-16:00",
    "Mo-Su 10:00-22:00",
];

/// Numbers that look random and are the same in every run.
fn noise(seed: usize) -> f64 {
    let mut x = (seed as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((x ^ (x >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// A place in a box of about 700 by 550 km around Kenora.
pub fn place(number: usize) -> LonLat {
    LonLat::new(
        -99.5 + 10.0 * noise(number * 2),
        47.3 + 5.0 * noise(number * 2 + 1),
    )
    .expect("in range")
}

fn source() -> Source {
    Source {
        text: "made up".into(),
        day: Some("2026-11-01".parse().expect("a day")),
    }
}

/// `count` sites that give out supplies.
pub fn of(count: usize) -> Directory {
    let organization = OrganizationId::new("made-up").expect("an id");
    let needs = signpost_exchange::embedded_needs().expect("needs");
    let supplies = needs
        .iter()
        .find(|need| need.code.as_str() == "supplies")
        .expect("supplies")
        .code
        .clone();
    let sites = (0..count)
        .map(|number| Site {
            slug: SiteSlug::new(&format!("site-{number}")).expect("a slug"),
            organization: organization.clone(),
            name: Text::en(&format!("Site {number}")),
            kind: SiteKind::Building,
            point: Some(place(number + 7_000_000)),
            address: format!("{number} Made Up Road"),
            locality: "Nowhere".into(),
            zone: "America/Winnipeg".into(),
            phone: Some("807-555-0100".parse().expect("a phone")),
            website: None,
            door: Text::default(),
            access: Text::default(),
            step_free: None,
            alternate_name: String::new(),
            former_name: String::new(),
            description: Text::default(),
            languages: Vec::new(),
            services: vec![Service {
                need: supplies.clone(),
                offer: Offer::Offered,
                hours: Some(HOURS[number % HOURS.len()].into()),
                closed_on: None,
                hours_note: Text::default(),
                description: Text::en("New needles and other gear."),
                bring: Text::default(),
                eligibility_description: Text::default(),
                minimum_age: None,
                maximum_age: None,
                id_required: None,
                for_women: None,
                pets: None,
                items: Vec::new(),
                confirmation: Some(Confirmation {
                    by: "made up".into(),
                    on: "2026-11-01".parse().expect("a day"),
                    review_by: "2027-05-01".parse().expect("a day"),
                }),
                source: source(),
                example: true,
            }],
            disposal_point: None,
            exceptions: Vec::new(),
            source: source(),
            example: true,
        })
        .collect();
    Directory {
        edition: Edition::Preview,
        title: Text::en("Nowhere"),
        banner: Text::default(),
        zone: "America/Winnipeg".into(),
        centre: LonLat::new(-94.49, 49.77).expect("in range"),
        needs,
        organizations: vec![Organization {
            id: organization,
            name: Text::en("Made up"),
            website: None,
            indigenous_led: false,
            alternate_name: String::new(),
            former_name: String::new(),
            holidays: HolidayChoice::ClosedOn(Vec::new()),
            source: source(),
            example: true,
            consents: Vec::new(),
        }],
        sites,
        lines: Vec::new(),
        localities: vec![],
        walking_range: Directory::usual_walking_range(),
        landmarks: vec![Landmark {
            id: LandmarkId::new("centre").expect("an id"),
            name: Text::en("Centre"),
            point: LonLat::new(-94.49, 49.77).expect("in range"),
            source: source(),
        }],
        ground: Ground::default(),
        plans: Vec::new(),
        tombstones: vec![],
    }
}
