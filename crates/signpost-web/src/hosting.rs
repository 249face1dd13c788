//! Where this server is for others, and whose word counts for it: the settings, not what a request says.

use std::{net::IpAddr, str::FromStr};

use actix_web::{
    HttpRequest,
    http::{
        header::{self, HeaderMap},
        uri::Authority,
    },
};
use ipnet::IpNet;
use signpost_answers::public_url::PublicAddress;
use signpost_domain::Phone;

use crate::Operator;

/// What the settings say of it.
#[derive(Debug, Clone, Default)]
pub struct Hosting {
    /// The address the world knows this server by; `None` when nobody said it, as on a developer's machine.
    pub public: Option<PublicAddress>,
    /// The proxies in front, whose `X-Forwarded-*` are believed.
    pub proxies: TrustedProxies,
    /// Who runs it, and how to reach them; `None` when nobody said so.
    pub operator: Option<Operator>,
    /// The number people text or call for an answer; `None` where there is none.
    pub text_number: Option<Phone>,
}

impl Hosting {
    /// The number to text as it stands on posters, in both languages alike.
    #[must_use]
    pub fn text_number_printed(&self) -> Option<String> {
        self.text_number.as_ref().map(Phone::to_string)
    }
}

/// Addresses of proxies: none, or some.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

/// A list of proxies that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no address of a proxy: write such as 127.0.0.1 or 10.0.0.0/8, with commas between several"
)]
pub struct NoProxy(String);

impl FromStr for TrustedProxies {
    type Err = NoProxy;

    fn from_str(text: &str) -> Result<Self, NoProxy> {
        let given = text.split(',').map(str::trim).filter(|one| !one.is_empty());
        given
            .map(|one| {
                let alone = one.parse::<IpAddr>().map(IpNet::from);
                alone
                    .or_else(|_network| one.parse())
                    .map_err(|_neither| NoProxy(one.to_owned()))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

impl TrustedProxies {
    /// Whether this peer is one of them.
    #[must_use]
    pub fn have(&self, peer: IpAddr) -> bool {
        // A server that listens on IPv6 sees IPv4 as a part of it.
        let peer = peer.to_canonical();
        self.0.iter().any(|network| network.contains(&peer))
    }
}

impl Hosting {
    /// Scheme and host by which others reach this server, such as `https://example.org`. The settings say it; without them the request does,
    /// or a proxy that is trusted. `None` when a request does not say it in plain characters.
    #[must_use]
    pub fn origin(&self, request: &HttpRequest) -> Option<String> {
        if let Some(public) = &self.public {
            return Some(public.as_str().to_owned());
        }
        let headers = request.headers();
        let peer = request.peer_addr().map(|peer| peer.ip());
        let by_proxy = peer.is_some_and(|peer| self.proxies.have(peer));
        let forwarded = |name: &str| {
            let value = text(headers, name).filter(|_| by_proxy)?;
            Some(value.split(',').next().unwrap_or_default().trim())
        };
        let own = if request.app_config().secure() {
            "https"
        } else {
            "http"
        };
        let scheme = forwarded("x-forwarded-proto").unwrap_or(own);
        let host = forwarded("x-forwarded-host").or_else(|| host(request))?;
        (["http", "https"].contains(&scheme) && is_plain(host))
            .then(|| format!("{scheme}://{host}"))
    }

    /// Whether cookies must be such as only https carries: always when the world knows this server by https, whatever a request says; without
    /// that setting everywhere but on this machine itself.
    #[must_use]
    pub fn cookies_are_secure(&self, request: &HttpRequest) -> bool {
        match &self.public {
            Some(public) if public.is_https() => true,
            Some(public) => !is_this_machine(public.host()),
            None => !is_this_machine(host(request).unwrap_or_default()),
        }
    }

    /// Whether browsers are told to come by https only.
    #[must_use]
    pub fn is_https_only(&self) -> bool {
        self.public.as_ref().is_some_and(PublicAddress::is_https)
    }

    /// Whether a page of this origin, as a browser says it, is a page of ours.
    #[must_use]
    pub fn is_ours(&self, request: &HttpRequest, origin: &str) -> bool {
        match &self.public {
            Some(public) => origin.eq_ignore_ascii_case(public.as_str()),
            None => origin
                .split_once("://")
                .is_some_and(|(_scheme, own)| Some(own) == text(request.headers(), "host")),
        }
    }
}

/// The host a request names.
fn host(request: &HttpRequest) -> Option<&str> {
    text(request.headers(), header::HOST.as_str())
        .or_else(|| request.uri().authority().map(Authority::as_str))
        .or_else(|| Some(request.app_config().host()))
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// Whether a host, with or without a port, is this machine itself, to which browsers send such cookies without https too.
#[must_use]
pub fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

/// A host and perhaps a port; whatever else a client may write there is not repeated.
fn is_plain(host: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    !host.is_empty() && host.len() <= 255 && host.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn request(host: &str) -> TestRequest {
        TestRequest::get()
            .peer_addr("10.1.2.3:4000".parse().unwrap())
            .insert_header(("host", host))
            .insert_header(("x-forwarded-proto", "https"))
            .insert_header(("x-forwarded-host", "where.example.org, inner"))
    }

    fn hosting(public: Option<&str>, proxies: &str) -> Hosting {
        Hosting {
            public: public.map(|text| text.parse().unwrap()),
            proxies: proxies.parse().unwrap(),
            operator: None,
            text_number: None,
        }
    }

    #[test]
    fn only_hosts_are_repeated() {
        for host in ["example.org", "example.org:8080", "[::1]:80", "127.0.0.1"] {
            assert!(is_plain(host), "{host}");
        }
        for host in ["", "a b", "evil\"><script>", "a/b", "user@host"] {
            assert!(!is_plain(host), "{host}");
        }
    }

    #[test]
    fn what_is_forwarded_counts_only_when_the_proxy_is_named() {
        let request = request("inner.example").to_http_request();
        let origin = |public, proxies| hosting(public, proxies).origin(&request).unwrap();
        assert_eq!(origin(None, ""), "http://inner.example");
        assert_eq!(origin(None, "10.9.0.0/16"), "http://inner.example");
        for named in ["10.1.2.3", "::1, 10.0.0.0/8"] {
            assert_eq!(origin(None, named), "https://where.example.org", "{named}");
        }
        let public = Some("https://public.example");
        assert_eq!(origin(public, "10.1.2.3"), "https://public.example");
        for none in ["proxy", "10.0.0.0/40", "10.0.0"] {
            assert!(none.parse::<TrustedProxies>().is_err(), "{none}");
        }
    }

    #[test]
    fn with_a_public_address_no_host_a_request_names_changes_anything() {
        let public = hosting(Some("https://where.example.org"), "");
        for host in [
            "localhost",
            "127.0.0.1:8080",
            "where.example.org",
            "evil.example",
        ] {
            let request = request(host).to_http_request();
            assert!(public.cookies_are_secure(&request), "{host}");
            assert!(public.is_ours(&request, "https://where.example.org"));
            assert!(!public.is_ours(&request, &format!("http://{host}")));
            assert!(!public.is_ours(&request, "null"));
            let none = hosting(None, "");
            assert_eq!(none.cookies_are_secure(&request), !is_this_machine(host));
            assert!(none.is_ours(&request, &format!("https://{host}")));
        }
    }
}
