//! What lies on the disk: the database, the clock it was written by, the map, the backups.

use jiff::{SignedDuration, Timestamp};
use signpost_basemap::Archive;
use signpost_store::{ProvenBackup, RevisionQuery, Store};

use super::Finding;
use crate::{
    backups::copies_in,
    settings::{BasemapPlace, ServeSettings},
};

/// A copy that is older than this was not made by a nightly timer.
const COPY: SignedDuration = SignedDuration::from_hours(48);
/// A proof that is older than this says little.
const PROOF: SignedDuration = SignedDuration::from_hours(24 * 35);
/// Clocks of several machines may differ so much.
const SLACK: SignedDuration = SignedDuration::from_mins(5);

/// The database, and the clock held against its last edit.
pub(crate) async fn database(settings: &ServeSettings, now: Timestamp) -> Vec<Finding> {
    const WHAT: &str = "database";
    let Some(file) = settings.database_file() else {
        return vec![Finding::bad(
            WHAT,
            format!("{} is no file.", settings.database),
            "write sqlite:FILE",
        )];
    };
    if !file.is_file() {
        // Only looked at: opening would begin a new one.
        return vec![match crate::folder::read_data(None, &settings.data) {
            Ok(_) => Finding::good(
                WHAT,
                format!(
                    "none yet; the first start makes {} from {}.",
                    file.display(),
                    settings.data.display()
                ),
            ),
            Err(faults) => Finding::bad(
                WHAT,
                format!(
                    "none yet, and {} cannot be read: {} faults.",
                    settings.data.display(),
                    faults.len()
                ),
                format!(
                    "name a folder of data; signpost check {} names every fault",
                    settings.data.display()
                ),
            ),
        }];
    }
    match checked(&settings.database, now).await {
        Ok(findings) => findings,
        Err(error) => vec![Finding::bad(
            WHAT,
            format!("{error}."),
            "see what signpost verify says; docs/RUN.md, \"When something is lost\"",
        )],
    }
}

async fn checked(url: &str, now: Timestamp) -> Result<Vec<Finding>, signpost_store::StoreError> {
    let store = Store::open(url).await?;
    let verified = store.verify().await?;
    let said = format!("{} revisions, chain whole.", verified.revisions);
    let asked = RevisionQuery {
        limit: 1,
        ..RevisionQuery::default()
    };
    let last = store.revisions(&asked).await?.pop();
    store.close().await;
    let ahead = last.filter(|last| last.at.duration_since(now) > SLACK);
    let clock = match ahead {
        Some(last) => Finding::bad(
            "clock",
            format!("it is {now}, but the last edit was made at {}.", last.at),
            "set the machine's clock, by NTP: timedatectl set-ntp true",
        ),
        None => Finding::good("clock", format!("{now}.")),
    };
    Ok(vec![Finding::good("database", said), clock])
}

/// The street map.
pub(crate) async fn map(settings: &ServeSettings) -> Finding {
    const WHAT: &str = "map";
    const FETCH: &str = "signpost basemap fetch, once; or a steward does it on the page Street map";
    if let BasemapPlace::Named(file) = &settings.basemap
        && !file.is_file()
    {
        let said = format!("{} is not there.", file.display());
        return Finding::bad(WHAT, said, FETCH);
    }
    let shipped = settings.data.join(crate::settings::BASEMAP);
    for file in settings.basemap.in_order(Some(shipped)) {
        if !file.is_file() {
            continue;
        }
        return match Archive::open(&file).await {
            Ok(_) => Finding::good(WHAT, format!("{}.", file.display())),
            Err(error) => Finding::bad(
                WHAT,
                format!("{}: {error}.", file.display()),
                "get a new one: signpost basemap fetch",
            ),
        };
    }
    let said = "no street map is installed; the district's outlines are shown.";
    Finding::better(WHAT, said, FETCH)
}

/// Copies, and whether the newest is known to work.
pub(crate) fn backups(settings: &ServeSettings, now: Timestamp) -> Vec<Finding> {
    const WHAT: &str = "backups";
    const MAKE: &str =
        "signpost backup, and let systemd do it: systemctl enable --now signpost-backup.timer";
    const PROVE: &str =
        "signpost rehearse, and let systemd do it: systemctl enable --now signpost-rehearse.timer";
    let Some(folder) = &settings.backups else {
        return vec![Finding::bad(
            WHAT,
            "no folder of backups is set.",
            "set folder in [backups], or SIGNPOST_BACKUPS",
        )];
    };
    let copies = copies_in(folder).unwrap_or_default();
    let Some(newest) = copies.first() else {
        let said = format!("{} holds none.", folder.display());
        return vec![Finding::bad(WHAT, said, MAKE)];
    };
    let count = copies.len();
    let said = format!(
        "{count} in {}, the newest of {}.",
        folder.display(),
        newest.made
    );
    let made = if now.duration_since(newest.made) > COPY {
        Finding::bad(WHAT, said, MAKE)
    } else {
        Finding::good(WHAT, said)
    };
    let proven = match ProvenBackup::of(folder) {
        None => Finding::bad("proof of backups", "no backup was proven yet.", PROVE),
        Some(proof) if now.duration_since(proof.proven) > PROOF => Finding::bad(
            "proof of backups",
            format!("the last one was proven at {}.", proof.proven),
            PROVE,
        ),
        Some(proof) => Finding::good(
            "proof of backups",
            format!("{}, proven at {}.", proof.backup, proof.proven),
        ),
    };
    vec![made, proven]
}
