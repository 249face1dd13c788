//! What a proof rests on: the directory as it is, and as it would be in a week without holidays and exceptions.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::civil::Date;
use signpost_hours::Calendar;
use signpost_locate::{BuildError, Inputs, Snapshot};

pub(super) static NO_HOLIDAYS: LazyLock<Calendar> = LazyLock::new(Calendar::default);

/// The directory twice. The versions that are compared need not stand in it.
#[derive(Debug)]
pub struct Grounds<'s> {
    /// As it is.
    pub real: &'s Snapshot,
    /// Without holidays and exceptions.
    pub usual: Snapshot,
    calendar: &'static Calendar,
}

impl<'s> Grounds<'s> {
    /// Takes a snapshot, and makes of it what a usual week looks like. `calendar` is the one it was built with.
    ///
    /// # Errors
    /// When the directory of the snapshot cannot be one, which building it has ruled out.
    pub fn of(real: &'s Snapshot, calendar: &'static Calendar) -> Result<Self, BuildError> {
        let mut directory = real.directory().clone();
        for site in &mut directory.sites {
            site.exceptions.clear();
        }
        directory.plans.clear();
        let inputs = Inputs {
            directory,
            versions: BTreeMap::new(),
            sequence: real.sequence(),
        };
        Ok(Self {
            usual: Snapshot::build(inputs, &NO_HOLIDAYS, real.built_at())?,
            real,
            calendar,
        })
    }

    /// Codes of the holidays on a day.
    pub(crate) fn holidays(&self, day: Date) -> Vec<String> {
        let holidays = self.calendar.on(day);
        holidays.map(|holiday| holiday.code.to_string()).collect()
    }
}
