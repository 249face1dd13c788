#![doc = include_str!("../README.md")]

mod civil;
mod day;
mod fault;
mod holidays;
mod known_texts;
mod nights;
mod scan;
mod schedule;
mod seldom;
mod state;
mod text;
mod timetable;
mod validator;
pub mod weekly;
pub mod words;
mod zone;

pub use fault::{HoursFault, HoursWarning};
pub use holidays::{Calendar, CalendarError, Holiday};
pub use schedule::{HORIZON_DAYS, HolidayHours, Schedule, weight};
pub use state::{Cause, Doubt, Moment, OpenState, Span, doubted_from};
pub use text::HoursText;
pub use zone::{Zone, ZoneError, check_zone_rules, tzdb_version};
