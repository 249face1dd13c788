//! Every need at many instants, in both languages, in the training town and in Kenora: it fits, it costs what it should, and it names no need
//! that was not typed.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{Directory, Lang, folded};
use signpost_locate::Snapshot;
use signpost_text::{Alphabet, alphabet, reply, units};

use crate::town::{kenora, snapshot, snapshot_of};

/// Checks what holds for every reply.
#[track_caller]
fn fits(segments: &[String], of: &str) {
    assert!(segments.len() <= 2, "{of}: {segments:?}");
    for one in segments {
        let room = match segments.len() {
            1 => alphabet(one).alone(),
            _ => alphabet(one).of_two(),
        };
        assert!(units(one) <= room, "{of}: {} in {one:?}", units(one));
        assert_eq!(alphabet(one), Alphabet::Gsm7, "{of}: {one:?}");
        assert!(!one.contains("  ") && !one.contains(".."), "{of}: {one:?}");
    }
}

/// Texts that ask for each need by each of its names, from each door and landmark.
fn texts(directory: &Directory, lang: Lang) -> Vec<String> {
    let mut texts: Vec<String> = directory
        .needs
        .iter()
        .map(|need| need.name.words(lang).to_owned())
        .collect();
    let plans = directory.plans.iter();
    let doors = plans.flat_map(|plan| &plan.rules);
    texts.extend(doors.map(|rule| format!("from {}", rule.from)));
    let near = if lang == Lang::Fr {
        "manger près de"
    } else {
        "food near"
    };
    let marks = directory.landmarks.iter();
    texts.extend(marks.map(|mark| format!("{near} {}", mark.name.words(lang))));
    texts
}

fn hold(town: &Snapshot, hours: i64, step: i64) {
    signpost_http::read_embedded();
    let first: Timestamp = "2026-11-24T05:00:00Z".parse().unwrap();
    for lang in [Lang::En, Lang::Fr] {
        for text in texts(town.directory(), lang) {
            for hour in (0..hours).step_by(usize::try_from(step).unwrap()) {
                let at = first + SignedDuration::from_mins(hour * 60 + hour % 4 * 15);
                let answer = reply(town, &text, at, lang);
                assert_eq!(answer.looked_up.len(), 1, "{text} at {at}: {answer:?}");
                fits(&answer.segments, &format!("{text} at {at}"));
                assert!(!answer.segments.is_empty(), "{text} at {at}");
            }
        }
    }
}

#[test]
fn every_answer_of_the_training_town_fits() {
    hold(&snapshot(), 14 * 24, 3);
}

#[test]
fn every_answer_of_kenora_fits() {
    hold(&snapshot_of(kenora()), 7 * 24, 13);
}

/// Words that tell what somebody came for.
const TELLING: [&str; 22] = [
    "needle",
    "syringe",
    "seringue",
    "aiguille",
    "supplies",
    "materiel",
    "naloxone",
    "narcan",
    "drug",
    "drogue",
    "overdose",
    "surdose",
    "detox",
    "sevrage",
    "treatment",
    "traitement",
    "methadone",
    "shelter",
    "refuge",
    "food",
    "nourriture",
    "suicide",
];

#[test]
fn nothing_names_a_need_that_was_not_typed() {
    signpost_http::read_embedded();
    let town = snapshot();
    let directory = town.directory();
    // What a place is called and where it stands may be said.
    let mut names: Vec<String> = Vec::new();
    for site in &directory.sites {
        names.extend(site.name.iter().map(|(_, name)| name.to_owned()));
        names.push(site.address.clone());
    }
    let names: Vec<String> = names
        .iter()
        .map(|name| folded(&signpost_text::plain(name)))
        .filter(|name| !name.is_empty())
        .collect();
    let first: Timestamp = "2026-11-24T05:00:00Z".parse().unwrap();
    for (text, own) in [
        ("from birch-health-office", ""),
        ("hello", ""),
        ("bonjour", ""),
        ("help", ""),
        ("aide", ""),
        ("fuck off", ""),
        ("person", ""),
        ("cedar circle", ""),
        ("911", ""),
        ("rigs", ""),
        ("gear", ""),
        ("points near mill bridge", ""),
        ("hungry", ""),
        ("a bed", ""),
        ("dopesick", ""),
        ("faim", ""),
        ("needles and food", "needle food"),
    ] {
        for hour in 0..72 {
            let at = first + SignedDuration::from_hours(hour);
            let mut said = folded(&reply(&town, text, at, Lang::En).text());
            for name in &names {
                said = said.replace(name.as_str(), " ");
            }
            for word in TELLING {
                let may = own.split(' ').any(|own| own == word);
                assert!(
                    may || !said.contains(word),
                    "{text} at {at}: {word} in {said:?}"
                );
            }
        }
    }
}

#[test]
fn whatever_is_typed_gets_at_most_two_segments() {
    signpost_http::read_embedded();
    let town = snapshot();
    let at: Timestamp = "2026-11-25T19:15:00Z".parse().unwrap();
    let long = "needles ".repeat(400);
    for text in [
        "",
        " ",
        "\u{0}",
        "....",
        "*",
        "* * *",
        "\u{202e}doof",
        "ᐊᓂᔑᓈᐯᒧᐎᓐ",
        "🍕🍕🍕",
        "from",
        "from from near at",
        "near",
        "-",
        "--------",
        "food*bed",
        "drop * needles",
        long.as_str(),
        "%p%a",
        "'; drop table sites; --",
        "<Say>hi</Say>",
        "needles food bed narcan detox nurse id ride",
    ] {
        for lang in [Lang::En, Lang::Fr] {
            fits(&reply(&town, text, at, lang).segments, text);
        }
    }
}
