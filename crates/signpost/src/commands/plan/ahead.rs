//! `signpost plan ahead`

use jiff::Timestamp;
use signpost_answers::plan::ahead_line;
use signpost_domain::Directory;
use signpost_hours::Calendar;
use signpost_plan::{
    ahead::{Near, ahead},
    proof::Grounds,
};

use super::said::names;
use crate::{fault::Failure, say::say, start::snapshot_of};

/// Says what comes.
pub(super) fn run(directory: &Directory, now: Timestamp) -> Result<(), Failure> {
    let snapshot = snapshot_of(directory, now)?;
    let today = snapshot.town_zone().day(now);
    let grounds = Grounds::of(&snapshot, Calendar::ontario())
        .map_err(|error| Failure::new(error.to_string()))?;
    let found = ahead(&grounds, today);
    if found.is_empty() {
        say("Nothing comes in the next 60 days.");
    }
    let names = names(directory);
    for one in &found {
        let line = ahead_line(&names, one);
        let since = if one.near == Near::Now { "since " } else { "" };
        say(format!("{since}{}: {}", one.day, line.what));
        line.doors.iter().for_each(|door| say(format!("  {door}")));
    }
    Ok(())
}
