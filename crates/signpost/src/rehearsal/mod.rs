//! A restore, rehearsed: the newest backup is put in a folder of its own and asked what the live database is asked.

mod before;
mod questions;

use std::{fs, path::Path};

use jiff::Timestamp;
use signpost_domain::Directory;
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};
use signpost_store::{ProvenBackup, Store, Verified};

use crate::{
    backups::{Copy, copies_in},
    fault::Failure,
    restoring,
};

/// Restores the newest backup of a folder and holds its answers against those of the live database, as both were when it was made.
///
/// Nothing of either is touched. Fails, and says where they differ, when the backup does not prove good.
pub(crate) async fn rehearse(
    folder: &Path,
    live: &Store,
    now: Timestamp,
) -> Result<ProvenBackup, Failure> {
    let newest = copies_in(folder)?.into_iter().next().ok_or_else(|| {
        Failure::new(format!(
            "{}: there is no backup yet; make one: signpost backup {} --keep 7d,4w,12m",
            folder.display(),
            folder.display()
        ))
    })?;
    let scratch = tempfile::Builder::new()
        .prefix(".rehearsal-")
        .tempdir_in(folder)?;
    let (restored, verified) = restore(&newest, scratch.path()).await?;
    let loaded = restored.load().await?;
    restored.close().await;
    let copied = loaded.directory.ok_or_else(|| {
        Failure::new(format!(
            "{}: there is no directory in it.",
            newest.file.display()
        ))
    })?;
    let lived = before::as_of(live, &copied, &verified).await?;
    let fault = |words: String| Failure::new(format!("{}: {words}", newest.file.display()));
    let asked = questions::of(&copied, now);
    let (copied, lived) = (snapshot(copied, now)?, snapshot(lived, now)?);
    let mut answered = 0;
    for question in &asked {
        let (restored, live) = (
            questions::ask(&copied, question)?,
            questions::ask(&lived, question)?,
        );
        if restored.text != live.text {
            return Err(fault(format!(
                "asked for {}, it answers otherwise than the live database did: {} instead of {}",
                question.question.need, restored.text, live.text
            )));
        }
        answered += restored.answers;
    }
    if answered == 0 {
        return Err(fault(
            "it knows no place to go to, so that nothing is proven.".to_owned(),
        ));
    }
    let proven = ProvenBackup {
        backup: newest.name(),
        made: newest.made,
        proven: now,
        revisions: verified.revisions,
        head: verified.head,
        questions: asked.len(),
    };
    proven
        .keep(folder)
        .map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
    Ok(proven)
}

/// Puts the backup in the place of a database that is not there, as `signpost restore` does. The backup itself is only read.
async fn restore(newest: &Copy, scratch: &Path) -> Result<(Store, Verified), Failure> {
    let copy = scratch.join("backup.db");
    for beside in ["", ".head"] {
        let with = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(beside);
            name
        };
        let from = with(&newest.file);
        if Path::new(&from).exists() {
            fs::copy(&from, with(&copy)).map_err(|error| {
                Failure::new(format!("{}: {error}", Path::new(&from).display()))
            })?;
        }
    }
    let database = scratch.join("signpost.db");
    let put = restoring::put(&copy, &database)
        .await
        .map_err(|failure| failure.about(&newest.file))?;
    let restored = Store::open(&format!("sqlite:{}", database.display())).await?;
    Ok((restored, put.verified))
}

/// What answers of a directory. Reports of the hour stand in no history, and are left out.
fn snapshot(directory: Directory, now: Timestamp) -> Result<Snapshot, Failure> {
    let inputs = Inputs {
        directory,
        versions: std::collections::BTreeMap::new(),
        sequence: 0,
    };
    Ok(Snapshot::build(inputs, Calendar::ontario(), now)?)
}
