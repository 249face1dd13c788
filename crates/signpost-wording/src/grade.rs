//! How hard a text is to read.

/// The school grade an English text asks for, by the Flesch–Kincaid formula (Kincaid et al. 1975); `None` for a text without words.
///
/// # Units
/// Years of school; a short plain sentence is near 2, a page of policy near 14. Syllables are counted by groups of vowels, so a single word
/// can be off by one; of a paragraph the grade is good to about one year.
///
/// # Examples
/// ```
/// use signpost_wording::grade;
/// assert!(grade("Call first. Ask for the green bag.").unwrap() < 3.0);
/// assert!(grade("Multidisciplinary professionals facilitate individualized accommodation.").unwrap() > 12.0);
/// assert_eq!(grade("..."), None);
/// ```
#[must_use]
pub fn grade(text: &str) -> Option<f64> {
    let sentences = text
        .split(['.', '!', '?', ':', '\n'])
        .filter(|sentence| sentence.chars().any(char::is_alphabetic))
        .count();
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    if words.is_empty() {
        return None;
    }
    let syllables: u32 = words.iter().map(|word| syllables(word)).sum();
    let count = number(words.len());
    let sentences = number(sentences.max(1));
    Some(0.39 * count / sentences + 11.8 * f64::from(syllables) / count - 15.59)
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Groups of vowels, without a silent e at the end; at least one.
fn syllables(word: &str) -> u32 {
    let word = word.to_lowercase();
    let vowel = |c: char| "aeiouyàâéèêëîïôöùûü".contains(c);
    let mut groups = 0;
    let mut before = false;
    for letter in word.chars() {
        groups += u32::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - u32::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_said() {
        for (word, count) in [
            ("call", 1),
            ("needle", 2),
            ("naloxone", 3),
            ("home", 1),
            ("the", 1),
            ("supplies", 2),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
