//! `signpost plan show`

use signpost_domain::{Lang, Plan};

use crate::say::say;

/// Says what a version holds.
pub(super) fn show(plan: &Plan) {
    let day = |day: Option<jiff::civil::Date>| {
        day.map_or_else(|| "open".to_owned(), |day| day.to_string())
    };
    say(format!(
        "plan {} ({:?}), {} to {}: {}",
        plan.version,
        plan.status,
        day(plan.from),
        day(plan.last_day()),
        plan.title.words(Lang::En)
    ));
    for rule in &plan.rules {
        say(format!("  {}: {}", rule.id, rule_words(rule)));
    }
    for consent in &plan.consents {
        let need = consent
            .need
            .as_ref()
            .map_or("every need", |need| need.as_str());
        say(format!(
            "  consent: {} for {need} since {}",
            consent.organization, consent.on
        ));
    }
}

fn rule_words(rule: &signpost_domain::Rule) -> String {
    let targets: Vec<&str> = rule
        .targets
        .iter()
        .map(|target| target.site.as_str())
        .collect();
    format!(
        "from {} for {} to {}",
        rule.from,
        rule.need,
        targets.join(", then ")
    )
}
