//! The snapshot as its callers see it.
#![cfg(test)]

mod building;
mod disposal;
mod lists;
mod nearest;
mod open;
mod sample;
