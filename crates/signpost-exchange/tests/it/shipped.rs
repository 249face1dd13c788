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
    assert!(
        town.lines
            .iter()
            .all(|row| row.example && row.phone.to_string().starts_with("807-555-01"))
    );
    assert!(town.plans.iter().all(|row| row.example));
    assert_eq!(town.ground.crossings.len(), 2);
    assert!(
        (14..=18).contains(&town.sites.len()),
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
