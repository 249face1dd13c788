use signpost_domain::Lang;

use crate::Catalogue;

const ENGLISH: &str = "\
skip = Skip to the answers
call = Call { $phone }
spaced = a{ \"\\u00A0\" }b
month = { $number ->
    [8] August
   *[other] another
}
wait = { $number ->
    [one] One waits.
   *[other] { $number } wait.
}
";
const FRENCH: &str = "\
skip = Aller aux réponses
call = Appeler le { $phone }
spaced = a\u{a0}b
month = { $number ->
    [8] août
   *[other] un autre
}
wait = { $number ->
    [one] Un changement attend.
   *[other] { $number } attendent.
}
";
/// Not Anishinaabemowin: a sign that the words of that file were taken.
const MADE_UP: &str = "skip = [oj] a test\n# no = comment\n";

fn catalogue(french: &'static str, oj: &'static str) -> Catalogue {
    Catalogue::read(&[
        (Lang::En, vec![ENGLISH.into()]),
        (Lang::Fr, vec![french.into()]),
        (Lang::OjLatn, vec![oj.into()]),
    ])
}

#[test]
fn what_is_put_in_stands_in_the_sentence_without_marks() {
    let words = catalogue(FRENCH, MADE_UP);
    let phone = [("phone", "807-555-0101")];
    for (lang, call, month, wait) in [
        (
            Lang::En,
            "Call 807-555-0101",
            "August",
            ["One waits.", "2 wait."],
        ),
        (
            Lang::Fr,
            "Appeler le 807-555-0101",
            "août",
            ["Un changement attend.", "2 attendent."],
        ),
    ] {
        assert_eq!(words.of(lang).say("call", &phone), call);
        assert_eq!(words.of(lang).say_number("month", 8), month);
        assert_eq!([1, 2].map(|n| words.of(lang).say_number("wait", n)), wait);
        assert_eq!(words.of(lang).say("spaced", &[]), "a\u{a0}b");
    }
    assert_eq!(words.faults(), Vec::<String>::new());
}

#[test]
fn what_no_speaker_wrote_is_said_in_english_and_known_to_be_english() {
    let words = catalogue(FRENCH, MADE_UP);
    let [oj, cans] = [Lang::OjLatn, Lang::OjCans].map(|lang| words.of(lang));
    assert_eq!(oj.say("skip", &[]), "[oj] a test");
    assert_eq!(oj.plain("skip"), "[oj] a test");
    assert_eq!(oj.say("call", &[("phone", "807")]), "Call 807");
    assert_eq!(oj.say_number("month", 8), "August");
    assert_eq!(cans.plain("skip"), "Skip to the answers");
    assert_eq!(cans.try_say("skip").as_deref(), Some("Skip to the answers"));
    assert_eq!(cans.try_say("xx"), None);
    assert!(cans.falls_back("skip") && !oj.falls_back("skip"));
    assert!(oj.has_any() && !cans.has_any());
    for lang in [Lang::En, Lang::Fr] {
        assert!(!words.of(lang).falls_back("no-such-key"));
    }
}

#[test]
fn a_key_that_is_not_there_says_its_name_and_so_does_a_place_with_nothing_in_it() {
    let words = catalogue(FRENCH, "");
    assert_eq!(words.of(Lang::Fr).say("no-such-key", &[]), "no-such-key");
    assert_eq!(words.of(Lang::OjCans).plain("no-such-key"), "no-such-key");
    assert_eq!(words.of(Lang::En).say("call", &[]), "Call {$phone}");
}

#[test]
fn faults_of_the_files_are_named() {
    let french = "skip = a\nskip = b\ncall = { $who }\nmore = c\nbroken\n";
    let faults = catalogue(french, "call = { $who }\nmine = d").faults();
    for part in [
        "fr-CA: skip is said twice",
        "call puts in {\"phone\"} in English and {\"who\"} in French",
        "spaced is not said in French",
        "fr: more is not said in English",
        "oj-Latn: mine is not said in English",
        "oj-Latn: call has only {\"phone\"} to put in",
    ] {
        assert!(
            faults.iter().any(|fault| fault == part),
            "{part}: {faults:#?}"
        );
    }
    assert!(
        faults
            .iter()
            .any(|fault| fault.starts_with("fr-CA: E") || fault.starts_with("fr-CA: An")),
        "{faults:#?}"
    );
}
