#![doc = include_str!("../README.md")]

mod calendar;
mod event;
mod feed;
mod public;

pub use calendar::calendar;
pub use feed::feed;
pub use public::Only;
