//! Exceptions, and which of two counts more.

use std::hash::{Hash, Hasher};

use signpost_domain::{Exception, ExceptionKind};

use crate::{Calendar, HoursFault, HoursText, timetable::Timetable};

/// An exception with its hours read.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    pub(super) exception: Exception,
    pub(super) hours: Option<Timetable>,
}

impl Dated {
    pub(super) fn new(exception: &Exception, calendar: &Calendar) -> Result<Self, HoursFault> {
        let hours = exception
            .hours
            .as_deref()
            .filter(|_| exception.kind == ExceptionKind::Open)
            .map(HoursText::parse)
            .transpose()?;
        Ok(Self {
            exception: exception.clone(),
            hours: hours.map(|text| text.timetable(calendar)),
        })
    }

    /// What counts more is greater: being out of stock, for no opening brings back what is not there; then fewer days; then being for one
    /// need. Sorting keeps the listed order of equals.
    pub(super) fn weight(&self) -> (bool, i32, bool) {
        let Exception {
            first, last, kind, ..
        } = &self.exception;
        let days = last.since(*first).map_or(0, |span| span.get_days());
        let no_stock = *kind == ExceptionKind::OutOfStock;
        (no_stock, -days, self.exception.need.is_some())
    }
}

impl PartialEq for Dated {
    fn eq(&self, other: &Self) -> bool {
        self.exception == other.exception
    }
}

impl Hash for Dated {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Exception {
            id,
            first,
            last,
            kind,
            ..
        } = &self.exception;
        (id, first, last, kind).hash(state);
    }
}
