//! What is not asked for, as boxes to tick: each writes a good sentence in both languages, so that every place says it alike.

use signpost_domain::{Lang, Text};

use crate::agency::form::fields::WRITTEN;
use signpost_answers::messages::words_of;

/// The boxes, by the key of their sentences.
pub(crate) const BOXES: [&str; 2] = [NO_ID, "bring-no-name"];
/// That nobody asks for a card.
pub(crate) const NO_ID: &str = "bring-no-id";

/// The boxes that are ticked, and the words beside them.
pub(crate) fn taken_apart(bring: &Text) -> (Vec<&'static str>, Text) {
    let mut rest = bring.clone();
    let mut ticked = Vec::new();
    for key in BOXES {
        let mut found = false;
        for lang in WRITTEN {
            let sentence = words_of(lang).say(key, &[]);
            let Some(words) = rest.exactly(lang).map(str::to_owned) else {
                continue;
            };
            if words.contains(&sentence) {
                found = true;
                let left = words.replacen(&sentence, "", 1).replace("  ", " ");
                rest.set(lang, &left);
            }
        }
        if found {
            ticked.push(key);
        }
    }
    (ticked, rest)
}

/// The sentences of the boxes, and after them what was written.
///
/// Where something was written in one language only, the other stays empty: its readers then get all of it in the first, instead of
/// only the sentences.
pub(crate) fn put_together(ticked: &[&str], rest: &Text) -> Text {
    let mut bring = rest.clone();
    for lang in WRITTEN {
        let written = rest.exactly(lang);
        if written.is_none() && !rest.is_empty() {
            continue;
        }
        let sentences = BOXES
            .iter()
            .filter(|key| ticked.contains(*key))
            .map(|key| words_of(lang).say(key, &[]));
        let words: Vec<String> = sentences.chain(written.map(str::to_owned)).collect();
        bring.set(lang, &words.join(" "));
    }
    bring
}

/// A box by its key, when there is such a box.
pub(crate) fn known(key: &str) -> Option<&'static str> {
    BOXES.into_iter().find(|own| *own == key)
}

/// What a box says in the language of the page.
pub(crate) fn label(key: &str, lang: Lang) -> String {
    words_of(lang).say(key, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_and_words_come_apart_as_they_were_put_together() {
        for rest in [
            Text::default(),
            Text::en("Health card if you have one."),
            Text::en_fr("A bag.", "Un sac."),
        ] {
            for ticked in [&BOXES[..0], &BOXES[..1], &BOXES[..]] {
                let bring = put_together(ticked, &rest);
                assert_eq!(taken_apart(&bring), (ticked.to_vec(), rest.clone()));
            }
        }
    }

    #[test]
    fn nobody_loses_words_because_they_were_not_translated() {
        let bring = put_together(&BOXES[..1], &Text::en("Bring a bag."));
        assert!(bring.words(Lang::Fr).contains("Bring a bag."));
        let only_boxes = put_together(&BOXES[..1], &Text::default());
        assert!(only_boxes.exactly(Lang::Fr).is_some());
    }
}
