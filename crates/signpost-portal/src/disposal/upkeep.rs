//! The upkeep of places to leave used needles, read from the log.

use jiff::civil::Date;
use signpost_disposal::Upkeep;
use signpost_locate::Snapshot;
use signpost_store::Store;
use signpost_web::ApiError;

/// Reads the log.
pub(crate) async fn upkeep_of(
    store: &Store,
    snapshot: &Snapshot,
    today: Date,
) -> Result<Upkeep, ApiError> {
    let reported = store.reported_full().await?;
    let last_emptied = store.last_emptied().await?;
    Ok(Upkeep::new(snapshot, last_emptied, reported, today))
}
