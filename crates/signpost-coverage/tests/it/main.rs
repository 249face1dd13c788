//! Figures held against towns worked out by hand, against a raster, and against trying everything.
#![cfg(test)]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "numbers of made-up towns are small, and nothing is exactly nothing"
)]

mod hand;
mod made;
mod pbf;
mod raster;
mod siting;
mod streets;
