//! A disposal point through time: before it stands, while it does, and after.

use signpost_domain::{DisposalPoint, Offer, PointStatus};
use signpost_hours::OpenState;

use crate::sample::{build, code, instant, place, service, site, slug};
#[test]
fn a_disposal_point_is_closed_before_it_stands_and_after_it_stood_and_a_proposed_one_is_not_there()
{
    let point = |status, since: Option<&str>, until: Option<&str>| DisposalPoint {
        status,
        since: since.map(|day| day.parse().unwrap()),
        until: until.map(|day| day.parse().unwrap()),
        owner: "the town".into(),
        ..DisposalPoint::default()
    };
    let of = |name: &str, point| {
        let services = vec![service("disposal", Some("24/7"))];
        let mut site = site(name, Some(place(-94.5, 49.7)), services);
        site.disposal_point = Some(point);
        site
    };
    let existing = PointStatus::Existing;
    let mut shelter = of("shelter", point(PointStatus::Proposed, None, None));
    shelter.services.push(service("supplies", Some("24/7")));
    let snapshot = build(vec![
        of("ends", point(existing, None, Some("2026-11-24"))),
        of("gone", point(PointStatus::Closed, None, Some("2026-08-31"))),
        of("later", point(existing, Some("2026-11-24"), None)),
        of(
            "proposed",
            point(PointStatus::Proposed, Some("2026-01-01"), None),
        ),
        shelter,
    ]);
    let names = |at: &str| -> Vec<String> {
        let need = code("disposal");
        let services = snapshot.services_for(&need).iter();
        services
            .filter(|service| snapshot.state(**service, instant(at)) == OpenState::Open)
            .map(|service| snapshot.site(snapshot.site_of(*service)).slug.to_string())
            .collect()
    };
    assert_eq!(names("2026-11-24T04:59:00Z"), ["ends"]);
    assert_eq!(names("2026-11-24T05:00:00Z"), ["ends", "later"]);
    assert_eq!(names("2026-11-25T05:00:00Z"), ["later"]);
    assert_eq!(
        names("2030-01-01T00:00:00Z"),
        ["later"],
        "beyond the table too"
    );
    // What else is at the site stays; nobody but those who plan hears of the rest.
    assert!(snapshot.find(&slug("proposed")).is_none());
    let shelter = snapshot.find(&slug("shelter")).unwrap();
    assert_eq!(snapshot.services_at(shelter).len(), 1);
    let proposed: Vec<_> = snapshot
        .proposed()
        .iter()
        .map(|site| site.slug.as_str())
        .collect();
    assert_eq!(proposed, ["proposed", "shelter"]);
    let gone = snapshot.find(&slug("gone")).unwrap();
    let gone = snapshot.services_at(gone).next().unwrap();
    assert_eq!(
        snapshot.offer(gone, instant("2026-11-24T05:00:00Z")),
        Offer::NotOffered
    );
}
