//! Reasons as releases before migration 7 kept them: one English sentence, made by the form or by the command.
//!
//! Only rows without a cause are read here. The sentences are also written once more, never into a row: an agency's own system that lost the
//! answer to a request it made before the upgrade is told apart by them (see `idempotency`).

use crate::model::{Cause, KeptWords, Reason};

/// What forms, and agencies' own systems, said by themselves.
const SENTENCES: [(&str, Cause); 15] = [
    ("days changed", Cause::DaysChanged),
    ("days shortened", Cause::DaysShortened),
    ("days taken back", Cause::DaysTakenBack),
    ("out of stock", Cause::OutOfStock),
    ("details changed", Cause::DetailsChanged),
    ("offers changed", Cause::OffersChanged),
    ("name or place changed", Cause::PlaceChanged),
    ("service described", Cause::ServiceDescribed),
    ("hours changed", Cause::HoursChanged),
    ("still right", Cause::Confirmed),
    ("a new place", Cause::NewPlace),
    ("exception added", Cause::ExceptionAdded),
    ("exception removed", Cause::ExceptionRemoved),
    ("organization changed", Cause::OrganizationChanged),
    ("holidays changed", Cause::HolidaysChanged),
];

const ASKED_FOR_BY: &str = "asked for by ";
const KEPT: &str = "; words kept in ";
const BECAUSE: &str = ", because: ";

/// What such a sentence says. One that no release made is what a person wrote.
pub(crate) fn reason_of(sentence: &str) -> Reason {
    asked_for(sentence)
        .or_else(|| made(sentence))
        .unwrap_or_else(|| Reason::typed(sentence))
}

/// `asked for by Ana (cedar-circle): hours changed`
fn asked_for(sentence: &str) -> Option<Reason> {
    let rest = sentence.strip_prefix(ASKED_FOR_BY)?;
    // A name may hold a colon too: it ends where the rest is a sentence of ours.
    let known = rest
        .match_indices(": ")
        .find_map(|(at, colon)| Some((rest.get(..at)?, made(rest.get(at + colon.len()..)?)?)));
    let (who, reason) = known.unwrap_or_else(|| match rest.split_once(": ") {
        Some((who, words)) => (who, Reason::typed(words)),
        None => (rest, Reason::default()),
    });
    Some(Reason {
        asked_by: Some(who.to_owned()),
        ..reason
    })
}

/// A sentence that a release made by itself.
fn made(sentence: &str) -> Option<Reason> {
    taken_back(sentence)
        .or_else(|| from_files(sentence))
        .or_else(|| by_a_form(sentence))
}

/// `change 12 taken back: there is no bell`. What follows the colon is a person's, to the end.
fn taken_back(sentence: &str) -> Option<Reason> {
    let (number, rest) = sentence
        .strip_prefix("change ")?
        .split_once(" taken back")?;
    let words = match rest.strip_prefix(": ") {
        Some(words) => words,
        None if rest.is_empty() => "",
        None => return None,
    };
    Some(Reason {
        cause: Cause::TakenBack {
            change: number.parse().ok()?,
        },
        words: words.to_owned(),
        ..Reason::default()
    })
}

/// `import of sites.csv` and `read from data/kenora`
fn from_files(sentence: &str) -> Option<Reason> {
    let cause = if let Some(from) = sentence.strip_prefix("import of ") {
        Cause::Imported {
            from: vec![from.to_owned()],
        }
    } else {
        Cause::FirstStart {
            from: sentence.strip_prefix("read from ")?.to_owned(),
        }
    };
    Some(cause.into())
}

/// `details changed; words kept in door.en, because: it is painted on it`
fn by_a_form(sentence: &str) -> Option<Reason> {
    let (plain, kept) = match sentence.split_once(KEPT) {
        None => (sentence, vec![]),
        Some((plain, kept)) => (
            plain,
            kept.split(KEPT).map(kept_words).collect::<Option<_>>()?,
        ),
    };
    let (_, cause) = SENTENCES.iter().find(|(own, _)| *own == plain)?;
    Some(Reason {
        cause: cause.clone(),
        kept,
        ..Reason::default()
    })
}

fn kept_words(text: &str) -> Option<KeptWords> {
    let (field, because) = text.split_once(BECAUSE)?;
    Some(KeptWords {
        field: field.to_owned(),
        because: because.to_owned(),
    })
}

/// The sentence that an older release would have made of a reason.
pub(crate) fn sentence(reason: &Reason) -> String {
    let plain = match &reason.cause {
        Cause::TakenBack { change } if reason.words.is_empty() => {
            format!("change {change} taken back")
        }
        Cause::TakenBack { change } => format!("change {change} taken back: {}", reason.words),
        cause => SENTENCES
            .iter()
            .find(|(_, own)| own == cause)
            .map_or(&*reason.words, |(own, _)| *own)
            .to_owned(),
    };
    reason.kept.iter().fold(plain, |sentence, one| {
        format!("{sentence}{KEPT}{}{BECAUSE}{}", one.field, one.because)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(field: &str, because: &str) -> KeptWords {
        KeptWords {
            field: field.to_owned(),
            because: because.to_owned(),
        }
    }

    #[test]
    fn a_sentence_and_what_it_says_belong_together() {
        for (_, cause) in SENTENCES {
            let kept = vec![kept("door.en", "a law: of 1990"), kept("access.en", "b")];
            for kept in [vec![], kept] {
                let reason = Reason {
                    kept,
                    ..cause.clone().into()
                };
                assert_eq!(reason_of(&sentence(&reason)), reason);
            }
        }
        for words in [
            "",
            "still right",
            "hours changed; words kept in a, because: b",
        ] {
            let reason = Reason {
                cause: Cause::TakenBack { change: 12 },
                ..Reason::typed(words)
            };
            assert_eq!(reason_of(&sentence(&reason)), reason);
        }
    }

    #[test]
    fn a_name_with_a_colon_stays_whole_when_the_rest_is_a_sentence_of_ours() {
        let who = "kettle-table (sync: nightly, token 3)";
        let read = reason_of(&format!("asked for by {who}: hours changed"));
        assert_eq!(read.asked_by.as_deref(), Some(who));
        assert_eq!(read.cause, Cause::HoursChanged);
    }

    #[test]
    fn what_no_release_wrote_is_a_persons_words() {
        for words in [
            "",
            "we moved",
            "hours changed, at last",
            "still right; I asked",
            "details changed; words kept in the drawer",
            "change of heart taken back",
            "change 3 taken back, sorry",
            "imported by hand",
        ] {
            assert_eq!(reason_of(words), Reason::typed(words), "{words}");
        }
    }
}
