//! A made-up district of any size: places crowd together as in real towns, the large ones far larger than the many small ones.

use signpost_domain::{
    Confirmation, Directory, Edition, Ground, HolidayChoice, Landmark, LandmarkId, LonLat,
    NeedCode, Offer, Organization, OrganizationId, Service, Site, SiteKind, SiteSlug, Source, Text,
};

/// The needs that places answer.
pub const NEEDS: [&str; 12] = [
    "supplies",
    "disposal",
    "naloxone",
    "drug-checking",
    "withdrawal",
    "treatment",
    "health-care",
    "mental-health",
    "shelter",
    "food",
    "washroom",
    "housing",
];

/// Days and times that make up the hours texts.
const DAYS: [&str; 8] = [
    "Mo-Fr", "Mo-Sa", "Mo-Su", "Tu-Sa", "Mo,We,Fr", "Tu,Th", "Mo-Th", "Sa,Su",
];
const TIMES: [&str; 5] = [
    "08:30-16:30",
    "09:00-12:00,13:00-17:00",
    "10:00-22:00",
    "16:00-08:00",
    "11:30-15:30",
];
/// How many towns there are, and how many of the places people know.
const TOWNS: usize = 300;
/// A place in three does two things.
const SECOND_EVERY: usize = 3;

/// Numbers that look random and are the same in every run.
fn noise(seed: usize) -> f64 {
    let mut x = (seed as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((x ^ (x >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// One of 40 texts; the first is for a place that never closes.
fn hours(number: usize) -> String {
    let number = number % 40;
    if number == 0 {
        return "24/7".to_owned();
    }
    format!("{} {}", DAYS[number % 8], TIMES[number / 8])
}

/// A place in a box of about 700 by 550 km around Kenora.
fn anywhere(number: usize) -> LonLat {
    let (east, north) = (noise(number * 2), noise(number * 2 + 1));
    LonLat::new(10.0f64.mul_add(east, -99.5), 5.0f64.mul_add(north, 47.3)).expect("in range")
}

/// The town that something is in: the first has as many as the next two, and so on down.
fn town(number: usize) -> usize {
    let rank = (TOWNS as f64).powf(noise(number + 31_000_000));
    (rank as usize).min(TOWNS) - 1
}

/// A place beside the middle of a town, sooner near than far: the sum of some noise is nearly a bell.
fn in_town(town: usize, number: usize) -> LonLat {
    let middle = anywhere(town + 7_000_000);
    let bell = |seed: usize| {
        let sum: f64 = (0..6).map(|one| noise(number * 64 + seed + one)).sum();
        (sum - 3.0) / 0.7
    };
    // Larger towns are wider.
    let wide = 0.03 / (1.0 + town as f64 / 20.0) + 0.004;
    LonLat::new(
        (1.5 * wide).mul_add(bell(0), middle.lon()),
        wide.mul_add(bell(6), middle.lat()),
    )
    .expect("in range")
}

/// A place from which somebody asks: in a town, where there are many.
pub fn where_people_are(_town: &Directory, number: usize) -> LonLat {
    place(number + 500_000_000)
}

/// A place in one of the towns.
pub fn place(number: usize) -> LonLat {
    in_town(town(number), number)
}

fn source() -> Source {
    Source {
        text: "made up".into(),
        day: Some("2026-11-01".parse().expect("a day")),
    }
}

fn service(number: usize, need: &str, row: usize) -> Service {
    Service {
        need: NeedCode::new(need).expect("a code"),
        offer: Offer::Offered,
        hours: Some(hours((noise(row + 17_000_000) * 40.0) as usize)),
        closed_on: None,
        hours_note: Text::default(),
        description: Text::en(&format!(
            "Ask at desk {}; new things every week.",
            number % 97
        )),
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
    }
}

fn services(number: usize) -> Vec<Service> {
    let first = (noise(number + 53_000_000) * 12.0) as usize;
    let mut services = vec![service(number, NEEDS[first % 12], number * 2)];
    if number.is_multiple_of(SECOND_EVERY) {
        services.push(service(number, NEEDS[(first + 5) % 12], number * 2 + 1));
    }
    services
}

fn site(number: usize, organization: &OrganizationId) -> Site {
    Site {
        slug: SiteSlug::new(&format!("site-{number}")).expect("a slug"),
        organization: organization.clone(),
        name: Text::en(&format!("House {number}")),
        kind: SiteKind::Building,
        point: Some(place(number)),
        address: format!("{number} Made Up Road"),
        locality: "Nowhere".into(),
        zone: "America/Winnipeg".into(),
        phone: Some("807-555-0100".parse().expect("a phone")),
        website: None,
        door: Text::en("Side door."),
        access: Text::default(),
        step_free: None,
        alternate_name: String::new(),
        former_name: String::new(),
        description: Text::default(),
        languages: Vec::new(),
        services: services(number),
        disposal_point: None,
        exceptions: Vec::new(),
        source: source(),
        example: true,
    }
}

fn landmark(town: usize) -> Landmark {
    Landmark {
        id: LandmarkId::new(&format!("middle-{town}")).expect("an id"),
        name: Text::en(&format!("Middle of town {town}")),
        point: anywhere(town + 7_000_000),
        source: source(),
    }
}

/// `count` sites.
pub fn of(count: usize) -> Directory {
    let organization = OrganizationId::new("made-up").expect("an id");
    Directory {
        edition: Edition::Preview,
        title: Text::en("Nowhere"),
        banner: Text::default(),
        zone: "America/Winnipeg".into(),
        centre: LonLat::new(-94.49, 49.77).expect("in range"),
        needs: signpost_exchange::embedded_needs().expect("needs"),
        sites: (0..count)
            .map(|number| site(number, &organization))
            .collect(),
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
        lines: Vec::new(),
        localities: vec![],
        walking_range: Directory::usual_walking_range(),
        landmarks: (0..12).map(landmark).collect(),
        ground: Ground::default(),
        plans: Vec::new(),
        tombstones: vec![],
    }
}

/// The same as a data folder.
pub fn write(directory: &Directory, folder: &std::path::Path) {
    let head = "edition = \"preview\"\ntitle = { en = \"Nowhere\" }\nzone = \"America/Winnipeg\"\n\
        centre = [-94.49, 49.77]\n";
    std::fs::write(folder.join("directory.toml"), head).expect("a file");
    for (name, table) in signpost_exchange::write_csv(directory) {
        std::fs::write(folder.join(name), table).expect("a file");
    }
}
