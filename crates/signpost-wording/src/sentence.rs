//! Sentences that are too long for who reads on a cold street.

use std::ops::Range;

/// A sentence of more words than this is named.
pub const LONGEST_SENTENCE: usize = 20;

/// A sentence that should be two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongSentence {
    /// Where it stands, without the space around it.
    ///
    /// # Units
    /// Bytes of UTF-8, always on character boundaries.
    pub span: Range<usize>,
    /// How many words it has.
    pub words: usize,
}

/// Every sentence of more than [`LONGEST_SENTENCE`] words, in the order they stand in the text.
#[must_use]
pub fn long_sentences(text: &str) -> Vec<LongSentence> {
    let mut start = 0;
    text.split_inclusive(['.', '!', '?', '\n'])
        .filter_map(|piece| {
            let from = start + (piece.len() - piece.trim_start().len());
            start += piece.len();
            let sentence = piece.trim();
            let words = sentence
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .count();
            (words > LONGEST_SENTENCE).then(|| LongSentence {
                span: from..from + sentence.len(),
                words,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_sentence_is_named_and_a_short_one_is_not() {
        let long = "word ".repeat(21);
        let text = format!("Ring twice. {}. Ask for Ana.", long.trim());
        let found = long_sentences(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].words, 21);
        assert_eq!(
            text.get(found[0].span.clone()),
            Some(&*format!("{}.", long.trim()))
        );
        assert_eq!(long_sentences("Ring twice. Ask for Ana."), []);
    }

    proptest! {
        #[test]
        fn every_span_is_a_piece_of_the_text(text in "[a-zé .!\\n]{0,400}") {
            for one in long_sentences(&text) {
                let piece = text.get(one.span.clone()).unwrap();
                prop_assert_eq!(piece.trim(), piece);
                prop_assert!(one.words > LONGEST_SENTENCE);
            }
        }
    }
}
