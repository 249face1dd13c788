//! Our own words: the pages and the data we ship say nothing the language check would not let an agency say.

use std::fs;

use signpost_domain::Lang;
use signpost_wording::{Lexicon, Severity};
use tempfile::TempDir;

use crate::{
    commands::{copy_of, words},
    server::{root, signpost},
};

#[test]
fn no_page_uses_a_word_we_ask_others_not_to_use() {
    let mut seen = 0;
    for lang in [Lang::En, Lang::Fr] {
        for file in fs::read_dir(root().join("web/locales").join(lang.tag())).expect("words") {
            let path = file.expect("a file").path();
            let text = fs::read_to_string(&path).expect("words");
            // What a key is called is for us; what it says is for readers.
            let said: Vec<&str> = text
                .lines()
                .map(|line| line.split_once(" = ").map_or(line, |(_, words)| words))
                .collect();
            seen += said.len();
            let text = said.join("\n");
            let found = Lexicon::shipped().check(&text, lang);
            let weighty: Vec<_> = found
                .iter()
                .filter(|one| one.severity >= Severity::Warn)
                .collect();
            assert!(weighty.is_empty(), "{}: {weighty:#?}", path.display());
        }
    }
    assert!(seen > 200, "the words of the pages were not found");
}

/// The files of words that clients read. The others are read at a desk.
const CLIENT_FILES: [&str; 19] = [
    "frame", "place", "list", "map", "site", "plan", "disposal", "about", "privacy", "leave",
    "licences", "embed", "offline", "errors", "overdose", "found", "handout", "feedback", "text",
];

#[test]
fn what_clients_read_is_no_harder_than_grade_six() {
    let mut sentences = 0;
    for name in CLIENT_FILES {
        let path = root().join(format!("web/locales/en/{name}.ftl"));
        let text = fs::read_to_string(&path).expect("words");
        // Whole sentences; a label of two words has no grade.
        let said: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| Some(line.split_once(" = ")?.1.trim()))
            .filter(|words| words.ends_with(['.', '?', '!']))
            .collect();
        sentences += said.len();
        let text = said.join(" ");
        let grade = signpost_wording::grade(&text).unwrap_or_default();
        assert!(grade <= 6.0, "{name}: grade {grade:.1}");
        let long: Vec<_> = signpost_wording::long_sentences(&text)
            .into_iter()
            .map(|one| text.get(one.span).unwrap_or_default())
            .collect();
        assert!(long.is_empty(), "{name}: {long:#?}");
    }
    assert!(sentences > 75, "only {sentences} sentences were found");
}

#[test]
fn a_label_in_the_data_is_refused_with_what_to_write_instead() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("town");
    copy_of("data/training", &data);
    let services = data.join("services.csv");
    let text = fs::read_to_string(&services).expect("services");
    let plain = "as many as you need";
    assert!(text.contains(plain));
    fs::write(
        &services,
        text.replacen(plain, "clean needles for addicts", 1),
    )
    .expect("written");
    let checked = signpost(&["check", data.to_str().expect("a path")]);
    assert_eq!(checked.status.code(), Some(1));
    let said = words(&checked);
    assert!(
        said.contains("\"addicts\"") && said.contains("person who uses drugs"),
        "{said}"
    );
    // Where it stands, as of everything that is wrong in a file.
    let line = text.lines().position(|line| line.contains(plain));
    let line = line.expect("the row") + 1;
    assert!(
        said.contains(&format!("services.csv:{line}:7 (description_en)")),
        "{said}"
    );
}

#[test]
fn a_single_file_is_checked_like_a_folder() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("signpost.db").display());
    let first = signpost(&["import", "data/training", "--database", &database]);
    assert!(first.status.success(), "{}", words(&first));
    let before = signpost(&["export", "--format", "geojson", "--database", &database]).stdout;
    let sites = folder.path().join("sites.csv");
    let path = sites.to_str().expect("a path");
    let row = |description: &str| {
        let text = format!(
            "slug,organization,description_en,source\nbirch-hall,birch-landing-health,{description},A call\n"
        );
        fs::write(&sites, text).expect("written");
    };

    row("A place for junkies.");
    for dry_run in [true, false] {
        let mut import = vec!["import", path, "--database", &database];
        import.extend(dry_run.then_some("--dry-run"));
        let refused = signpost(&import);
        let said = words(&refused);
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(
            said.contains("birch-hall, description (en): \"junkies\"")
                && said.contains("person who uses drugs")
                && said.contains("Nothing was changed"),
            "{said}"
        );
    }
    let after = signpost(&["export", "--format", "geojson", "--database", &database]).stdout;
    assert!(before == after, "something changed");
    let checked = signpost(&["check", "data/training", path]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(
        words(&checked).contains("\"junkies\""),
        "{}",
        words(&checked)
    );

    row("A place for people who use drugs.");
    let checked = signpost(&["check", "data/training", path]);
    assert!(checked.status.success(), "{}", words(&checked));
    let taken = signpost(&["import", path, "--database", &database]);
    assert!(taken.status.success(), "{}", words(&taken));
}

/// Every French line of the pages and of the sentences of each crate.
fn french() -> Vec<(String, String)> {
    let rooms = fs::read_dir(root().join("crates")).expect("crates");
    let mut folders: Vec<_> = rooms
        .map(|room| room.expect("a crate").path().join("locales/fr"))
        .filter(|folder| folder.is_dir())
        .collect();
    folders.push(root().join("web/locales/fr"));
    let mut found = Vec::new();
    for folder in folders {
        for file in fs::read_dir(folder).expect("words") {
            let path = file.expect("a file").path();
            let text = fs::read_to_string(&path).expect("words");
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            found.extend(lines.map(|line| (path.display().to_string(), line.to_owned())));
        }
    }
    found
}

#[test]
fn french_keeps_its_signs_together_and_elides() {
    let all = french();
    assert!(all.len() > 700, "only {} lines were found", all.len());
    for (place, words) in all {
        for bad in [
            " :",
            "« ",
            " »",
            " ;",
            " ?",
            " !",
            "\u{a0}?",
            "\u{a0}!",
            "\u{a0};",
            "\u{202f}?",
            "\u{202f}!",
            "\u{202f};",
            " %",
            "si il ",
            "si ils ",
            "que il ",
            "d'",
            "l'",
            "} h ",
            "} h\n",
        ] {
            assert!(!words.contains(bad), "{bad:?} in {place}: {words}");
        }
    }
}
