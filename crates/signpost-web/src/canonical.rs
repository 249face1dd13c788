//! The whole address of a page, for those who do not stand on it: search engines, link previews, other websites.

use actix_web::HttpRequest;

/// Where this server is for others, and the page on it.
#[derive(Default)]
pub struct CanonicalAddress {
    /// Scheme and host, such as `https://example.org`; empty when the request does not say in plain characters.
    origin: String,
    /// The page's own address; empty when nobody else should keep it, because it tells what somebody looked for.
    pub canonical: String,
}

impl CanonicalAddress {
    /// As the request says. A proxy in front of the server has to pass on the host and the scheme (`Forwarded` or `X-Forwarded-*`).
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let connection = request.connection_info();
        let (scheme, host) = (connection.scheme(), connection.host());
        if !["http", "https"].contains(&scheme) || !is_plain(host) {
            return Self::default();
        }
        let origin = format!("{scheme}://{host}");
        let asked = !request.query_string().is_empty();
        let canonical = if asked || is_for_programs(request.path()) {
            String::new()
        } else {
            format!("{origin}{}", request.path())
        };
        Self { origin, canonical }
    }

    /// An address of ours as a whole one.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// Pages that are parts of something else.
fn is_for_programs(path: &str) -> bool {
    ["/embed", "/offline"].contains(&signpost_answers::locale_path::bare(path).as_str())
}

/// A host and perhaps a port; whatever else a client may write there is not repeated.
fn is_plain(host: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    !host.is_empty() && host.len() <= 255 && host.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hosts_are_repeated() {
        for host in ["example.org", "example.org:8080", "[::1]:80", "127.0.0.1"] {
            assert!(is_plain(host), "{host}");
        }
        for host in ["", "a b", "evil\"><script>", "a/b", "user@host"] {
            assert!(!is_plain(host), "{host}");
        }
    }
}
