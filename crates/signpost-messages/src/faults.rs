//! What is wrong with the files of a crate, for a test of that crate.

use signpost_domain::Lang;

use crate::{Catalogue, Words};

impl Catalogue {
    /// What is wrong with the texts, each as a line for who keeps them: nothing, as a test of each crate sees to.
    ///
    /// English and French say the same keys and put in the same; Anishinaabemowin says no key that English does not, and puts in no more.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut found: Vec<String> = Lang::ALL
            .iter()
            .flat_map(|lang| self.of(*lang).faults.clone())
            .collect();
        let [english, french] = [self.of(Lang::En), self.of(Lang::Fr)];
        for (key, places) in &english.keys {
            match french.keys.get(key) {
                None => found.push(format!("{key} is not said in French")),
                Some(same) if same == places => {}
                Some(others) => found.push(format!(
                    "{key} puts in {places:?} in English and {others:?} in French"
                )),
            }
        }
        found.extend(unknown(french, english, Lang::Fr));
        for lang in [Lang::OjLatn, Lang::OjCans] {
            found.extend(unknown(self.of(lang), english, lang));
            for (key, places) in &self.of(lang).keys {
                if let Some(known) = english.keys.get(key)
                    && !places.is_subset(known)
                {
                    found.push(format!("{lang}: {key} has only {known:?} to put in"));
                }
            }
        }
        found
    }
}

fn unknown(words: &Words, english: &Words, lang: Lang) -> impl Iterator<Item = String> {
    let keys = words.keys.keys().filter(|key| !english.has(key));
    keys.map(move |key| format!("{lang}: {key} is not said in English"))
}
