//! `signpost plan delivered`: what was promised in a week that is over, and what was kept.

use jiff::{Timestamp, civil::Date};
use signpost_answers::plan::{DELIVERED_HEADER, delivered_lines, delivered_rows, delivered_said};
use signpost_domain::Directory;
use signpost_hours::Calendar;
use signpost_plan::{
    delivered::{last_week, monday_of, week_delivered},
    proof::Grounds,
};

use super::said::names;
use crate::{fault::Failure, say::say, start::snapshot_of};

/// How it is said.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Words,
    Table,
    Json,
}

impl Form {
    pub(super) const fn of(csv: bool, json: bool) -> Self {
        match (csv, json) {
            (true, _) => Self::Table,
            (_, true) => Self::Json,
            _ => Self::Words,
        }
    }
}

/// Says it.
pub(super) fn run(
    directory: &Directory,
    week: Option<Date>,
    form: Form,
    now: Timestamp,
) -> Result<(), Failure> {
    let snapshot = snapshot_of(directory, now)?;
    let last = last_week(snapshot.town_zone().day(now));
    let monday = week.map_or(last, monday_of);
    if monday > last {
        return Err(Failure::new("This week is not over yet."));
    }
    let grounds = Grounds::of(&snapshot, Calendar::ontario())
        .map_err(|error| Failure::new(error.to_string()))?;
    let delivered = week_delivered(&grounds, monday);
    let names = names(directory);
    match form {
        Form::Json => {
            let text = serde_json::to_string(&delivered);
            say(text.map_err(|error| Failure::new(error.to_string()))?);
        }
        Form::Table => {
            let header = DELIVERED_HEADER.map(str::to_owned);
            let rows = delivered_rows(&names, &delivered);
            say(signpost_exchange::write_table(&header, &rows).trim_end());
        }
        Form::Words => {
            let (first, end) = (delivered.first, delivered.last);
            let all = delivered_said(&names, delivered.all);
            say(format!("{first} to {end}: {all}"));
            for line in delivered_lines(&names, &delivered) {
                say(format!("{}: {}", line.name, line.said));
                line.missed
                    .iter()
                    .for_each(|missed| say(format!("  {missed}")));
            }
        }
    }
    Ok(())
}
