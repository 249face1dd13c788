//! The live directory as it was when a backup was made: what is there now, with every later revision taken back.

use serde::Serialize;
use serde_json::Value;
use signpost_domain::Directory;
use signpost_store::{Revision, RevisionQuery, Store, SubjectKind, Verified};

use crate::fault::Failure;

/// The live directory at the backup's last revision. Refused when the live history does not hold that revision: then the backup is of
/// another history, or the live database lost edits.
pub(super) async fn as_of(
    live: &Store,
    copied: &Directory,
    verified: &Verified,
) -> Result<Directory, Failure> {
    let before = verified.revisions.checked_add(1);
    let last = RevisionQuery {
        before,
        limit: 1,
        ..RevisionQuery::default()
    };
    let shared = live.revisions(&last).await?.pop();
    if shared.is_none_or(|shared| shared.hash != verified.head) {
        return Err(Failure::new(format!(
            "Revision {} of the backup ({}) is not in the live database: one of the two is of another history. Look with: signpost verify",
            verified.revisions, verified.head
        )));
    }
    let loaded = live.load().await?;
    let now = loaded
        .directory
        .ok_or_else(|| Failure::new("The live database is empty."))?;
    let later = RevisionQuery {
        after: Some(verified.revisions),
        limit: u32::MAX,
        ..RevisionQuery::default()
    };
    // Newest first, as they are taken back; those that came after the directory was read are not in it.
    let later = live.revisions(&later).await?;
    let later = later.iter().filter(|one| one.sequence <= loaded.sequence);
    taken_back(&now, copied, later)
}

fn taken_back<'r>(
    now: &Directory,
    copied: &Directory,
    later: impl Iterator<Item = &'r Revision>,
) -> Result<Directory, Failure> {
    let mut directory = serde_json::to_value(now)?;
    for revision in later {
        take_back(&mut directory, revision)?;
    }
    let mut directory: Directory = serde_json::from_value(directory)?;
    in_order_of(&mut directory.organizations, &copied.organizations);
    in_order_of(&mut directory.sites, &copied.sites);
    in_order_of(&mut directory.lines, &copied.lines);
    in_order_of(&mut directory.landmarks, &copied.landmarks);
    in_order_of(&mut directory.plans, &copied.plans);
    Ok(directory)
}

fn take_back(directory: &mut Value, revision: &Revision) -> Result<(), Failure> {
    let before = revision.before.as_deref();
    let before: Option<Value> = before.map(serde_json::from_str).transpose()?;
    let (list, id) = match revision.kind {
        SubjectKind::Settings => {
            take_back_settings(directory, before);
            return Ok(());
        }
        SubjectKind::Ground => {
            let ground = directory.get_mut("ground");
            if let (Some(ground), Some(before)) = (ground, before) {
                *ground = before;
            }
            return Ok(());
        }
        SubjectKind::Organization => ("organizations", "id"),
        SubjectKind::Site => ("sites", "slug"),
        SubjectKind::Line => ("lines", "id"),
        SubjectKind::Landmark => ("landmarks", "id"),
        SubjectKind::Plan => ("plans", "version"),
    };
    let Some(Value::Array(rows)) = directory.get_mut(list) else {
        return Ok(());
    };
    rows.retain(|row| row.get(id).map(written) != Some(revision.id.clone()));
    rows.extend(before);
    Ok(())
}

/// What is left out of a revision is as it usually is.
fn take_back_settings(directory: &mut Value, before: Option<Value>) {
    if let (Value::Object(now), Some(Value::Object(before))) = (directory, before) {
        for usual in ["localities", "walking_range"] {
            now.remove(usual);
        }
        now.extend(before);
    }
}

/// An id as the history writes it.
fn written(id: &Value) -> String {
    match id {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A row that was taken back stands at the end: all stand as they do in the backup.
fn in_order_of<T: Serialize>(rows: &mut [T], copied: &[T]) {
    let id = |row: &T| {
        let row = serde_json::to_value(row).unwrap_or_default();
        let mut named = ["slug", "id", "version"].into_iter();
        named.find_map(|name| row.get(name).map(written))
    };
    let order: Vec<_> = copied.iter().map(id).collect();
    rows.sort_by_cached_key(|row| {
        let own = id(row);
        order.iter().position(|other| *other == own)
    });
}
