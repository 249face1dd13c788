//! Words that people type and mean: "rid" is no slip of "ride", and "ville" none of a crime.

use std::{collections::HashSet, sync::LazyLock};

/// The list shipped with Signpost: language and word, folded.
const SHIPPED: &str = include_str!("../../../data/language/ordinary.csv");

static READ: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let rows = SHIPPED.lines().skip(1);
    rows.filter_map(|row| row.split_once(','))
        .map(|(_lang, word)| word)
        .collect()
});

/// Whether a word, folded, is one of every day that is close to one of ours.
pub(crate) fn is_ordinary(word: &str) -> bool {
    READ.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::words_of;

    #[test]
    fn each_row_is_one_folded_word_of_a_language_and_stands_once() {
        let rows: Vec<&str> = SHIPPED.lines().skip(1).collect();
        assert!(rows.len() > 500);
        for row in &rows {
            let (lang, word) = row.split_once(',').expect("two columns");
            assert!(["en", "fr"].contains(&lang), "{row}");
            assert_eq!(words_of(word), [word], "{row}");
        }
        assert_eq!(READ.len(), rows.len());
    }
}
