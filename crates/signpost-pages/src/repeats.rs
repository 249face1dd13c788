//! What many cards of one list say alike is said once, with how many it is true of: nobody reads the same sentence 29 times.

use signpost_answers::LocalizedText;

use signpost_web::PageContext;

/// From so many cards on.
const OFTEN: usize = 6;

/// Takes out of a list what many of its places say, and gives it back: "27 of these places: Ask first."
pub(crate) fn said_once<T>(
    f: &PageContext,
    all: &mut [T],
    words_of: impl Fn(&mut T) -> &mut LocalizedText,
) -> Vec<String> {
    let words: Vec<LocalizedText> = all.iter_mut().map(|one| words_of(one).clone()).collect();
    let mut said = Vec::new();
    for (words, count) in often(words.iter().map(LocalizedText::as_str)) {
        let mut whole = String::new();
        for own in all.iter_mut().map(&words_of) {
            if own.as_str() == words {
                whole = f.named(own);
                *own = LocalizedText::default();
            }
        }
        said.push(counted(f, count, &whole));
    }
    said
}

/// The same of words that are ours, such as who confirmed something.
pub(crate) fn ours_said_once<T>(
    f: &PageContext,
    all: &mut [T],
    words_of: impl Fn(&mut T) -> &mut String,
) -> Vec<String> {
    let words: Vec<String> = all.iter_mut().map(|one| words_of(one).clone()).collect();
    let mut said = Vec::new();
    for (words, count) in often(words.iter().map(String::as_str)) {
        for own in all.iter_mut().map(&words_of) {
            if *own == words {
                own.clear();
            }
        }
        said.push(counted(f, count, &words));
    }
    said
}

/// What stands there at least so often, in the order in which it comes first.
fn often<'a>(all: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
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
fn counted(f: &PageContext, count: usize, words: &str) -> String {
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
