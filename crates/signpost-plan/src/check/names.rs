//! Whom a plan's public words name. An organization that has not agreed to be a target is not named to the public either: people would go
//! there all the same, and it never said that they may.

use std::collections::BTreeSet;

use signpost_domain::{Directory, OrganizationId, Plan, Rule, Text};

use super::{Checking, Severity};

/// Words a name may share with a street or the town; alone they name nobody.
const LEAST_WORDS: usize = 2;

impl Checking<'_> {
    /// Organizations and places that the title, the summary, a message or a note names, though they have not agreed.
    pub(super) fn names(&mut self, directory: &Directory) {
        let plan = self.plan;
        let silent = unagreed(plan, directory);
        let texts = [(None, &plan.title), (None, &plan.summary)];
        let of_rules = plan.rules.iter().flat_map(|rule| {
            let notes = rule.targets.iter().map(|target| &target.note);
            let own = std::iter::once(&rule.message).chain(notes);
            own.map(move |text| (Some(rule), text))
        });
        let texts: Vec<(Option<&Rule>, &Text)> = texts.into_iter().chain(of_rules).collect();
        for (who, names) in silent {
            let mut named = texts.iter().filter_map(|(rule, text)| {
                let mut said = text.iter().map(|(_, words)| words);
                let found = said.find_map(|words| names.iter().find(|name| says(words, name)))?;
                Some((*rule, found))
            });
            let Some((rule, name)) = named.next() else {
                continue;
            };
            let message = format!(
                "the public reads the name \"{name}\", but {who} has not agreed to be part of this plan: leave it out until it has"
            );
            self.found(Severity::Warning, "names_unagreed", (rule, None), message);
        }
    }
}

/// Organizations without any consent, with what they and their places are called. Old doors are where people came from, and need none.
fn unagreed<'d>(
    plan: &Plan,
    directory: &'d Directory,
) -> Vec<(&'d OrganizationId, BTreeSet<String>)> {
    let agreed = |id: &OrganizationId| plan.consents.iter().any(|own| &own.organization == id);
    let is_door = |id: &OrganizationId| {
        let mut sites = directory
            .sites
            .iter()
            .filter(|site| &site.organization == id);
        sites.any(|site| plan.rules.iter().any(|rule| rule.from == site.slug))
    };
    let organizations = directory.organizations.iter();
    organizations
        .filter(|organization| !agreed(&organization.id) && !is_door(&organization.id))
        .map(|organization| {
            let sites = directory.sites.iter();
            let own = sites.filter(|site| site.organization == organization.id);
            let texts = own.map(|site| &site.name).chain([&organization.name]);
            let names = texts.flat_map(|text| text.iter().flat_map(|(_, words)| called(words)));
            let is_town = |name: &String| directory.title.iter().any(|(_, town)| town == name);
            (
                &organization.id,
                names.filter(|name| !is_town(name)).collect(),
            )
        })
        .collect()
}

/// The whole name, and its beginning as people say it: "Granite Street Drop-In" is "Granite Street" to most.
fn called(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let short = words
        .get(..LEAST_WORDS)
        .map(|beginning| beginning.join(" "));
    let short = short.filter(|short| {
        short
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase))
    });
    let trimmed = |name: &str| name.trim_end_matches([',', '.', ';', ':']).to_owned();
    let mut names = vec![trimmed(name)];
    names.extend(
        short
            .map(|short| trimmed(&short))
            .filter(|short| short != name),
    );
    names
}

/// Whether words hold a name as words of its own.
fn says(words: &str, name: &str) -> bool {
    !name.is_empty()
        && words.match_indices(name).any(|(at, _)| {
            let around = |text: Option<char>| text.is_none_or(|c| !c.is_alphanumeric());
            let (before, after) = (words.get(..at), words.get(at + name.len()..));
            around(before.and_then(|text| text.chars().next_back()))
                && around(after.and_then(|text| text.chars().next()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_whole_and_as_people_say_it() {
        assert_eq!(
            called("Granite Street Drop-In"),
            ["Granite Street Drop-In", "Granite Street"]
        );
        assert_eq!(
            called("Halte de la rue Granite"),
            ["Halte de la rue Granite"]
        );
        assert_eq!(called("Firefly"), ["Firefly"]);
        assert!(says("Go to Granite Street now.", "Granite Street"));
        assert!(!says("Granite Streets", "Granite Street"));
        assert!(!says("", "Firefly"));
    }
}
