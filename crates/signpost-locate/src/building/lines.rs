//! When phone lines are answered.

use signpost_domain::{Directory, HolidayChoice};
use signpost_hours::{Calendar, HoursText, Schedule};

use super::zones::Zones;
use crate::BuildError;

/// The schedule of each line, by the town's clocks; `None` where nobody said the hours.
pub(super) fn schedules(
    directory: &Directory,
    zones: &Zones<'_>,
    calendar: &'static Calendar,
) -> Result<Vec<Option<Schedule>>, BuildError> {
    let unstated = HolidayChoice::Unstated;
    let schedule = |text: &str, id: &signpost_domain::LineId| {
        let fault = |fault| BuildError::LineHours {
            line: id.clone(),
            fault,
        };
        let hours = HoursText::parse(text).map_err(fault)?;
        // The first zone that was named is the town's.
        Schedule::new(zones.get(0).clone(), Some(hours), &[], &unstated, calendar).map_err(fault)
    };
    directory
        .lines
        .iter()
        .map(|line| {
            let text = line.hours.as_deref();
            text.map(|text| schedule(text, &line.id)).transpose()
        })
        .collect()
}
