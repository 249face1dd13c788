//! What the plan promised in a week that is over, and what was kept.

use jiff::civil::Date;
use signpost_hours::Calendar;
use signpost_locate::BuildError;
use signpost_plan::{
    delivered::{Delivered, week_delivered as worked_out},
    proof::Grounds,
};

use crate::{EditError, Live};

/// The week from this Monday, by the directory as it is served now, on a thread that answers nobody else.
///
/// # Errors
/// When it cannot be worked out, which is our own mistake.
pub async fn week_delivered(live: &Live, monday: Date) -> Result<Delivered, EditError> {
    let snapshot = live.snapshot_to_keep();
    let made = tokio::task::spawn_blocking(move || {
        let grounds = Grounds::of(&snapshot, Calendar::ontario())?;
        Ok::<_, BuildError>(worked_out(&grounds, monday))
    });
    let made = made.await.map_err(EditError::internal)?;
    made.map_err(EditError::internal)
}
