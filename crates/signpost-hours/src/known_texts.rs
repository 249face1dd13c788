//! Hours texts that were read lately: a directory says the same few of very many places, and reading one is dear.
//!
//! What a text means depends on nothing but the text, so that what is kept here is never out of date.

use std::{
    collections::HashMap,
    sync::{LazyLock, PoisonError, RwLock},
};

use crate::{HoursFault, HoursText};

/// How many texts are kept. Far more than a town has; when there are more, all go and are read again.
const MOST: usize = 1_024;

static KNOWN: LazyLock<RwLock<HashMap<Box<str>, HoursText>>> = LazyLock::new(RwLock::default);

/// A text that was read before, else as `read` reads it. What was not understood is not kept.
pub(crate) fn known(
    text: &str,
    read: impl FnOnce(&str) -> Result<HoursText, HoursFault>,
) -> Result<HoursText, HoursFault> {
    let kept = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(text) {
        return Ok(known.clone());
    }
    drop(kept);
    let hours = read(text)?;
    let mut kept = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= MOST {
        kept.clear();
    }
    kept.insert(text.into(), hours.clone());
    Ok(hours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_the_same_however_many_were_read_and_faults_are_told_each_time() {
        let asked = "Mo-Fr 22:00-02:00; Sa 10:00-12:00";
        let first = HoursText::parse(asked).unwrap();
        for number in 0..2 * MOST {
            let (hour, minute) = (number / 60 % 12, number % 60);
            let day = ["Mo", "Tu", "We"][number / 720];
            let text = format!("{day} {hour:02}:{minute:02}-20:00");
            assert_eq!(HoursText::parse(&text).unwrap().as_str(), text);
            assert!(KNOWN.read().unwrap().len() <= MOST);
        }
        let again = HoursText::parse(asked).unwrap();
        assert_eq!(again, first);
        assert_eq!(again.warnings(), first.warnings());
        for _ in 0..2 {
            assert_eq!(HoursText::parse("Mo-Fr 9am-5pm").unwrap_err().column, 7);
        }
    }
}
