//! What is shipped reads without a fault.

use signpost_domain::{Edition, Lang};
use signpost_exchange::{Fault, embedded_needs, read_folder};

use crate::folder::{data, training};

fn shown(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}

#[test]
fn the_needs_are_counted_and_six_come_first() {
    let needs = embedded_needs().unwrap_or_else(|faults| panic!("{}", shown(&faults)));
    assert_eq!(needs.len(), 18);
    let first: Vec<&str> = needs
        .iter()
        .filter(|n| n.first)
        .map(|n| n.code.as_str())
        .collect();
    assert_eq!(
        first,
        [
            "supplies",
            "disposal",
            "naloxone",
            "shelter",
            "food",
            "health-care"
        ]
    );
    for need in &needs {
        for text in [&need.name, &need.hint] {
            assert!(
                text.exactly(Lang::En).is_some() && text.exactly(Lang::Fr).is_some(),
                "{}",
                need.code
            );
        }
    }
}

#[test]
fn the_names_of_needs_are_kind() {
    for need in embedded_needs().unwrap() {
        for (_, words) in need.name.iter().chain(need.hint.iter()) {
            for bad in [
                "clean",
                "dirty",
                "propre",
                "souill",
                "addict",
                "abuse",
                "toxicoman",
            ] {
                assert!(!words.to_lowercase().contains(bad), "{words}");
            }
        }
    }
}

#[test]
fn the_training_town_reads_without_a_fault_and_everything_in_it_is_an_example() {
    let town = read_folder(training()).unwrap_or_else(|faults| panic!("{}", shown(&faults)));
    assert_eq!(town.edition, Edition::Preview);
    assert!(
        town.banner
            .words(Lang::En)
            .contains("None of these places are real")
    );
    assert!(town.organizations.iter().all(|row| row.example));
    assert!(
        town.sites
            .iter()
            .all(|row| row.example && row.services.iter().all(|s| s.example))
    );
    assert!(town.lines.iter().all(|row| row.example
        && (row.phone.to_string().starts_with("807-555-01") || row.phone.to_string() == "911")));
    assert!(town.plans.iter().all(|row| row.example));
    assert_eq!(town.ground.crossings.len(), 2);
    assert!(
        (14..=22).contains(&town.sites.len()),
        "{}",
        town.sites.len()
    );
}

#[test]
fn the_scenarios_name_places_and_rules_that_are_there() {
    let town = read_folder(training()).unwrap();
    let text = std::fs::read_to_string(training().join("scenarios.toml")).unwrap();
    let file: toml::Table = text.parse().unwrap();
    let scenarios = file["scenario"].as_array().unwrap();
    assert!(scenarios.len() >= 12);
    let rules: Vec<&str> = town
        .plans
        .iter()
        .flat_map(|p| &p.rules)
        .map(|r| r.id.as_str())
        .collect();
    for scenario in scenarios {
        let word = |key: &str| scenario.get(key).map_or("", |word| word.as_str().unwrap());
        assert!(
            town.needs
                .iter()
                .any(|need| need.code.as_str() == word("need")),
            "{scenario}"
        );
        let slugs = ["first", "not_in", "not_plan_target"]
            .map(|key| scenario.get(key).and_then(toml::Value::as_array));
        let named = slugs
            .into_iter()
            .flatten()
            .flatten()
            .map(|slug| slug.as_str().unwrap());
        for slug in named.chain(Some(word("from")).filter(|from| !from.is_empty())) {
            assert!(
                town.sites.iter().any(|site| site.slug.as_str() == slug),
                "{slug}"
            );
        }
        let plan = word("plan");
        assert!(plan == "none" || rules.contains(&plan), "{plan}");
        assert!(
            word("at").parse::<jiff::Timestamp>().is_ok() && !word("because").is_empty(),
            "{scenario}"
        );
    }
}

#[test]
fn the_kenora_folder_reads_without_a_fault_once_it_is_there() {
    let folder = data("kenora");
    if folder.join("directory.toml").exists() {
        let kenora = read_folder(folder).unwrap_or_else(|faults| panic!("{}", shown(&faults)));
        assert_eq!(kenora.edition, Edition::Preview);
    }
}

/// The cells and texts of the data for readers of one language, each with where it stands.
fn texts(lang: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for town in [data("kenora"), training()] {
        for file in std::fs::read_dir(town).unwrap() {
            let path = file.unwrap().path();
            let name = path.display().to_string();
            match path.extension().and_then(|end| end.to_str()) {
                Some("csv") => {
                    let mut table = csv::Reader::from_path(&path).unwrap();
                    let head = table.headers().unwrap().clone();
                    let end = format!("_{lang}");
                    for row in table.records().map(Result::unwrap) {
                        for (column, cell) in head.iter().zip(row.iter()) {
                            if column.ends_with(&end) {
                                let place = format!("{name}, {}, {column}", &row[0]);
                                found.push((place, cell.to_owned()));
                            }
                        }
                    }
                }
                Some("toml") => found.extend(in_toml(&path, lang)),
                _ => {}
            }
        }
    }
    found.extend(in_toml(&data("needs.toml"), lang));
    found
}

/// What a TOML file says as `fr = "…"`.
fn in_toml(path: &std::path::Path, lang: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(path).unwrap();
    let opening = format!("{lang} = \"");
    let parts = text.split(&opening).skip(1);
    parts
        .map(|part| {
            let words = part.split('"').next().unwrap().to_owned();
            (path.display().to_string(), words)
        })
        .collect()
}

#[test]
fn french_in_the_data_keeps_its_signs_together_and_elides() {
    let all = texts("fr");
    assert!(all.len() > 700, "only {} texts were found", all.len());
    for (place, words) in all {
        for bad in [
            " :", "« ", " »", " ;", " ?", " !", "\u{a0}?", "\u{a0}!", " si il", "que il ", "'",
            " h ",
        ] {
            assert!(!words.contains(bad), "{bad:?} in {place}: {words}");
        }
    }
}

#[test]
fn dates_in_the_data_are_written_as_the_pages_write_them() {
    let day_first = |words: &str| {
        let words: Vec<&str> = words.split_whitespace().collect();
        words.windows(3).any(|three| {
            let [day, month, year] = three else {
                return false;
            };
            let number = |text: &str| text.trim_matches(['(', ')', ',', '.']).parse::<u16>();
            let is_month = month.chars().next().is_some_and(char::is_uppercase);
            number(day).is_ok_and(|day| day < 32)
                && is_month
                && number(year).is_ok_and(|year| year > 1900)
        })
    };
    assert!(day_first("said on 3 March 2026"));
    for (place, words) in texts("en") {
        assert!(!day_first(&words), "{place}: {words}");
    }
}
