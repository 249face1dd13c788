//! The plan and where to go, held against small towns.

mod brute;
mod check;
mod plans;
mod property;
mod routes;
mod sample;
mod soonest;
mod towns;
