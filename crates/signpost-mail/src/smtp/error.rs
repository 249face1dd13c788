//! Why no letter can be sent, or one was not.

use lettre::transport::smtp::Error;

/// Why no letter can be sent, or one was not. Says nothing of who it was for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The address of the mail server cannot be read.
    #[error(
        "the mail server: write smtps://USER:PASSWORD@HOST or smtp://USER:PASSWORD@HOST?tls=required"
    )]
    Server,
    /// The line would be open.
    #[error(
        "the mail server: without encryption only on this machine itself; add ?tls=required or write smtps://"
    )]
    Open,
    /// The sender's address cannot be read.
    #[error("the sender: write an address such as \"Directory <directory@example.org>\"")]
    Sender,
    /// The file of the certificate authority cannot be read.
    #[error(
        "the mail server's certificate authority: the file holds no certificate in PEM form, or the line to the server is not encrypted"
    )]
    Authority,
    /// A letter's own address or name cannot be written in its head.
    #[error("a letter's address cannot be read")]
    Address,
    /// The mail server shows a certificate that nobody vouches for whom we trust, or one of another name, or an old one.
    #[error("the mail server's certificate is not trusted")]
    Certificate,
    /// The mail server is not there, or is too slow.
    #[error("the mail server cannot be reached")]
    Unreachable,
    /// The mail server does not want this letter, and will not want it later.
    #[error("the mail server refused a letter for good")]
    Refused,
    /// The mail server does not take this letter now.
    #[error("the mail server does not take a letter now")]
    Later,
}

/// What may be logged of an error: a server's own words hold addresses.
pub(super) fn told(error: &Error) -> MailError {
    if error.is_permanent() {
        MailError::Refused
    } else if error.is_transient() {
        MailError::Later
    } else if is_about_certificate(error) {
        MailError::Certificate
    } else {
        MailError::Unreachable
    }
}

/// The library has no kind of its own for it; TLS says so in its words, which hold no address.
fn is_about_certificate(error: &Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if inner.to_string().contains("invalid peer certificate") {
            return true;
        }
        cause = inner.source();
    }
    false
}
