//! The language check of a plan's texts, as that of a site's: only of words that changed.

use std::collections::BTreeMap;

use signpost_domain::{Directory, Lang, Plan, Text};

use crate::wording::{WordingFault, WordingOverride, faults_between};

/// The words of a plan that clients read, by field.
fn prose(plan: &Plan) -> BTreeMap<String, (Lang, &str)> {
    let own = [
        ("title".to_owned(), &plan.title),
        ("summary".to_owned(), &plan.summary),
    ];
    let rules = plan.rules.iter().flat_map(|rule| {
        let message = (format!("rules.{}.message", rule.id), &rule.message);
        let notes = rule.targets.iter().enumerate().map(|(nth, target)| {
            let field = format!("rules.{}.targets.{}.note", rule.id, nth + 1);
            (field, &target.note)
        });
        std::iter::once(message).chain(notes)
    });
    own.into_iter()
        .chain(rules)
        .flat_map(|(name, text): (String, &Text)| {
            text.iter()
                .map(move |(lang, words)| (format!("{name}.{lang}"), (lang, words)))
        })
        .collect()
}

pub(super) fn faults(
    before: Option<&Plan>,
    after: &Plan,
    kept: &[WordingOverride],
    directory: &Directory,
) -> Vec<WordingFault> {
    let old = before.map(prose).unwrap_or_default();
    faults_between(&old, &prose(after), kept, directory)
}
