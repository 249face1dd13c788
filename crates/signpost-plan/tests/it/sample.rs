//! A small town to ask questions in.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use signpost_domain::{
    Confirmation, Consent, Directory, Edition, Ground, HolidayChoice, LineId, LonLat, Need,
    NeedCode, Offer, Organization, OrganizationId, PhoneLine, Plan, PlanStatus, Rule, RuleId,
    Service, Site, SiteKind, SiteSlug, Source, Target, Text,
};
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_plan::{Question, Reply, where_to_go};

/// Wednesday 2026-11-25, 10:00 in Kenora.
pub const WEDNESDAY_10: &str = "2026-11-25T10:00:00-05:00";
/// Where everybody starts from.
pub const HERE: (f64, f64) = (-94.49, 49.77);

pub fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn place(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

/// A place so many metres north of [`HERE`], to within a metre.
pub fn north(metres: f64) -> LonLat {
    place(HERE.0, HERE.1 + metres / 111_220.0)
}

pub fn need(code: &str) -> NeedCode {
    NeedCode::new(code).unwrap()
}

pub fn slug(text: &str) -> SiteSlug {
    SiteSlug::new(text).unwrap()
}

pub fn organization_id(text: &str) -> OrganizationId {
    OrganizationId::new(text).unwrap()
}

pub fn source() -> Source {
    Source {
        text: "test".into(),
        day: None,
    }
}

fn need_row(code: &str) -> Need {
    Need {
        code: need(code),
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

pub fn organization(id: &str, holidays: HolidayChoice) -> Organization {
    Organization {
        id: organization_id(id),
        name: Text::en(id),
        website: None,
        indigenous_led: false,
        alternate_name: String::new(),
        former_name: String::new(),
        holidays,
        source: source(),
        example: false,
        consents: vec![],
    }
}

/// The needs `supplies`, `disposal` and `naloxone`; the organizations `agency`, open on holidays, and `other`.
pub fn town(sites: Vec<Site>) -> Directory {
    Directory {
        edition: Edition::Preview,
        title: Text::en("Test town"),
        banner: Text::default(),
        zone: "America/Winnipeg".into(),
        centre: place(HERE.0, HERE.1),
        needs: ["supplies", "disposal", "naloxone"].map(need_row).to_vec(),
        organizations: vec![
            organization("agency", HolidayChoice::ClosedOn(vec![])),
            organization("other", HolidayChoice::Unstated),
        ],
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

/// A site of `agency` that offers supplies at these hours, confirmed.
pub fn site(name: &str, point: Option<LonLat>, hours: &str) -> Site {
    Site {
        slug: slug(name),
        organization: organization_id("agency"),
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
        services: vec![service("supplies", Some(hours))],
        disposal_point: None,
        exceptions: vec![],
        source: source(),
        example: false,
    }
}

/// Offered, confirmed until far away.
pub fn service(code: &str, hours: Option<&str>) -> Service {
    Service {
        need: need(code),
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
            on: day("2025-01-01"),
            review_by: day("2035-01-01"),
        }),
        source: source(),
        example: false,
    }
}

/// From a dated source, and not confirmed by anyone.
pub fn unconfirmed(mut site: Site) -> Site {
    for service in &mut site.services {
        service.confirmation = None;
        service.source.day = Some("2026-10-01".parse().unwrap());
    }
    site
}

pub fn line(id: &str, order: u16, needs: &[&str]) -> PhoneLine {
    PhoneLine {
        id: LineId::new(id).unwrap(),
        name: Text::en(id),
        phone: "807-555-0100".parse().unwrap(),
        texts: false,
        website: None,
        sentence: Text::default(),
        hours: None,
        needs: needs.iter().map(|code| need(code)).collect(),
        order,
        source: source(),
        example: false,
    }
}

/// An approved plan in force through 2026, to which `agency` has consented.
pub fn plan(rules: Vec<Rule>) -> Plan {
    Plan {
        version: 1,
        status: PlanStatus::Approved,
        title: Text::default(),
        summary: Text::default(),
        from: Some(day("2026-01-01")),
        until: Some(day("2026-12-31")),
        zone: "America/Winnipeg".into(),
        decision: "test".into(),
        rules,
        consents: vec![consent("agency")],
        example: false,
        ..Plan::default()
    }
}

pub fn consent(organization: &str) -> Consent {
    Consent {
        organization: organization_id(organization),
        need: None,
        on: day("2020-01-01"),
        until: None,
        reference: "test".into(),
    }
}

/// A rule for supplies, on every day of its plan.
pub fn rule(from: &str, targets: &[&str]) -> Rule {
    Rule {
        id: RuleId::new(&format!("from-{from}")).unwrap(),
        from: slug(from),
        need: need("supplies"),
        first: None,
        last: None,
        targets: targets.iter().map(|name| target(name)).collect(),
        message: Text::en_fr("The counter has moved.", "Le comptoir a déménagé."),
        decision: "test".into(),
    }
}

pub fn target(name: &str) -> Target {
    Target {
        site: slug(name),
        need: None,
        note: Text::default(),
    }
}

pub fn snapshot(directory: Directory, now: Timestamp) -> Snapshot {
    let inputs = Inputs {
        directory,
        versions: BTreeMap::new(),
        sequence: 1,
    };
    Snapshot::build(inputs, Calendar::ontario(), now).unwrap()
}

/// "Where can I get supplies?", asked at [`HERE`].
pub fn question(at: &str, from: Option<&str>) -> Question {
    Question {
        need: need("supplies"),
        at: instant(at),
        near: Some(place(HERE.0, HERE.1)),
        from: from.map(slug),
        age: None,
        limit: 10,
    }
}

/// A town that was asked, and what it said.
pub struct Asked {
    pub snapshot: Snapshot,
    pub reply: Reply,
}

pub fn ask(directory: Directory, question: &Question) -> Asked {
    let snapshot = snapshot(directory, question.at);
    let reply = where_to_go(&snapshot, question).unwrap();
    Asked { snapshot, reply }
}

impl Asked {
    pub fn slugs(&self) -> Vec<&str> {
        self.reply
            .answers
            .iter()
            .map(|answer| self.snapshot.site(answer.site).slug.as_str())
            .collect()
    }
}
