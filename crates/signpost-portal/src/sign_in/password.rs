//! What a new password has to be.

/// The shortest password, in characters.
pub(crate) const SHORTEST: usize = 8;
/// The longest, in characters: a passphrase is welcome, a book is not.
pub(crate) const LONGEST: usize = 256;

/// What is wrong with a new password: the key of a sentence.
pub(crate) fn fault(password: &str, about: &[&str]) -> Option<&'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some("password-short");
    }
    if length > LONGEST {
        return Some("password-long");
    }
    // 0 and 1 of 4: common words, names, keyboard rows, what is known about this person.
    (zxcvbn::zxcvbn(password, about).score() < zxcvbn::Score::Two).then_some("password-common")
}

/// What is hashed of what was typed: no password is longer, and longer texts are not worth the work.
pub(crate) fn cut(typed: &str) -> String {
    typed.chars().take(LONGEST + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_ones_are_refused_and_passphrases_are_welcome() {
        assert_eq!(fault("short", &[]), Some("password-short"));
        for common in [
            "password",
            "password1",
            "12345678",
            "qwertyuiop",
            "iloveyou",
        ] {
            assert_eq!(fault(common, &[]), Some("password-common"), "{common}");
        }
        assert_eq!(fault("anastasia", &["Anastasia"]), Some("password-common"));
        assert_eq!(fault("four geese over the bay", &[]), None);
        assert_eq!(fault(&"x".repeat(257), &[]), Some("password-long"));
    }
}
