//! Finding terms in a text.

use std::ops::Range;

use serde::Serialize;
use signpost_domain::Lang;
use utoipa::{
    ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use crate::{Lexicon, Severity, plain_letters::PlainLetters};

/// A term that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FoundTerm)]
pub struct Finding {
    /// Where in the text.
    ///
    /// # Units
    /// Bytes of UTF-8, always on character boundaries.
    #[schema(schema_with = span)]
    pub span: Range<usize>,
    /// The words as they stand there.
    pub words: String,
    /// The term of the list.
    pub term: String,
    /// How much it matters.
    pub severity: Severity,
    /// Why it hurts, or why a plainer word is better.
    pub why: String,
    /// What to write instead.
    pub alternatives: Vec<String>,
    /// Who says so.
    pub source: String,
}

/// A span as it is written in JSON.
fn span() -> RefOr<Schema> {
    let number = || {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(0))
    };
    ObjectBuilder::new()
        .description(Some("Where in the text, in bytes of UTF-8"))
        .property("start", number())
        .property("end", number())
        .required("start")
        .required("end")
        .into()
}

impl Lexicon {
    /// Every term of `lang` in a text, in the order they stand there, however it is dressed up: in letters that only look alike, or with
    /// something between them that nobody sees. Where two overlap, the weightier stays, then the longer.
    #[must_use]
    pub fn check(&self, text: &str, lang: Lang) -> Vec<Finding> {
        let plain = PlainLetters::of(text, lang);
        let undressed = plain.undressed();
        let mut found: Vec<Finding> = std::iter::once(&plain)
            .chain(&undressed)
            .flat_map(|plain| self.found_in(plain, text, lang))
            .collect();
        found.sort_by_key(|one| {
            (
                std::cmp::Reverse(one.severity),
                std::cmp::Reverse(one.span.len()),
                one.span.start,
            )
        });
        let mut kept: Vec<Finding> = Vec::new();
        for one in found {
            let apart = |other: &Finding| {
                one.span.end <= other.span.start || other.span.end <= one.span.start
            };
            if kept.iter().all(apart) {
                kept.push(one);
            }
        }
        kept.sort_by_key(|one| one.span.start);
        kept
    }

    /// What stands in plain letters of a text.
    fn found_in(&self, plain: &PlainLetters<'_>, text: &str, lang: Lang) -> Vec<Finding> {
        let letters = &*plain.text;
        let allowed: Vec<Range<usize>> = self
            .allowed
            .iter()
            .filter(|(own, _)| *own == lang)
            .flat_map(|(_, pattern)| pattern.find_iter(letters).map(|found| found.range()))
            .collect();
        self.terms
            .iter()
            .filter(|term| term.lang == lang)
            .flat_map(|term| term.pattern.find_iter(letters).map(move |hit| (term, hit)))
            .filter(|(_, hit)| {
                !allowed
                    .iter()
                    .any(|range| range.start <= hit.start() && hit.end() <= range.end)
            })
            .map(|(term, hit)| (term, plain.span(hit.range())))
            .map(|(term, span)| Finding {
                words: text.get(span.clone()).unwrap_or_default().to_owned(),
                span,
                term: term.name.clone(),
                severity: term.severity,
                why: term.why.clone(),
                alternatives: term.alternatives.clone(),
                source: term.source.clone(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_stands_between_letters_or_in_their_place_hides_no_word() {
        for text in [
            "a d d i c t s",
            "add.icts",
            "add_icts",
            "junk1es",
            "j.u.n.k.i.e.s",
            "a-d-d-i-c-t-s",
            "@ddicts",
            "4ddicts",
            "crack-heads",
            "crack.heads",
            "crack\u{2010}heads",
            "add/icts",
            "add'icts",
            "a  d  d  i  c  t  s",
        ] {
            let all = format!("No {text} here, please.");
            let found = terms(&all, Lang::En);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].1, text, "the words as they stand there");
        }
        for text in [
            "Open 24/7. Call 988 or 911.",
            "Unit 4B, 1st floor, P9N 2K4",
            "A I D S testing is not written so, but b 4 u come call.",
            "Needles.Naloxone.Food",
            "A non-profit drop-in, a walk-in and a get-together; 4 a.m. to 5 p.m., $5.",
        ] {
            assert_eq!(terms(text, Lang::En), [], "{text}");
        }
    }

    fn terms(text: &str, lang: Lang) -> Vec<(Severity, String)> {
        let found = Lexicon::shipped().check(text, lang);
        found
            .into_iter()
            .map(|one| (one.severity, one.words))
            .collect()
    }

    #[test]
    fn a_label_blocks_and_says_what_to_write() {
        let found = Lexicon::shipped().check("Clean needles for addicts.", Lang::En);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(
            (found[0].severity, found[0].words.as_str()),
            (Severity::Warn, "Clean needles")
        );
        assert_eq!(
            (found[1].severity, found[1].words.as_str()),
            (Severity::Block, "addicts")
        );
        assert!(
            found[1]
                .alternatives
                .contains(&"person who uses drugs".to_owned())
        );
        assert!(!found[1].why.is_empty());
    }

    #[test]
    fn a_word_that_is_dressed_up_is_found_and_shown_as_it_stands() {
        for dressed in [
            "addіcts",
            "add\u{200B}icts",
            "ａｄｄｉｃｔｓ",
            "add\u{AD}icts",
            "áddîcts",
        ] {
            let found = Lexicon::shipped().check(&format!("For {dressed} only"), Lang::En);
            assert_eq!(found.len(), 1, "{dressed:?}");
            assert_eq!((found[0].words.as_str(), found[0].span.start), (dressed, 4));
        }
        assert_eq!(
            terms("drug\u{a0} \n addict", Lang::En),
            [(Severity::Block, "drug\u{a0} \n addict".to_owned())]
        );
        assert_eq!(
            terms("drogue\u{301}s", Lang::Fr),
            [(Severity::Block, "drogue\u{301}s".to_owned())]
        );
    }

    #[test]
    fn names_and_quotations_are_left_alone() {
        assert_eq!(terms("Alcoholics Anonymous meets here.", Lang::En), []);
        assert_eq!(terms("A neighbour said: “junkies”.", Lang::En), []);
        assert_eq!(terms("Loi sur les Indiens", Lang::Fr), []);
    }

    #[test]
    fn each_language_has_its_own_list() {
        assert_eq!(
            terms("drogués", Lang::Fr),
            [(Severity::Block, "drogués".to_owned())]
        );
        assert_eq!(terms("drogués", Lang::En), []);
    }

    #[test]
    fn of_two_that_overlap_the_weightier_stays() {
        let found = terms("a drug addict", Lang::En);
        assert_eq!(found, [(Severity::Block, "drug addict".to_owned())]);
    }

    proptest! {
        #[test]
        fn any_text_is_checked_and_every_span_is_a_piece_of_it(text in ".{0,200}") {
            for lang in Lang::ALL {
                for one in Lexicon::shipped().check(&text, lang) {
                    prop_assert_eq!(text.get(one.span.clone()), Some(one.words.as_str()));
                }
            }
        }
    }
}
