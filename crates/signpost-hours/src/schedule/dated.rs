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
}

/// How much an exception counts beside others of a day: the greater one counts, of equals the one that is listed later.
///
/// Being out of stock counts before all, for no opening brings back what is not there; then what has fewer days; then what is for one need.
#[must_use]
pub fn weight(exception: &Exception) -> impl Ord + use<> {
    let days = if exception.is_open_ended() {
        i32::MAX
    } else {
        let Exception { first, .. } = exception;
        let days = exception.sure_until().since(*first);
        days.map_or(0, |span| span.get_days())
    };
    let no_stock = exception.kind == ExceptionKind::OutOfStock;
    (no_stock, -days, exception.need.is_some())
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
