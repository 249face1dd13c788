//! Listings checked by phone: drawn by lot of those that have a number, and what was found written down.

use std::collections::BTreeMap;

use signpost_domain::Site;
use signpost_figures::{CheckLine, Field, Found, PhoneCheck, draw};
use signpost_locate::Snapshot;

use crate::{EditError, Live};

/// How many listings one check may have.
pub const MOST_LISTINGS: u32 = 200;

/// The public listings that can be rung: those with a number that nobody asked not to call.
fn listings(snapshot: &Snapshot) -> Vec<&Site> {
    let directory = snapshot.directory();
    let is_silent = |site: &Site| {
        let mut stones = directory.tombstones.iter();
        stones.any(|one| one.is_called_at(site))
    };
    let sites = directory.sites.iter();
    sites
        .filter(|site| site.phone.is_some() && !is_silent(site))
        .collect()
}

/// Draws so many listings and keeps them. The same seed, number and day over the same directory is the same lot, and is kept once.
///
/// # Errors
/// When the database cannot be written.
pub async fn draw_phone_check(
    live: &Live,
    (asked, seed): (u32, u64),
    by: &str,
) -> Result<PhoneCheck, EditError> {
    let snapshot = live.snapshot_to_keep();
    let all = listings(&snapshot);
    let many = usize::try_from(asked.min(MOST_LISTINGS)).unwrap_or_default();
    let lines = draw(&all, many, seed).into_iter().map(|site| CheckLine {
        site: site.slug.clone(),
        version: snapshot
            .find(&site.slug)
            .map_or(0, |ix| snapshot.version(ix)),
        checked_on: None,
        found: BTreeMap::new(),
    });
    let mut check = PhoneCheck {
        id: 0,
        seed,
        asked,
        drawn_of: u32::try_from(all.len()).unwrap_or(u32::MAX),
        drawn_on: snapshot.town_zone().day(live.now()),
        drawn_by: by.to_owned(),
        lines: lines.collect(),
    };
    let kept = live
        .edit(async |store| {
            let id = store.keep_phone_check(&check).await?;
            let all = store.phone_checks().await?;
            Ok(all.into_iter().find(|one| one.id == id))
        })
        .await?;
    if let Some(kept) = kept {
        check = kept;
    }
    Ok(check)
}

/// Writes down what was found of some listings, by their place on the sheet from 1.
///
/// # Errors
/// [`EditError::NotFound`] when there is no such check, and when the database cannot be written.
pub async fn write_phone_check(
    live: &Live,
    id: i64,
    found: &BTreeMap<usize, BTreeMap<Field, Found>>,
    by: &str,
) -> Result<(), EditError> {
    let today = live.snapshot().town_zone().day(live.now());
    live.edit(async |store| {
        let all = store.phone_checks().await?;
        let Some(check) = all.into_iter().find(|one| one.id == id) else {
            return Err(EditError::NotFound);
        };
        // What is as it was keeps its day.
        let changed: BTreeMap<usize, BTreeMap<Field, Found>> = (1..)
            .zip(&check.lines)
            .filter_map(|(nth, line)| {
                let new = found.get(&nth)?;
                (*new != line.found).then(|| (nth, new.clone()))
            })
            .collect();
        Ok(store.write_phone_check(id, &changed, (by, today)).await?)
    })
    .await
}
