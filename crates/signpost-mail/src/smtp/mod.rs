//! Letters on their way: written as messages, handed to a mail server over SMTP.

mod letter;
mod server;

use std::{fmt, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor, message::Mailbox,
    transport::smtp::Error,
};

pub use self::letter::Letter;

/// How long a mail server may take.
const PATIENCE: Duration = Duration::from_secs(10);

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

/// Hands letters to a mail server.
#[derive(Clone)]
pub struct Mailer {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    patience: Duration,
}

impl fmt::Debug for Mailer {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer").finish_non_exhaustive()
    }
}

impl Mailer {
    /// Reads the settings; asks nobody yet. `from` is an address with or without a name: `Directory <directory@example.org>`.
    ///
    /// # Errors
    /// [`MailError::Server`], [`MailError::Open`], [`MailError::Sender`].
    pub fn new(server: &str, from: &str) -> Result<Self, MailError> {
        Self::trusting(server, from, None)
    }

    /// The same, trusting a certificate authority of one's own (PEM) besides those the world trusts.
    ///
    /// # Errors
    /// Those of [`Mailer::new`], and [`MailError::Authority`].
    pub fn trusting(server: &str, from: &str, authority: Option<&[u8]>) -> Result<Self, MailError> {
        server::check(server)?;
        let from: Mailbox = from.parse().map_err(|_unreadable| MailError::Sender)?;
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(server)
            .map_err(|_unreadable| MailError::Server)?;
        if let Some(authority) = authority {
            builder = builder.tls(server::trusting(server, authority)?);
        }
        let server = builder.build();
        Ok(Self {
            server,
            from,
            patience: PATIENCE,
        })
    }

    /// Sends a letter; it is the mail server's when this comes back.
    ///
    /// # Errors
    /// [`MailError::Address`], [`MailError::Certificate`], [`MailError::Unreachable`], [`MailError::Refused`], [`MailError::Later`].
    pub async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let message = letter.message(&self.from)?;
        // Around all of it: the library's own limit is for the first connection only, and a server that says nothing would hold us up.
        match tokio::time::timeout(self.patience, self.server.send(message)).await {
            Ok(Ok(_taken)) => Ok(()),
            Ok(Err(error)) => Err(told(&error)),
            Err(_elapsed) => Err(MailError::Unreachable),
        }
    }
}

/// What may be logged of an error: a server's own words hold addresses.
fn told(error: &Error) -> MailError {
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

#[cfg(test)]
mod tests;
