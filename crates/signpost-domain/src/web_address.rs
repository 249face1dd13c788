//! Addresses of pages that a reader may safely follow.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use crate::unseen::{is_taken_for_roman, is_unseen};

/// The address of a page: `https://` or `http://`, a host with a name, no password, nothing that breaks out of a link.
///
/// # Examples
/// ```
/// use signpost_domain::{WebAddress, WebAddressFault};
/// let page = WebAddress::new("https://example.org/a?b=c").unwrap();
/// assert_eq!(page.as_str(), "https://example.org/a?b=c");
/// assert_eq!(WebAddress::new("javascript:alert(1)"), Err(WebAddressFault::Scheme));
/// assert_eq!(WebAddress::typed("www.example.org").unwrap().as_str(), "https://www.example.org");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct WebAddress(Box<str>);

/// Why a text is not the address of a page. Who asked has words of their own for it; these are for people who read English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WebAddressFault {
    /// Longer than [`WebAddress::LONGEST`].
    #[error("a web address has at most {} bytes", WebAddress::LONGEST)]
    TooLong,
    /// It begins with neither `https://` nor `http://`.
    #[error("write it as https://example.org/page")]
    Scheme,
    /// An address that letters go to.
    #[error("this is an e-mail address; write the address of a page, such as https://example.org")]
    Email,
    /// White space, control and invisible characters, quotes, angle brackets, backslashes.
    #[error("a web address has no spaces, quotes or invisible characters")]
    Character,
    /// A user's name before the host: pages of that kind pretend to be somebody else's.
    #[error("a web address has no user name or password")]
    User,
    /// No host, or one without a dot, or a bare number.
    #[error("the name after https:// has a dot in it, as in example.org")]
    Host,
}

impl WebAddress {
    /// The most bytes.
    pub const LONGEST: usize = 200;

    /// An address as somebody typed it. Nobody has to know what `https://` is for: without it, it is put in front; typed twice, it is there
    /// once; in capitals, it becomes small. `http://` stays what it was: not every page can be reached by the other.
    ///
    /// # Errors
    /// As [`WebAddress::new`], and when it is an e-mail address.
    pub fn typed(text: &str) -> Result<Self, WebAddressFault> {
        let text = text.trim();
        let mut scheme = None;
        let mut rest = text;
        while let Some((own, after)) = scheme_of(rest) {
            (scheme, rest) = (Some(own), after);
        }
        if rest.len() > Self::LONGEST {
            return Err(WebAddressFault::TooLong);
        }
        if is_email(text) || is_email(rest) {
            return Err(WebAddressFault::Email);
        }
        // Another scheme is named as such, and not taken for a host.
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let other = host.split_once(':').is_some_and(|(_, port)| {
            port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit())
        });
        if scheme.is_none() && other && !host.contains('@') {
            return Err(WebAddressFault::Scheme);
        }
        Self::new(&format!("{}://{rest}", scheme.unwrap_or("https")))
    }

    /// Checks and keeps the text; nothing of it is changed.
    ///
    /// # Errors
    /// When it is not an address that a page may link to.
    pub fn new(text: &str) -> Result<Self, WebAddressFault> {
        if text.len() > Self::LONGEST {
            return Err(WebAddressFault::TooLong);
        }
        let (_scheme, rest) = scheme_of(text).ok_or(WebAddressFault::Scheme)?;
        let breaks_out = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || is_unseen(c)
                || matches!(c, '"' | '<' | '>' | '\\' | '`')
        };
        if rest.contains(breaks_out) {
            return Err(WebAddressFault::Character);
        }
        // Read as written, because a parser forgives more slashes and an empty user name.
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(WebAddressFault::User);
        }
        // A host is read as it stands: an encoded one leads somewhere else than it says.
        // So does one with letters that only look like those of a host that people know.
        if authority.contains('%') || authority.contains(is_taken_for_roman) {
            return Err(WebAddressFault::Host);
        }
        let url = Url::parse(text).map_err(|_no_host| WebAddressFault::Host)?;
        let named = match url.host() {
            Some(Host::Domain(name)) => is_public_name(name),
            _ => false,
        };
        if authority.is_empty() || !named {
            return Err(WebAddressFault::Host);
        }
        Ok(Self(text.into()))
    }

    /// The address as it was typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The scheme a text begins with, in small letters, and what stands behind it.
fn scheme_of(text: &str) -> Option<(&'static str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let known = ["https", "http"];
    let known = known.iter().find(|own| scheme.eq_ignore_ascii_case(own))?;
    Some((known, rest))
}

/// Whether this is where letters go: a name, an at sign and a host, and no path.
fn is_email(text: &str) -> bool {
    let text = text
        .get(..7)
        .filter(|start| start.eq_ignore_ascii_case("mailto:"))
        .map_or(text, |_| text.get(7..).unwrap_or_default());
    let Some((user, host)) = text.split_once('@') else {
        return false;
    };
    !user.is_empty()
        && !user.contains(['/', ':', ' '])
        && host.contains('.')
        && !host.contains(['/', '@'])
}

/// Two labels or more, none of them empty.
fn is_public_name(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.contains('.') && name.split('.').all(|label| !label.is_empty())
}

impl FromStr for WebAddress {
    type Err = WebAddressFault;

    fn from_str(text: &str) -> Result<Self, WebAddressFault> {
        Self::new(text)
    }
}

impl TryFrom<String> for WebAddress {
    type Error = WebAddressFault;

    fn try_from(text: String) -> Result<Self, WebAddressFault> {
        Self::new(&text)
    }
}

impl From<WebAddress> for String {
    fn from(address: WebAddress) -> Self {
        address.0.into()
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{WebAddressFault::*, *};

    #[test]
    fn addresses_of_pages_are_kept_as_they_were_typed() {
        for fine in [
            "https://example.org",
            "https://www.Example.org/A%20b?c=d&e=f#g",
            "HTTPS://example.org/",
            "http://example.org",
            "https://example.org:8443/it's",
            "https://école.example/où",
            "https://example.org./a//b",
            "https://example.org/@someone",
        ] {
            assert_eq!(
                WebAddress::new(fine).map(String::from).as_deref(),
                Ok(fine),
                "{fine}"
            );
        }
    }

    #[test]
    fn nothing_else_is_an_address_of_a_page() {
        let long = format!("https://example.org/{}", "a".repeat(200));
        for (bad, why) in [
            ("", Scheme),
            ("www.example.org", Scheme),
            ("javascript:alert(1)", Scheme),
            ("javascript://example.org/%0aalert(1)", Scheme),
            ("data:text/html,x", Scheme),
            ("https:example.org", Scheme),
            (" https://example.org", Scheme),
            ("https://", Host),
            ("https:///example.org", Host),
            ("https://x", Host),
            ("https://localhost/a.b", Host),
            ("https://.org", Host),
            ("https://x.", Host),
            ("https://a..org", Host),
            ("https://127.0.0.1/", Host),
            ("https://0x7f.1/", Host),
            ("https://[::1]/", Host),
            ("https://example.org:port/", Host),
            ("https://ex%61mple.org/", Host),
            ("https://example%2Eorg/", Host),
            ("https://example.org%2F.evil.example/", Host),
            ("https://https://example.org", Host),
            ("ftp://example.org", Scheme),
            ("https://user@host.example/", User),
            ("https://user:word@host.example/", User),
            ("https://@host.example/", User),
            ("https://a b.org", Character),
            ("https://example.org/\"onclick=1", Character),
            ("https://example.org/<b>", Character),
            ("https://example.org\\@evil.example", Character),
            ("https://example.org/\u{202E}gpj", Character),
            ("https://exam\u{200B}ple.org/", Character),
            ("https://exam\u{AD}ple.org/", Character),
            ("https://example.org/\n", Character),
            (long.as_str(), TooLong),
        ] {
            assert_eq!(WebAddress::new(bad), Err(why), "{bad:?}");
        }
    }

    #[test]
    fn what_somebody_typed_gets_its_scheme_once() {
        for (typed, kept) in [
            ("www.example.org", "https://www.example.org"),
            (" example.org/a?b ", "https://example.org/a?b"),
            ("example.org:8443/a", "https://example.org:8443/a"),
            ("HTTPS://Example.org", "https://Example.org"),
            ("Http://example.org", "http://example.org"),
            ("https://https://example.org", "https://example.org"),
            ("https://http://example.org", "http://example.org"),
            (
                "https://example.org/@someone",
                "https://example.org/@someone",
            ),
        ] {
            let address = WebAddress::typed(typed);
            assert_eq!(address.map(String::from).as_deref(), Ok(kept), "{typed}");
        }
        for (bad, why) in [
            ("info@example.org", Email),
            ("mailto:info@example.org", Email),
            ("https://info@example.org", Email),
            ("https://user@host.example/", User),
            ("user:word@host.example/", User),
            ("javascript:alert(1)", Scheme),
            ("javascript:alert(1).example", Scheme),
            ("mailto:", Scheme),
            ("ftp://example.org", Scheme),
            ("https://", Host),
            ("example", Host),
        ] {
            assert_eq!(WebAddress::typed(bad), Err(why), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_typed_twice_is_the_same(text in "(https?://|HTTP://|)[a-z0-9.:@/-]{0,20}") {
            if let Ok(address) = WebAddress::typed(&text) {
                prop_assert_eq!(WebAddress::typed(address.as_str()), Ok(address.clone()));
            }
        }

        #[test]
        fn what_is_taken_leads_to_where_it_says(text in "https?://[a-z0-9.:@/\\\\#?\\[\\]%\u{200B}é-]{0,30}") {
            if let Ok(address) = WebAddress::new(&text) {
                let url = Url::parse(address.as_str()).unwrap();
                prop_assert!(["https", "http"].contains(&url.scheme()));
                prop_assert!(url.username().is_empty() && url.password().is_none());
                prop_assert!(url.host_str().unwrap().contains('.'));
            }
        }
    }
}
