//! The plan in words: what is wrong with a version, what differs between two, what comes if nobody does anything.

mod ahead;
mod delivered;
mod difference;
mod faults;
mod names;

pub use self::{
    ahead::{AheadLine, ahead_line, gone_line},
    delivered::{DELIVERED_HEADER, DeliveredLine, delivered_lines, delivered_rows, delivered_said},
    difference::difference_lines,
    faults::fault_line,
    names::Names,
};
