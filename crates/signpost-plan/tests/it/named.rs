//! Whom the public words of a plan name, and who has not agreed to it.

use signpost_domain::{Consent, ConsentAnswer, ConsentWord, Directory, Landmark, Plan, Text};
use signpost_plan::check;

use crate::sample::{
    consent, day, need, organization_id, place, plan, rule, site, source, target, town,
};

#[test]
fn public_words_name_nobody_who_has_not_agreed() {
    let named = |words: &str| {
        let mut plan = plan(vec![rule("a", &["b"])]);
        plan.summary = Text::en(words);
        let mut directory = town(
            ["a", "b", "e"]
                .map(|name| site(name, None, "24/7"))
                .to_vec(),
        );
        directory.sites[2].organization = organization_id("other");
        directory.sites[2].name = Text::en("Granite Street Drop-In");
        let faults = check(&plan, &directory).into_iter();
        let found = faults.filter(|fault| fault.code == "names_unagreed");
        found.map(|fault| fault.message).collect::<Vec<_>>()
    };
    let found = named("Granite Street has not agreed yet.");
    assert!(
        found.len() == 1 && found[0].contains("but other has not agreed"),
        "{found:?}"
    );
    assert_eq!(named("Go to the granite steps."), Vec::<String>::new());
}

fn landmark(id: &str, name: &str) -> Landmark {
    Landmark {
        id: id.parse().unwrap(),
        name: Text::en(name),
        point: place(-94.49, 49.77),
        source: source(),
    }
}

/// Codes of what words are said to name, of the first rule.
fn named_by(plan: &Plan, change: impl FnOnce(&mut Directory)) -> Vec<(&'static str, String)> {
    let mut directory = town(
        ["a", "b", "e"]
            .map(|name| site(name, None, "24/7"))
            .to_vec(),
    );
    directory.sites[2].organization = organization_id("other");
    directory.sites[2].name = Text::en("West Side Kitchen");
    directory.organizations[1].name = Text::en("Kettle Table Kitchens");
    change(&mut directory);
    let faults = check(plan, &directory).into_iter();
    let found = faults.filter(|fault| fault.code.starts_with("names_"));
    found
        .map(|fault| (fault.code, fault.about.name.unwrap()))
        .collect()
}

fn saying(words: &str) -> Plan {
    let mut plan = plan(vec![rule("a", &["b"])]);
    plan.rules[0].message = Text::en_fr(words, words);
    plan
}

#[test]
fn parts_of_town_and_common_words_name_nobody() {
    let nobody: Vec<(&str, String)> = vec![];
    let west = saying("Go to the pharmacy on the West Side. A Kitchen is there.");
    assert_eq!(named_by(&west, |_| ()), nobody);
    let named = named_by(&saying("Go to West Side Kitchen."), |_| ());
    assert_eq!(named, [("names_unagreed", "West Side Kitchen".to_owned())]);
    let named = named_by(&saying("Kettle Table has soup."), |_| ());
    assert_eq!(named, [("names_unagreed", "Kettle Table".to_owned())]);
    // The same words are a landmark of the town.
    let named = named_by(&saying("Near Kettle Table Rock."), |directory| {
        directory
            .landmarks
            .push(landmark("rock", "Kettle Table Rock"));
    });
    assert_eq!(named, nobody);
}

#[test]
fn who_agrees_for_the_need_and_the_days_may_be_named() {
    let mut asked = saying("Kettle Table has it.");
    asked.rules[0].targets = vec![target("e")];
    assert_eq!(named_by(&asked, |_| ()).len(), 1);
    asked.consents.push(Consent {
        until: Some(day("2026-06-30")),
        ..consent("other")
    });
    let named = named_by(&asked, |_| ());
    assert_eq!(named, [("names_gap", "Kettle Table".to_owned())]);
    let word = |need_of: &str| ConsentWord {
        need: Some(need(need_of)),
        answer: ConsentAnswer::Agreed,
        first: day("2026-01-01"),
        last: None,
        on: day("2026-01-01"),
        by: "ana".into(),
        reference: String::new(),
        note: String::new(),
    };
    let with = |need_of: &str| {
        named_by(&asked, |directory| {
            directory.organizations[1].consents = vec![word(need_of)];
        })
    };
    assert_eq!(with("disposal").len(), 1, "for something else");
    assert_eq!(with("supplies"), []);
    // People come from its door: it needs not agree to be named.
    asked.rules[0].targets = vec![target("b")];
    asked.rules.push(rule("e", &["b"]));
    asked.consents.pop();
    assert_eq!(named_by(&asked, |_| ()), []);
}
