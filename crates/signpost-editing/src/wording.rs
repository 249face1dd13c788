//! The language check at save: only of words that changed, so that an old text never stands in the way of a new phone number.

use std::collections::BTreeMap;

use serde::Serialize;
use signpost_domain::{Directory, Lang, ProseText, Site, prose_of_site};
use signpost_store::{KeptWords, Reason};
use signpost_wording::{Finding, Lexicon, Severity, stands_in_a_name, stands_in_a_name_of};
use utoipa::ToSchema;

/// A word that hurts, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct WordingFault {
    /// The field, such as `services.supplies.description.en`.
    pub field: String,
    /// What to do about it, in a sentence.
    pub detail: String,
    /// The term, why it hurts, and what to write instead.
    #[serde(flatten)]
    pub finding: Finding,
}

/// Words that shall stand although the check would have others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingOverride {
    /// The field, such as `description.en`.
    pub field: String,
    /// Why; never empty.
    pub because: String,
}

/// The words of a site that are checked, by field.
#[must_use]
pub fn prose(site: &Site) -> BTreeMap<String, (Lang, &str)> {
    by_field(prose_of_site(site))
}

/// Texts by field and language.
pub(crate) fn by_field(texts: Vec<ProseText<'_>>) -> BTreeMap<String, (Lang, &str)> {
    let mut found = BTreeMap::new();
    for one in texts {
        let path = one.path();
        found.extend(
            one.text
                .iter()
                .map(|(lang, words)| (format!("{path}.{lang}"), (lang, words))),
        );
    }
    found
}

/// What stands in the way of these words: every term that blocks, and those that only warn and that nobody gave a reason for.
///
/// A term that blocks may stay where it is a part of an official name: one that the directory knows, or one that the reason writes out.
#[must_use]
pub fn faults(
    before: &Site,
    after: &Site,
    kept: &[WordingOverride],
    directory: &Directory,
) -> Vec<WordingFault> {
    faults_between(&prose(before), &prose(after), kept, directory)
}

/// The same of any texts by field, of which only those are looked at that are not in `old` already.
pub(crate) fn faults_between(
    old: &BTreeMap<String, (Lang, &str)>,
    new: &BTreeMap<String, (Lang, &str)>,
    kept: &[WordingOverride],
    directory: &Directory,
) -> Vec<WordingFault> {
    let mut found = Vec::new();
    for (field, &(lang, words)) in new {
        if old.get(field) == Some(&(lang, words)) {
            continue;
        }
        let reason = kept.iter().find(|one| one.field == *field);
        let reason = reason.map(|one| one.because.as_str());
        for finding in Lexicon::shipped().check(words, lang) {
            let stands = match finding.severity {
                Severity::Info => true,
                Severity::Warn => reason.is_some() || is_named(words, &finding, directory),
                Severity::Block => {
                    reason.is_some_and(|why| stands_in_a_name(words, &finding.span, why))
                        || is_named(words, &finding, directory)
                }
            };
            if !stands {
                found.push(fault(field.clone(), finding));
            }
        }
    }
    found
}

/// Whether a term is a part of the name of an organization or a place of the directory.
#[must_use]
pub fn is_named(words: &str, finding: &Finding, directory: &Directory) -> bool {
    let organizations = directory.organizations.iter().map(|one| &one.name);
    let sites = directory.sites.iter().map(|one| &one.name);
    let names = organizations.chain(sites);
    let names = names.flat_map(|name| name.iter().map(|(_lang, name)| name));
    stands_in_a_name_of(words, &finding.span, names)
}

fn fault(field: String, finding: Finding) -> WordingFault {
    let instead = finding.alternatives.join("\" or \"");
    let way_out = if finding.severity == Severity::Block {
        ". If it is a part of an official name, write the whole name in \"keep\""
    } else {
        ", or say in \"keep\" why it should stay"
    };
    WordingFault {
        detail: format!(
            "\"{}\": {} Write \"{instead}\" instead{way_out}",
            finding.words, finding.why
        ),
        field,
        finding,
    }
}

/// The reason of a change with what was kept in spite of the check, for the history.
#[must_use]
pub fn with_kept(reason: &Reason, before: &Site, after: &Site, kept: &[WordingOverride]) -> Reason {
    let (old, new) = (prose(before), prose(after));
    let changed = |field: &str| new.contains_key(field) && new.get(field) != old.get(field);
    let kept = kept.iter().filter(|one| changed(&one.field));
    Reason {
        kept: kept
            .map(|one| KeptWords {
                field: one.field.clone(),
                because: one.because.clone(),
            })
            .collect(),
        ..reason.clone()
    }
}
