//! What a new password has to be.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The shortest password, in characters.
pub const SHORTEST: usize = 8;
/// The longest, in characters: a passphrase is welcome, a book is not.
pub const LONGEST: usize = 256;

/// Words anybody who guesses at this door would try first, besides those of the town.
const OF_THE_TRADE: &[&str] = &[
    "signpost",
    "needle",
    "needles",
    "syringe",
    "sharps",
    "supplies",
    "disposal",
    "dispose",
    "naloxone",
    "narcan",
    "harm",
    "reduction",
    "outreach",
    "shelter",
    "clinic",
    "pharmacy",
    "health",
    "detox",
    "recovery",
    "steward",
    "editor",
    "agency",
    "directory",
    "portal",
    "ontario",
    "canada",
    "treaty",
    "three",
    "fentanyl",
    "opioid",
    "opioids",
    "heroin",
    "meth",
    "overdose",
    "wellness",
    "support",
    "anishinaabe",
    "anishinabe",
    "ojibway",
    "ojibwe",
    "nations",
    "lake",
    "woods",
    "northern",
    "northwest",
    "northwestern",
    "the",
    "and",
    "seringue",
    "seringues",
    "aiguille",
    "aiguilles",
    "naloxone",
    "refuge",
    "sante",
    "santé",
    "pharmacie",
    "clinique",
    "entraide",
    "repertoire",
    "répertoire",
    "safe",
    "supply",
    "exchange",
    "program",
    "needlebox",
    "hospital",
    "friendship",
    "centre",
    "center",
    "nurse",
    "rat",
    "portage",
    "thunder",
    "bay",
    "dryden",
    "sioux",
    "lookout",
    "winnipeg",
    "manitoba",
    "password",
    "welcome",
    "winter",
    "spring",
    "summer",
    "autumn",
];

/// Passphrases that stand in comics, songs and guides as examples: who guesses tries them first, however rare their words are together.
const FAMOUS: &[&str] = &[
    "correcthorsebatterystaple",
    "correcthorsebatterystaples",
    "troubador",
    "tobeornottobe",
    "tobeornottobethatisthequestion",
    "maytheforcebewithyou",
    "thequickbrownfox",
    "thequickbrownfoxjumpsoverthelazydog",
    "opensesame",
    "passwordpassword",
    "thisismypassword",
    "thisisapassword",
    "iamgroot",
    "inthebeginningwastheword",
    "nevergonnagiveyouup",
    "letitbe",
    "ocanada",
    "ilovehockey",
    "ouvretoisesame",
    "motdepasse",
    "cestmonmotdepasse",
    "jetaime",
    "portezcevieuxwhisky",
    "portezcevieuxwhiskyaujugeblondquifume",
];

/// More digits and signs than these are a password of their own.
const MOST_OTHERS: usize = 8;

/// Shorter words say nothing; a name may have two letters.
const SHORTEST_WORD: usize = 2;

/// Small words that stand between others: "lake of the woods".
const BETWEEN: [&str; 6] = ["of", "de", "du", "la", "le", "in"];

/// In small letters without marks: who guesses tries "kenora" and "Kénora" alike.
fn plain(text: &str) -> String {
    text.nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A password with letters where digits and signs stand for them.
fn without_stand_ins(password: &str) -> String {
    let letter = |sign| match sign {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    password.chars().map(letter).collect()
}

/// Words that make a password easy to guess here.
#[derive(Debug, Clone, Default)]
pub struct GuessableWords(Vec<String>);

impl GuessableWords {
    /// The words of the trade, and those in these texts: names of the town, of organizations and places, of the person.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let words = texts.into_iter().flat_map(|text| {
            let parts = text.split(|letter: char| !letter.is_alphanumeric());
            std::iter::once(text).chain(parts)
        });
        let mut all: Vec<String> = words
            .chain(OF_THE_TRADE.iter().copied())
            .map(plain)
            .filter(|word| word.chars().count() >= SHORTEST_WORD)
            .chain(BETWEEN.map(str::to_owned))
            .collect();
        // A town may call two places alike.
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether a password is made up of these words, also with the digits and signs that stand for letters: `Lake0fTheW00ds`.
    fn make_up(&self, password: &str) -> bool {
        self.are_all_of(password) || self.are_all_of(&without_stand_ins(password))
    }

    /// Whether a password is nothing but these words, with at most a few digits and signs between and behind them: "cedar-circle-2026!".
    fn are_all_of(&self, password: &str) -> bool {
        let (letters, others): (Vec<char>, Vec<char>) = plain(password)
            .chars()
            .partition(|letter| letter.is_alphabetic());
        if letters.is_empty() {
            return false;
        }
        // However many they are, digits in a row are no password of their own.
        let others: String = others.into_iter().collect();
        if others.len() > MOST_OTHERS && zxcvbn::zxcvbn(&others, &[]).score() >= zxcvbn::Score::Two
        {
            return false;
        }
        // Which beginnings are made up of words, from the shortest on.
        let mut made_up = vec![true];
        for end in 1..=letters.len() {
            let beginning = letters.get(..end).unwrap_or_default();
            let ends_with_one = self.0.iter().any(|word| {
                let word: Vec<char> = word.chars().collect();
                let start = beginning.strip_suffix(&*word).map(<[char]>::len);
                start.is_some_and(|start| made_up.get(start) == Some(&true))
            });
            made_up.push(ends_with_one);
        }
        made_up.last() == Some(&true)
    }
}

/// What is wrong with a new password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer than [`SHORTEST`] characters.
    Short,
    /// More than [`LONGEST`] characters.
    Long,
    /// Somebody who guesses would soon have it.
    Common,
}

/// What is wrong with a new password.
#[must_use]
pub fn fault(password: &str, guessable: &GuessableWords) -> Option<PasswordFault> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some(PasswordFault::Short);
    }
    if length > LONGEST {
        return Some(PasswordFault::Long);
    }
    if guessable.make_up(password) || is_famous(password) {
        return Some(PasswordFault::Common);
    }
    let guessable: Vec<&str> = guessable.0.iter().map(String::as_str).collect();
    // 0 and 1 of 4: common passwords, common words and names, keyboard rows, what is known about this place and this person.
    (zxcvbn::zxcvbn(password, &guessable).score() < zxcvbn::Score::Two)
        .then_some(PasswordFault::Common)
}

/// Whether a password is one of the examples everybody knows, with at most a few digits and signs between and behind its words.
fn is_famous(password: &str) -> bool {
    [plain(password), plain(&without_stand_ins(password))]
        .iter()
        .any(|text| {
            let (letters, others): (String, String) =
                text.chars().partition(|letter| letter.is_alphabetic());
            others.chars().count() <= MOST_OTHERS && FAMOUS.contains(&letters.as_str())
        })
}

/// What is hashed of what was typed: no password is longer, and longer texts are not worth the work.
#[must_use]
pub fn cut(typed: &str) -> String {
    typed.chars().take(LONGEST + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(password: &str, about: &[&str]) -> Option<PasswordFault> {
        super::fault(password, &GuessableWords::of(about.iter().copied()))
    }

    #[test]
    fn what_anybody_in_town_would_guess_is_refused_however_it_is_written() {
        let about = [
            "Kenora",
            "nwhu",
            "Northwestern Health Unit",
            "Lake of the Woods",
            "Jo",
        ];
        for guessed in [
            "nwhu2026",
            "lake of the woods",
            "fentanyl99",
            "treaty three",
            "anishinaabe1",
            "Kénora2026",
            "kenora12345678901",
            "Lake0fTheW00ds",
            "jo.nwhu.2026",
            "rat portage",
            "needle exchange",
            "safe supply",
            "thunder bay",
        ] {
            assert_eq!(
                fault(guessed, &about),
                Some(PasswordFault::Common),
                "{guessed}"
            );
        }
        assert_eq!(fault("four geese over the bay", &about), None);
    }

    #[test]
    fn common_ones_are_refused_and_passphrases_are_welcome() {
        assert_eq!(fault("short", &[]), Some(PasswordFault::Short));
        for common in [
            "password",
            "password1",
            "12345678",
            "qwertyuiop",
            "iloveyou",
            "trustno1",
            "P@ssw0rd",
            "letmein123",
            "correct horse battery staple",
            "CorrectHorseBatteryStaple1",
            "correct-horse-battery-staple!",
            "c0rrect h0rse battery staple",
            "To be or not to be",
            "Ouvre-toi, sésame",
        ] {
            assert_eq!(fault(common, &[]), Some(PasswordFault::Common), "{common}");
        }
        assert_eq!(
            fault("anastasia", &["Anastasia"]),
            Some(PasswordFault::Common)
        );
        assert_eq!(fault("four geese over the bay", &[]), None);
        assert_eq!(fault(&"x".repeat(257), &[]), Some(PasswordFault::Long));
    }

    #[test]
    fn words_of_the_town_the_organization_and_the_trade_are_guessed_first() {
        let here = ["Lac-Sainte-Marie", "Cedar Circle House", "Waasegiizhig"];
        for weak in [
            "cedarcircle",
            "CedarHouse1",
            "sainte-marie",
            "waasegiizhig1",
            "needles2026",
            "Naloxone1!",
            "harmreduction",
        ] {
            assert_eq!(fault(weak, &here), Some(PasswordFault::Common), "{weak}");
        }
        assert_eq!(fault("cedar geese over a purple bay", &here), None);
    }
}
