//! A small made-up town, and a database file to keep it in.

use std::path::PathBuf;

use jiff::{Timestamp, civil::date};
use signpost_domain::{
    Bank, Confirmation, Consent, Crossing, Directory, DisposalPoint, Edition, Exception,
    ExceptionKind, Ground, HolidayChoice, Item, Landmark, LonLat, Need, Neighbourhood, Offer,
    Organization, OsmTag, PhoneLine, Plan, PlanStatus, PointKind, Rule, Service, Site, SiteKind,
    SiteSlug, Source, Target, Text,
};
use signpost_store::{Reason, SiteEdit, Store, StoreError, VerifyFault};
use sqlx::{Connection as _, SqliteConnection};
use tempfile::TempDir;

/// A database in a folder of its own.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) store: Store,
}

impl Place {
    pub(crate) async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&url(&folder.path().join("town.db")))
            .await
            .unwrap();
        Self { folder, store }
    }

    pub(crate) async fn with(directory: &Directory) -> Self {
        let place = Self::empty().await;
        place
            .store
            .sync(directory, "test", &Reason::typed("first"), now())
            .await
            .unwrap();
        place
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("town.db")
    }

    /// Runs SQL past the store, as somebody with the file in hand could.
    pub(crate) async fn tamper(&self, sql: &'static str) {
        let options = sqlx::sqlite::SqliteConnectOptions::new()
            .filename(self.file())
            .foreign_keys(false);
        let mut raw = SqliteConnection::connect_with(&options).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut raw).await.unwrap();
        raw.close().await.unwrap();
    }

    /// What `verify` finds.
    pub(crate) async fn faults(&self) -> Vec<VerifyFault> {
        match self.store.verify().await {
            Ok(_) => vec![],
            Err(StoreError::Unsound { faults }) => faults,
            Err(error) => panic!("{error}"),
        }
    }

    pub(crate) async fn site(&self, slug: &str) -> Site {
        let directory = self.store.load().await.unwrap().directory.unwrap();
        directory
            .sites
            .into_iter()
            .find(|site| site.slug.as_str() == slug)
            .unwrap()
    }

    pub(crate) async fn version(&self, slug: &str) -> u64 {
        self.store.load().await.unwrap().versions[&SiteSlug::new(slug).unwrap()]
    }

    pub(crate) async fn revisions(&self) -> u64 {
        self.store.sequence().await.unwrap()
    }
}

pub(crate) fn url(path: &std::path::Path) -> String {
    format!("sqlite:{}", path.display())
}

pub(crate) fn now() -> Timestamp {
    "2026-11-22T18:00:00.25Z".parse().unwrap()
}

/// An edit of a site that sets the words about its door.
pub(crate) fn door(mut site: Site, words: &str, expected: u64, key: Option<&str>) -> SiteEdit {
    site.door = Text::en(words);
    SiteEdit {
        slug: site.slug.clone(),
        expected,
        site,
        waiting: None,
        author: "harbour".into(),
        reason: Reason::typed("the door moved"),
        idempotency: key.map(Into::into),
        at: now(),
    }
}

pub(crate) fn source() -> Source {
    Source {
        text: "invented".into(),
        day: Some("2026-11".parse().unwrap()),
    }
}

pub(crate) fn organization(id: &str) -> Organization {
    Organization {
        id: id.parse().unwrap(),
        name: Text::en(id),
        website: Some("https://harbour.example".into()),
        indigenous_led: false,
        alternate_name: String::new(),
        former_name: String::new(),
        holidays: HolidayChoice::ClosedOn(vec!["family-day".parse().unwrap()]),
        source: source(),
        example: true,
        consents: vec![],
    }
}

pub(crate) fn service(need: &str) -> Service {
    Service {
        need: need.parse().unwrap(),
        offer: Offer::Offered,
        hours: Some("Mo-Fr 09:00-17:00".into()),
        closed_on: Some(vec!["christmas-day".parse().unwrap()]),
        hours_note: Text::en("in season"),
        description: Text::en_fr("New needles", "Seringues neuves"),
        bring: Text::en("No ID. No name."),
        eligibility_description: Text::en("Students"),
        minimum_age: Some(12.try_into().unwrap()),
        maximum_age: Some(25.try_into().unwrap()),
        id_required: Some(false),
        for_women: None,
        pets: Some(true),
        items: vec!["needles".parse().unwrap()],
        confirmation: Some(Confirmation {
            by: "the counter".into(),
            on: date(2026, 11, 1),
            review_by: date(2027, 2, 1),
        }),
        source: source(),
        example: true,
    }
}

pub(crate) fn site(slug: &str) -> Site {
    Site {
        slug: slug.parse().unwrap(),
        organization: "harbour".parse().unwrap(),
        name: Text::en_fr("Counter", "Comptoir"),
        kind: SiteKind::Building,
        point: Some(LonLat::new(-94.488_21, 49.769_55).unwrap()),
        address: "1 Wharf Street".into(),
        locality: "Harbour".into(),
        zone: "America/Winnipeg".into(),
        phone: Some("807-555-0100 ext 12".parse().unwrap()),
        website: None,
        door: Text::en("Blue door"),
        access: Text::default(),
        step_free: None,
        alternate_name: String::new(),
        former_name: String::new(),
        description: Text::default(),
        languages: vec!["en".into(), "oj".into()],
        services: vec![service("disposal"), service("supplies")],
        disposal_point: Some(DisposalPoint {
            kind: Some(PointKind::StaffedCounter),
            capacity_litres: Some(20),
            ..DisposalPoint::default()
        }),
        exceptions: vec![Exception {
            id: "winter-break".parse().unwrap(),
            need: Some("supplies".parse().unwrap()),
            items: vec![],
            kind: ExceptionKind::Closed,
            first: date(2026, 12, 24),
            last: Some(date(2027, 1, 2)),
            hours: None,
            reason: Text::en("Holiday"),
            review_by: None,
        }],
        source: source(),
        example: true,
    }
}

fn need(code: &str) -> Need {
    Need {
        code: code.parse().unwrap(),
        name: Text::en(code),
        hint: Text::default(),
        icon: code.into(),
        order: 1,
        first: true,
        hsds_taxonomy: None,
        osm_tags: vec![OsmTag {
            key: "amenity".into(),
            value: "pharmacy".into(),
        }],
        items: vec![Item {
            code: "needles".parse().unwrap(),
            name: Text::en("Needles"),
        }],
        also_called: vec!["points".into()],
        finder: None,
    }
}

/// Two organizations, three sites, and one of everything else.
pub(crate) fn town() -> Directory {
    let corner = |lon, lat| LonLat::new(lon, lat).unwrap();
    let bank = |id: &str, lon: f64| Bank {
        id: id.into(),
        name: Text::en(id),
        ring: vec![
            corner(lon, 49.7),
            corner(lon + 0.1, 49.7),
            corner(lon, 49.8),
            corner(lon, 49.7),
        ],
    };
    let mut pharmacy = site("pharmacy");
    pharmacy.kind = SiteKind::Pharmacy;
    pharmacy.organization = "pharmacy".parse().unwrap();
    let mut patrol = site("patrol");
    patrol.point = None;
    patrol.services = vec![];
    patrol.disposal_point = None;
    patrol.exceptions = vec![];
    Directory {
        edition: Edition::Preview,
        title: Text::en_fr("Harbour", "Havre"),
        banner: Text::en("Nothing here is real."),
        zone: "America/Winnipeg".into(),
        centre: corner(-94.49, 49.77),
        needs: vec![need("supplies"), need("disposal")],
        organizations: vec![organization("harbour"), organization("pharmacy")],
        sites: vec![site("counter"), patrol, pharmacy],
        lines: vec![PhoneLine {
            id: "crisis".parse().unwrap(),
            name: Text::en("Crisis line"),
            phone: "1-866-555-0100".parse().unwrap(),
            texts: true,
            website: Some("https://example.org/crisis".into()),
            sentence: Text::en("Somebody answers."),
            hours: Some("24/7".into()),
            needs: vec!["supplies".parse().unwrap()],
            order: 2,
            source: source(),
            example: true,
        }],
        localities: vec![],
        walking_range: Directory::usual_walking_range(),
        landmarks: vec![Landmark {
            id: "fish".parse().unwrap(),
            name: Text::en("The big fish"),
            point: corner(-94.49, 49.76),
            source: source(),
        }],
        ground: Ground {
            banks: vec![bank("east", -94.4), bank("west", -94.6)],
            crossings: vec![Crossing {
                id: "bridge".into(),
                name: Text::en("The bridge"),
                joins: ["west".into(), "east".into()],
                ends: [corner(-94.5, 49.77), corner(-94.4, 49.77)],
                open: true,
                source: source(),
            }],
            neighbourhoods: vec![Neighbourhood {
                id: "north-end".into(),
                name: Text::en("North End"),
                ring: bank("north-end", -94.4).ring,
                approximate: true,
                source: source(),
            }],
        },
        plans: vec![plan()],
        tombstones: vec![],
    }
}

fn plan() -> Plan {
    Plan {
        version: 3,
        status: PlanStatus::Approved,
        title: Text::en("Plan"),
        summary: Text::default(),
        from: Some(date(2026, 11, 1)),
        until: None,
        zone: "America/Winnipeg".into(),
        decision: "minutes of 2026-10-01".into(),
        rules: vec![Rule {
            id: "counter-moves".parse().unwrap(),
            from: "counter".parse().unwrap(),
            need: "supplies".parse().unwrap(),
            first: None,
            last: Some(date(2027, 1, 1)),
            targets: vec![Target {
                site: "pharmacy".parse().unwrap(),
                need: None,
                note: Text::en("Ask at the back."),
            }],
            message: Text::en("We moved."),
            decision: String::new(),
        }],
        consents: vec![Consent {
            organization: "pharmacy".parse().unwrap(),
            need: None,
            on: date(2026, 10, 1),
            until: None,
            reference: "letter".into(),
        }],
        example: true,
        ..Plan::default()
    }
}
