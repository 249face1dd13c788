use std::collections::BTreeMap;

use jiff::Timestamp;
use signpost_domain::{
    Edition, Exception, ExceptionId, ExceptionKind, Offer, OrganizationId, Text,
};
use signpost_hours::Calendar;
use signpost_locate::{BuildError, Inputs, Snapshot};

use crate::sample::{NOW, build, code, instant, place, service, site, slug, town, try_build};

const WEEKDAYS: &str = "Mo-Fr 09:00-17:00";

#[test]
fn equal_hours_are_kept_once() {
    let sites = (0..100)
        .map(|ix| {
            let hours = ["24/7", WEEKDAYS, "Sa,Su 10:00-16:00"][ix % 3];
            let services = vec![
                service("supplies", Some(hours)),
                service("disposal", Some(WEEKDAYS)),
            ];
            site(&format!("s{ix:03}"), Some(place(-94.5, 49.7)), services)
        })
        .collect();
    assert_eq!(build(sites).distinct_schedules(), 3);
}

#[test]
fn equal_hours_in_another_zone_or_with_an_exception_are_another_schedule() {
    let plain = || site("plain", None, vec![service("supplies", Some(WEEKDAYS))]);
    let mut atikokan = site("atikokan", None, vec![service("supplies", Some(WEEKDAYS))]);
    atikokan.zone = "America/Atikokan".into();
    let mut closed = site(
        "closed",
        None,
        vec![
            service("supplies", Some(WEEKDAYS)),
            service("disposal", Some(WEEKDAYS)),
        ],
    );
    closed.exceptions.push(Exception {
        id: ExceptionId::new("floor").unwrap(),
        need: Some(code("supplies")),
        items: vec![],
        kind: ExceptionKind::Closed,
        first: "2026-11-23".parse().unwrap(),
        last: Some("2026-11-23".parse().unwrap()),
        hours: None,
        reason: Text::en("New floor"),
        review_by: None,
    });
    let snapshot = build(vec![plain(), atikokan, closed]);
    assert_eq!(snapshot.distinct_schedules(), 3);
    let at = instant("2026-11-23T16:00:00Z");
    let site = snapshot.find(&slug("closed")).unwrap();
    let states: Vec<_> = snapshot
        .services_at(site)
        .map(|service| snapshot.state(service, at))
        .collect();
    assert_eq!(
        states,
        [
            signpost_hours::OpenState::Closed,
            signpost_hours::OpenState::Open
        ]
    );
}

#[test]
fn one_bad_row_refuses_the_build_and_is_named() {
    let good = || site("good", None, vec![service("supplies", Some(WEEKDAYS))]);
    let mut bad_hours = site(
        "counter",
        None,
        vec![service("disposal", Some("Feb 30 09:00-10:00"))],
    );
    let error = try_build(town(vec![good(), bad_hours.clone()])).unwrap_err();
    assert!(
        matches!(&error, BuildError::Hours { site, need, .. } if *site == slug("counter") && *need == code("disposal"))
    );
    assert!(
        error
            .to_string()
            .starts_with("site counter, service disposal: hours, column "),
        "{error}"
    );

    bad_hours.services[0].hours = None;
    let mut zone = bad_hours.clone();
    zone.zone = "America/Kenora".into();
    let error = try_build(town(vec![good(), zone])).unwrap_err();
    assert!(
        matches!(&error, BuildError::SiteZone { site, .. } if *site == slug("counter")),
        "{error}"
    );

    let mut organization = bad_hours.clone();
    organization.organization = OrganizationId::new("nobody").unwrap();
    let error = try_build(town(vec![good(), organization])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "site counter: no organization has the id nobody"
    );

    let mut need = bad_hours.clone();
    need.services[0].need = code("rockets");
    let error = try_build(town(vec![good(), need])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "site counter: no need has the code rockets"
    );

    let error = try_build(town(vec![good(), good()])).unwrap_err();
    assert_eq!(error, BuildError::SlugTwice { slug: slug("good") });

    let mut twice = bad_hours.clone();
    twice.services.push(service("disposal", None));
    let error = try_build(town(vec![good(), twice])).unwrap_err();
    assert!(matches!(error, BuildError::NeedTwice { .. }));

    let mut town_zone = town(vec![good()]);
    town_zone.zone = "Kenora".into();
    assert!(matches!(
        try_build(town_zone).unwrap_err(),
        BuildError::TownZone { .. }
    ));
}

#[test]
fn sites_are_found_by_slug_with_their_own_services_version_and_organization() {
    let mut none = service("disposal", None);
    none.offer = Offer::NotOffered;
    let sites = vec![
        site("zebra", None, vec![service("disposal", Some("24/7"))]),
        site(
            "apple",
            Some(place(-94.5, 49.7)),
            vec![none, service("supplies", None)],
        ),
        site("bare", Some(place(-94.4, 49.7)), vec![]),
    ];
    let inputs = Inputs {
        directory: town(sites),
        versions: BTreeMap::from([(slug("zebra"), 4)]),
        sequence: 9,
    };
    let now: Timestamp = instant(NOW);
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now).unwrap();
    assert_eq!((snapshot.sequence(), snapshot.built_at()), (9, now));
    let slugs: Vec<_> = snapshot
        .sites()
        .map(|ix| snapshot.site(ix).slug.to_string())
        .collect();
    assert_eq!(slugs, ["apple", "bare", "zebra"]);
    let zebra = snapshot.find(&slug("zebra")).unwrap();
    let apple = snapshot.find(&slug("apple")).unwrap();
    assert_eq!((snapshot.version(zebra), snapshot.version(apple)), (4, 0));
    assert_eq!(snapshot.organization(zebra).id.as_str(), "agency");
    assert_eq!(snapshot.find(&slug("mango")), None);
    for ix in snapshot.sites() {
        let own: Vec<_> = snapshot
            .services_at(ix)
            .map(|service| snapshot.service(service).clone())
            .collect();
        assert_eq!(own, snapshot.site(ix).services);
        assert!(
            snapshot
                .services_at(ix)
                .all(|service| snapshot.site_of(service) == ix)
        );
    }
    let disposal: Vec<_> = snapshot.services_for(&code("disposal")).to_vec();
    assert_eq!(
        disposal.len(),
        1,
        "what is known not to be offered is no candidate"
    );
    assert_eq!(snapshot.unplaced(&code("disposal")), disposal);
    assert_eq!(snapshot.services_for(&code("supplies")).len(), 1);
    assert!(snapshot.services_for(&code("rockets")).is_empty());
    assert!(snapshot.need(&code("rockets")).is_none());
}

#[test]
fn a_live_edition_leaves_examples_out() {
    let mut example = site("example", None, vec![]);
    example.example = true;
    let mut directory = town(vec![example, site("real", None, vec![])]);
    assert_eq!(try_build(directory.clone()).unwrap().sites().count(), 2);
    directory.edition = Edition::Live;
    assert_eq!(try_build(directory).unwrap().sites().count(), 1);
}
