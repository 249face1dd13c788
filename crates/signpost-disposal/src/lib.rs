#![doc = include_str!("../README.md")]

mod beside;
mod changes;
mod measure;
mod month;
mod places;
mod siting;
mod sketch;
mod unfinished;
mod upkeep;

pub use beside::{BesideSupplies, Supplies, beside_supplies, far_from_boxes};
pub use changes::{Changes, Count, LONGEST_NAME, NEW, NewBox};
pub use measure::{Best, Measured, measure};
pub use month::{Flag, Month, MonthLog, Tally, points, stood_on};
pub use places::{BeforeAfter, Misplaced, Spot, proposed, standing};
pub use siting::{Question, question};
pub use sketch::{Layers, Sketch, sketch};
pub use unfinished::unfinished;
pub use upkeep::{Standing, Upkeep};
