#![doc = include_str!("../README.md")]

mod code;
mod door;
mod face;
mod fault;
mod format;
mod layout;
mod pdf;
mod poster;
mod svg;

pub use self::{
    door::{Door, door, doors},
    fault::PosterFault,
    format::Format,
    layout::MODULE_LEAST_PT,
    pdf::pdf,
    poster::{Part, Poster, WORDS_MOST},
    svg::svg,
};
