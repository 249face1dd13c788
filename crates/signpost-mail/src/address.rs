//! E-mail addresses, by the rule of who hands the letters on.

use lettre::Address;

/// The longest e-mail address, in bytes (RFC 5321).
const LONGEST: usize = 254;

/// Whether a letter can be written to this address; whether anybody reads it, only a letter tells.
///
/// Only what every mail server takes is one: plain ASCII, and a name on the internet, not a machine's own or a number.
///
/// # Examples
/// ```
/// assert!(signpost_mail::is_address("ana@example.org"));
/// assert!(!signpost_mail::is_address("ana@example"));
/// ```
#[must_use]
pub fn is_address(text: &str) -> bool {
    let on_the_internet = |address: Address| {
        let domain = address.domain();
        domain.contains('.') && !domain.starts_with('[') && !address.user().starts_with('"')
    };
    text.len() <= LONGEST && text.is_ascii() && text.parse().is_ok_and(on_the_internet)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_what_a_letter_can_be_sent_to() {
        for fine in [
            "ana@example.org",
            "a.b+c@mail.example.ca",
            "o'neil@example.org",
        ] {
            assert!(is_address(fine), "{fine}");
        }
        let long = format!("{}@example.org", "a".repeat(250));
        for bad in [
            "",
            "ana",
            "@example.org",
            "ana@",
            "ana@example",
            "ana@.org",
            "ana@example.",
            "ana@example..org",
            "ana..b@example.org",
            "ana@-example.org",
            "ana@two@example.org",
            "ana @example.org",
            "ana@example.org\n",
            "Ana <ana@example.org>",
            "ana@[127.0.0.1]",
            "\"a b\"@example.org",
            "añá@example.org",
            long.as_str(),
        ] {
            assert!(!is_address(bad), "{bad:?}");
        }
    }
}
