//! The language check over a whole directory: every text that is prose, and none that is a name.

use std::collections::HashMap;

use signpost_domain::{Directory, FaultSubject, Plan, Site, Text};
use signpost_exchange::{Fault, SourceSpans};
use signpost_wording::{Finding, Lexicon, Severity, stands_in_a_name_of};

/// A term found in a directory, with the place where it stands.
pub(crate) struct Wording {
    /// Such as `nwhu-kenora supplies, description (en)`.
    place: String,
    /// The row it stands in, where it can stand in one, and the column.
    row: Option<FaultSubject>,
    column: String,
    finding: Finding,
}

impl Wording {
    /// Whether a text with this term is not published.
    pub(crate) fn blocks(&self) -> bool {
        self.finding.severity == Severity::Block
    }

    /// The same as a fault, with the line and column of the file it stands in.
    pub(crate) fn placed(&self, spans: &SourceSpans, otherwise: &str) -> Fault {
        let message = self.in_words();
        match &self.row {
            Some(row) => spans.fault(row, &self.column, &message, otherwise),
            None => Fault::of_file(otherwise, &message),
        }
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

/// Every term that blocks or should be changed, of the words that do not stand in `before` already. Plainer words that would do are not
/// told here: they are for one who is writing.
pub(crate) fn of(directory: &Directory, before: Option<&Directory>) -> Vec<Wording> {
    let old: HashMap<(String, &str), &Text> = before
        .into_iter()
        .flat_map(prose)
        .map(|placed| ((placed.place, placed.field), placed.text))
        .collect();
    let mut found = Vec::new();
    for Placed {
        place,
        row,
        field,
        text,
    } in prose(directory)
    {
        let place = (place, field);
        let earlier = old.get(&place);
        for (lang, words) in text.iter() {
            if earlier.is_some_and(|earlier| earlier.exactly(lang) == Some(words)) {
                continue;
            }
            let findings = Lexicon::shipped().check(words, lang);
            let weighty = findings
                .into_iter()
                .filter(|finding| finding.severity >= Severity::Warn)
                .filter(|finding| !stands_in_a_name_of(words, &finding.span, names(directory)));
            found.extend(weighty.map(|finding| Wording {
                place: format!("{}, {field} ({lang})", place.0),
                row: row.clone(),
                column: format!("{field}_{lang}"),
                finding,
            }));
        }
    }
    found
}

/// What organizations and places are called: nobody corrects that, wherever it is said.
fn names(directory: &Directory) -> impl Iterator<Item = &str> {
    let organizations = directory.organizations.iter().map(|one| &one.name);
    let names = organizations.chain(directory.sites.iter().map(|one| &one.name));
    names.flat_map(|name| name.iter().map(|(_lang, name)| name))
}

/// A text, where it stands and what it is called there.
struct Placed<'d> {
    place: String,
    row: Option<FaultSubject>,
    field: &'static str,
    text: &'d Text,
}

/// Every text of a directory that is prose.
fn prose(directory: &Directory) -> Vec<Placed<'_>> {
    let own = |place: String, row, field, text| Placed {
        place,
        row,
        field,
        text,
    };
    let banner = &directory.banner;
    let mut texts = vec![own("directory".to_owned(), None, "banner", banner)];
    texts.extend(directory.sites.iter().flat_map(of_site));
    for line in &directory.lines {
        let (id, row) = (line.id.to_string(), FaultSubject::Line(line.id.to_string()));
        texts.push(own(id, Some(row), "sentence", &line.sentence));
    }
    for need in &directory.needs {
        texts.push(own(need.code.to_string(), None, "name", &need.name));
        texts.push(own(need.code.to_string(), None, "hint", &need.hint));
    }
    texts.extend(directory.plans.iter().flat_map(of_plan));
    texts
}

fn of_site(site: &Site) -> Vec<Placed<'_>> {
    let slug = || site.slug.to_string();
    let own = |field, text| Placed {
        place: slug(),
        row: Some(FaultSubject::Site(slug())),
        field,
        text,
    };
    let mut texts = vec![
        own("description", &site.description),
        own("door", &site.door),
        own("access", &site.access),
    ];
    for service in &site.services {
        let own = |field, text| Placed {
            place: format!("{} {}", site.slug, service.need),
            row: Some(FaultSubject::Service(slug(), service.need.to_string())),
            field,
            text,
        };
        texts.push(own("description", &service.description));
        texts.push(own("bring", &service.bring));
        let for_whom = &service.eligibility_description;
        texts.push(own("eligibility_description", for_whom));
        texts.push(own("hours_note", &service.hours_note));
    }
    for exception in &site.exceptions {
        texts.push(Placed {
            place: format!("{} {}", site.slug, exception.id),
            row: Some(FaultSubject::Exception(slug(), exception.id.to_string())),
            field: "reason",
            text: &exception.reason,
        });
    }
    texts
}

fn of_plan(plan: &Plan) -> Vec<Placed<'_>> {
    let place = format!("plan {}", plan.version);
    let own = |place: &str, row: FaultSubject, field, text| Placed {
        place: place.to_owned(),
        row: Some(row),
        field,
        text,
    };
    let whole = || FaultSubject::Plan(plan.version);
    let mut texts = vec![
        own(&place, whole(), "title", &plan.title),
        own(&place, whole(), "summary", &plan.summary),
    ];
    for rule in &plan.rules {
        let place = format!("{place} {}", rule.id);
        let row = || FaultSubject::Rule(plan.version, rule.id.to_string());
        texts.push(own(&place, row(), "message", &rule.message));
        for (nth, target) in rule.targets.iter().enumerate() {
            let place = format!("{place}, target {}", nth + 1);
            texts.push(own(&place, row(), "note", &target.note));
        }
    }
    texts
}
