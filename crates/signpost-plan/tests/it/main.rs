//! The plan and where to go, held against small towns.
#![cfg(test)]

mod ahead;
mod brute;
mod check;
mod delivered;
mod named;
mod on_the_way;
mod other_towns;
mod plans;
mod proof;
mod property;
mod routes;
mod sample;
mod soonest;
mod spoken;
mod towns;
