//! What was read lately, by its text: a directory says the same few of very many places, and reading one is dear.
//!
//! What a text means depends on nothing but the text, so that what is kept here is never out of date.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

/// How many texts are kept. Far more than a town has; when there are more, all go and are read again.
const MOST: usize = 1_024;

/// What texts mean that were read lately.
#[derive(Debug)]
pub(crate) struct KnownTexts<T>(RwLock<HashMap<Box<str>, T>>);

impl<T: Clone> KnownTexts<T> {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self(RwLock::default())
    }

    /// A text that was read before, else as `read` reads it. What was not understood is not kept.
    pub(crate) fn known<E>(
        &self,
        text: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<T, E> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.get(text) {
            return Ok(known.clone());
        }
        drop(kept);
        let means = read(text)?;
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(text.into(), means.clone());
        Ok(means)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_while_it_is_kept_and_faults_are_told_each_time() {
        let texts = KnownTexts::new();
        let never = |_: &str| -> Result<usize, ()> { Err(()) };
        let length = |text: &str| -> Result<usize, ()> { Ok(text.len()) };
        assert_eq!(texts.known("Mo-Fr", never), Err(()));
        assert_eq!(texts.known("Mo-Fr", length), Ok(5));
        assert_eq!(texts.known("Mo-Fr", never), Ok(5), "it is kept");
        for number in 0..2 * MOST {
            let text = number.to_string();
            assert_eq!(texts.known(&text, length), Ok(text.len()));
            assert!(texts.0.read().unwrap().len() <= MOST);
        }
        assert_eq!(texts.known("Mo-Fr", length), Ok(5));
    }
}
