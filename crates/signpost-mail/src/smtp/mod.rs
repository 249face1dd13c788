//! Letters on their way: written as messages, handed to a mail server over SMTP.

mod error;
mod letter;
mod server;

use std::{fmt, time::Duration};

use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor, message::Mailbox};

use self::error::told;
pub use self::{error::MailError, letter::Letter};

/// How long a mail server may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Hands letters to a mail server.
#[derive(Clone)]
pub struct Mailer {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    timeout: Duration,
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
            timeout: TIMEOUT,
        })
    }

    /// Asks the mail server whether it lets us in, and sends nothing.
    ///
    /// # Errors
    /// Those of [`Mailer::send`].
    pub async fn greet(&self) -> Result<(), MailError> {
        match tokio::time::timeout(self.timeout, self.server.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Err(error)) => Err(told(&error)),
            Ok(Ok(false)) | Err(_) => Err(MailError::Unreachable),
        }
    }

    /// Sends a letter; it is the mail server's when this comes back.
    ///
    /// # Errors
    /// [`MailError::Address`], [`MailError::Certificate`], [`MailError::Unreachable`], [`MailError::Refused`], [`MailError::Later`].
    pub async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let message = letter.message(&self.from)?;
        // Around all of it: the library's own limit is for the first connection only, and a server that says nothing would hold us up.
        match tokio::time::timeout(self.timeout, self.server.send(message)).await {
            Ok(Ok(_taken)) => Ok(()),
            Ok(Err(error)) => Err(told(&error)),
            Err(_elapsed) => Err(MailError::Unreachable),
        }
    }
}

#[cfg(test)]
mod tests;
