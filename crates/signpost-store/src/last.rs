//! The last snapshot, kept beside the database in `signpost.db.last`: what is read goes on when the database cannot be opened.
//!
//! It is one line with the hash of what follows, and then the directory as JSON. It takes the place of the one before in one step, so that
//! there is always a whole one; what was torn or changed is not believed.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use signpost_domain::{Directory, SiteSlug};

use crate::{
    chain::hexadecimal, error::StoreError, file::with_suffix, mark, model::KeptCopy, private_file,
};

/// The shape of what is written; another one is not read.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    at: Timestamp,
    sequence: u64,
    versions: &'a BTreeMap<SiteSlug, u64>,
    reports: &'a BTreeMap<SiteSlug, Date>,
    directory: &'a Directory,
}

#[derive(Deserialize)]
struct Read {
    format: u32,
    at: Timestamp,
    sequence: u64,
    versions: BTreeMap<SiteSlug, u64>,
    reports: BTreeMap<SiteSlug, Date>,
    directory: Directory,
}

/// The file that holds the copy of a database.
pub(crate) fn beside(database: &Path) -> PathBuf {
    with_suffix(database, ".last")
}

/// What tells that a directory was kept for the database in this file, when something does.
pub(crate) fn tells_of(path: &Path) -> Option<StoreError> {
    let mut told = [mark::beside(path), beside(path)].into_iter();
    let mark = told.find(|file| file.symlink_metadata().is_ok())?;
    Some(StoreError::Missing {
        path: path.to_owned(),
        mark,
    })
}

pub(crate) fn read(path: &Path) -> Result<Option<KeptCopy>, StoreError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => {
            return Err(StoreError::Io {
                doing: format!("reading {}", path.display()),
                source,
            });
        }
    };
    let torn = || StoreError::NoCopy { path: path.into() };
    let end = bytes
        .iter()
        .position(|&byte| byte == b'\n')
        .ok_or_else(torn)?;
    let (hash, body) = bytes.split_at(end);
    let body = body.get(1..).ok_or_else(torn)?;
    if hash != hash_of(body).as_bytes() {
        return Err(torn());
    }
    let read: Read = serde_json::from_slice(body).map_err(|_other_shape| torn())?;
    if read.format != FORMAT {
        return Err(torn());
    }
    Ok(Some(KeptCopy {
        at: read.at,
        sequence: read.sequence,
        versions: read.versions,
        reports: read.reports,
        directory: read.directory,
    }))
}

pub(crate) fn write(path: &Path, copy: &KeptCopy) -> Result<(), StoreError> {
    let body = serde_json::to_vec(&Written {
        format: FORMAT,
        at: copy.at,
        sequence: copy.sequence,
        versions: &copy.versions,
        reports: &copy.reports,
        directory: &copy.directory,
    })
    .map_err(StoreError::Encoding)?;
    let mut whole = hash_of(&body).into_bytes();
    whole.push(b'\n');
    whole.extend(body);
    private_file::replace(path, &whole).map_err(|source| StoreError::Io {
        doing: format!("writing {}", path.display()),
        source,
    })
}

fn hash_of(body: &[u8]) -> String {
    hexadecimal(&Sha256::digest(body))
}
