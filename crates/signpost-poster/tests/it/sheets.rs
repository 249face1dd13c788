//! What a sheet has on it: sizes of letters, tags, fonts; and what is no poster.

use signpost_answers::poster::{Part, Poster};
use signpost_domain::Lang;
use signpost_poster::{Format, PosterFault, pdf, svg};

use crate::page_of_pdf::Page;

/// 39 characters, as long as an address should be.
pub(crate) const CODE: &str = "HTTPS://GO.KENORA.EXAMPLE/GO/BIRCH-HALL";

/// One with everything: three scripts, and as many words as fit.
pub(crate) fn poster() -> Poster {
    let part = |lang, headline: &str, sentence: &str, scan: &str, call: &str| Part {
        lang,
        headline: headline.to_owned(),
        sentence: sentence.to_owned(),
        scan: scan.to_owned(),
        call: call.to_owned(),
        text: String::new(),
    };
    Poster {
        title: "Poster for Birch Landing Health Office".to_owned(),
        code: CODE.to_owned(),
        typed: "go.kenora.example/go/birch-hall".to_owned(),
        code_words: "A code for a phone’s camera".to_owned(),
        parts: vec![
            part(
                Lang::En,
                "Where to go now",
                "The office has moved across the river. These places can help. No name, no ID.",
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
            part(Lang::OjCans, "", "ᐃᓇᑌᓂᒧᐎᓐ", "", ""),
        ],
    }
}

#[test]
fn the_page_is_tagged_in_each_language_and_its_fonts_are_in_it() {
    for format in Format::ALL {
        let bytes = pdf(&poster(), format).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for part in [
            "pdfuaid:part",
            "/StructTreeRoot",
            "/H1",
            "/Figure",
            "/Alt",
            "/Lang(en)",
            "/Lang(fr)",
            "/Lang(oj-Cans)",
            "/MarkInfo",
            "/DisplayDocTitle true",
        ] {
            assert!(text.contains(part), "{format:?}: no {part}");
        }
        let fonts = text.matches("/FontFile").count();
        assert_eq!(fonts, 3, "{format:?}: letters, bold letters, syllabics");
        let tags = Page::of(&bytes).tags;
        let others = tags.iter().filter(|tag| *tag == "/Artifact").count();
        let (across, down) = format.across_and_down();
        let expected = match across * down {
            1 => 0,
            // The other pieces, which are not read again, and the lines to cut along.
            many => usize::from(many - 1) + 1,
        };
        assert_eq!(others, expected, "{format:?}: {tags:?}");
    }
}

#[test]
fn headlines_have_28_points_and_sentences_16_and_none_stands_in_the_margin() {
    for format in [Format::Letter, Format::Half, Format::Card] {
        let page = Page::of(&pdf(&poster(), format).unwrap());
        let sizes = page.letters.iter().map(|(_, _, size)| *size);
        let (least, most) = (
            sizes.clone().fold(f32::MAX, f32::min),
            sizes.fold(0.0, f32::max),
        );
        let (body, headline) = match format {
            Format::Letter | Format::Half => (16.0, 28.0),
            Format::Card => (11.0, 18.0),
        };
        assert!(
            least >= body && most >= headline,
            "{format:?}: {least}, {most}"
        );
        let (width, height) = format.size();
        let (paper, _) = format.sheet();
        assert_eq!(page.size, format.sheet());
        for (x, y, _) in page.letters {
            let from_edge = x % width;
            assert!(
                from_edge >= 18.0 && x < paper - 18.0 && (18.0..height).contains(&(y % height)),
                "{format:?}: {x} {y}"
            );
        }
    }
}

#[test]
fn what_nobody_reads_is_refused() {
    let mut long = poster();
    long.parts[0].sentence.push_str(&" word".repeat(20));
    let many = long.count();
    assert!(many > 60);
    assert_eq!(
        svg(&long, Format::Letter),
        Err(PosterFault::TooManyWords(many))
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
    let mut address = poster();
    address.code = "X".repeat(3_000);
    assert_eq!(
        svg(&address, Format::Letter),
        Err(PosterFault::AddressTooLong)
    );
}
