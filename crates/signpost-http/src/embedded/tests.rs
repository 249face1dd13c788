use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_bundle::FluentResource;
use signpost_answers::messages::words_of;
use signpost_messages::Catalogue;
use signpost_web::assets;

use super::*;

/// Every key of one language with the names of what is put into it.
fn keys<'f>(files: &'f [Cow<'static, str>]) -> BTreeMap<&'f str, BTreeSet<&'f str>> {
    let mut found = BTreeMap::new();
    for file in files {
        let fine = FluentResource::try_new(file.to_string());
        assert!(fine.is_ok(), "{:?}", fine.err().map(|(_, faults)| faults));
        let mut key = "";
        for line in file.lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = line.split_once(" =").unwrap().0;
                assert!(found.insert(key, BTreeSet::new()).is_none(), "{key} twice");
            }
            for part in line.split("{ $").skip(1) {
                let name = part.split(|c: char| !c.is_ascii_lowercase()).next();
                found.get_mut(key).unwrap().insert(name.unwrap());
            }
        }
    }
    found
}

/// Every text in the templates and in the Rust of the crates that say something.
fn sources() -> Vec<(PathBuf, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![here.join("../../web/templates")];
    folders.extend(
        [
            "access", "answers", "api", "disposal", "feeds", "forms", "gateways", "mail", "web",
            "pages", "pictures", "portal", "text",
        ]
        .map(|room| here.join(format!("../signpost-{room}/src"))),
    );
    let mut found = vec![];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

/// Keys asked for by a literal, such as `f.t("key")`; rustfmt may have put it on a line of its own.
fn used(text: &str) -> BTreeSet<&str> {
    let calls = [".t(", ".t1(", ".t2(", ".t_number(", ".say(", ".say_number("];
    calls
        .into_iter()
        .flat_map(|call| text.split(call).skip(1))
        .filter_map(|part| part.trim_start().strip_prefix('"')?.split('"').next())
        .collect()
}

#[test]
fn both_languages_say_everything_and_put_in_the_same() {
    let (english, french) = (messages_in(Lang::En), messages_in(Lang::Fr));
    assert_eq!(keys(&english), keys(&french));
}

#[test]
fn what_a_speaker_wrote_is_known_to_the_pages_and_puts_in_nothing_else() {
    let english = messages_in(Lang::En);
    let english = keys(&english);
    for lang in [Lang::OjLatn, Lang::OjCans] {
        let files = messages_in(lang);
        assert!(!files.is_empty(), "{lang}");
        for (key, puts_in) in keys(&files) {
            let known = english.get(key);
            let known = known.unwrap_or_else(|| panic!("no page says {key}"));
            assert!(puts_in.is_subset(known), "{key} has only {known:?}");
        }
    }
}

/// Not Anishinaabemowin: a sign that the words of that file were taken.
const MADE_UP: &str = "leave = [oj] a test\ncall = [oj] { $phone }\n# no = comment\n";

#[test]
fn what_no_speaker_wrote_is_said_in_english_and_known_to_be_english() {
    read_embedded();
    let read = Catalogue::read(&[
        (Lang::En, messages_in(Lang::En)),
        (Lang::OjLatn, vec![MADE_UP.into()]),
        (Lang::OjCans, vec!["# only a comment\n".into()]),
    ]);
    let words = read.of(Lang::OjLatn);
    assert_eq!(words.say("call", &[("phone", "807")]), "[oj] 807");
    assert_eq!(words.say("skip", &[]), "Skip to the answers");
    assert_eq!(words.say_number("month", 8), "August");
    assert_eq!(words.try_say("language-fr").as_deref(), Some("French"));
    assert_eq!(words.try_say("language-xx"), None);
    assert!(words.falls_back("skip") && !words.falls_back("leave"));
    assert!(words.has_any() && !read.of(Lang::OjCans).has_any());
    for lang in [Lang::En, Lang::Fr] {
        assert!(!words_of(lang).falls_back("no-such-key"));
    }
}

#[test]
fn every_key_a_page_asks_for_is_there_and_none_is_left_over() {
    let english = messages_in(Lang::En);
    let keys = keys(&english);
    let sources = sources();
    let mut asked = 0;
    for (path, text) in &sources {
        for key in used(text) {
            assert!(keys.contains_key(key), "{key} in {}", path.display());
            asked += 1;
        }
    }
    assert!(asked > 80, "only {asked} keys found in the pages");
    // Names of languages are asked for by their tags.
    let left: Vec<_> = keys
        .keys()
        .filter(|key| !key.starts_with("language-"))
        .filter(|key| {
            // Named whole, or put together from its first words: `format!("role-{…}")`.
            let mut literals = vec![format!("\"{key}\"")];
            let firsts = key.match_indices('-').filter_map(|(at, _)| key.get(..at));
            literals.extend(firsts.map(|first| format!("\"{first}-{{")));
            !sources
                .iter()
                .any(|(_, text)| literals.iter().any(|literal| text.contains(literal)))
        })
        .collect();
    assert!(left.is_empty(), "nobody says {left:?}");
}

#[test]
fn what_is_put_in_stands_in_the_sentence_without_marks() {
    read_embedded();
    let phone = [("phone", "807-555-0101")];
    assert_eq!(words_of(Lang::En).say("call", &phone), "Call 807-555-0101");
    assert_eq!(
        words_of(Lang::Fr).say("call", &phone),
        "Appeler 807-555-0101"
    );
    assert_eq!(words_of(Lang::Fr).say_number("month", 8), "août");
}

#[test]
fn french_does_not_break_a_line_before_a_colon_or_inside_guillemets() {
    for file in messages_in(Lang::Fr) {
        for bad in [" :", "« ", " »", " ?", " !"] {
            let words = file.lines().filter(|line| !line.starts_with('#'));
            for line in words {
                assert!(!line.contains(bad), "{line}");
            }
        }
    }
}

#[test]
fn every_file_a_page_names_is_built_in() {
    read_embedded();
    assert_eq!(assets::unbuilt(), Vec::<&str>::new());
}

#[test]
fn the_style_sheet_may_stand_in_a_page() {
    read_embedded();
    assert!(assets::style().len() > 5_000 && !assets::style().contains('<'));
    assert_eq!(assets::style_hash().len(), "sha256-".len() + 44);
}

#[test]
fn every_need_has_its_icon() {
    read_embedded();
    let icons = assets::text_of(assets::icons()).unwrap();
    let needs = include_str!("../../../../data/needs.toml");
    let names: Vec<&str> = needs
        .lines()
        .filter_map(|line| line.strip_prefix("icon = \"")?.strip_suffix('"'))
        .collect();
    assert!(names.len() > 10);
    for name in names {
        assert!(
            icons.contains(&format!("id=\"{name}\"")),
            "web/icons/{name}.svg"
        );
    }
}
