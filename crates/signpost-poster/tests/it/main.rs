//! Posters as they come out of the printer: what is on them, and whether a camera reads it.

mod camera;

use signpost_domain::Lang;
use signpost_poster::{Format, MODULE_LEAST_PT, Part, Poster, PosterFault, pdf, svg};

use crate::camera::{Print, readers};

/// 39 characters, as long as an address should be.
const LINK: &str = "https://go.kenora.example/go/birch-offi";

fn poster() -> Poster {
    let part = |lang, headline: &str, sentence: &str, scan: &str, call: &str| Part {
        lang,
        headline: headline.to_owned(),
        sentence: sentence.to_owned(),
        scan: scan.to_owned(),
        call: call.to_owned(),
    };
    Poster {
        title: "Poster for Birch Landing Health Office".to_owned(),
        link: LINK.to_owned(),
        typed: "go.kenora.example/go/birch-offi".to_owned(),
        code_words: "A code for a phone’s camera".to_owned(),
        parts: vec![
            part(
                Lang::En,
                "Where to go now",
                "The office has moved across the river. These places can help. No name, no ID. ᐃᓇᑌᓂᒧᐎᓐ",
                "Scan or type:",
                "Or call 807-555-0190",
            ),
            part(
                Lang::Fr,
                "Où aller maintenant",
                "Le bureau a traversé la rivière. Ces lieux peuvent aider\u{202f}; sans nom ni carte.",
                "Balayez ou tapez\u{a0}:",
                "Ou appelez le 807-555-0190",
            ),
        ],
    }
}

#[test]
fn two_readers_read_every_format_at_300_and_150_dots_turned_and_damaged() {
    for format in Format::ALL {
        let sheet = svg(&poster(), format).unwrap();
        for dpi in [300.0, 150.0] {
            for turned in [0.0, 5.0] {
                let print = Print::of(&sheet, dpi, turned);
                assert_eq!(readers(&print), [LINK, LINK], "{format:?} {dpi} {turned}");
            }
            for seed in 1..=3 {
                let mut print = Print::of(&sheet, dpi, 0.0);
                print.damage(seed);
                assert_eq!(
                    readers(&print),
                    [LINK, LINK],
                    "{format:?} {dpi} damaged {seed}"
                );
            }
        }
    }
}

#[test]
fn around_the_code_are_four_modules_of_white_and_each_is_a_millimetre() {
    for format in Format::ALL {
        let sheet = svg(&poster(), format).unwrap();
        let print = Print::of(&sheet, 300.0, 0.0);
        let module = print.module();
        let least = MODULE_LEAST_PT * 300.0 / 72.0;
        assert!(
            module >= least,
            "{format:?}: {module} pixels, {least} at least"
        );
        for white in print.white_around() {
            // A pixel at each edge is half of each.
            assert!(
                white + 1.0 >= 4.0 * module,
                "{format:?}: {white} of {module}"
            );
        }
    }
}

#[test]
fn the_page_is_tagged_in_both_languages_and_its_fonts_are_in_it() {
    for format in Format::ALL {
        let bytes = pdf(&poster(), format).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for part in [
            "pdfuaid:part",
            "/StructTreeRoot",
            "/H1",
            "/Figure",
            "/Alt",
            "/Lang (en)",
            "/Lang (fr)",
            "/MarkInfo",
            "/DisplayDocTitle true",
        ] {
            assert!(text.contains(part), "{format:?}: no {part}");
        }
        assert_eq!(
            text.matches("/FontFile").count(),
            3,
            "{format:?}: letters, bold letters, syllabics"
        );
        assert_eq!(
            text.matches("/Type /Page\n").count() + text.matches("/Type/Page/").count(),
            1,
            "{format:?}"
        );
    }
}

#[test]
fn what_nobody_reads_is_refused() {
    let mut long = poster();
    long.parts[0].sentence.push_str(&" word".repeat(20));
    assert_eq!(
        svg(&long, Format::Letter),
        Err(PosterFault::TooManyWords(64))
    );
    let mut wide = poster();
    wide.parts[0].sentence = "a".repeat(200);
    assert_eq!(pdf(&wide, Format::Card), Err(PosterFault::DoesNotFit));
    let mut strange = poster();
    strange.parts[1].sentence = "汉".to_owned();
    assert_eq!(
        svg(&strange, Format::Half),
        Err(PosterFault::NoLetter('汉'))
    );
}
