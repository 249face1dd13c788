//! The training town at chosen instants: the answer a thoughtful outreach worker would give, over HTTP.

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::Value;

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
    /// The first answers, in order.
    first: Vec<String>,
    /// The state of the very first.
    state: String,
    #[serde(default)]
    why: Vec<String>,
    #[serde(default)]
    not_in: Vec<String>,
    #[serde(default)]
    not_plan_target: Vec<String>,
    plan: String,
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
    let text =
        std::fs::read_to_string(root().join("data/training/scenarios.toml")).expect("scenarios");
    let scenarios: Scenarios = toml::from_str(&text).expect("scenarios");
    assert!(scenarios.scenario.len() >= 15, "too few scenarios");
    let server = Server::start("data/training", "2026-11-25T14:15:00-05:00");
    let mut wrong = Vec::new();
    for scenario in &scenarios.scenario {
        let answer = server.get(&scenario.address()).json();
        let answers = answer["answers"].as_array().cloned().unwrap_or_default();
        let first = answers.first().cloned().unwrap_or_default();
        let rule = answer["plan"]["rule"].as_str().unwrap_or("none");
        let carries = |answer: &Value, code: &str| {
            answer["why"]
                .as_array()
                .is_some_and(|why| why.iter().any(|own| own == code))
        };
        let is_one_of = |answer: &Value, slugs: &[String]| {
            slugs.iter().any(|slug| answer["site"] == slug.as_str())
        };
        let order: Vec<&str> = answers.iter().filter_map(|a| a["site"].as_str()).collect();
        let fine = order
            .iter()
            .take(scenario.first.len())
            .eq(scenario.first.iter())
            && first["state"] == scenario.state.as_str()
            && scenario.why.iter().all(|code| carries(&first, code))
            && rule == scenario.plan
            && !answers.iter().any(|a| is_one_of(a, &scenario.not_in))
            && !answers
                .iter()
                .any(|a| is_one_of(a, &scenario.not_plan_target) && carries(a, "plan_target"))
            && first["why_text"]
                .as_str()
                .is_some_and(|words| !words.is_empty())
            && answer["otherwise"]
                .as_array()
                .is_some_and(|lines| !lines.is_empty());
        if !fine {
            let order: Vec<_> = answers
                .iter()
                .map(|a| format!("{} {} {}", a["site"], a["state"], a["why"]))
                .collect();
            wrong.push(format!(
                "{}: wanted {:?} ({}) {:?} plan {}, because {}\n  got plan {rule}, {}",
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
