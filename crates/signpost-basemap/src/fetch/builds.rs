//! The list of Protomaps' daily builds. Each is kept for about a week, so the newest is looked up, never written down.

use serde::Deserialize;

use super::{FetchError, source::agent};

/// The schema of layers our style draws.
const SCHEMA: &str = "4.";

/// Where the list is, and where the archives are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Builds {
    list: String,
    archives: String,
}

#[derive(Deserialize)]
struct Build {
    key: String,
    version: Option<String>,
}

impl Default for Builds {
    fn default() -> Self {
        Self {
            list: "https://build-metadata.protomaps.dev/builds.json".to_owned(),
            archives: "https://build.protomaps.com".to_owned(),
        }
    }
}

impl Builds {
    /// A mirror: `builds.json` and the archives under one address.
    #[must_use]
    pub fn at(address: &str) -> Self {
        let address = address.trim_end_matches('/');
        Self {
            list: format!("{address}/builds.json"),
            archives: address.to_owned(),
        }
    }

    /// The hosts that are asked.
    #[must_use]
    pub fn hosts(&self) -> Vec<&str> {
        let mut hosts: Vec<&str> = [&self.list, &self.archives]
            .into_iter()
            .filter_map(|address| address.split("://").nth(1)?.split('/').next())
            .collect();
        hosts.dedup();
        hosts
    }

    /// The address of the newest build; of `preferred` while it is still listed.
    ///
    /// # Errors
    /// The list cannot be read, or holds no build in the schema that is drawn here.
    pub fn newest(&self, preferred: Option<&str>) -> Result<String, FetchError> {
        let builds = self.read()?;
        let addresses: Vec<String> = usable(&builds)
            .iter()
            .map(|key| format!("{}/{key}", self.archives))
            .collect();
        preferred
            .and_then(|wanted| addresses.iter().find(|address| *address == wanted))
            .or(addresses.last())
            .cloned()
            .ok_or_else(|| FetchError::NoBuild {
                url: self.list.clone(),
                reason: format!("none is in version {SCHEMA}x of the schema"),
            })
    }

    fn read(&self) -> Result<Vec<Build>, FetchError> {
        let unreachable = |error: ureq::Error| FetchError::Unreachable {
            url: self.list.clone(),
            reason: error.to_string(),
        };
        let mut answer = agent().get(&self.list).call().map_err(unreachable)?;
        if !answer.status().is_success() {
            return Err(FetchError::Refused {
                url: self.list.clone(),
                status: answer.status().as_u16(),
                hint: "; name a build yourself with --source URL|FILE",
            });
        }
        let text = answer.body_mut().read_to_string().map_err(unreachable)?;
        serde_json::from_str(&text).map_err(|error| FetchError::NoBuild {
            url: self.list.clone(),
            reason: error.to_string(),
        })
    }
}

/// The keys that are a day's archive in our schema, oldest first.
fn usable(builds: &[Build]) -> Vec<&str> {
    let mut keys: Vec<&str> = builds
        .iter()
        .filter(|build| {
            let version = build.version.as_deref();
            version.is_none_or(|version| version.starts_with(SCHEMA))
        })
        .map(|build| build.key.as_str())
        .filter(|key| {
            key.strip_suffix(".pmtiles")
                .is_some_and(|day| day.len() == 8 && day.bytes().all(|c| c.is_ascii_digit()))
        })
        .collect();
    keys.sort_unstable();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_build_in_our_schema_is_the_last_whatever_the_order_of_the_list() {
        let list = r#"[{"key": "20261120.pmtiles", "size": 1, "version": "4.14.9"},
            {"key": "20261122.pmtiles", "version": "5.0.0"}, {"key": "20261121.pmtiles"},
            {"key": "../20261130.pmtiles"}, {"key": "20261118.pmtiles", "version": "4.1"}]"#;
        let builds: Vec<Build> = serde_json::from_str(list).unwrap();
        let keys = usable(&builds);
        assert_eq!(
            keys,
            ["20261118.pmtiles", "20261120.pmtiles", "20261121.pmtiles"]
        );
    }
}
