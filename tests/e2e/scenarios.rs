//! The training town at chosen instants: the answer a thoughtful outreach worker would give, over HTTP.

use std::fmt::Write as _;

use serde::Deserialize;

use crate::server::{Server, root};

#[derive(Deserialize)]
struct Scenarios {
    scenario: Vec<Scenario>,
}

/// One row of `data/training/scenarios.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    name: String,
    need: String,
    from: Option<String>,
    near: Option<[f64; 2]>,
    at: String,
    first: String,
    state: String,
    #[serde(default)]
    why: Vec<String>,
    #[serde(default)]
    not_in: Vec<String>,
    plan: Option<String>,
    because: String,
}

impl Scenario {
    fn address(&self) -> String {
        let at = self.at.replace('+', "%2B");
        let mut address = format!("/api/v1/where-to-go?need={}&at={at}&limit=20", self.need);
        if let Some(from) = &self.from {
            write!(address, "&from={from}").expect("text");
        }
        if let Some([lat, lon]) = self.near {
            write!(address, "&near={lat},{lon}").expect("text");
        }
        address
    }
}

#[test]
fn the_training_town_answers_as_an_outreach_worker_would() {
    let text = std::fs::read_to_string(root().join("data/training/scenarios.toml")).expect("scenarios");
    let scenarios: Scenarios = toml::from_str(&text).expect("scenarios");
    assert!(scenarios.scenario.len() >= 8, "too few scenarios");
    let server = Server::start("data/training", "2026-11-25T14:15:00-05:00");
    let mut wrong = Vec::new();
    for scenario in &scenarios.scenario {
        let answer = server.get(&scenario.address()).json();
        let answers = answer["answers"].as_array().cloned().unwrap_or_default();
        let first = answers.first().cloned().unwrap_or_default();
        let why: Vec<&str> =
            first["why"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
        let rule = answer["plan"]["rule"].as_str().unwrap_or("none");
        let plan_holds = scenario.plan.as_deref().is_none_or(|expected| expected == rule);
        let banned = answers.iter().any(|a| scenario.not_in.iter().any(|slug| a["site"] == slug.as_str()));
        let fine = first["site"] == scenario.first.as_str()
            && first["state"] == scenario.state.as_str()
            && scenario.why.iter().all(|code| why.contains(&code.as_str()))
            && plan_holds
            && !banned
            && !first["why_text"].as_str().unwrap_or_default().is_empty()
            && !answer["otherwise"].as_array().is_none_or(Vec::is_empty);
        if !fine {
            let order: Vec<_> = answers.iter().map(|a| format!("{} {} {}", a["site"], a["state"], a["why"])).collect();
            wrong.push(format!(
                "{}: wanted {} ({}) {:?} plan {:?}, because {}\n  got plan {rule}, {}",
                scenario.name,
                scenario.first,
                scenario.state,
                scenario.why,
                scenario.plan,
                scenario.because,
                order.join("\n      ")
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
