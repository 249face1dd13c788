#![doc = include_str!("../README.md")]

pub mod audit;
mod cell;
mod month;
mod phone_check;
mod printed;
mod report;
mod reports;
mod table;
mod week;

pub use cell::{Cell, Counted, Kind, Subject};
pub use month::YearMonth;
pub use phone_check::{CheckLine, Field, Found, PhoneCheck, Score, draw, likely};
pub use printed::{FEWEST, Printed, Sum};
pub use report::{Frozen, PublishedReport, Report, ReportTable, Section, Value};
pub use reports::{GOAL_DAYS, KindCount, Outcome, ReportMonth, report_months};
pub use table::{Line, Table};
pub use week::Week;
