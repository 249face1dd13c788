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
        is_of_the_internet(domain) && !address.user().starts_with('"')
    };
    text.len() <= LONGEST && text.is_ascii() && text.parse().is_ok_and(on_the_internet)
}

/// Names of letters, digits and hyphens (RFC 1123), of which the last is no number.
fn is_of_the_internet(domain: &str) -> bool {
    let is_label = |label: &str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty()
            && label.bytes().all(fits)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && domain.split('.').all(is_label)
        && last.len() > 1
        && !last.bytes().all(|byte| byte.is_ascii_digit())
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
            "x@exa_mple.org",
            "a@b.123",
            "a@b.c",
            long.as_str(),
        ] {
            assert!(!is_address(bad), "{bad:?}");
        }
    }
}
