//! The number a data folder ships for texts and calls: that of a made-up town, which is a fictional one.

use std::path::Path;

use serde::Deserialize;
use signpost_domain::Phone;
use signpost_locate::Snapshot;

use crate::fault::Failure;

/// Beside the directory's files.
const FILE: &str = "phone.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    number: String,
}

/// The number in a folder, when everything that is served is made up: nobody shall text a number for training instead of a real one.
pub(crate) fn shipped_number(folder: &Path, served: &Snapshot) -> Result<Option<Phone>, Failure> {
    let path = folder.join(FILE);
    let sites = &served.directory().sites;
    if sites.is_empty() || !sites.iter().all(|site| site.example) || !path.is_file() {
        return Ok(None);
    }
    let fault = |error: String| Failure::new(format!("{}: {error}", path.display()));
    let text = std::fs::read_to_string(&path).map_err(|error| fault(error.to_string()))?;
    let file: File = toml::from_str(&text).map_err(|error| fault(error.to_string()))?;
    let number = Phone::new(&file.number).map_err(|error| fault(error.to_string()))?;
    Ok(Some(number))
}
