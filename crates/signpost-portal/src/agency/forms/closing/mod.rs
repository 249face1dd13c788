//! Closing a place for a day, or for some; and taking that back.

mod change;
pub(crate) mod days;
pub(crate) mod fields;
mod one_day;
mod sent;
mod some_days;
mod why;

pub(crate) use self::{
    change::{change, show_change},
    one_day::show_one,
    sent::sent,
    some_days::show,
};
