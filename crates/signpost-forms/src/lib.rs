#![doc = include_str!("../README.md")]

pub mod conflict;
pub mod faults;
pub mod fields;
pub mod map_address;
