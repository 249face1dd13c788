//! The language check over a whole directory: every text that is prose, and none that is a name.

use signpost_domain::{Directory, Text};
use signpost_wording::{Finding, Lexicon, Severity};

/// A term found in a directory, with the place where it stands.
pub(crate) struct Wording {
    /// Such as `nwhu-kenora supplies, description (en)`.
    place: String,
    finding: Finding,
}

impl Wording {
    /// Whether a text with this term is not published.
    pub(crate) fn blocks(&self) -> bool {
        self.finding.severity == Severity::Block
    }

    /// One line: where, what, why, and what to write instead.
    pub(crate) fn in_words(&self) -> String {
        let Finding {
            words,
            why,
            alternatives,
            ..
        } = &self.finding;
        let instead = alternatives.join(", or: ");
        format!("{}: {words:?}. {why}. Write instead: {instead}", self.place)
    }
}

/// Every term that blocks or should be changed. Plainer words that would do are not told here: they are for one who is writing.
pub(crate) fn of(directory: &Directory) -> Vec<Wording> {
    let mut found = Vec::new();
    let mut look = |place: &str, field: &str, text: &Text| {
        for (lang, words) in text.iter() {
            let findings = Lexicon::shipped().check(words, lang);
            let weighty = findings
                .into_iter()
                .filter(|finding| finding.severity >= Severity::Warn);
            found.extend(weighty.map(|finding| Wording {
                place: format!("{place}, {field} ({lang})"),
                finding,
            }));
        }
    };
    look("directory", "banner", &directory.banner);
    for site in &directory.sites {
        let place = site.slug.as_str();
        look(place, "description", &site.description);
        look(place, "door", &site.door);
        look(place, "access", &site.access);
        for service in &site.services {
            let place = format!("{place} {}", service.need);
            look(&place, "description", &service.description);
            look(&place, "bring", &service.bring);
            look(&place, "hours_note", &service.hours_note);
        }
        for exception in &site.exceptions {
            look(
                &format!("{place} {}", exception.id),
                "reason",
                &exception.reason,
            );
        }
    }
    for line in &directory.lines {
        look(line.id.as_str(), "sentence", &line.sentence);
    }
    for need in &directory.needs {
        look(need.code.as_str(), "name", &need.name);
        look(need.code.as_str(), "hint", &need.hint);
    }
    for plan in &directory.plans {
        let place = format!("plan {}", plan.version);
        look(&place, "title", &plan.title);
        look(&place, "summary", &plan.summary);
        for rule in &plan.rules {
            look(&format!("{place} {}", rule.id), "message", &rule.message);
            for target in &rule.targets {
                look(&format!("{place} {}", rule.id), "note", &target.note);
            }
        }
    }
    found
}
