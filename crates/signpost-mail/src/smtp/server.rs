//! The address of a mail server, and whether letters go there unseen.

use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use url::{Host, Url};

use super::error::MailError;

/// Checks that nobody on the way can read along.
pub(crate) fn check(server: &str) -> Result<(), MailError> {
    let url = Url::parse(server).map_err(|_unreadable| MailError::Server)?;
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(MailError::Server),
    };
    let mut tls = None;
    for (name, value) in url.query_pairs() {
        if name != "tls" {
            return Err(MailError::Server);
        }
        tls = Some(value.into_owned());
    }
    match (url.scheme(), tls.as_deref()) {
        ("smtps", None) | ("smtp", Some("required")) => Ok(()),
        ("smtp", None) if here || is_loopback_text(&url) => Ok(()),
        // "opportunistic" lets whoever is in between switch the encryption off.
        ("smtp", None | Some("opportunistic")) => Err(MailError::Open),
        _ => Err(MailError::Server),
    }
}

/// Encryption to this server that trusts an authority of one's own too.
pub(crate) fn trusting(server: &str, authority: &[u8]) -> Result<Tls, MailError> {
    let url = Url::parse(server).map_err(|_unreadable| MailError::Server)?;
    let host = url.host_str().ok_or(MailError::Server)?;
    let unfit = |_unreadable| MailError::Authority;
    // Without a certificate in it the library would say yes, and trust nobody new.
    if !authority.windows(11).any(|word| word == b"CERTIFICATE") {
        return Err(MailError::Authority);
    }
    let authority = Certificate::from_pem(authority).map_err(unfit)?;
    let parameters = TlsParameters::builder(host.to_owned())
        .add_root_certificate(authority)
        .build()
        .map_err(unfit)?;
    match (url.scheme(), url.query()) {
        ("smtps", _) => Ok(Tls::Wrapper(parameters)),
        (_, Some(_required)) => Ok(Tls::Required(parameters)),
        _ => Err(MailError::Authority),
    }
}

/// Schemes that are not the web's leave a numeric host as text.
fn is_loopback_text(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    host.parse::<std::net::IpAddr>()
        .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_goes_over_an_open_line() {
        for server in [
            "smtps://ana:secret@mail.example.org",
            "smtps://mail.example.org:2465",
            "smtp://ana:secret@mail.example.org?tls=required",
            "smtp://localhost:2525",
            "smtp://127.0.0.1:2525",
            "smtp://[::1]:2525",
        ] {
            assert_eq!(check(server), Ok(()), "{server}");
        }
        for server in [
            "smtp://mail.example.org",
            "smtp://ana:secret@10.0.0.7:25",
            "smtp://mail.example.org?tls=opportunistic",
            "smtp://localhost.example.org",
        ] {
            assert_eq!(check(server), Err(MailError::Open), "{server}");
        }
        for server in [
            "",
            "mail.example.org",
            "https://mail.example.org",
            "smtp://mail.example.org?tls=maybe",
            "smtps://mail.example.org?password=x",
        ] {
            assert_eq!(check(server), Err(MailError::Server), "{server}");
        }
    }
}
