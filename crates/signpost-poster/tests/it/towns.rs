//! Every poster of the towns we have, and of each of their places, were it an old door.

use std::{collections::BTreeMap, path::Path};

use signpost_answers::poster::{DoorPoster, Prints, WORDS_MOST, doors, posters_of};
use signpost_domain::{Directory, PlanStatus, Rule, RuleId};
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_poster::{Format, pdf, svg};

use crate::print::Print;

const NOW: &str = "2026-11-25T14:15:00-05:00";

/// What tells on who reads it: of each list of the words that we know, one in each form.
const TELLING: &[&str] = &[
    "needle",
    "syringe",
    "seringue",
    "aiguille",
    "drug",
    "drogue",
    "supplies",
    "matériel",
    "pipe",
    "naloxon",
    "overdose",
    "surdose",
    "harm",
    "méfait",
    "inject",
    "sharps",
];

fn directory(town: &str) -> Directory {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut directory = signpost_exchange::read_folder(data.join(town))
        .unwrap_or_else(|faults| panic!("{faults:?}"));
    // What is only written so far is printed here as if it held today.
    for plan in &mut directory.plans {
        plan.status = PlanStatus::Approved;
        plan.hidden = false;
        plan.from = plan.from.or(Some("2026-01-01".parse().unwrap()));
    }
    directory
}

/// The words of the pages, from where they are kept.
fn read_words() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/locales");
    signpost_answers::messages::read_messages(|lang| {
        let files = std::fs::read_dir(locales.join(lang.tag())).unwrap();
        let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        texts.map(std::borrow::Cow::Owned).collect()
    });
}

fn posters(directory: Directory) -> Vec<DoorPoster> {
    read_words();
    let inputs = Inputs {
        directory,
        versions: BTreeMap::new(),
        sequence: 1,
    };
    let now = NOW.parse().unwrap();
    let snapshot = Snapshot::build(inputs, Calendar::ontario(), now).unwrap();
    let prints = Prints {
        address: "https://go.kenora.example",
        text_number: Some("807-555-0142"),
    };
    let all = doors(&snapshot, now);
    assert!(!all.is_empty());
    all.iter()
        .flat_map(|slug| posters_of(&snapshot, slug, &prints, now))
        .collect()
}

/// Every place as an old door, with the sentences that there are in turn.
fn everywhere(town: &str) -> Directory {
    let mut directory = directory(town);
    let slugs: Vec<_> = directory
        .sites
        .iter()
        .map(|site| site.slug.clone())
        .collect();
    let plan = directory
        .plans
        .iter_mut()
        .rev()
        .find(|plan| !plan.rules.is_empty());
    let plan = plan.unwrap();
    plan.from = Some("2026-01-01".parse().unwrap());
    plan.until = None;
    let written = plan.rules.clone();
    let rules = slugs.into_iter().zip(written.iter().cycle());
    plan.rules = rules
        .enumerate()
        .map(|(number, (from, rule))| Rule {
            id: RuleId::new(&format!("door-{number}")).unwrap(),
            from,
            first: None,
            last: None,
            ..rule.clone()
        })
        .collect();
    directory
}

#[test]
fn no_poster_of_our_towns_has_more_than_60_words_or_says_why_somebody_comes() {
    for town in ["training", "kenora"] {
        let all = posters(directory(town)).into_iter();
        for DoorPoster { poster, .. } in all.chain(posters(everywhere(town))) {
            let said = poster.words().collect::<Vec<_>>().join(" ");
            assert!(
                (15..=WORDS_MOST).contains(&poster.count()),
                "{}: {said}",
                poster.count()
            );
            // A place's own name in its address, such as a pharmacy's "Drugs", tells no more than the sign over its door.
            let words = said.split_whitespace();
            let words = words.filter(|word| !word.contains("/go/"));
            let small = words.collect::<Vec<_>>().join(" ").to_lowercase();
            for word in small.split(|letter: char| !letter.is_alphanumeric()) {
                let telling = TELLING.iter().find(|start| word.starts_with(**start));
                assert!(telling.is_none(), "{telling:?}: {said}");
            }
            assert!(said.contains("Where to go now") && said.contains("Où aller maintenant"));
            assert!(
                said.contains("call 807-") && said.contains("appelez le 807-"),
                "nobody to call: {said}"
            );
            assert!(said.contains("go.kenora.example/go/"), "{said}");
        }
    }
}

#[test]
fn a_sentence_that_tells_nothing_stands_on_the_poster_as_it_is_written() {
    let all = posters(directory("training"));
    let said = |words: &str| {
        all.iter()
            .any(|one| one.poster.words().any(|own| own == words))
    };
    assert!(said("The Old Mill counter is closed."));
    assert!(said("Le comptoir du Vieux Moulin est fermé."));
    assert!(said("What you find here has changed."));
    assert!(said("Or text 807-555-0142") && said("Ou textez au 807-555-0142"));
}

/// A second number is less than what the plan says.
#[test]
fn a_sentence_that_leaves_no_room_for_a_number_to_text_stands_without_it() {
    let mut long = directory("training");
    let rules = long.plans.iter_mut().flat_map(|plan| &mut plan.rules);
    let sentence = "We are on the other side of the river now, past the bridge, in the blue house. Ring the bell, and wait a little while on the left side.";
    for rule in rules {
        rule.message = signpost_domain::Text::default();
        rule.message.set(signpost_domain::Lang::En, sentence);
    }
    let all = posters(long);
    for one in &all {
        let said: Vec<&str> = one.poster.words().collect();
        assert!(said.contains(&sentence), "{said:?}");
        assert!(one.says.text_number.is_empty(), "{said:?}");
        assert!(!said.iter().any(|words| words.contains("0142")), "{said:?}");
    }
}

#[test]
fn the_longest_names_and_addresses_of_both_towns_fit_on_every_format() {
    for town in ["training", "kenora"] {
        let mut all = posters(everywhere(town));
        // Those with the longest addresses and the longest sentences; the rest fits where they do.
        all.sort_by_key(|one| {
            let words: usize = one.poster.words().map(str::len).sum();
            std::cmp::Reverse(words)
        });
        let longest = all
            .iter()
            .max_by_key(|one| one.poster.typed.len())
            .cloned()
            .unwrap();
        for one in all.iter().take(3).chain([&longest]) {
            for format in Format::ALL {
                pdf(&one.poster, format).unwrap();
                let sheet = svg(&one.poster, format).unwrap();
                let print = Print::of(&sheet, 72.0).cut(format.size());
                // A quarter of an inch, which no printer reaches; pieces have their cuts beyond.
                let [left, top, right, bottom] = print.inked();
                let edge = 18;
                assert!(
                    left >= edge && top >= edge,
                    "{format:?} {left} {top}: {}",
                    one.poster.typed
                );
                assert!(
                    right + edge <= print.width && bottom + edge <= print.height,
                    "{format:?} {right} {bottom}: {}",
                    one.poster.typed
                );
            }
        }
    }
}
