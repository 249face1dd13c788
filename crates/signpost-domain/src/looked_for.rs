//! Words that somebody looks for, and how well they fit what a place is called. The phone's copy is `web/src/offline/looked-for.ts`; both are
//! held together by `tests/vectors/search`.

use crate::folded;

/// Words of a question that say nothing of what is looked for: "where did the … go", "où est le …".
const OF_QUESTIONS: [&str; 62] = [
    "a", "an", "and", "are", "can", "closest", "did", "do", "does", "find", "for", "get", "go",
    "gone", "happened", "how", "i", "in", "is", "it", "move", "moved", "my", "near", "nearest",
    "need", "of", "the", "there", "to", "was", "went", "what", "where", "alle", "allee", "au",
    "aux", "c", "comment", "d", "dans", "de", "des", "du", "en", "est", "et", "il", "je", "l",
    "la", "le", "les", "ou", "passe", "passee", "pour", "puis", "trouver", "un", "une",
];
/// Words that may belong to a name or to a question: they count where they fit and are not missed where they do not.
const MAYBE: [&str; 10] = [
    "ancien", "ancienne", "closed", "ferme", "former", "new", "nouveau", "nouvelle", "old", "vieux",
];
/// Spellings that stand for one another.
const SPELT: [(&str, &str); 4] = [
    ("center", "centre"),
    ("centers", "centres"),
    ("neighbor", "neighbour"),
    ("neighborhood", "neighbourhood"),
];
/// The shortest word that is looked for inside others.
const INSIDE: usize = 4;
/// The shortest word that may have a slip.
const SLIP: usize = 5;

/// One word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedFor {
    /// The word, as [`Told`] has words.
    pub word: String,
    /// Whether a place may be meant though the word does not fit it.
    pub may_miss: bool,
}

/// The words of a text that say what is looked for. Of a text that has no others, the words of questions are looked for.
#[must_use]
pub fn looked_for(text: &str) -> Vec<LookedFor> {
    let all = words(text);
    let telling = |word: &&String| !OF_QUESTIONS.contains(&word.as_str());
    let mut found: Vec<LookedFor> = all
        .iter()
        .filter(telling)
        .map(|word| LookedFor {
            may_miss: MAYBE.contains(&word.as_str()),
            word: word.clone(),
        })
        .collect();
    if found.is_empty() {
        let whole = all.into_iter().map(|word| LookedFor {
            word,
            may_miss: false,
        });
        return whole.collect();
    }
    if found.iter().all(|one| one.may_miss) {
        for one in &mut found {
            one.may_miss = false;
        }
    }
    found
}

/// The words of a text, folded and in one spelling.
fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let other = SPELT.iter().find(|(spelt, _)| *spelt == word);
            other.map_or(word, |(_, as_here)| as_here).to_owned()
        })
        .collect()
}

/// How well a word fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It does not.
    Not,
    /// But for one letter.
    Nearly,
    /// It is there.
    There,
}

/// Words that are told of something, ready to be looked into.
#[derive(Debug, Clone, Default)]
pub struct Told(Vec<String>);

impl Told {
    /// Of these texts, read one after another.
    #[must_use]
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self(texts.into_iter().flat_map(words).collect())
    }

    /// How well a word fits: the beginning of one of these, several of them run together, or inside one.
    #[must_use]
    pub fn fit(&self, word: &str) -> Fit {
        let letters = word.chars().count();
        let begins = |own: &String| own.starts_with(word);
        let inside = |own: &String| own.contains(word);
        if self.0.iter().any(begins)
            || (letters >= INSIDE && (self.0.iter().any(inside) || self.run_together(word)))
        {
            return Fit::There;
        }
        let nearly = |own: &String| {
            own.chars().count().abs_diff(letters) <= 1 && strsim::osa_distance(own, word) <= 1
        };
        if letters >= SLIP && self.0.iter().any(nearly) {
            return Fit::Nearly;
        }
        Fit::Not
    }

    /// Whether somebody wrote as one word what is several here: "nechee" of Ne-Chee.
    fn run_together(&self, word: &str) -> bool {
        (0..self.0.len()).any(|at| {
            let mut rest = word;
            for own in self.0.iter().skip(at) {
                match rest.strip_prefix(own.as_str()) {
                    Some(left) => rest = left,
                    None => return own.starts_with(rest),
                }
            }
            rest.is_empty()
        })
    }
}

/// The names in a text that holds several, parted by semicolons.
pub fn names_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(';')
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(text: &str) -> Vec<String> {
        looked_for(text).into_iter().map(|one| one.word).collect()
    }

    #[test]
    fn a_question_is_asked_about_a_few_of_its_words() {
        assert_eq!(
            telling("Where did the health office go?"),
            ["health", "office"]
        );
        assert_eq!(telling("Où est le bureau de santé"), ["bureau", "sante"]);
        assert_eq!(
            telling("how do I find the friendship center"),
            ["friendship", "centre"]
        );
        assert_eq!(telling("old health unit"), ["old", "health", "unit"]);
        assert!(looked_for("old health unit")[0].may_miss);
        // Who writes nothing else means these.
        assert_eq!(telling("Where to"), ["where", "to"]);
        assert!(!looked_for("old")[0].may_miss);
        assert!(telling(" \u{200B} - ").is_empty());
    }

    #[test]
    fn a_word_fits_over_hyphens_and_with_one_slip() {
        let told = Told::of(["Ne-Chee Friendship Centre", "L’Épicerie"]);
        for there in ["nechee", "chee", "friend", "centre", "epicerie"] {
            assert_eq!(told.fit(there), Fit::There, "{there}");
        }
        for nearly in ["frendship", "freindship", "centte", "friendships"] {
            assert_eq!(told.fit(nearly), Fit::Nearly, "{nearly}");
        }
        for not in ["frendshp", "shed", "ee", "chea", "eefri"] {
            assert_eq!(told.fit(not), Fit::Not, "{not}");
        }
    }

    #[test]
    fn several_names_are_parted_by_semicolons() {
        let names: Vec<&str> = names_in("CMHA; ; ACSM ").collect();
        assert_eq!(names, ["CMHA", "ACSM"]);
    }
}
