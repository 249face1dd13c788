//! Letters to people who sign in: a link that lets them in, and once a week what is to be looked at again.

mod ahead;
mod boxes;
mod digest;
mod invite;
mod notice;
mod posters;
mod schedule;

use signpost_answers::{locale_path, public_url::PublicAddress};
use signpost_domain::Lang;

pub use self::{
    invite::{Delivery, invite},
    notice::{NoticeKind, notice},
    schedule::{MailingRound, letters_due, send_letters_due, send_letters_forever},
};
use crate::{Letter, MailError, Mailer};

/// How letters go, and what the links in them begin with.
#[derive(Debug, Clone)]
pub struct Mailing {
    mailer: Mailer,
    root: PublicAddress,
}

impl Mailing {
    /// Letters by this mail server, with links to this address.
    #[must_use]
    pub const fn new(mailer: Mailer, root: PublicAddress) -> Self {
        Self { mailer, root }
    }

    /// The address of this server as the world knows it, without a slash at its end.
    fn root(&self) -> &str {
        self.root.as_str()
    }

    /// Asks the mail server whether it lets us in, and sends nothing.
    ///
    /// # Errors
    /// Those of [`Mailer::greet`].
    pub async fn greet(&self) -> Result<(), MailError> {
        self.mailer.greet().await
    }

    async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        self.mailer.send(letter).await
    }
}

/// A page of this server in a reader's language.
fn address(root: &str, lang: Lang, path: &str) -> String {
    format!("{root}{}", locale_path::address(lang, path))
}
