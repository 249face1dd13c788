use signpost_locate::{BBox, SiteQuery, Snapshot};

use crate::sample::{build, code, instant, place, service, site, slug};

fn slugs(snapshot: &Snapshot, ask: &SiteQuery) -> Vec<String> {
    snapshot
        .list(ask)
        .iter()
        .map(|found| snapshot.site(found.site).slug.to_string())
        .collect()
}

#[test]
fn a_box_across_the_antimeridian_holds_both_sides_and_nothing_else() {
    let snapshot = build(vec![
        site("taveuni", Some(place(179.97, -16.8)), vec![]),
        site("vanua", Some(place(-179.9, -16.9)), vec![]),
        site("line", Some(place(180.0, -17.0)), vec![]),
        site("greenwich", Some(place(0.0, -17.0)), vec![]),
        site("tonga", Some(place(-175.2, -17.1)), vec![]),
    ]);
    let bbox: BBox = "177,-20,-178,-16".parse().unwrap();
    let ask = SiteQuery {
        bbox: Some(bbox),
        limit: 10,
        ..SiteQuery::default()
    };
    assert_eq!(slugs(&snapshot, &ask), ["line", "taveuni", "vanua"]);
    let nearest = snapshot.nearest(place(-179.95, -16.9), &ask);
    let first = snapshot.site(nearest[0].site).slug.as_str();
    assert_eq!((nearest.len(), first), (3, "vanua"));
}

#[test]
fn a_list_goes_on_after_a_slug_even_when_that_site_is_gone() {
    let snapshot = build(
        ["a", "b", "d", "e"]
            .map(|name| site(name, None, vec![]))
            .to_vec(),
    );
    let page = |after: &str| SiteQuery {
        after: Some(slug(after)),
        limit: 2,
        ..SiteQuery::default()
    };
    assert_eq!(
        slugs(
            &snapshot,
            &SiteQuery {
                limit: 2,
                ..SiteQuery::default()
            }
        ),
        ["a", "b"]
    );
    assert_eq!(slugs(&snapshot, &page("b")), ["d", "e"]);
    assert_eq!(slugs(&snapshot, &page("c")), ["d", "e"]);
    assert!(slugs(&snapshot, &page("e")).is_empty());
}

#[test]
fn open_at_works_far_outside_the_days_the_snapshot_was_built_for() {
    let snapshot = build(vec![
        site("always", None, vec![service("supplies", Some("24/7"))]),
        site(
            "weekdays",
            None,
            vec![service("supplies", Some("Mo-Fr 09:00-17:00"))],
        ),
        site("unknown", None, vec![service("supplies", None)]),
        site("other-need", None, vec![service("disposal", Some("24/7"))]),
    ]);
    // Wednesdays at noon and Sundays at noon, within the table and not.
    for (at, expected) in [
        ("2026-11-25T17:00:00Z", vec!["always", "weekdays"]),
        ("2026-11-29T17:00:00Z", vec!["always"]),
        ("2027-06-16T17:00:00Z", vec!["always", "weekdays"]),
        ("2027-06-20T17:00:00Z", vec!["always"]),
        ("2026-11-11T17:00:00Z", vec!["always", "weekdays"]),
    ] {
        let ask = SiteQuery {
            need: Some(code("supplies")),
            open_at: Some(instant(at)),
            limit: 9,
            ..SiteQuery::default()
        };
        assert_eq!(slugs(&snapshot, &ask), expected, "{at}");
    }
}
