//! `make bench`: the figures of speed, printed as a table. What makes them and what they were is in `docs/PERFORMANCE.md`.
//!
//! The product and a bare actix server are processes of their own on one core; a third, on the other core, asks them both. Nothing here
//! passes or fails by a time: speed is looked at, not tested. A server that does not bind, or an answer with another status, ends it.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a report for a person, over small numbers"
)]

mod bare;
mod coverage;
mod inside;
mod load;
mod outside;
mod process;
mod processor;
mod targets;
mod town;

/// The instant that everything is asked at: a Wednesday afternoon.
const NOW: &str = "2026-11-25T14:15:00-05:00";
/// How many places there are when nobody says.
const SITES: usize = 100_000;

#[actix_web::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["--bare", sizes @ ..] => {
            let sizes = sizes.iter().map(|size| size.parse().expect("a size"));
            bare::serve(&sizes.collect::<Vec<usize>>()).await;
        }
        ["--load", asked @ ..] => outside::load(asked),
        ["inside", ..] => {
            inside::figures();
            coverage::figures().await;
        }
        // Cargo adds a word of its own.
        sizes => {
            let asked = sizes.iter().filter(|word| !word.starts_with("--"));
            let mut asked: Vec<usize> = asked
                .map(|size| size.parse().expect("how many sites, or the word inside"))
                .collect();
            if asked.is_empty() {
                asked.push(SITES);
            }
            for sites in asked {
                outside::figures(sites);
            }
        }
    }
}
