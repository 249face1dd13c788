#![doc = include_str!("../README.md")]

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
    /// A letter's own address or name cannot be written in its head.
    #[error("a letter's address cannot be read")]
    Address,
    /// The mail server is not there, or is too slow, or its certificate is not good.
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
        server::check(server)?;
        let from: Mailbox = from.parse().map_err(|_unreadable| MailError::Sender)?;
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(server)
            .map_err(|_unreadable| MailError::Server)?
            .build();
        Ok(Self {
            server,
            from,
            patience: PATIENCE,
        })
    }

    /// Sends a letter; it is the mail server's when this comes back.
    ///
    /// # Errors
    /// [`MailError::Address`], [`MailError::Unreachable`], [`MailError::Refused`], [`MailError::Later`].
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
    } else {
        MailError::Unreachable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_server_that_says_nothing_holds_nobody_up() {
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", silent.local_addr().unwrap());
        let mut mailer = Mailer::new(&url, "desk@example.org").unwrap();
        mailer.patience = Duration::from_millis(50);
        let letter = Letter {
            to: "ana@example.org".to_owned(),
            name: "Ana".to_owned(),
            subject: "Hello".to_owned(),
            text: "Hello\n".to_owned(),
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        assert_eq!(mailer.send(&letter).await, Err(MailError::Unreachable));
    }
}
