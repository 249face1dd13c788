//! The snapshot as its callers see it.
#![cfg(test)]

mod building;
mod disposal;
mod granted;
mod lists;
mod nearest;
mod open;
mod sample;
