//! What is said of a plan's life: who approved a version, and what organizations say to being sent people.

use signpost_domain::{Approval, ConsentAnswer, ConsentWord, Organization, OrganizationId};

use crate::{columns::Columns, fault::Faults, row::SourceRow, tables::NO_DAY, value};

const APPROVAL: Columns = Columns {
    required: &[],
    all: &["by", "at", "sequence", "proof", "day", "decision", "reason"],
    texts: &[],
    judged: &[],
};
const WORD: Columns = Columns {
    required: &[],
    all: &[
        "organization",
        "need",
        "answer",
        "first",
        "last",
        "on",
        "by",
        "reference",
        "note",
    ],
    texts: &[],
    judged: &[],
};

/// Who approved a version.
pub(super) fn approval(row: &SourceRow, faults: &mut Faults) -> Option<Approval> {
    row.check(&APPROVAL, &[], faults);
    row.required(faults, "by");
    let at = row.need(faults, "at");
    let sequence = row.need(faults, "sequence");
    let day = row.need_date(faults, "day").unwrap_or(NO_DAY);
    Some(Approval {
        by: row.word("by").to_owned(),
        at: at?,
        sequence: sequence?,
        proof: row.word("proof").to_owned(),
        day,
        decision: row.word("decision").to_owned(),
        reason: row.word("reason").to_owned(),
    })
}

/// What an organization says. That it, and its need, are there is for the caller to check.
pub(super) fn word(row: &SourceRow, faults: &mut Faults) -> Option<(OrganizationId, ConsentWord)> {
    row.check(&WORD, &[], faults);
    row.required(faults, "answer");
    let answer = row.read(faults, "answer", |word| {
        let wanted = || {
            let word = value::quoted(word);
            format!("write agreed, not_now or withdrawn, not {word}")
        };
        ConsentAnswer::of_code(word).ok_or_else(wanted)
    });
    let first = row.need_date(faults, "first").unwrap_or(NO_DAY);
    let last = row.read(faults, "last", value::date);
    if last.is_some_and(|last| last < first) {
        row.fault(faults, "last", "the last day is before the first");
    }
    let on = row.need_date(faults, "on").unwrap_or(NO_DAY);
    row.required(faults, "by");
    let organization: Option<OrganizationId> = row.need(faults, "organization");
    let need = row.parse(faults, "need");
    Some((
        organization?,
        ConsentWord {
            need,
            answer: answer?,
            first,
            last,
            on,
            by: row.word("by").to_owned(),
            reference: row.word("reference").to_owned(),
            note: row.word("note").to_owned(),
        },
    ))
}

/// Adds words to those of their organizations, those that do not stand there already: a file may be read twice. An organization may say the same
/// twice on one day, with another word between, and the last one counts: as often as the file says it, it is said.
pub(super) fn add_words(
    organizations: &mut [Organization],
    words: &[(OrganizationId, ConsentWord)],
) {
    for row in organizations {
        let mut known = row.consents.clone();
        for (_, word) in words.iter().filter(|(id, _)| *id == row.id) {
            match known.iter().position(|own| own == word) {
                Some(at) => {
                    known.remove(at);
                }
                None => row.consents.push(word.clone()),
            }
        }
    }
}
