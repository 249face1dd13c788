//! What many cards of one list say alike is said once, with how many it is true of: nobody reads the same sentence 29 times.

use signpost_answers::LocalizedText;

use crate::cards::Card;
use signpost_web::PageContext;

/// From so many cards on.
pub(crate) const OFTEN: usize = 6;

/// Takes out of the cards what many of them say, and gives it back: "27 of these places: Ask first."
pub(crate) fn said_once(f: &PageContext, cards: &mut [Card]) -> Vec<String> {
    let mut said = Vec::new();
    let descriptions = often(cards.iter().map(|card| card.answer.description.as_str()));
    for (words, count) in descriptions {
        let mut whole = String::new();
        for card in &mut *cards {
            if card.answer.description.as_str() == words {
                whole = f.named(&card.answer.description);
                card.answer.description = LocalizedText::default();
            }
        }
        said.push(counted(f, count, &whole));
    }
    for (words, count) in often(cards.iter().map(|card| card.provenance.as_str())) {
        for card in &mut *cards {
            if card.provenance == words {
                card.provenance.clear();
            }
        }
        said.push(counted(f, count, &words));
    }
    said
}

/// What stands there at least so often, in the order in which it comes first.
pub(crate) fn often<'a>(all: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for words in all.filter(|words| !words.is_empty()) {
        match counts.iter_mut().find(|(known, _)| *known == words) {
            Some((_, count)) => *count += 1,
            None => counts.push((words, 1)),
        }
    }
    counts
        .into_iter()
        .filter(|(_, count)| *count >= OFTEN)
        .map(|(words, count)| (words.to_owned(), count))
        .collect()
}

/// "27 of these places: Ask first."
pub(crate) fn counted(f: &PageContext, count: usize, words: &str) -> String {
    f.t2(
        "said-once",
        ("number", &count.to_string()),
        ("words", words),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_there_often_is_said_once() {
        let cards = [["a"; 6].as_slice(), &["b"; 5], &[""; 9], &["c"; 7]].concat();
        let found = often(cards.into_iter());
        assert_eq!(found, [("a".to_owned(), 6), ("c".to_owned(), 7)]);
    }
}
