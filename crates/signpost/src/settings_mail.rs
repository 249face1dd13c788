//! Settings of letters: the mail server, the sender, and what links in letters begin with.

use std::{fmt, fs, path::PathBuf, str::FromStr};

use clap::Args;
use serde::Deserialize;
use signpost_answers::public_url::PublicAddress;
use signpost_mail::{Mailer, letters::Mailing};

use crate::fault::Failure;

/// A setting that holds a password: it is never shown.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub(crate) struct Hidden(String);

impl Hidden {
    /// What is hidden.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

impl FromStr for Hidden {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

/// How letters go: links that let somebody in, and what is due each week. Without a mail server links are given by hand.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct MailFlags {
    /// The mail server: `smtps://USER:PASSWORD@HOST`, or `smtp://USER:PASSWORD@HOST?tls=required`.
    #[arg(
        long,
        env = "SIGNPOST_SMTP_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    smtp_url: Option<Hidden>,
    /// The certificate authority of the mail server, a PEM file, when it is one of your own.
    #[arg(long, env = "SIGNPOST_SMTP_CA", value_name = "FILE")]
    smtp_ca: Option<PathBuf>,
    /// Who letters are from, such as `Directory <directory@example.org>`.
    #[arg(long, env = "SIGNPOST_MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// The public address of this server, with which links in letters begin, such as `https://where.example.org`.
    #[arg(long, env = "SIGNPOST_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
}

/// The same in `signpost.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailTable {
    smtp_url: Option<Hidden>,
    smtp_ca: Option<PathBuf>,
    from: Option<String>,
    public_url: Option<String>,
}

/// What letters need.
#[derive(Debug)]
pub(crate) struct MailSettings {
    /// The public address, also when no letters are sent.
    pub(crate) address: Option<PublicAddress>,
    /// How letters go; `None` without a mail server.
    pub(crate) post: Option<Mailing>,
}

impl MailFlags {
    /// Flags and environment over the file.
    pub(crate) fn settle(self, file: MailTable) -> Result<MailSettings, Failure> {
        let fault = |fault: String| Failure::new(format!("E-mail settings: {fault}."));
        let address = self.public_url.or(file.public_url);
        let address = address
            .map(|text| text.parse::<PublicAddress>())
            .transpose()
            .map_err(|error| fault(error.to_string()))?;
        let from = self.mail_from.or(file.from);
        let Some(Hidden(server)) = self.smtp_url.or(file.smtp_url) else {
            return Ok(MailSettings {
                address,
                post: None,
            });
        };
        let from = from.ok_or_else(|| missing("SIGNPOST_MAIL_FROM", "who letters are from"));
        let root = address
            .clone()
            .ok_or_else(|| missing("SIGNPOST_PUBLIC_URL", "what links in letters begin with"));
        let (from, root) = match (from, root) {
            (Ok(from), Ok(root)) => (from, root),
            (from, root) => {
                let both = [from.err(), root.err()];
                return Err(Failure::all(both.into_iter().flatten()));
            }
        };
        let authority = self.smtp_ca.or(file.smtp_ca);
        let authority = authority
            .map(|path| {
                let unreadable = |error| fault(format!("{}: {error}", path.display()));
                fs::read(&path).map_err(unreadable)
            })
            .transpose()?;
        let mailer = Mailer::trusting(&server, &from, authority.as_deref())
            .map_err(|error| fault(error.to_string()))?;
        Ok(MailSettings {
            address,
            post: Some(Mailing::new(mailer, root)),
        })
    }
}

fn missing(name: &str, what: &str) -> Failure {
    Failure::new(format!(
        "E-mail settings: a mail server is set, but not {what}; set {name}."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(server: &str, from: Option<&str>, root: Option<&str>) -> MailFlags {
        MailFlags {
            smtp_url: Some(server.parse().expect("text")),
            smtp_ca: None,
            mail_from: from.map(str::to_owned),
            public_url: root.map(str::to_owned),
        }
    }

    #[test]
    fn what_is_missing_or_wrong_is_named_and_a_password_is_never_shown() {
        const SERVER: &str = "smtps://desk:s3cret@mail.example.org";
        let (from, root) = (Some("desk@example.org"), Some("https://where.example.org"));
        let fine = flags(SERVER, from, root);
        assert!(!format!("{fine:?}").contains("s3cret"));
        let settled = fine.settle(MailTable::default()).expect("fine");
        assert!(settled.post.is_some() && !format!("{settled:?}").contains("s3cret"));
        for (flags, words) in [
            (flags(SERVER, None, root), "SIGNPOST_MAIL_FROM"),
            (flags(SERVER, from, None), "SIGNPOST_PUBLIC_URL"),
            (flags(SERVER, Some("desk"), root), "the sender"),
            (
                flags(SERVER, from, Some("where.example.org")),
                "the public address",
            ),
            (
                flags("smtp://d:s3cret@mail.example.org", from, root),
                "without encryption",
            ),
            (flags("mail.example.org", from, root), "the mail server"),
            (
                MailFlags {
                    smtp_ca: Some("/nowhere/ca.pem".into()),
                    ..flags(SERVER, from, root)
                },
                "/nowhere/ca.pem",
            ),
            (
                MailFlags {
                    smtp_ca: Some(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").into()),
                    ..flags(SERVER, from, root)
                },
                "certificate authority",
            ),
        ] {
            let fault = flags.settle(MailTable::default()).expect_err(words);
            let said = format!("{fault:?}");
            assert!(said.contains(words) && !said.contains("s3cret"), "{said}");
        }
        let none = MailFlags::default().settle(MailTable::default());
        assert!(none.expect("letters are not needed").post.is_none());
    }
}
