use proptest::prelude::*;
use rstar::Envelope;

use super::*;

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

#[test]
fn a_box_whose_west_is_above_its_east_goes_across_the_antimeridian() {
    let bbox: BBox = "170,-10,-170,10".parse().unwrap();
    for inside in [
        at(175.0, 0.0),
        at(-175.0, 0.0),
        at(180.0, 0.0),
        at(-180.0, 0.0),
        at(170.0, 10.0),
    ] {
        assert!(bbox.contains(inside), "{inside:?}");
    }
    for outside in [
        at(169.9, 0.0),
        at(-169.9, 0.0),
        at(0.0, 0.0),
        at(175.0, 10.1),
    ] {
        assert!(!bbox.contains(outside), "{outside:?}");
    }
}

#[test]
fn east_and_west_180_are_one_meridian_and_a_pole_has_every_longitude() {
    let east = BBox::new(170.0, 60.0, 180.0, 90.0).unwrap();
    assert!(east.contains(at(-180.0, 70.0)));
    assert!(east.contains(at(-20.0, 90.0)));
    assert!(!east.contains(at(-20.0, 89.9)));
}

#[test]
fn what_is_not_a_box_is_told_why() {
    for (text, part) in [
        ("1,2,3", "WEST,SOUTH"),
        ("1,2,3,4,5", "WEST,SOUTH"),
        ("1,2,3,x", "WEST,SOUTH"),
        ("", "WEST,SOUTH"),
        ("NaN,2,3,4", "west is not a finite"),
        ("1,2,inf,4", "east is not a finite"),
        ("1,2,181,4", "outside -180 to 180"),
        ("49.7,-94.6,49.8,-94.3", "outside -90 to 90"),
        ("1,5,2,4", "above north"),
    ] {
        let error = text.parse::<BBox>().unwrap_err().to_string();
        assert!(error.contains(part), "{text}: {error}");
    }
}

fn edge(most: f64) -> impl Strategy<Value = f64> {
    prop_oneof![4 => -most..=most, 1 => Just(-most), 1 => Just(most), 1 => Just(0.0), 1 => Just(most / 2.0)]
}

proptest! {
    #[test]
    fn every_point_of_a_box_is_in_its_block_on_the_sphere(
        (west, east) in (edge(180.0), edge(180.0)),
        lats in (edge(90.0), edge(90.0)),
        (lon, lat) in (edge(180.0), edge(90.0)),
    ) {
        let bbox = BBox::new(west, lats.0.min(lats.1), east, lats.0.max(lats.1)).unwrap();
        let place = at(lon, lat);
        if bbox.contains(place) {
            prop_assert!(bbox.on_unit_sphere().contains_point(&place.on_unit_sphere()), "{bbox} {place:?}");
        }
        let text: BBox = bbox.to_string().parse().unwrap();
        prop_assert_eq!(text, bbox);
    }

    #[test]
    fn any_text_is_read_without_panic(text in ".{0,60}") {
        let _: Result<BBox, _> = text.parse();
    }
}
