//! Settings of answers by text message and by voice: which gateways may ask, and the number people write to.

use clap::Args;
use serde::Deserialize;
use signpost_domain::Phone;
use signpost_gateways::{Gateways, Secret};

use crate::{fault::Failure, settings_mail::Hidden};

/// The number people text or call.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct NumberFlag {
    /// The number people text or call for an answer, as it is to be read; the list, `/about` and posters name it.
    #[arg(long, env = "SIGNPOST_TEXT_NUMBER", value_name = "NUMBER")]
    text_number: Option<String>,
}

impl NumberFlag {
    /// Flag and environment over the file.
    pub(crate) fn settle(self, file: Option<String>) -> Result<Option<Phone>, Failure> {
        let number = self.text_number.or(file);
        let number = number.filter(|number| !number.trim().is_empty());
        number
            .map(|number| Phone::new(&number))
            .transpose()
            .map_err(|error| Failure::new(format!("SIGNPOST_TEXT_NUMBER: {error}.")))
    }
}

/// Answers by text and by voice; all are off until they have a secret.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct PhoneFlags {
    #[command(flatten)]
    number: NumberFlag,
    /// Lets Kannel ask at `/sms/kannel` with this key: 16 or more letters, digits, - or _.
    #[arg(
        long,
        env = "SIGNPOST_KANNEL_SECRET",
        hide_env_values = true,
        value_name = "SECRET"
    )]
    kannel_secret: Option<Hidden>,
    /// Lets the hook of gammu-smsd ask at `/sms/gammu` with this token.
    #[arg(
        long,
        env = "SIGNPOST_GAMMU_SECRET",
        hide_env_values = true,
        value_name = "SECRET"
    )]
    gammu_secret: Option<Hidden>,
    /// Lets a Twilio-shaped hook ask at `/sms/twilio`: what it signs with.
    #[arg(
        long,
        env = "SIGNPOST_TWILIO_SECRET",
        hide_env_values = true,
        value_name = "SECRET"
    )]
    twilio_secret: Option<Hidden>,
    /// Lets a Twilio-shaped hook ask at `/voice` when somebody calls: what it signs with.
    #[arg(
        long,
        env = "SIGNPOST_VOICE_SECRET",
        hide_env_values = true,
        value_name = "SECRET"
    )]
    voice_secret: Option<Hidden>,
}

/// The same in `signpost.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhoneTable {
    pub(crate) number: Option<String>,
    kannel_secret: Option<Hidden>,
    gammu_secret: Option<Hidden>,
    twilio_secret: Option<Hidden>,
    voice_secret: Option<Hidden>,
}

/// What phones without data get.
#[derive(Debug)]
pub(crate) struct PhoneSettings {
    /// The number to write to.
    pub(crate) number: Option<Phone>,
    /// Who may ask.
    pub(crate) gateways: Gateways,
}

impl PhoneFlags {
    /// Flags and environment over the file.
    pub(crate) fn settle(self, file: PhoneTable) -> Result<PhoneSettings, Failure> {
        let number = self.number.settle(file.number)?;
        let secret = |name: &str, flag: Option<Hidden>, file: Option<Hidden>| {
            let given = flag.or(file).filter(|hidden| !hidden.reveal().is_empty());
            let read = given.map(|hidden| hidden.reveal().parse::<Secret>());
            read.transpose()
                .map_err(|error| Failure::new(format!("{name}: {error}.")))
        };
        Ok(PhoneSettings {
            number,
            gateways: Gateways {
                kannel: secret(
                    "SIGNPOST_KANNEL_SECRET",
                    self.kannel_secret,
                    file.kannel_secret,
                )?,
                gammu: secret(
                    "SIGNPOST_GAMMU_SECRET",
                    self.gammu_secret,
                    file.gammu_secret,
                )?,
                twilio: secret(
                    "SIGNPOST_TWILIO_SECRET",
                    self.twilio_secret,
                    file.twilio_secret,
                )?,
                voice: secret(
                    "SIGNPOST_VOICE_SECRET",
                    self.voice_secret,
                    file.voice_secret,
                )?,
                ..Gateways::default()
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(secret: &str) -> PhoneFlags {
        PhoneFlags {
            twilio_secret: Some(secret.parse().expect("text")),
            ..PhoneFlags::default()
        }
    }

    #[test]
    fn each_door_is_shut_until_it_has_a_secret_that_is_long_and_never_shown() {
        let none = PhoneFlags::default()
            .settle(PhoneTable::default())
            .expect("fine");
        assert!(none.number.is_none() && none.gateways.kannel.is_none());
        let fine = flags("0123456789abcdef0123");
        assert!(!format!("{fine:?}").contains("0123456789"));
        let settled = fine.settle(PhoneTable::default()).expect("fine");
        assert!(settled.gateways.twilio.is_some() && settled.gateways.voice.is_none());
        assert!(!format!("{settled:?}").contains("0123456789"));
        let short = flags("short").settle(PhoneTable::default());
        let said = format!("{:?}", short.expect_err("too short"));
        assert!(said.contains("SIGNPOST_TWILIO_SECRET"), "{said}");
        assert!(!said.contains("short"), "{said}");
    }

    #[test]
    fn the_number_is_a_number() {
        let flags = PhoneFlags {
            number: NumberFlag {
                text_number: Some("call us".to_owned()),
            },
            ..PhoneFlags::default()
        };
        let said = flags.settle(PhoneTable::default()).expect_err("none");
        assert!(format!("{said:?}").contains("SIGNPOST_TEXT_NUMBER"));
    }
}
