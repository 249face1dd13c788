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
    /// The mail server does not want this letter, or not from us.
    #[error("the mail server refused a letter")]
    Refused,
}

/// Hands letters to a mail server.
#[derive(Clone)]
pub struct Mailer {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
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
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { server, from })
    }

    /// Sends a letter; it is the mail server's when this comes back.
    ///
    /// # Errors
    /// [`MailError::Address`], [`MailError::Unreachable`], [`MailError::Refused`].
    pub async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let message = letter.message(&self.from)?;
        match self.server.send(message).await {
            Ok(_taken) => Ok(()),
            Err(error) => Err(told(&error)),
        }
    }
}

/// What may be logged of an error: a server's own words hold addresses.
fn told(error: &Error) -> MailError {
    if error.is_permanent() || error.is_transient() {
        MailError::Refused
    } else {
        MailError::Unreachable
    }
}
