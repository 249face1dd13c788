//! Settings of who gets in, and by which way: the key of second steps, proxies in front, what is asked of stewards.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Deserialize;
use signpost_store::Store;
use signpost_web::hosting::TrustedProxies;

use crate::fault::Failure;

/// Where the key lies that seals second steps.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct KeyFlag {
    /// The key that seals the secrets of second steps; made at the first start. Default: beside the database, with .key behind its name.
    #[arg(long, env = "SIGNPOST_KEY_FILE", value_name = "FILE")]
    key_file: Option<PathBuf>,
}

impl KeyFlag {
    /// The database with its key where the settings say.
    pub(crate) fn settle(self, store: Store, file: &AccessTable) -> Store {
        match self.key_file.or_else(|| file.key_file.clone()) {
            Some(path) => store.with_key_file(path),
            None => store,
        }
    }
}

/// Whether stewards may sign in without a second step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SecondStepOfStewards {
    /// They may.
    #[default]
    Optional,
    /// They set one up before they do anything else.
    Required,
}

/// Who gets in, and by which way.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct AccessFlags {
    #[command(flatten)]
    pub(crate) key: KeyFlag,
    /// The proxies in front whose X-Forwarded-* headers are believed: addresses or networks, with commas between.
    #[arg(long, env = "SIGNPOST_TRUSTED_PROXIES", value_name = "LIST")]
    trusted_proxies: Option<String>,
    /// Whether stewards have to set up a second step before they do anything else.
    #[arg(
        long,
        env = "SIGNPOST_STEWARDS_SECOND_STEP",
        value_name = "WHETHER",
        value_enum
    )]
    stewards_second_step: Option<SecondStepOfStewards>,
    /// How many stewards have to approve a version of the plan.
    #[arg(
        long,
        env = "SIGNPOST_PLAN_APPROVALS",
        value_name = "1|2",
        value_parser = clap::value_parser!(u8).range(1..=2)
    )]
    plan_approvals: Option<u8>,
}

/// The same in `signpost.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessTable {
    key_file: Option<PathBuf>,
    trusted_proxies: Option<String>,
    stewards_second_step: Option<SecondStepOfStewards>,
    plan_approvals: Option<u8>,
}

/// What `serve` goes by.
#[derive(Debug)]
pub(crate) struct AccessSettings {
    /// Whose `X-Forwarded-*` is believed.
    pub(crate) proxies: TrustedProxies,
    /// Whether stewards need a second step.
    pub(crate) second_step_of_stewards: SecondStepOfStewards,
    /// Whether two stewards have to approve a version of the plan.
    pub(crate) two_approvals: bool,
}

impl AccessFlags {
    /// Flags and environment over the file.
    pub(crate) fn settle(&self, file: &AccessTable) -> Result<AccessSettings, Failure> {
        let proxies = self.trusted_proxies.as_ref();
        let proxies = proxies.or(file.trusted_proxies.as_ref());
        let proxies = proxies.map_or(Ok(TrustedProxies::default()), |list| list.parse());
        let approvals = self.plan_approvals.or(file.plan_approvals).unwrap_or(1);
        let proxies = proxies.map_err(|error| Failure::new(format!("Trusted proxies: {error}.")));
        let approvals = match approvals {
            1..=2 => Ok(approvals),
            _ => Err(Failure::new("plan_approvals: write 1 or 2.")),
        };
        let (proxies, approvals) = match (proxies, approvals) {
            (Ok(proxies), Ok(approvals)) => (proxies, approvals),
            (proxies, approvals) => {
                let both = [proxies.err(), approvals.err()];
                return Err(Failure::all(both.into_iter().flatten()));
            }
        };
        Ok(AccessSettings {
            two_approvals: approvals == 2,
            proxies,
            second_step_of_stewards: self
                .stewards_second_step
                .or(file.stewards_second_step)
                .unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_come_before_the_file_and_what_is_wrong_is_named() {
        let file: AccessTable = toml::from_str(
            "key_file = \"/etc/signpost/key\"\ntrusted_proxies = \"10.0.0.0/8\"\nstewards_second_step = \"required\"",
        )
        .expect("a table");
        let settled = AccessFlags::default().settle(&file).expect("fine");
        assert_eq!(
            settled.second_step_of_stewards,
            SecondStepOfStewards::Required
        );
        assert_eq!(settled.proxies, "10.0.0.0/8".parse().expect("a network"));
        let flags = AccessFlags {
            trusted_proxies: Some("127.0.0.1".to_owned()),
            stewards_second_step: Some(SecondStepOfStewards::Optional),
            ..AccessFlags::default()
        };
        let settled = flags.settle(&file).expect("fine");
        assert_eq!(
            settled.second_step_of_stewards,
            SecondStepOfStewards::Optional
        );
        assert_eq!(settled.proxies, "127.0.0.1".parse().expect("an address"));
        let flags = AccessFlags {
            trusted_proxies: Some("the proxy".to_owned()),
            ..AccessFlags::default()
        };
        let fault = format!("{:?}", flags.settle(&file).expect_err("no address"));
        assert!(fault.contains("the proxy"), "{fault}");
        assert!(toml::from_str::<AccessTable>("key = 1").is_err());
    }
}
