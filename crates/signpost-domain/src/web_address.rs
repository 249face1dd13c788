//! Addresses of pages that a reader may safely follow.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use crate::unseen::is_unseen;

/// The address of a page, as it was typed: `https://`, a host with a name, no password, nothing that breaks out of a link.
///
/// # Examples
/// ```
/// use signpost_domain::{WebAddress, WebAddressFault};
/// let page = WebAddress::new("https://example.org/a?b=c").unwrap();
/// assert_eq!(page.as_str(), "https://example.org/a?b=c");
/// assert_eq!(WebAddress::new("javascript:alert(1)"), Err(WebAddressFault::NotHttps));
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
    /// It does not begin with `https://`.
    #[error("write it as https://example.org/page")]
    NotHttps,
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

    /// Checks and keeps the text; nothing of it is changed.
    ///
    /// # Errors
    /// When it is not an address that a page may link to.
    pub fn new(text: &str) -> Result<Self, WebAddressFault> {
        if text.len() > Self::LONGEST {
            return Err(WebAddressFault::TooLong);
        }
        let (scheme, rest) = text.split_once("://").ok_or(WebAddressFault::NotHttps)?;
        if !scheme.eq_ignore_ascii_case("https") {
            return Err(WebAddressFault::NotHttps);
        }
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
            ("", NotHttps),
            ("www.example.org", NotHttps),
            ("http://example.org", NotHttps),
            ("javascript:alert(1)", NotHttps),
            ("javascript://example.org/%0aalert(1)", NotHttps),
            ("data:text/html,x", NotHttps),
            ("https:example.org", NotHttps),
            (" https://example.org", NotHttps),
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
            ("https://https://example.org", Host),
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

    proptest! {
        #[test]
        fn what_is_taken_leads_to_where_it_says(text in "https://[a-z0-9.:@/\\\\#?\\[\\]%\u{200B}é-]{0,30}") {
            if let Ok(address) = WebAddress::new(&text) {
                let url = Url::parse(address.as_str()).unwrap();
                prop_assert_eq!(url.scheme(), "https");
                prop_assert!(url.username().is_empty() && url.password().is_none());
                prop_assert!(url.host_str().unwrap().contains('.'));
            }
        }
    }
}
