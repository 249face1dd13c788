//! `signpost plan ahead`

use jiff::Timestamp;
use signpost_answers::{
    plan::ahead_line,
    poster::{Knows, hanging, hanging_line},
};
use signpost_domain::{Directory, HangingPoster};
use signpost_hours::Calendar;
use signpost_plan::{
    ahead::{Near, ahead},
    proof::Grounds,
};

use super::said::names;
use crate::{fault::Failure, say::say, start::snapshot_of};

/// Says what comes, and which posters hang that do not say it.
pub(super) fn run(
    directory: &Directory,
    posters: Vec<HangingPoster>,
    now: Timestamp,
) -> Result<(), Failure> {
    let snapshot = snapshot_of(directory, now)?;
    let today = snapshot.town_zone().day(now);
    let grounds = Grounds::of(&snapshot, Calendar::ontario())
        .map_err(|error| Failure::new(error.to_string()))?;
    let found = ahead(&grounds, today);
    // Under which address people open this server is not asked for here, so no poster is called wrong by it.
    let hanging = hanging(&snapshot, posters, &Knows::default(), now);
    let to_do: Vec<_> = hanging
        .iter()
        .filter(|one| one.is_wrong() || one.next.is_some())
        .collect();
    if found.is_empty() && to_do.is_empty() {
        say("Nothing comes in the next 60 days.");
    }
    let names = names(directory);
    for one in &found {
        let line = ahead_line(&names, one);
        let since = if one.near == Near::Now { "since " } else { "" };
        say(format!("{since}{}: {}", one.day, line.what));
        line.doors.iter().for_each(|door| say(format!("  {door}")));
    }
    for one in to_do {
        let line = hanging_line(&names, one);
        say(format!("poster, {}: {}", line.place, line.what));
        if !line.next.is_empty() {
            say(format!("  {}", line.next));
        }
    }
    Ok(())
}
