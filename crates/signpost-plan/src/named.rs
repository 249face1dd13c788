//! Whom public words name. An organization that has not agreed to be sent people is not named to the public either: people would go there
//! all the same, and it never said that they may.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use signpost_domain::{
    Directory, NeedCode, Organization, OrganizationId, Plan, Rule, SiteSlug, Text,
};

use crate::Route;

/// A first word that is shorter may be anything.
const LEAST_LETTERS: usize = 5;

/// Words that many names have, in English and French; alone, or with names of the town's parts, they name nobody.
const COMMON: &str = "a access and area association au aux avenue bay boîte bureau building camionnette canadian care central centre center \
    cercle chemin city clinic clinique club comptoir community communautaire côté counter cuisine cuisines country de des desk district \
    drop-in du east emergency équipe family ferry first food foyer friendship general group groupe hall halte harm health \
    help home hôpital hospital house indigenous kitchen kitchens la lake landing le les library line main maison market marché medical \
    mobile municipality municipalité national nations native needle needles new nord north northern northwest northwestern nurse nursing \
    of office old ontario outreach park parc pavillon pavilion pharmacie pharmacy place point pont public quai refuge region regional \
    road route rue river salle santé school école services service shelter side société society south southern st station store street sud \
    support team the thunder town travaux united van ville west western women women’s woods works young youth";

/// Every organization of a directory with what it and its places are called.
pub(crate) struct Named<'a> {
    plan: &'a Plan,
    rows: Vec<Called<'a>>,
    runs: HashMap<&'a SiteSlug, &'a OrganizationId>,
}

/// What an organization and its places are called.
struct Called<'a> {
    organization: &'a Organization,
    /// Each name; with the place whose whole name it is, where it is one's.
    names: Vec<(Option<&'a SiteSlug>, String)>,
}

/// What words are about: which needs, and which places people are sent to there.
pub(crate) struct Scope<'a> {
    needs: BTreeSet<&'a NeedCode>,
    targets: Vec<(&'a SiteSlug, &'a NeedCode)>,
}

impl<'a> Scope<'a> {
    /// Words about a whole version.
    pub fn of_plan(plan: &'a Plan) -> Self {
        let rules = plan.rules.iter();
        let targets: Vec<_> = rules
            .flat_map(|rule| {
                let targets = rule.targets.iter();
                targets.map(|target| (&target.site, target.need(rule)))
            })
            .collect();
        let needs = targets.iter().map(|(_, need)| *need);
        Self {
            needs: needs
                .chain(plan.rules.iter().map(|rule| &rule.need))
                .collect(),
            targets,
        }
    }

    /// Words of a rule, and where it leads.
    pub fn of_rule(rule: &'a Rule, route: &'a Route) -> Self {
        let stops = route.targets.iter().chain(&route.unconsented);
        Self {
            needs: BTreeSet::from([&rule.need]),
            targets: stops.map(|stop| (&stop.site, &stop.need)).collect(),
        }
    }
}

impl<'a> Named<'a> {
    pub fn new(plan: &'a Plan, directory: &'a Directory) -> Self {
        let weak = weak_words(directory);
        let firsts = directory.organizations.iter();
        let mut firsts_seen: HashMap<&str, usize> = HashMap::new();
        for row in firsts {
            let own: BTreeSet<&str> = row
                .name
                .iter()
                .filter_map(|(_, name)| first_word(name))
                .collect();
            for word in own {
                *firsts_seen.entry(word).or_default() += 1;
            }
        }
        let rows = directory.organizations.iter().map(|organization| {
            let sites = directory.sites.iter();
            let own = sites.filter(|site| site.organization == organization.id);
            let texts = own.map(|site| (Some(&site.slug), &site.name));
            let mut names = Vec::new();
            for (site, text) in texts.chain([(None, &organization.name)]) {
                for (_, words) in text.iter() {
                    called(words, site, &weak, &firsts_seen, &mut names);
                }
            }
            Called {
                organization,
                names,
            }
        });
        Self {
            plan,
            rows: rows.collect(),
            runs: directory
                .sites
                .iter()
                .map(|site| (&site.slug, &site.organization))
                .collect(),
        }
    }

    /// Every organization that words name although it has not agreed on a day, with the name that they say. Old doors are where people came
    /// from, and need not agree.
    pub fn unagreed(
        &self,
        scope: &Scope<'_>,
        day: Date,
        texts: &[&Text],
    ) -> Vec<(&'a Organization, &str)> {
        let mut found = Vec::new();
        for row in &self.rows {
            let own = |slug: &SiteSlug| self.runs.get(slug) == Some(&&row.organization.id);
            let mut targets = scope
                .targets
                .iter()
                .filter(|(slug, _)| own(slug))
                .peekable();
            let is_target = targets.peek().is_some();
            let mut needs = scope
                .needs
                .iter()
                .copied()
                .chain(targets.map(|(_, need)| *need));
            if needs.any(|need| self.plan.consented(row.organization, need, day)) {
                continue;
            }
            let doors: HashSet<&SiteSlug> = self.plan.rules.iter().map(|rule| &rule.from).collect();
            let has_door = doors.iter().any(|slug| own(slug));
            if has_door && !is_target {
                continue;
            }
            let is_door = |site: Option<&SiteSlug>| site.is_some_and(|slug| doors.contains(slug));
            let names = row.names.iter().filter(|(site, _)| !is_door(*site));
            let said = |name: &str| {
                let mut words = texts.iter().flat_map(|text| text.iter());
                words.any(|(_, words)| says(words, name))
            };
            let mut names = names.map(|(_, name)| name.as_str());
            if let Some(name) = names.find(|name| said(name)) {
                found.push((row.organization, name));
            }
        }
        found
    }
}

/// Words that name nobody: those many names have, those of the town and its parts, and those of what people look for.
fn weak_words(directory: &Directory) -> HashSet<String> {
    let parts = [&directory.title].into_iter();
    let parts = parts
        .chain(directory.landmarks.iter().map(|row| &row.name))
        .chain(directory.ground.neighbourhoods.iter().map(|row| &row.name))
        .chain(directory.ground.crossings.iter().map(|row| &row.name))
        .chain(directory.needs.iter().map(|row| &row.name));
    let parts = parts.flat_map(|text| text.iter().map(|(_, words)| words));
    let places = directory.localities.iter().map(|row| row.name.as_str());
    let of_sites = directory.sites.iter().map(|site| site.locality.as_str());
    parts
        .chain(places)
        .chain(of_sites)
        .chain([COMMON])
        .flat_map(str::split_whitespace)
        .map(weak_form)
        .collect()
}

fn weak_form(word: &str) -> String {
    bare(word).to_lowercase()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric())
}

fn first_word(name: &str) -> Option<&str> {
    name.split_whitespace().next().map(bare)
}

/// The whole name; its beginning as people say it ("Granite Street Drop-In" is "Granite Street" to most); and its first word, where that is
/// of this organization alone. What consists of words that name nobody is no name.
fn called<'a>(
    name: &str,
    site: Option<&'a SiteSlug>,
    weak: &HashSet<String>,
    firsts: &HashMap<&str, usize>,
    into: &mut Vec<(Option<&'a SiteSlug>, String)>,
) {
    let is_weak = |word: &&str| weak.contains(&weak_form(word));
    let words: Vec<&str> = name.split_whitespace().collect();
    let whole = trimmed(name);
    if words.len() > 1 || !words.iter().all(is_weak) {
        into.push((site, whole.clone()));
    }
    let mut add = |short: String| {
        if short != whole {
            into.push((None, short));
        }
    };
    if let Some(beginning) = words.get(..2)
        && beginning
            .iter()
            .all(|word| word.starts_with(char::is_uppercase))
        && !beginning.iter().all(is_weak)
    {
        add(trimmed(&beginning.join(" ")));
    }
    if let Some(first) = first_word(name)
        && first.starts_with(char::is_uppercase)
        && first.chars().count() >= LEAST_LETTERS
        && !is_weak(&first)
        && firsts.get(first).is_none_or(|many| *many < 2)
    {
        add(first.to_owned());
    }
}

fn trimmed(name: &str) -> String {
    name.trim_end_matches([',', '.', ';', ':']).to_owned()
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

    fn names(name: &str) -> Vec<String> {
        let weak: HashSet<String> = COMMON.split_whitespace().map(str::to_owned).collect();
        let mut found = Vec::new();
        called(name, None, &weak, &HashMap::new(), &mut found);
        found.into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn a_name_is_found_whole_and_as_people_say_it() {
        assert_eq!(
            names("Granite Street Drop-In"),
            ["Granite Street Drop-In", "Granite Street", "Granite"]
        );
        assert_eq!(
            names("Halte de la rue Granite"),
            ["Halte de la rue Granite"]
        );
        assert_eq!(names("Firefly"), ["Firefly"]);
        assert_eq!(
            names("Pinecone Pharmacy, West Side"),
            [
                "Pinecone Pharmacy, West Side",
                "Pinecone Pharmacy",
                "Pinecone"
            ]
        );
        assert!(says("Go to Granite Street now.", "Granite Street"));
        assert!(!says("Granite Streets", "Granite Street"));
        assert!(!says("", "Firefly"));
    }

    #[test]
    fn words_that_many_names_have_name_nobody() {
        assert_eq!(names("West Side Kitchen"), ["West Side Kitchen"]);
        assert_eq!(
            names("Community Health Centre"),
            ["Community Health Centre"]
        );
        assert_eq!(names("Shelter"), Vec::<String>::new());
    }
}
