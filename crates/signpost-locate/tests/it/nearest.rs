use std::sync::LazyLock;

use proptest::prelude::*;
use signpost_domain::{LonLat, Metres, Offer, Site};
use signpost_hours::OpenState;
use signpost_locate::{BBox, ListedSite, SiteQuery, Snapshot, metres_between};

use crate::sample::{NOW, build, code, instant, place, service, site, slug};

#[test]
fn degrees_would_pick_the_wrong_neighbour_at_kenoras_latitude_and_we_do_not() {
    let counter = place(-94.48821, 49.76955);
    // 0.0080 degrees north is 890 m; 0.0099... degrees west is 718 m. In degrees the first looks nearer.
    let north = place(-94.48821, 49.76955 + 0.0080);
    let west = place(-94.48821 - 0.00997, 49.76955);
    assert!((metres_between(counter, north).0 - 890.0).abs() < 2.0);
    assert!((metres_between(counter, west).0 - 718.0).abs() < 2.0);
    let snapshot = build(vec![
        site("north", Some(north), vec![service("supplies", None)]),
        site("west", Some(west), vec![service("supplies", None)]),
    ]);
    let ask = SiteQuery {
        need: Some(code("supplies")),
        limit: 1,
        ..SiteQuery::default()
    };
    let found = snapshot.nearest(counter, &ask);
    assert_eq!(found.len(), 1);
    assert_eq!(snapshot.site(found[0].site).slug, slug("west"));
}

#[test]
fn sites_without_a_point_come_last_and_never_count_as_near() {
    let snapshot = build(vec![
        site("b-patrol", None, vec![service("supplies", None)]),
        site("a-patrol", None, vec![service("supplies", None)]),
        site(
            "counter",
            Some(place(-94.5, 49.7)),
            vec![service("supplies", None)],
        ),
    ]);
    let near = place(-94.5, 49.7);
    for need in [None, Some(code("supplies"))] {
        let ask = SiteQuery {
            need,
            limit: 10,
            ..SiteQuery::default()
        };
        let all = snapshot.nearest(near, &ask);
        let slugs: Vec<_> = all
            .iter()
            .map(|found| snapshot.site(found.site).slug.as_str())
            .collect();
        assert_eq!(slugs, ["counter", "a-patrol", "b-patrol"]);
        assert_eq!(
            all.iter().map(|found| found.metres).collect::<Vec<_>>(),
            [Some(Metres(0.0)), None, None]
        );
        let paged: Vec<_> = (0..4)
            .flat_map(|skip| {
                snapshot.nearest(
                    near,
                    &SiteQuery {
                        skip,
                        limit: 1,
                        ..ask.clone()
                    },
                )
            })
            .collect();
        assert_eq!(paged, all, "a page at a time is the same as all at once");
        let around = snapshot.nearest(
            near,
            &SiteQuery {
                within: Some(Metres(1e9)),
                ..ask.clone()
            },
        );
        assert_eq!(around.len(), 1);
        let bbox = BBox::new(-180.0, -90.0, 180.0, 90.0).unwrap();
        assert_eq!(
            snapshot
                .nearest(
                    near,
                    &SiteQuery {
                        bbox: Some(bbox),
                        ..ask
                    }
                )
                .len(),
            1
        );
    }
}

/// Places that are hard for an index: anywhere, one street, one spot, both sides of the antimeridian, around the poles.
fn places() -> impl Strategy<Value = LonLat> {
    prop_oneof![
        3 => (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| place(lon, lat)),
        3 => (-94.6..-94.3, 49.70..49.82).prop_map(|(lon, lat)| place(lon, lat)),
        1 => prop::sample::select(vec![(-94.48821, 49.76955), (-94.49, 49.77), (0.0, 0.0)])
            .prop_map(|(lon, lat)| place(lon, lat)),
        2 => (any::<bool>(), 0.0..1.0, -60.0..60.0)
            .prop_map(|(east, off, lat)| place(if east { 180.0 - off } else { off - 180.0 }, lat)),
        1 => prop::sample::select(vec![(180.0, 10.0), (-180.0, 10.0), (0.0, 90.0), (77.0, 90.0), (0.0, -90.0)])
            .prop_map(|(lon, lat)| place(lon, lat)),
        2 => (-180.0..180.0, any::<bool>(), 0.0..1.0)
            .prop_map(|(lon, north, off): (f64, bool, f64)| place(lon, if north { 90.0 - off } else { off - 90.0 })),
    ]
}

/// Hours open at [`NOW`], closed at [`NOW`], unknown; or known not to be offered; or no service at all.
fn sites() -> impl Strategy<Value = Vec<Site>> {
    let one = (
        prop::option::weighted(0.95, places()),
        0..5_usize,
        0..5_usize,
    );
    prop::collection::vec(one, 0..60).prop_map(|rows| {
        let offering = |need: &str, kind: usize| {
            let mut offered = service(
                need,
                [Some("24/7"), Some("Mo 09:00-10:00"), None, None, None][kind],
            );
            if kind == 3 {
                offered.offer = Offer::NotOffered;
            }
            (kind < 4).then_some(offered)
        };
        rows.into_iter()
            .enumerate()
            .map(|(ix, (point, supplies, disposal))| {
                let services = [
                    offering("supplies", supplies),
                    offering("disposal", disposal),
                ];
                // Slugs in another order than the rows.
                site(
                    &format!("s{:03}", (ix * 37) % 101),
                    point,
                    services.into_iter().flatten().collect(),
                )
            })
            .collect()
    })
}

fn edges() -> impl Strategy<Value = BBox> {
    let lat = || prop_oneof![-90.0..=90.0, Just(-90.0), Just(90.0), 49.70..49.82];
    let lon = || prop_oneof![-180.0..=180.0, Just(-180.0), Just(180.0), -94.6..-94.3];
    (lon(), lat(), lon(), lat()).prop_map(|(west, a, east, b): (f64, f64, f64, f64)| {
        BBox::new(west, a.min(b), east, a.max(b)).unwrap()
    })
}

fn asks() -> impl Strategy<Value = SiteQuery> {
    (
        prop::option::of(prop::sample::select(vec!["supplies", "disposal"])),
        any::<bool>(),
        prop::option::weighted(0.3, edges()),
        prop::option::weighted(
            0.3,
            prop_oneof![Just(0.0), 0.0..20_000.0, 0.0..20_100_000.0],
        ),
        0..20_usize,
        0..6_usize,
    )
        .prop_map(|(need, open, bbox, within, limit, skip)| SiteQuery {
            need: need.map(code),
            open_at: open.then(|| instant(NOW)),
            bbox,
            within: within.map(Metres),
            limit,
            skip,
            after: None,
        })
}

/// Looks at every site.
fn by_brute_force(snapshot: &Snapshot, near: Option<LonLat>, ask: &SiteQuery) -> Vec<ListedSite> {
    let mut found: Vec<(f64, ListedSite)> = snapshot
        .sites()
        .filter(|&ix| {
            let site = snapshot.site(ix);
            let offered = |need: &_| {
                site.service(need)
                    .is_some_and(|service| service.offer != Offer::NotOffered)
            };
            let open = |at| {
                snapshot.services_at(ix).any(|service| {
                    ask.need
                        .as_ref()
                        .is_none_or(|need| *need == snapshot.service(service).need)
                        && snapshot.moment(service, at).state == OpenState::Open
                })
            };
            ask.need.as_ref().is_none_or(offered)
                && ask.open_at.is_none_or(open)
                && ask
                    .bbox
                    .is_none_or(|bbox| site.point.is_some_and(|point| bbox.contains(point)))
                && ask.after.as_ref().is_none_or(|after| site.slug > *after)
        })
        .filter_map(|ix| {
            let metres = near.and_then(|near| Some(metres_between(near, snapshot.site(ix).point?)));
            let far = near.is_some()
                && ask
                    .within
                    .is_some_and(|within| metres.is_none_or(|metres| metres > within));
            (!far).then(|| {
                (
                    metres.map_or(f64::INFINITY, |metres| metres.0),
                    ListedSite { site: ix, metres },
                )
            })
        })
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.site.cmp(&b.1.site)));
    found
        .into_iter()
        .map(|(_, found)| found)
        .skip(ask.skip)
        .take(ask.limit)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nearest_is_what_looking_at_every_site_finds(sites in sites(), near in places(), ask in asks()) {
        let snapshot = build(sites);
        prop_assert_eq!(snapshot.nearest(near, &ask), by_brute_force(&snapshot, Some(near), &ask));
    }

    #[test]
    fn a_list_is_what_looking_at_every_site_finds(
        sites in sites(), ask in asks(), after in prop::option::of(0..110_usize),
    ) {
        let snapshot = build(sites);
        let after = after.map(|ix| slug(&format!("s{ix:03}")));
        let ask = SiteQuery { after, ..ask };
        prop_assert_eq!(snapshot.list(&ask), by_brute_force(&snapshot, None, &ask));
    }

    #[test]
    fn neighbours_come_nearest_first_and_all_of_them(sites in sites(), near in places()) {
        let snapshot = build(sites);
        let need = code("supplies");
        let found: Vec<_> = snapshot.neighbours(&need, near).collect();
        let mut expected: Vec<_> = snapshot
            .services_for(&need)
            .iter()
            .filter_map(|&ix| Some((ix, metres_between(near, snapshot.site(snapshot.site_of(ix)).point?))))
            .collect();
        expected.sort_by(|a, b| a.1.0.total_cmp(&b.1.0).then(a.0.cmp(&b.0)));
        prop_assert_eq!(&found, &expected);
        prop_assert_eq!(found.len() + snapshot.unplaced(&need).len(), snapshot.services_for(&need).len());
    }
}

/// 3,000 sites, of which a few far away are open, so that a look in order gives up and the narrower index is used.
fn mostly_closed() -> &'static Snapshot {
    static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| {
        let row = |ix: u32| {
            let (x, y) = (f64::from(ix * 619 % 3000), f64::from(ix * 1237 % 3000));
            let point =
                (ix % 50 != 7).then(|| place(x.mul_add(0.1, -179.0), y.mul_add(0.05, -75.0)));
            let hours = if ix % 301 == 7 {
                "24/7"
            } else {
                "Mo 09:00-10:00"
            };
            let need = if ix.is_multiple_of(5) {
                "disposal"
            } else {
                "supplies"
            };
            site(
                &format!("s{ix:04}"),
                point,
                vec![service(need, Some(hours))],
            )
        };
        build((0..3000).map(row).collect())
    });
    &SNAPSHOT
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn few_matches_among_many_sites_are_all_found(near in places(), ask in asks()) {
        let snapshot = mostly_closed();
        let ask = SiteQuery { limit: ask.limit.min(7), ..ask };
        prop_assert_eq!(snapshot.nearest(near, &ask), by_brute_force(snapshot, Some(near), &ask));
        prop_assert_eq!(snapshot.list(&ask), by_brute_force(snapshot, None, &ask));
    }
}
