//! Cutting a town out of a larger archive: look it up, fetch the byte ranges that hold its tiles, write, check, rename into place.

mod builds;
mod error;
mod partial;
mod paths;
mod plan;
mod progress;
mod source;
mod writing;

use std::path::Path;

pub use builds::Builds;
pub use error::FetchError;
pub use plan::Plan;
pub use progress::{OnProgress, Progress};
pub use source::Source;

use crate::{About, Bounds};
use partial::Partial;

/// Looks up which byte ranges of the source hold the tiles of the box, down to `maxzoom`. Reads directories, no tile.
///
/// # Errors
/// The source cannot be read, is no archive of vector tiles, or has nothing in the box.
pub fn plan(source: &Source, bounds: Bounds, maxzoom: u8) -> Result<Plan, FetchError> {
    plan::of(source, bounds, maxzoom)
}

/// Fetches what is planned and puts the new archive at `out`. What an earlier run left beside `out` is used when it was the same job;
/// what this run leaves when it breaks off is used by the next.
///
/// # Errors
/// The source breaks off or changes, the disk is full, or the result does not pass the check. `out` is then as it was.
pub fn fetch(
    source: &Source,
    plan: &Plan,
    out: &Path,
    on_progress: OnProgress<'_>,
) -> Result<About, FetchError> {
    let mut partial = Partial::open(plan, out)?;
    partial.fill(source, plan, on_progress)?;
    on_progress(Progress::Writing);
    let about = writing::put(plan, &mut partial, out)?;
    partial.remove();
    Ok(about)
}

/// The source of the job that an earlier run left unfinished beside `out`, so that it can be finished although a newer build is out.
#[must_use]
pub fn unfinished(out: &Path, bounds: Bounds, maxzoom: u8) -> Option<String> {
    partial::unfinished(out, bounds, maxzoom)
}
