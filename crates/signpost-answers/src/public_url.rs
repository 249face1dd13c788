//! Where this server is for the world.

use std::str::FromStr;

/// The address of this server, as the world knows it: what links in letters begin with. A link is never made of what a request says of its
/// host: who sends the request could say anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAddress(String);

/// The address of this server, as the world knows it, cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the public address: write it as https://HOST, without a path")]
pub struct NoPublicAddress;

impl FromStr for PublicAddress {
    type Err = NoPublicAddress;

    /// `https://HOST`, with a port when it has one of its own.
    fn from_str(text: &str) -> Result<Self, NoPublicAddress> {
        let root = text.trim_end_matches('/');
        let (scheme, host) = root.split_once("://").ok_or(NoPublicAddress)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        let known = ["http", "https"]
            .iter()
            .any(|own| scheme.eq_ignore_ascii_case(own));
        if !known || host.is_empty() || !host.chars().all(plain) {
            return Err(NoPublicAddress);
        }
        // As browsers write the origin of a page: in lower case, without the port everybody knows.
        let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let host = host.strip_suffix(usual).unwrap_or(&host);
        Ok(Self(format!("{scheme}://{host}")))
    }
}

impl PublicAddress {
    /// Whether it is reached by https.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Its host, with a port when it has one of its own.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.split_once("://").map_or("", |(_scheme, host)| host)
    }

    /// Without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_begin_with_the_address_of_a_server_and_nothing_else() {
        for (given, root) in [
            ("https://where.example.org", "https://where.example.org"),
            ("https://where.example.org/", "https://where.example.org"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            (
                "HTTPS://Where.Example.org:443/",
                "https://where.example.org",
            ),
        ] {
            let read: PublicAddress = given.parse().unwrap();
            assert_eq!(read.as_str(), root);
        }
        for given in [
            "",
            "where.example.org",
            "https://",
            "https://a.example/b",
            "ftp://a.example",
            "https://a@b.example",
            "https://a b",
        ] {
            assert_eq!(
                given.parse::<PublicAddress>(),
                Err(NoPublicAddress),
                "{given}"
            );
        }
    }
}
