//! Whether a camera reads what is printed.

use signpost_poster::{Format, MODULE_LEAST_PT, pdf, svg};

use crate::{
    page_of_pdf::Page,
    print::{Placed, Print},
    sheets::{CODE, poster},
};

#[test]
fn two_readers_read_every_format_at_300_and_150_dots_turned_and_damaged() {
    for format in Format::ALL {
        let sheet = svg(&poster(), format).unwrap();
        let placed = Placed::of(&sheet);
        for dpi in [300.0, 150.0] {
            let print = Print::of(&sheet, dpi).cut(format.size());
            assert_eq!(print.read(), [CODE, CODE], "{format:?} {dpi}");
            let askew = print.turned(5.0);
            assert_eq!(askew.read(), [CODE, CODE], "{format:?} {dpi} turned");
            let worn = print.damaged(placed, 7);
            assert_eq!(worn.read(), [CODE, CODE], "{format:?} {dpi} damaged");
        }
    }
}

#[test]
fn more_damage_at_other_places_is_read_too() {
    let sheet = svg(&poster(), Format::Card).unwrap();
    let print = Print::of(&sheet, 150.0).cut(Format::Card.size());
    for seed in 1..=12 {
        let worn = print.damaged(Placed::of(&sheet), seed);
        assert_eq!(worn.read(), [CODE, CODE], "{seed}");
    }
}

#[test]
fn around_the_code_are_four_modules_of_white_and_each_is_a_millimetre() {
    for format in Format::ALL {
        let sheet = svg(&poster(), format).unwrap();
        let print = Print::of(&sheet, 300.0);
        let placed = Placed::of(&sheet);
        assert!(
            placed.side <= 29,
            "{format:?}: capitals of 39 characters take 29 modules, not {}",
            placed.side
        );
        let module = print.module(placed);
        let least = MODULE_LEAST_PT * 300.0 / 72.0;
        assert!(
            module >= least - 1.0 / 29.0,
            "{format:?}: {module} pixels, {least} at least"
        );
        for white in print.white_around(placed) {
            // A pixel at each edge is half of each.
            assert!(
                white + 1.0 >= 4.0 * module,
                "{format:?}: {white} of {module}"
            );
        }
    }
}

#[test]
fn the_pdf_draws_the_same_code_and_two_readers_read_it() {
    for format in Format::ALL {
        let page = Page::of(&pdf(&poster(), format).unwrap());
        let print = Print::of_rectangles(&page.filled, page.size, 150.0);
        let placed = Placed::of(&svg(&poster(), format).unwrap());
        let ours = Print::of(&svg(&poster(), format).unwrap(), 150.0);
        let (one, other) = (print.module(placed), ours.module(placed));
        assert!((one - other).abs() < 0.1, "{format:?}: {one} {other}");
        let print = print.cut(format.size());
        assert_eq!(print.read(), [CODE, CODE], "{format:?}");
        assert_eq!(
            print.damaged(placed, 3).turned(5.0).read(),
            [CODE, CODE],
            "{format:?} turned and damaged"
        );
    }
}
